/** What MLB's StatsAPI `feed/live` covers. */
import { counters, type FeedCoverage } from '../coverage.ts';
import { FEED } from './game.ts';

export const MLB_COVERAGE: FeedCoverage = {
  feed: FEED,
  leagues: ['mlb'],
  identity: 'atBatIndex, with the index of the event inside it',
  order: 'atBatIndex, then the index of the event; the result last',
  clock: {
    precision: ['millisecond'],
    method: ['feed'],
    note: 'what happens within a plate appearance counts at its own instant, the result at its end, UTC',
  },
  editTime: false,
  floor: 'none',
  box: 'lines',
  counters: counters({
    exact: [
      ...['pa', 'ab', 'h', 'doubles', 'triples', 'hr', 'rbi', 'r', 'bb', 'so', 'hbp', 'sb', 'cs', 'sh', 'sf'],
      ...['tb', 'e', 'p_bf', 'p_ab', 'p_h', 'p_doubles', 'p_triples', 'p_hr', 'p_bb', 'p_so', 'p_hbp'],
      ...['p_r', 'p_er', 'p_outs', 'p_pitches', 'p_balls', 'p_strikes'],
    ],
    derived: ['games'],
  }),
  gaps: [],
  notes: [
    'runs batted in, earned runs and errors are the official scorer’s, as the feed states them',
    'official lines are compared only once the game is over',
  ],
};
