/** What the NHL's two feeds cover. Time on ice and plus/minus neither tells. */
import { counters, type FeedCoverage } from '../coverage.ts';
import { API_WEB, STATSAPI } from './feeds.ts';
import { LEAGUE } from './game-id.ts';

const PLAIN = [
  ...['goals', 'assists', 'shots', 'shot_attempts', 'hits', 'blocked', 'faceoff_wins', 'faceoffs_taken'],
  ...['giveaways', 'takeaways', 'shots_against', 'saves', 'goals_against'],
];
const BY_STRENGTH = ['pp_goals', 'pp_assists', 'sh_goals', 'sh_assists'];
const BENCH = 'a bench penalty counts for the team: the feed names who served it, not who earned it';

export const STATSAPI_COVERAGE: FeedCoverage = {
  feed: STATSAPI,
  leagues: [LEAGUE],
  identity: 'eventId',
  order: 'order of the file among the events of a second',
  clock: {
    precision: ['second'],
    method: ['feed', 'interpolated'],
    note: 'about.dateTime, UTC, whole seconds; the opening of the sheet takes the instant of the event after it',
  },
  editTime: false,
  floor: 'none',
  box: 'lines',
  counters: counters({ exact: [...PLAIN, ...BY_STRENGTH], derived: ['games', 'pim'] }),
  gaps: [],
  notes: [BENCH],
};

export const API_WEB_COVERAGE: FeedCoverage = {
  feed: API_WEB,
  leagues: [LEAGUE],
  identity: 'eventId',
  order: 'sortOrder',
  clock: {
    precision: ['game'],
    method: ['interpolated'],
    note: 'no wall clock: placed from the scheduled start by game clock and breaks, with wide bounds',
  },
  editTime: false,
  floor: 'none',
  box: 'lines',
  counters: counters({ exact: PLAIN, derived: ['games', 'pim', ...BY_STRENGTH] }),
  gaps: [],
  notes: [
    BENCH,
    'official lines hold the shots of the two teams only',
    'strength is worked out from the situation code of the goal',
  ],
};
