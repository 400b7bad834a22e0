/** Both boxes at the instant as CSV, one row a player. */
import type { FoldableGame, GameAt } from '../../src/asof/game-fold.ts';
import { iso } from '../moment/format.ts';
import { csvOf } from '../parts/csv.ts';

export function boxCsv({ changes }: FoldableGame, folded: GameAt, at: number): string {
  const names = changes.counters.map(({ name }) => name);
  const rows = (['away', 'home'] as const).flatMap((side) =>
    (folded.box[side]?.players ?? []).map(({ player, on_court, counters }) => [
      iso(at),
      changes.basis,
      changes.game.id,
      changes.game[side].tricode,
      player.id,
      player.name,
      on_court,
      ...names.map((name) => counters[name] ?? null),
    ]),
  );
  return csvOf(['as_of', 'basis', 'game_id', 'team', 'player_id', 'player', 'on_floor', ...names], rows);
}
