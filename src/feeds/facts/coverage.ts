/** What the facts files cover: official season totals, without plays. */
import { counters, type FeedCoverage } from '../coverage.ts';

export const FACTS_COVERAGE: FeedCoverage = {
  feed: 'facts',
  leagues: ['nba'],
  identity: 'player_id, season and season_type',
  order: 'seasons by their dates',
  clock: { precision: ['season'], method: [], note: 'no plays: totals of a whole part of a season' },
  editTime: false,
  floor: 'none',
  box: 'none',
  counters: counters({
    exact: [
      ...['games', 'pts', 'fgm', 'fga', 'fg3m', 'fg3a', 'ftm', 'fta', 'oreb', 'dreb', 'reb', 'ast', 'stl'],
      ...['blk', 'tov', 'pf'],
    ],
    not_available: ['seconds', 'plus_minus'],
  }),
  gaps: [],
  notes: ['an empty cell was not recorded then, and is answered as null'],
};
