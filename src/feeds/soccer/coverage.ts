/** What the two providers of soccer cover. */
import { counters, type FeedCoverage } from '../coverage.ts';
import { STATS_PERFORM, STATSBOMB } from './feeds.ts';
import { LEAGUE } from './match-clock.ts';

const PLAIN = [
  ...[
    'goals',
    'own_goals',
    'shots',
    'shots_on_target',
    'passes',
    'passes_completed',
    'key_passes',
    'crosses',
  ],
  ...['corners', 'tackles', 'tackles_won', 'interceptions', 'clearances', 'fouls', 'fouls_won', 'offsides'],
  ...['yellow_cards', 'second_yellows', 'red_cards', 'saves'],
];

export const STATS_PERFORM_COVERAGE: FeedCoverage = {
  feed: STATS_PERFORM,
  leagues: [LEAGUE],
  identity: 'id of the event',
  order: 'order of the file among the events of an instant',
  clock: { precision: ['millisecond'], method: ['feed'], note: 'timeStamp, UTC' },
  editTime: true,
  floor: 'told',
  box: 'lines',
  counters: counters({ exact: PLAIN, derived: ['games', 'seconds', 'assists'] }),
  gaps: [],
  notes: [
    'official lines come with MA1 only, and hold appearances, minutes, goals, assists and cards',
    'an assist is the pass marked so before the goal, counted when the goal falls',
    'tackles, interceptions and clearances are what the provider calls so',
  ],
};

export const STATSBOMB_COVERAGE: FeedCoverage = {
  feed: STATSBOMB,
  leagues: [LEAGUE],
  identity: 'id of the event',
  order: 'order of play among the events of an instant',
  clock: {
    precision: ['game'],
    method: ['scheduled'],
    note: 'no wall clock: milliseconds since the start of the period, placed from the scheduled kick-off with usual breaks',
  },
  editTime: false,
  floor: 'told',
  box: 'none',
  counters: counters({ exact: [...PLAIN, 'assists'], derived: ['games', 'seconds'] }),
  gaps: [],
  notes: ['tackles, interceptions and clearances are what the provider calls so'],
};
