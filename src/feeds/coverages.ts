/** What every feed covers. Adding a feed adds its statement here. */
import type { FeedCoverage } from './coverage.ts';
import { FACTS_COVERAGE } from './facts/coverage.ts';
import { MLB_COVERAGE } from './mlb/coverage.ts';
import { NBA_LIVE_COVERAGE } from './nba-live/coverage.ts';
import { NFL_COVERAGE } from './nfl/coverage.ts';
import { API_WEB_COVERAGE, STATSAPI_COVERAGE } from './nhl/coverage.ts';
import { STATS_PERFORM_COVERAGE, STATSBOMB_COVERAGE } from './soccer/coverage.ts';
import { STATS_V2_COVERAGE } from './stats-v2/coverage.ts';

export const COVERAGES: readonly FeedCoverage[] = [
  STATS_V2_COVERAGE,
  NBA_LIVE_COVERAGE,
  FACTS_COVERAGE,
  NFL_COVERAGE,
  MLB_COVERAGE,
  STATSAPI_COVERAGE,
  API_WEB_COVERAGE,
  STATS_PERFORM_COVERAGE,
  STATSBOMB_COVERAGE,
];
