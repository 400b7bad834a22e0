/** One row of a panel as JSON. */
import type { PanelRows } from '../../asof/panel/rows.ts';

/** Add what a JSON value says of a row; what is missing or of another type is said in the row's answer. */
export function addRow(rows: PanelRows, value: unknown): void {
  const { player_id, team_id, as_of } = (typeof value === 'object' && value !== null ? value : {}) as Record<
    string,
    unknown
  >;
  const [player, team] = [idOf(player_id), idOf(team_id)];
  const instant = instantOf(as_of);
  if (player !== '' && team !== '') rows.add('player', '', instant);
  else if (team !== '') rows.add('team', team, instant);
  else rows.add('player', player, instant);
}

/** Ids are text; a number that stands for one is taken for its digits, where none of them are lost. */
function idOf(value: unknown): string {
  return typeof value === 'string' ? value : Number.isSafeInteger(value) ? String(value) : '';
}

/** Instants are text; a number, as in milliseconds since 1970, is shown as it came and refused. */
function instantOf(value: unknown): string {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}
