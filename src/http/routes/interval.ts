/** What was earned in an interval: by instants, by a game's clock, or in the last games. */
import { type OpenAPIHono, z } from '@hono/zod-openapi';
import { type GameStretch, NoSuchTimeError } from '../../asof/game-stretch.ts';
import { parseInstant } from '../../asof/instant.ts';
import { answerInterval } from '../../asof/interval.ts';
import { answerLastGames } from '../../asof/last-games.ts';
import type { Kind } from '../../plays/kind.ts';
import { answer, notModified } from '../cache.ts';
import { found } from '../found.ts';
import { clockParameter } from '../game-clock.ts';
import {
  integer,
  readLeague,
  readQuery,
  resolveAsOf,
  resolveBasis,
  SHARED,
  seasonTypeParameter,
} from '../parameters.ts';
import { Problem } from '../problem.ts';
import { get, type Services } from '../route.ts';
import { intervalOf } from '../schemas/interval.ts';

const MAX_GAMES = 1000;
const period = integer(1, 99).optional();
// Without examples of their own: they do not all go together.
export const QUERY = {
  from: z.string().optional().openapi({ description: 'Start, exclusive: RFC 3339, or local time with `tz`' }),
  to: z
    .string()
    .optional()
    .openapi({ description: 'End, inclusive; with `boundary=before` it is the other way round' }),
  game_id: z.string().optional().openapi({ description: 'By the clock of this game' }),
  period: period.openapi({ type: 'integer', description: 'One period of the game' }),
  from_period: period.openapi({ type: 'integer', description: 'The stretch begins in this period' }),
  from_clock: clockParameter.optional().openapi({
    type: 'string',
    description:
      'and at this time left, as `7:32`, `0:04.3` or seconds (outs, where those are counted; time gone, where the ' +
      'referee ends the period); default: its beginning',
  }),
  to_period: period.openapi({ type: 'integer', description: 'The stretch ends in this period' }),
  to_clock: clockParameter.optional().openapi({
    type: 'string',
    description: 'and at this time left; default: its end',
  }),
  last_games: integer(1, MAX_GAMES)
    .optional()
    .openapi({ type: 'integer', description: 'The last so many games played in as of `as_of`' }),
  as_of: z.string().optional().openapi({ description: 'Instant asked about, with `last_games`' }),
  ...SHARED,
  season_type: seasonTypeParameter,
};
type Query = ReturnType<typeof readQuery<typeof QUERY>>;

export function intervalRoutes(app: OpenAPIHono, services: Services): void {
  route(app, services, 'player');
  route(app, services, 'team');
}

function route(app: OpenAPIHono, { pool }: Services, kind: Kind): void {
  const definition = {
    path: `/v1/{league}/${kind}s/{${kind}_id}/interval`,
    summary: `What a ${kind} earned between two instants, in a stretch of a game, or in the last games`,
    tag: 'Between instants',
    query: QUERY,
    answer: intervalOf(kind),
    example: { from: '2023-10-25T01:00:00Z', to: '2023-10-25T01:21:13.000Z' },
  };
  get(app, definition, async (c) => {
    const league = readLeague(c);
    const query = readQuery(c, QUERY);
    const id = c.req.param(`${kind}_id`) ?? '';
    const ask = questionOf(query);
    const held = await notModified(c, pool, query.basis ?? null);
    if (held !== null) return held;
    const subject = { league, kind, id, seasonType: query.season_type };
    const body =
      ask.way === 'last_games'
        ? await answerLastGames(pool, {
            ...subject,
            games: ask.games,
            asOf: await resolveAsOf(pool, { ...query, as_of: ask.asOf }),
          })
        : await answerInterval(pool, {
            ...subject,
            stretch: ask.stretch,
            boundary: query.boundary,
            basis: await resolveBasis(pool, query),
          }).catch((error: unknown) => refuse(error, query));
    return answer(c, found(body, league, kind, id), query.basis !== undefined);
  });
}

type Ask =
  | { readonly way: 'last_games'; readonly games: number; readonly asOf: string }
  | { readonly way: 'stretch'; readonly stretch: GameStretch | { from: number; to: number } };

const BY_CLOCK = ['period', 'from_period', 'from_clock', 'to_period', 'to_clock'] as const;

/** Which of the three ways is asked; parameters of another way are refused, for they would be ignored. */
function questionOf(query: Query): Ask {
  const { last_games, game_id, as_of, from, to } = query;
  if (last_games !== undefined) {
    only(query, 'last_games', ['from', 'to', 'game_id', ...BY_CLOCK]);
    return { way: 'last_games', games: last_games, asOf: required('as_of', as_of) };
  }
  if (game_id !== undefined) {
    only(query, 'game_id', ['from', 'to', 'as_of']);
    return { way: 'stretch', stretch: gameStretch(query, game_id) };
  }
  only(query, 'from and to', ['as_of', ...BY_CLOCK]);
  const stretch = {
    from: parseInstant(required('from', from), query.tz ?? null),
    to: parseInstant(required('to', to), query.tz ?? null),
  };
  if (stretch.from > stretch.to) wrong('from', 'it is later than to');
  return { way: 'stretch', stretch };
}

function gameStretch(query: Query, gameId: string): GameStretch {
  const { period, from_period, from_clock, to_period, to_clock } = query;
  if (period !== undefined) {
    only(query, 'period', ['from_period', 'from_clock', 'to_period', 'to_clock']);
    return { gameId, from: { period, clock: null }, to: { period, clock: null } };
  }
  if (from_clock !== undefined && from_period === undefined) wrong('from_clock', 'it needs from_period');
  if (to_clock !== undefined && to_period === undefined) wrong('to_clock', 'it needs to_period');
  const end = (of: number | undefined, clock: number | undefined) =>
    of === undefined ? null : { period: of, clock: clock ?? null };
  return { gameId, from: end(from_period, from_clock), to: end(to_period, to_clock) };
}

function only(query: Query, way: string, others: readonly (keyof Query)[]): void {
  const other = others.find((name) => query[name] !== undefined);
  if (other !== undefined) wrong(other, `it does not go with ${way}`);
}

function required(name: string, value: string | undefined): string {
  return value ?? wrong(name, 'it is required');
}

function wrong(parameter: string, reason: string): never {
  throw new Problem('invalid-parameter', `${parameter}: ${reason}`, { parameter });
}

function refuse(error: unknown, { period }: Query): never {
  if (error instanceof NoSuchTimeError) {
    const isPeriod = period !== undefined && error.parameter.endsWith('_period');
    wrong(isPeriod ? 'period' : error.parameter, error.message);
  }
  throw error;
}
