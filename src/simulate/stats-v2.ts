import { floorBefore } from './floor.ts';
import type { SimulatedGame } from './game.ts';
import type { LiveAction } from './live-types.ts';
import type { ScheduledGame } from './schedule.ts';
import { type RowScene, rowContent, substitutionRow } from './stats-v2-plays.ts';
import { HEADER, RowWriter } from './stats-v2-row.ts';
import { TextTotals } from './stats-v2-totals.ts';
import { showsStarters } from './trace.ts';

/** The header of the schedule that dates the games. */
export const STATS_V2_SCHEDULE_HEADER = 'game_id,season,season_type,game_date_et,away,home';

/** A game's line of the schedule. */
export function toStatsV2ScheduleRow(game: ScheduledGame): string {
  const type = game.gameId.charAt(2) === '4' ? 'playoffs' : 'regular';
  return [game.gameId, game.season, type, game.date, game.away.tricode, game.home.tricode].join(',');
}

/**
 * Writes a simulated game as a playbyplayv2 CSV: one row a play in order of play, EVENTNUM the identity,
 * steals, blocks and assists on the other play's row, wall clock as a minute of US Eastern local time that
 * never goes back.
 *
 * The format does not tell changes between periods. They are left out where the period's own rows show who
 * began it, and written as rows at the full clock where they would not.
 */
export function toStatsV2Csv(game: SimulatedGame): string {
  const rows = new RowWriter(game);
  const scene: RowScene = { rows, totals: new TextTotals(), box: game.boxscore };
  const lines = [HEADER];
  const shown = sidesShown(game);
  const leaving: LiveAction[] = [];
  const afterStart: (() => string)[] = [];
  for (const action of game.playbyplay.game.actions) {
    if (action.actionType === 'substitution') {
      if (action.subType === 'out') leaving.push(action);
      const place = leaving.findIndex((other) => other.teamId === action.teamId);
      const [out] = action.subType === 'in' && place >= 0 ? leaving.splice(place, 1) : [];
      if (!out) continue;
      const write = (): string => rows.row(out, substitutionRow(out, action, scene));
      if (!action.qualifiers.includes('startperiod')) lines.push(write());
      else if (!shown.has(`${action.period} ${action.teamId}`)) afterStart.push(write);
      continue;
    }
    const content = rowContent(action, scene);
    if (!content) continue;
    lines.push(rows.row(action, content));
    if (action.actionType === 'period' && action.subType === 'start') {
      lines.push(...afterStart.splice(0).map((write) => write()));
    }
  }
  return `${lines.join('\n')}\n`;
}

/** The periods and sides ("3 990000001") whose starters the period's own plays show. */
function sidesShown({ facts, script }: SimulatedGame): Set<string> {
  const shown = new Set<string>();
  for (const start of script) {
    if (start.kind !== 'period-start') continue;
    const floor = floorBefore(facts, script, start.id);
    for (const side of ['home', 'away'] as const) {
      if (showsStarters(script, start.period, side, floor[side])) {
        shown.add(`${start.period} ${facts[side].team.teamId}`);
      }
    }
  }
  return shown;
}
