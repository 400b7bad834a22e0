/** An answer of the API in a component: what it is, whether it is under way, and what was refused. */
import { useEffect, useState } from 'preact/hooks';
import { ask, type ProblemBody, RefusedError } from './ask.ts';

export interface Answer<T> {
  /** The last answer; it stays while another is asked for. */
  readonly data: T | null;
  readonly problem: ProblemBody | null;
  readonly loading: boolean;
  /** The path that `data` answers. */
  readonly of: string | null;
}

const NOTHING = { data: null, problem: null, loading: false, of: null } as const;

/** Ask for a path, again whenever it or `version` changes; null asks nothing. `delay` waits for a pause first. */
export function useAnswer<T>(path: string | null, { version = 0, delay = 0 } = {}): Answer<T> {
  const [answer, setAnswer] = useState<Answer<T>>(path === null ? NOTHING : { ...NOTHING, loading: true });
  useEffect(() => {
    if (path === null) {
      setAnswer(NOTHING);
      return;
    }
    const abort = new AbortController();
    setAnswer((known) => (known.loading ? known : { ...known, loading: true }));
    const timer = setTimeout(async () => {
      try {
        const data = await ask<T>(path, abort.signal);
        if (!abort.signal.aborted) setAnswer({ data, problem: null, loading: false, of: path });
      } catch (error) {
        if (abort.signal.aborted) return;
        if (!(error instanceof RefusedError)) throw error;
        setAnswer({ data: null, problem: error.problem, loading: false, of: path });
      }
    }, delay);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [path, version, delay]);
  return answer;
}
