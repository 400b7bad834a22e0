/** Reference files into their tables, by role. */
import type pg from 'pg';
import { formatNamed } from '../feeds/formats.ts';
import type { League } from '../sports/leagues.ts';
import { describePeople } from '../store/dimensions.ts';
import { writeSchedule, writeSeasons, writeSeasonTotals } from '../store/reference.ts';
import { open } from './prepare.ts';
import type { SurveyedFile } from './survey.ts';

/** Records read and rows written. */
export async function loadReference(
  client: pg.ClientBase,
  league: League,
  file: SurveyedFile,
  basis: number,
): Promise<{ records: number; written: number }> {
  const format = formatNamed(file.claim.format);
  const document = open(file);
  if (format.readSchedule !== undefined) {
    const entries = format.readSchedule(document, league.code);
    return { records: entries.length, written: await writeSchedule(client, league, entries, basis) };
  }
  if (format.readSeasons !== undefined) {
    const seasons = format.readSeasons(document);
    return { records: seasons.length, written: await writeSeasons(client, league, seasons, basis) };
  }
  if (format.readPeople !== undefined) {
    const people = format.readPeople(document);
    return { records: people.length, written: await describePeople(client, league.code, people, basis) };
  }
  if (format.readSeasonTotals !== undefined) {
    const totals = format.readSeasonTotals(document);
    return { records: totals.length, written: await writeSeasonTotals(client, league, totals, basis) };
  }
  throw new RangeError(`${format.name} holds no reference data`);
}
