/** Small documents made by hand: home players h1 to h12 against a1 to a12, the first eleven starting. */
import type { Document } from '../../src/feeds/feed.ts';
import { readStatsBombGame } from '../../src/feeds/soccer/statsbomb.ts';
import { readStatsPerformGame } from '../../src/feeds/soccer/statsperform.ts';
import type { NormalGame } from '../../src/plays/game.ts';
import { bundle, json, MATCH_ID, SCHEDULE_ROW, scheduleOf } from './matches.ts';

export type Cells = Readonly<Record<string, unknown>>;

const squad = (letter: string) => Array.from({ length: 12 }, (_, index) => `${letter}${index + 1}`);
const SLOTS = squad('').map((_, index) => (index < 11 ? index + 1 : 0));

export function matchInfo(own: Cells = {}): Cells {
  return {
    id: 'match',
    date: '2021-09-11Z',
    time: '18:30:00Z',
    lastUpdated: '2021-09-12T00:00:00Z',
    tournamentCalendar: { name: '2021/2022' },
    contestant: [
      { id: 'home', name: 'Homers', code: 'HOM', position: 'home' },
      { id: 'away', name: 'Aways', code: 'AWY', position: 'away' },
    ],
    ...own,
  };
}

export const q = (...ids: number[]) => ids.map((qualifierId) => ({ qualifierId }));

/** Events a second apart in the first half, of the home team's first player unless told otherwise. */
export function ma3(list: readonly Cells[], header: Cells = {}): Document {
  const at = (second: number) => new Date(Date.UTC(2021, 8, 11, 18, 30, second)).toISOString();
  const setUp = (team: string, letter: string, id: number) => ({
    id,
    eventId: 1,
    typeId: 34,
    periodId: 16,
    timeMin: 0,
    timeSec: 0,
    contestantId: team,
    outcome: 1,
    timeStamp: at(0),
    qualifier: [
      { qualifierId: 30, value: squad(letter).join(', ') },
      { qualifierId: 131, value: SLOTS.join(', ') },
    ],
  });
  const events = list.map((own, index) => ({
    id: index + 100,
    eventId: index + 10,
    typeId: 61,
    periodId: 1,
    timeMin: 0,
    timeSec: index,
    contestantId: 'home',
    playerId: 'h1',
    playerName: 'H. One',
    outcome: 1,
    timeStamp: at(index),
    lastModified: at(index),
    ...own,
  }));
  const event = [setUp('home', 'h', 1), setUp('away', 'a', 2), ...events];
  return json('ma3.json', { matchInfo: matchInfo(header), liveData: { event } });
}

export function statsPerformGame(list: readonly Cells[], box: Document | null = null): NormalGame {
  return readStatsPerformGame(bundle('match', ma3(list), box));
}

/** Credits of the plays, as "side player counter". */
export function creditsOf(game: NormalGame): string[][] {
  return game.plays.map(({ credits }) =>
    credits.map(({ side, playerId, counter }) => `${side} ${playerId ?? 'team'} ${counter}`),
  );
}

/** StatsBomb events a second apart, by Barcelona's player 1 unless told otherwise. */
export function events(list: readonly Cells[]): Cells[] {
  return list.map((own, index) => ({
    id: `event-${index + 1}`,
    index: index + 1,
    period: 1,
    timestamp: `00:00:${String(index).padStart(2, '0')}.000`,
    type: { id: 0, name: 'Carry' },
    team: { id: 217, name: 'Barcelona' },
    player: { id: 1, name: 'One' },
    ...own,
  }));
}

export const named = (name: string) => ({ id: 0, name });

export function statsBombGame(list: readonly Cells[], lineUps: Document | null = null): NormalGame {
  const schedule = scheduleOf(SCHEDULE_ROW)[0] ?? null;
  return readStatsBombGame(bundle(MATCH_ID, json('15986.json', events(list)), lineUps, schedule));
}
