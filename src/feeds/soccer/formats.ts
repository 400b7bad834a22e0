/** Soccer: Stats Perform MA3 and MA1, StatsBomb events and line-ups, and a schedule for the latter. */
import { z } from 'zod';
import type { Content } from '../document.ts';
import type { Claim, Format, Role } from '../feed.ts';
import { STATS_PERFORM, STATSBOMB } from './feeds.ts';
import { LEAGUE } from './match-clock.ts';
import { readStatsBombGame } from './statsbomb.ts';
import { readMatchSchedule, SCHEDULE_COLUMNS } from './statsbomb-schedule.ts';
import { readStatsPerformGame } from './statsperform.ts';

const Match = z.object({
  matchInfo: z.looseObject({ id: z.string(), tournamentCalendar: z.unknown(), contestant: z.unknown() }),
  liveData: z.looseObject({}),
});
const First = z.tuple([z.looseObject({})], z.unknown());

function json(content: Content): unknown {
  return content.kind === 'json' ? content.value : null;
}

function ofMatch(name: string, role: Role, field: string): Format {
  return {
    name,
    recognise(content) {
      const read = Match.safeParse(json(content));
      if (!read.success || !(field in read.data.liveData)) return null;
      return { format: name, feed: STATS_PERFORM, role, league: LEAGUE, gameId: read.data.matchInfo.id };
    },
  };
}

/** The content holds no match id: it is the number at the end of the file's name, where that is given. */
function ofArray(name: string, role: Role, fields: readonly string[]) {
  return {
    name,
    recognise(content: Content, file = ''): Claim | null {
      const read = First.safeParse(json(content));
      const first = read.data?.[0];
      if (first === undefined || !fields.every((field) => field in first)) return null;
      const gameId = /(\d+)\.json(\.gz)?$/i.exec(file)?.[1] ?? null;
      return { format: name, feed: STATSBOMB, role, league: LEAGUE, gameId };
    },
  };
}

export const SOCCER_FORMATS: readonly Format[] = [
  { ...ofMatch('Stats Perform MA3 events', 'plays', 'event'), readGame: readStatsPerformGame },
  ofMatch('Stats Perform MA1 match', 'box', 'lineUp'),
  {
    ...ofArray('StatsBomb events', 'plays', ['id', 'index', 'period', 'timestamp', 'type', 'team']),
    readGame: readStatsBombGame,
  },
  ofArray('StatsBomb line-ups', 'box', ['team_id', 'team_name', 'lineup']),
  {
    name: 'Soccer schedule',
    recognise(content) {
      const known = content.kind === 'csv' && SCHEDULE_COLUMNS.every((name) => content.header.includes(name));
      return known
        ? { format: this.name, feed: STATSBOMB, role: 'schedule', league: LEAGUE, gameId: null }
        : null;
    },
    readSchedule: readMatchSchedule,
  },
];
