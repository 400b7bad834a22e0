/** What the NBA's live CDN covers, with its box score. */
import { counters, type FeedCoverage } from '../coverage.ts';

export const NBA_LIVE_COVERAGE: FeedCoverage = {
  feed: 'nba_live',
  leagues: ['nba', 'wnba', 'gleague', 'demo'],
  identity: 'actionNumber',
  order: 'orderNumber',
  clock: {
    precision: ['millisecond'],
    method: ['feed'],
    note: 'timeActual, UTC, written to tenths of a second',
  },
  editTime: true,
  floor: 'inferred',
  box: 'lines',
  counters: counters({
    exact: [
      ...['pts', 'fgm', 'fga', 'fg3m', 'fg3a', 'ftm', 'fta', 'oreb', 'dreb', 'reb', 'ast', 'stl', 'blk'],
      ...['tov', 'pf'],
    ],
    derived: ['games', 'seconds', 'plus_minus'],
  }),
  gaps: [],
  notes: [
    'official lines and the starters of the game come with the box score only',
    'changes between periods are not always told',
  ],
};
