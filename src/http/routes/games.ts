/** Games of an instant, one game at an instant, and its plays. */
import type { OpenAPIHono } from '@hono/zod-openapi';
import { DateTime } from 'luxon';
import { answerGame, answerGames } from '../../asof/game.ts';
import { readGame } from '../../asof/game-state.ts';
import { parseInstant } from '../../asof/instant.ts';
import { newestBasis } from '../../asof/ledger.ts';
import { readPlays } from '../../asof/plays.ts';
import { inSnapshot } from '../../asof/query.ts';
import { clockReader } from '../../sports/clock.ts';
import { answer, notModified } from '../cache.ts';
import { readPlayCursor, resolvePageBasis, writeCursor } from '../cursor.ts';
import { found } from '../found.ts';
import {
  asOfParameter,
  cursorParameter,
  integer,
  readLeague,
  readQuery,
  resolveAsOf,
  resolveBasis,
  SHARED,
} from '../parameters.ts';
import { Problem } from '../problem.ts';
import { get, type Services } from '../route.ts';
import { Game, Games, Plays } from '../schemas.ts';

export const GAMES = { as_of: asOfParameter, ...SHARED };
export const GAME = { as_of: asOfParameter.optional(), ...SHARED };
export const PLAYS = {
  from: asOfParameter.optional(),
  to: asOfParameter.optional(),
  tz: SHARED.tz,
  basis: SHARED.basis,
  known_at: SHARED.known_at,
  edited_after: integer(0, 1_000_000_000).optional().openapi({
    type: 'integer',
    description: 'Only plays that the feed edited more than so many seconds after they happened',
  }),
  limit: integer(1, 1000).default(500),
  cursor: cursorParameter,
};
const TAG = 'As of an instant';
const FIRST = Date.UTC(1, 0);
const LAST = Date.UTC(9999, 11, 31);

export function gameRoutes(app: OpenAPIHono, services: Services): void {
  gamesRoute(app, services);
  gameRoute(app, services);
  playsRoute(app, services);
}

function gamesRoute(app: OpenAPIHono, { pool }: Services): void {
  get(
    app,
    {
      path: '/v1/{league}/games',
      summary: 'Games of an instant: in progress first, then that day’s',
      tag: TAG,
      query: GAMES,
      answer: Games,
    },
    async (c) => {
      const league = readLeague(c);
      const query = readQuery(c, GAMES);
      const held = await notModified(c, pool, query.basis ?? null);
      if (held !== null) return held;
      const asOf = await resolveAsOf(pool, query);
      const date = DateTime.fromMillis(asOf.at, { zone: league.zone }).toISODate() ?? '';
      const body = await inSnapshot(pool, async (db) =>
        answerGames(db, league, date, asOf, await newestBasis(db)),
      );
      return answer(c, body, query.basis !== undefined);
    },
  );
}

function gameRoute(app: OpenAPIHono, { pool }: Services): void {
  get(
    app,
    {
      path: '/v1/{league}/games/{game_id}',
      summary: 'A whole game at an instant: state, floor, box',
      tag: TAG,
      query: GAME,
      answer: Game,
      example: { as_of: '2023-10-25T01:21:13.000Z' },
    },
    async (c) => {
      const league = readLeague(c);
      const query = readQuery(c, GAME);
      const at = query.as_of === undefined ? null : parseInstant(query.as_of, query.tz ?? null);
      const held = await notModified(c, pool, query.basis ?? null);
      if (held !== null) return held;
      const basis = await resolveBasis(pool, query);
      const id = c.req.param('game_id') ?? '';
      const question = { league, id, at, boundary: query.boundary, basis };
      const body = await inSnapshot(pool, (db) => answerGame(db, question));
      return answer(c, found(body, league, 'game', id), query.basis !== undefined);
    },
  );
}

function playsRoute(app: OpenAPIHono, { pool }: Services): void {
  get(
    app,
    {
      path: '/v1/{league}/games/{game_id}/plays',
      summary: 'The plays of a game in order',
      tag: TAG,
      query: PLAYS,
      answer: Plays,
    },
    async (c) => {
      const league = readLeague(c);
      const query = readQuery(c, PLAYS);
      const instant = (text: string | undefined, otherwise: number) =>
        text === undefined ? otherwise : parseInstant(text, query.tz ?? null);
      const [from, to] = [instant(query.from, FIRST), instant(query.to, LAST)];
      if (from > to)
        throw new Problem('invalid-parameter', 'from: it is later than to', { parameter: 'from' });
      const cursor = query.cursor === undefined ? null : readPlayCursor(query.cursor);
      const basis = await resolvePageBasis(pool, query, cursor);
      const id = c.req.param('game_id') ?? '';
      const body = await inSnapshot(pool, async (db) => {
        const row = await readGame(db, league.code, id, { at: LAST, boundary: 'at', basis });
        const game = found(row, league, 'game', id);
        const after = cursor?.after ?? null;
        const page = await readPlays(db, {
          league: league.code,
          gameKey: game.game_key,
          from,
          to,
          after,
          editedAfter: query.edited_after ?? null,
          limit: query.limit,
          basis,
          clock: clockReader(league, game),
        });
        const next = page.next === null ? null : writeCursor({ basis: game.basis, after: page.next });
        return { league: league.code, game_id: id, basis: game.basis, plays: page.plays, next_cursor: next };
      });
      return answer(c, body, query.basis !== undefined);
    },
  );
}
