/** What stats.nba.com's playbyplayv2 covers, with its box score and summary. */
import { counters, type FeedCoverage } from '../coverage.ts';

export const STATS_V2_COVERAGE: FeedCoverage = {
  feed: 'stats_v2',
  leagues: ['nba', 'wnba', 'gleague', 'demo'],
  identity: 'EVENTNUM',
  order: 'order of the rows',
  clock: {
    precision: ['minute'],
    method: ['minute_string'],
    note: 'WCTIMESTRING, local time to the minute; each play is placed inside its minute by the game clock',
  },
  editTime: false,
  floor: 'inferred',
  box: 'lines',
  counters: counters({
    exact: ['pts', 'fgm', 'fga', 'fg3m', 'fg3a', 'ftm', 'fta', 'reb', 'ast', 'stl', 'blk', 'tov', 'pf'],
    derived: ['games', 'seconds', 'oreb', 'dreb', 'plus_minus'],
  }),
  gaps: [],
  notes: [
    'official lines come with boxscoretraditionalv2 only',
    'whether a rebound is offensive is told by the running total of the player, and of a team by who missed last',
  ],
};
