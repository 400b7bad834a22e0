/** The two real matches, read and folded as `load` does. */
import type { Document, GameBundle, Role, ScheduleEntry } from '../../src/feeds/feed.ts';
import { readStatsBombGame } from '../../src/feeds/soccer/statsbomb.ts';
import { readMatchSchedule, SCHEDULE_COLUMNS } from '../../src/feeds/soccer/statsbomb-schedule.ts';
import { readStatsPerformGame } from '../../src/feeds/soccer/statsperform.ts';
import { type FoldedGame, foldGame } from '../../src/fold/fold.ts';
import { leagueNamed } from '../../src/sports/leagues.ts';
import { realDocument } from '../setup/real-data.ts';

export const league = leagueNamed('soccer');

export const MATCH_ID = '15986';
export const SCHEDULE_ROW =
  '15986,2018-19,regular,2018-09-23T20:45:00+02:00,217,BAR,Barcelona,211,GIR,Girona';

/** A schedule of those rows. */
export function scheduleOf(...rows: string[]): ScheduleEntry[] {
  const lines = rows.map((row) => row.split(','));
  return readMatchSchedule({
    file: 'schedule.csv',
    content: { kind: 'csv', header: SCHEDULE_COLUMNS, rows: lines },
  });
}

export function json(file: string, value: unknown): Document {
  return { file, content: { kind: 'json', value } };
}

export function bundle(
  gameId: string,
  plays: Document,
  box: Document | null,
  schedule: ScheduleEntry | null = null,
): GameBundle {
  const companions = box === null ? [] : [{ role: 'box' as Role, document: box }];
  return { league: league.code, gameId, plays, companions, schedule };
}

export const MA3 = () => realDocument('soccer', 'statsperform_ma3.json.gz');
export const MA1 = () => realDocument('soccer', 'statsperform_ma1.json.gz');
export const EVENTS = () => realDocument('soccer', 'statsbomb_events_15986.json.gz');
const LINE_UPS = () => realDocument('soccer', 'statsbomb_lineups_15986.json.gz');

/** Read and fold once a test file: the games are never changed. */
function once(make: (complete: boolean) => FoldedGame): (complete?: boolean) => FoldedGame {
  const made = new Map<boolean, FoldedGame>();
  return (complete = true) => {
    const game = made.get(complete) ?? make(complete);
    made.set(complete, game);
    return game;
  };
}

/** Hamburger SV v Sandhausen, with or without MA1. */
export const statsPerform = once((complete) =>
  foldGame(readStatsPerformGame(bundle('71pif9hi2vwzp6q0xzilyxst0', MA3(), complete ? MA1() : null)), league),
);

/** Barcelona v Girona, with or without line-ups. */
export const statsBomb = once((complete) => {
  const schedule = scheduleOf(SCHEDULE_ROW)[0] ?? null;
  return foldGame(
    readStatsBombGame(bundle(MATCH_ID, EVENTS(), complete ? LINE_UPS() : null, schedule)),
    league,
  );
});
