/**
 * The routes that are asked with GET and answer JSON: their paths, and the types of what they take and give, which
 * are those of the server's own schemas. Only types are shared: nothing of the server runs here.
 */
import type { z } from 'zod';
import type { QUERY as CHANGES, Changes } from '../http/routes/changes.ts';
import type { QUERY as CORRECTIONS } from '../http/routes/corrections.ts';
import type { QUERY as COVERAGE, Coverage } from '../http/routes/coverage.ts';
import type { GAME, GAMES, PLAYS } from '../http/routes/games.ts';
import type { QUERY as INTERVAL } from '../http/routes/interval.ts';
import type { QUERY as LEADERS } from '../http/routes/leaders.ts';
import type { STANDINGS, STATE } from '../http/routes/league.ts';
import type { BASIS, INGESTS, SEARCH } from '../http/routes/ledger.ts';
import type { Differences, LIMIT, Loaded } from '../http/routes/loaded.ts';
import type { QUERY as MILESTONES } from '../http/routes/milestones.ts';
import type { QUERY as STATS } from '../http/routes/stats.ts';
import type { QUERY as TIMELINE } from '../http/routes/timeline.ts';
import type { ASSISTS, LINEUPS } from '../http/routes/together.ts';
import type { intervalOf } from '../http/schemas/interval.ts';
import type { Leaders } from '../http/schemas/leaders.ts';
import type { LeagueState, Standings } from '../http/schemas/league.ts';
import type { milestonesOf } from '../http/schemas/milestones.ts';
import type { timelineOf } from '../http/schemas/timeline.ts';
import type { Assists, Lineups } from '../http/schemas/together.ts';
import type {
  Basis,
  Corrections,
  Game,
  Games,
  Ingests,
  PlayerStats,
  Plays,
  SearchResult,
  TeamStats,
} from '../http/schemas.ts';

export const PATHS = {
  playerStats: '/v1/{league}/players/{player_id}/stats',
  teamStats: '/v1/{league}/teams/{team_id}/stats',
  playerInterval: '/v1/{league}/players/{player_id}/interval',
  teamInterval: '/v1/{league}/teams/{team_id}/interval',
  playerTimeline: '/v1/{league}/players/{player_id}/timeline',
  teamTimeline: '/v1/{league}/teams/{team_id}/timeline',
  playerMilestones: '/v1/{league}/players/{player_id}/milestones',
  teamMilestones: '/v1/{league}/teams/{team_id}/milestones',
  leaders: '/v1/{league}/leaders',
  games: '/v1/{league}/games',
  game: '/v1/{league}/games/{game_id}',
  plays: '/v1/{league}/games/{game_id}/plays',
  changes: '/v1/{league}/games/{game_id}/changes',
  state: '/v1/{league}/state',
  standings: '/v1/{league}/standings',
  lineups: '/v1/{league}/teams/{team_id}/lineups',
  assists: '/v1/{league}/teams/{team_id}/assists',
  corrections: '/v1/{league}/corrections',
  differences: '/v1/{league}/differences',
  loaded: '/v1/loaded',
  coverage: '/v1/coverage',
  basis: '/v1/basis',
  ingests: '/v1/ingests',
  search: '/v1/search',
} as const;

/** Query and answer of a route. */
interface Route<Query extends z.ZodRawShape, Answer extends z.ZodType> {
  readonly query: z.input<z.ZodObject<Query>>;
  readonly answer: z.output<Answer>;
}

interface Routes {
  playerStats: Route<typeof STATS, typeof PlayerStats>;
  teamStats: Route<typeof STATS, typeof TeamStats>;
  playerInterval: Route<typeof INTERVAL, ReturnType<typeof intervalOf>>;
  teamInterval: Route<typeof INTERVAL, ReturnType<typeof intervalOf>>;
  playerTimeline: Route<typeof TIMELINE, ReturnType<typeof timelineOf>>;
  teamTimeline: Route<typeof TIMELINE, ReturnType<typeof timelineOf>>;
  playerMilestones: Route<typeof MILESTONES, ReturnType<typeof milestonesOf>>;
  teamMilestones: Route<typeof MILESTONES, ReturnType<typeof milestonesOf>>;
  leaders: Route<typeof LEADERS, typeof Leaders>;
  games: Route<typeof GAMES, typeof Games>;
  game: Route<typeof GAME, typeof Game>;
  plays: Route<typeof PLAYS, typeof Plays>;
  changes: Route<typeof CHANGES, typeof Changes>;
  state: Route<typeof STATE, typeof LeagueState>;
  standings: Route<typeof STANDINGS, typeof Standings>;
  lineups: Route<typeof LINEUPS, typeof Lineups>;
  assists: Route<typeof ASSISTS, typeof Assists>;
  corrections: Route<typeof CORRECTIONS, typeof Corrections>;
  differences: Route<typeof LIMIT, typeof Differences>;
  // biome-ignore lint/complexity/noBannedTypes: it takes no parameter
  loaded: Route<{}, typeof Loaded>;
  coverage: Route<typeof COVERAGE, typeof Coverage>;
  basis: Route<typeof BASIS, typeof Basis>;
  ingests: Route<typeof INGESTS, typeof Ingests>;
  search: Route<typeof SEARCH, typeof SearchResult>;
}

/** A value of a parameter: instants may be dates, lists are joined with commas. */
export type Value = string | number | Date | readonly string[];

type NamesIn<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}`
  ? Name | NamesIn<Rest>
  : never;

type Loose<Query> = { [Name in keyof Query]: string extends Query[Name] ? Value : Query[Name] };

export type RouteName = keyof typeof PATHS;

/** What a route is asked with: the parameters of its path and of its query, by their names in the API. */
export type Asked<Name extends RouteName> = Readonly<
  Record<NamesIn<(typeof PATHS)[Name]>, string> & Loose<Routes[Name]['query']>
>;

/** What it answers. */
export type Answer<Name extends RouteName> = Routes[Name]['answer'];
