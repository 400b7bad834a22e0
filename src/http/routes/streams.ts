/** Live: what each ingest changes of a game or a league, as it is committed. */
import { type OpenAPIHono, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { followerOf } from '../../asof/follower.ts';
import { END_OF_TIME } from '../../asof/game.ts';
import { readGame } from '../../asof/game-state.ts';
import {
  answerGameChange,
  answerLeagueChange,
  type ChangeRow,
  readGameChanges,
  readLeagueChanges,
  type Stretch,
} from '../../asof/ingest-changes.ts';
import { findBasis, newestBasis } from '../../asof/ledger.ts';
import { type ReadChanges, STREAM_TIMES, streamChanges } from '../event-stream.ts';
import { found } from '../found.ts';
import { MAX_BASIS, readLeague, readQuery } from '../parameters.ts';
import { Problem } from '../problem.ts';
import { Recent } from '../recent.ts';
import { get, type Services } from '../route.ts';
import { Dropped, EventStream, GameEvent, LeagueEvent } from '../schemas.ts';
import { STREAM_LIMITS, StreamPlaces } from '../stream-places.ts';

/** Ingests looked up at once; a reader far behind is brought up to date in so many steps. */
const PAGE = 100;
/** Events kept for other readers. One of a whole game is some 200 kB. */
const EVENTS_KEPT = 64;

const QUERY = {
  last_event_id: z
    .string()
    .optional()
    .openapi({
      description:
        'Changes after this basis, 0 for all; the header Last-Event-ID says the same and counts before it. ' +
        'Default: changes from now on',
      example: '1',
    }),
};

export function streamRoutes(app: OpenAPIHono, services: Services): void {
  const { pool, log } = services;
  const lists = new Recent<ChangeRow[]>(EVENTS_KEPT);
  const events = new Recent<string>(EVENTS_KEPT);
  const places = new StreamPlaces(services.streamLimits ?? STREAM_LIMITS);
  const answer = async (
    c: Context,
    name: string,
    list: (stretch: Stretch) => Promise<ChangeRow[]>,
    tell: (change: ChangeRow) => Promise<object>,
  ) => {
    const asked = readPosition(c);
    if (asked !== null && asked > 0 && (await findBasis(pool, asked)) === null) {
      throw new Problem('unknown-basis', `no ingest has the id ${asked}`);
    }
    return streamChanges(c, {
      places,
      follower: followerOf(pool),
      readChanges: sharing(name, list, tell, lists, events),
      from: asked ?? (await newestBasis(pool)),
      resumes: asked !== null,
      times: services.streams ?? STREAM_TIMES,
      stopping: services.stopping ?? new AbortController().signal,
      log,
    });
  };
  for (const [name, schema] of Object.entries({ GameEvent, LeagueEvent, Dropped })) {
    app.openAPIRegistry.register(name, schema);
  }
  const definition = { tag: 'Live', query: QUERY, answer: EventStream, media: 'text/event-stream' };

  get(
    app,
    {
      ...definition,
      path: '/v1/{league}/stream',
      summary: 'Each ingest that changes the league, as it is committed (server-sent events)',
      example: { last_event_id: '1' },
    },
    async (c) => {
      const league = readLeague(c);
      return answer(
        c,
        league.code,
        (stretch) => readLeagueChanges(pool, league.code, stretch),
        (change) => answerLeagueChange(pool, league, change),
      );
    },
  );

  get(
    app,
    {
      ...definition,
      path: '/v1/{league}/games/{game_id}/stream',
      summary: 'Each ingest that changes the game, as it is committed (server-sent events)',
      example: { last_event_id: '1' },
    },
    async (c) => {
      const league = readLeague(c);
      const id = c.req.param('game_id') ?? '';
      const asOf = { at: END_OF_TIME, boundary: 'at', basis: null } as const;
      const game = found(await readGame(pool, league.code, id, asOf), league, 'game', id);
      return answer(
        c,
        `${league.code} ${id}`,
        (stretch) => readGameChanges(pool, league.code, { id, key: game.game_key }, stretch),
        (change) => answerGameChange(pool, league, id, change),
      );
    },
  );
}

/** The basis the reader has already; null for one who has none. */
function readPosition(c: Context): number | null {
  const { last_event_id } = readQuery(c, QUERY);
  const text = c.req.header('last-event-id') ?? last_event_id;
  if (text === undefined || text === '') return null;
  if (/^\d{1,10}$/.test(text) && Number(text) <= MAX_BASIS) return Number(text);
  throw new Problem('invalid-parameter', 'last_event_id: not the id of an event', {
    parameter: 'last_event_id',
  });
}

/** A game or a league, by name, read for all who follow it. */
function sharing(
  name: string,
  list: (stretch: Stretch) => Promise<ChangeRow[]>,
  tell: (change: ChangeRow) => Promise<object>,
  lists: Recent<ChangeRow[]>,
  events: Recent<string>,
): ReadChanges {
  return async (after, until) => {
    const rows = await lists.get(`${name} ${after} ${until}`, () => list({ after, until, limit: PAGE }));
    const read = (row: ChangeRow) => async () => JSON.stringify(await tell(row));
    const changes = rows.map((row) => ({
      basis: row.basis,
      read: () => events.get(`${name} ${row.basis}`, read(row)),
    }));
    return { changes, through: rows.length < PAGE ? until : (rows.at(-1)?.basis ?? until) };
  };
}
