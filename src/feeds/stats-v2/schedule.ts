/** `schedule.csv`: the dates that playbyplayv2 leaves out. Teams are named by three letters. */
import { z } from 'zod';
import { SEASON_TYPES } from '../../plays/game.ts';
import type { League } from '../../sports/leagues.ts';
import { BadInput } from '../bad-input.ts';
import { check, columns } from '../check.ts';
import type { Document, ScheduleEntry } from '../feed.ts';
import { leagueOfGame } from '../game-id.ts';

const Row = z.object({
  game_id: z.string().regex(/^\d{10}$/, 'game_id is not ten digits'),
  season: z.string().regex(/^\d{4}-\d{2}$/, 'season is not like 2015-16'),
  season_type: z.enum(SEASON_TYPES),
  game_date_et: z.iso.date('game_date_et is not a date like 2015-10-27'),
  away: z.string().min(2),
  home: z.string().min(2),
});
export const SCHEDULE_COLUMNS = Object.keys(Row.shape);

/** The games of a schedule. Throws `BadInput` with the line of a row that cannot be. */
export function readScheduleCsv(document: Document): ScheduleEntry[] {
  if (document.content.kind !== 'csv') return [];
  const { header, rows } = document.content;
  const at = columns(header, SCHEDULE_COLUMNS, document.file);
  let league: League | null = null;
  return rows.map((values, position) => {
    const place = `line ${position + 2}`;
    const record = Object.fromEntries(SCHEDULE_COLUMNS.map((name) => [name, values[at.get(name) ?? -1]]));
    const row = check(Row, record, document.file, place);
    const own = leagueOfGame(row.game_id);
    league ??= own;
    if (own === null || own !== league) {
      const reason = `game id ${row.game_id} is not of the league of the rows before it`;
      throw new BadInput(document.file, place, reason, 'keep one known league a file');
    }
    return {
      gameId: row.game_id,
      part: { season: row.season, type: row.season_type },
      date: row.game_date_et,
      scheduledAt: null,
      home: { id: null, tricode: row.home, city: null, name: null },
      away: { id: null, tricode: row.away, city: null, name: null },
      venue: null,
    };
  });
}
