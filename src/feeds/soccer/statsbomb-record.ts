/**
 * Kick-offs from the public record, for matches whose events go round without the provider's list of matches. The list
 * itself gives no offset, and its times are not all of one zone: the World Cup's of 2018 are not those at the grounds.
 */
import type { ScheduleEntry } from '../feed.ts';
import { readMatchSchedule, SCHEDULE_COLUMNS } from './statsbomb-schedule.ts';

/** Rows as in a schedule. */
const RECORD = [
  // Fifth round of Spain's first division.
  '15986,2018-19,regular,2018-09-23T20:45:00+02:00,217,BAR,Barcelona,211,GIR,Girona',
];

/** What the public record says of a match, for want of a schedule; null where nothing is kept of it. */
export function matchOnRecord(matchId: string): ScheduleEntry | null {
  const rows = RECORD.map((row) => row.split(','));
  const record = readMatchSchedule({
    file: 'the public record',
    content: { kind: 'csv', header: SCHEDULE_COLUMNS, rows },
  });
  return record.find(({ gameId }) => gameId === matchId) ?? null;
}
