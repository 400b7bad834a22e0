/** What later ingests changed in a game, and which of its plays that was. */
import { useMemo } from 'preact/hooks';
import type { FoldableGame } from '../../src/asof/game-fold.ts';
import { pathOf } from '../api/ask.ts';
import type { Correction, Corrections } from '../api/types.ts';
import { useAnswer } from '../api/use-answer.ts';

/** Corrections that one ingest made at one play. */
export interface PlacedCorrection {
  readonly key: string;
  readonly at: number;
  readonly corrections: readonly Correction[];
}

export interface FoundCorrections {
  readonly all: readonly Correction[];
  readonly placed: readonly PlacedCorrection[];
}

const NONE: FoundCorrections = { all: [], placed: [] };

/** All corrections of the game that are known now, whatever basis is shown. */
export function useCorrections({ changes, times }: FoldableGame): FoundCorrections {
  const path = pathOf(`/v1/${changes.league}/corrections`, { game_id: changes.game.id, limit: 1000 });
  const { data } = useAnswer<Corrections>(path, { version: changes.basis });
  return useMemo(() => {
    if (data === null) return NONE;
    const instants = new Map(changes.plays.map((play, position) => [play.id, times[position] ?? 0]));
    const groups = Map.groupBy(data.corrections, (found) => `${found.after_basis} ${found.play_id}`);
    const placed = [...groups].map(([key, corrections]) => ({
      key,
      at: instants.get(corrections[0]?.play_id ?? '') ?? times.at(-1) ?? 0,
      corrections,
    }));
    return { all: data.corrections, placed: placed.sort((a, b) => a.at - b.at) };
  }, [data, changes, times]);
}
