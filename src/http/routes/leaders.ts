/** Who leads in a stat at an instant. */

import { type OpenAPIHono, z } from '@hono/zod-openapi';
import { DateTime } from 'luxon';
import { SCOPES } from '../../asof/combine.ts';
import { answerLeaders } from '../../asof/leaders.ts';
import { KINDS } from '../../plays/kind.ts';
import type { League } from '../../sports/leagues.ts';
import { answer, notModified } from '../cache.ts';
import { checkCounter } from '../counters.ts';
import {
  asOfParameter,
  integer,
  readLeague,
  readQuery,
  resolveAsOf,
  SHARED,
  seasonTypeParameter,
} from '../parameters.ts';
import { Problem } from '../problem.ts';
import { get, type Services } from '../route.ts';
import { Leaders } from '../schemas/leaders.ts';

export const QUERY = {
  counter: z.string().openapi({
    description:
      'A counter or a derived stat of the sport; in a game or a season also a figure from other lines of the games, such as usage or pace',
  }),
  scope: z.enum(SCOPES).default('season').openapi({
    description:
      'In a game going on or of that day, in the season of the instant, or in the career up to the instant',
  }),
  of: z.enum(KINDS).default('player').openapi({ description: 'Whose leaders' }),
  season_type: seasonTypeParameter,
  as_of: asOfParameter,
  ...SHARED,
  min_games: integer(0, 10_000).default(1).openapi({ type: 'integer', description: 'Games at least' }),
  min: z.string().optional().openapi({
    description: 'Least values of counters, comma separated: `fga:300,ast:100`',
  }),
  order: z.enum(['desc', 'asc']).default('desc').openapi({ description: 'Greatest first, or least first' }),
  limit: integer(1, 200).default(10),
};

export function leaderRoutes(app: OpenAPIHono, { pool }: Services): void {
  const definition = {
    path: '/v1/{league}/leaders',
    summary: 'Who leads in a counter or derived stat at an instant, ties named',
    tag: 'As of an instant',
    query: QUERY,
    answer: Leaders,
    example: { counter: 'pts' },
  };
  get(app, definition, async (c) => {
    const league = readLeague(c);
    const query = readQuery(c, QUERY);
    const held = await notModified(c, pool, query.basis ?? null);
    if (held !== null) return held;
    checkStat(league, query);
    const least = { games: query.min_games, ...readLeast(league, query.min) };
    const asOf = await resolveAsOf(pool, query);
    const body = await answerLeaders(pool, {
      league,
      kind: query.of,
      stat: query.counter,
      scope: query.scope,
      seasonType: query.season_type,
      asOf,
      date: DateTime.fromMillis(asOf.at, { zone: league.zone }).toISODate() ?? '',
      least,
      direction: query.order,
      limit: query.limit,
    });
    return answer(c, body, query.basis !== undefined);
  });
}

type Wanted = Pick<z.output<z.ZodObject<typeof QUERY>>, 'counter' | 'of' | 'scope'>;

function checkStat({ name: league, sport }: League, { counter: name, of, scope }: Wanted): void {
  const { counters, derived, gameFigures } = sport;
  const named = gameFigures.filter((figure) => figure.name === name);
  const own = gameFigures.filter(({ whose }) => whose === of);
  const stats = [...counters, ...derived, ...(scope === 'career' ? [] : own)].map((stat) => stat.name);
  if (stats.includes(name)) return;
  const reason =
    named.length === 0
      ? `${league} has no counter or derived stat "${name}"`
      : scope === 'career'
        ? `"${name}" needs other lines of every game, which are added up for a game or a season, not for a career`
        : `"${name}" is a figure of ${named.map(({ whose }) => `${whose}s`).join()}, not of ${of}s`;
  throw new Problem('invalid-parameter', `counter: ${reason}`, { parameter: 'counter', counters: stats });
}

/** `fga:300,ast:100` by name. */
function readLeast(league: League, text: string | undefined): Record<string, number> {
  if (text === undefined) return {};
  const least = text.split(',').map((item) => {
    const [, name = '', value = ''] = /^(\w+):(\d{1,9}(?:\.\d{1,2})?)$/.exec(item.trim()) ?? [];
    if (name === '') {
      throw new Problem('invalid-parameter', `min: "${item}" is not like fga:300`, { parameter: 'min' });
    }
    checkCounter(league, 'min', name);
    return [name, Number(value)] as const;
  });
  return Object.fromEntries(least);
}
