/** Following a game that goes on. */
import { useEffect, useState } from 'preact/hooks';
import { follow } from '../api/follow.ts';

export type LiveState = 'off' | 'following' | 'lost';

export interface Live {
  readonly state: LiveState;
  /** Goes up with every ingest that changed the game. */
  readonly version: number;
}

/** Follow a game's ingests while `wanted`; a lost connection is taken up again where it broke. */
export function useLive(league: string, id: string, wanted: boolean): Live {
  const [state, setState] = useState<LiveState>('off');
  const [version, setVersion] = useState(0);
  useEffect(() => {
    if (!wanted) {
      setState('off');
      return;
    }
    return follow(`/v1/${league}/games/${encodeURIComponent(id)}/stream`, {
      onState(next) {
        setState(next);
        // What came between the answer on the screen and the beginning of the stream is in the next answer.
        if (next === 'following') setVersion((known) => known + 1);
      },
      onChange() {
        setVersion((known) => known + 1);
      },
    });
  }, [league, id, wanted]);
  return { state, version };
}
