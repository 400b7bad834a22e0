/** The handle: the instant on the screen. It moves every frame; the address follows when it rests. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { iso } from '../moment/format.ts';
import { change, usePlace } from '../state/url.ts';

const REST = 200;

export interface Handle {
  readonly at: number;
  /** Move it. The address follows at once (`step`), or when it has rested. */
  move(at: number, how?: 'step' | 'drag'): void;
  /** Let go of any instant of the address: stay at the newest. */
  release(): void;
}

/** The instant of the address, or `initial` where it names none. */
export function useHandle(initial: number): Handle {
  const { query } = usePlace();
  const text = query.get('as_of');
  const named = text === null ? Number.NaN : Date.parse(text);
  const wanted = Number.isNaN(named) ? initial : named;
  const [at, setAt] = useState(wanted);
  const written = useRef(wanted);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  // The address changed by other means: back, forward, a link, the time box.
  useEffect(() => {
    if (wanted === written.current) return;
    written.current = wanted;
    setAt(wanted);
  }, [wanted]);
  useEffect(() => () => clearTimeout(timer.current), []);

  return {
    at,
    release() {
      clearTimeout(timer.current);
      written.current = initial;
      setAt(initial);
      change({ as_of: null }, 'replace');
    },
    move(next, how = 'drag') {
      const instant = Math.round(next);
      setAt(instant);
      clearTimeout(timer.current);
      timer.current = setTimeout(
        () => {
          written.current = instant;
          change({ as_of: iso(instant) }, 'replace');
        },
        how === 'step' ? 60 : REST,
      );
    },
  };
}
