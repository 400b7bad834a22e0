/** `schedule.csv` of soccer: which match is when and where, for feeds whose files do not say. */
import { z } from 'zod';
import { SEASON_TYPES } from '../../plays/game.ts';
import { check, columns } from '../check.ts';
import type { Document, ScheduleEntry } from '../feed.ts';

const filled = z.string().min(1, 'it is empty');
const Row = z.object({
  match_id: z.string().regex(/^\d+$/, 'match_id is not a number'),
  season: z.string().regex(/^\d{4}-\d{2}$/, 'season is not like 2018-19'),
  season_type: z.enum(SEASON_TYPES),
  kick_off: z.iso.datetime({
    offset: true,
    error: 'kick_off is not an instant like 2018-09-23T20:45:00+02:00',
  }),
  home_id: filled,
  home_code: filled,
  home: filled,
  away_id: filled,
  away_code: filled,
  away: filled,
});
export const SCHEDULE_COLUMNS = Object.keys(Row.shape);

/** One entry a row. The date is the one at the ground, which the kick-off's offset tells. */
export function readMatchSchedule(document: Document): ScheduleEntry[] {
  if (document.content.kind !== 'csv') return [];
  const { header, rows } = document.content;
  const at = columns(header, SCHEDULE_COLUMNS, document.file);
  return rows.map((values, position) => {
    const record = Object.fromEntries(SCHEDULE_COLUMNS.map((name) => [name, values[at.get(name) ?? -1]]));
    const row = check(Row, record, document.file, `line ${position + 2}`);
    return {
      gameId: row.match_id,
      part: { season: row.season, type: row.season_type },
      date: row.kick_off.slice(0, 10),
      scheduledAt: Date.parse(row.kick_off),
      home: { id: row.home_id, tricode: row.home_code, city: null, name: row.home },
      away: { id: row.away_id, tricode: row.away_code, city: null, name: row.away },
      venue: null,
    };
  });
}
