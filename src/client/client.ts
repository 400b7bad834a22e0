/** The API from TypeScript, in browsers and elsewhere, typed by the server's own schemas. */
import type { z } from 'zod';
import type { GameEvent, LeagueEvent } from '../http/schemas.ts';
import { resuming } from './events.ts';
import { type PanelAnswerRow, type PanelQuestion, panelRows } from './panel.ts';
import { accepted, UnexpectedAnswerError } from './refusal.ts';
import { type Answer, type Asked, PATHS, type RouteName } from './routes.ts';
import { addressOf } from './url.ts';

export interface ClientOptions {
  /** Sent as `Authorization: Bearer KEY`. */
  readonly key?: string;
  /** Instead of the platform's own. */
  readonly fetch?: typeof fetch;
}

/** For one call. */
export interface CallOptions {
  readonly signal?: AbortSignal;
}

// biome-ignore lint/complexity/noBannedTypes: whether nothing need be given
type Arguments<Given> = {} extends Given
  ? [given?: Given, options?: CallOptions]
  : [given: Given, options?: CallOptions];

type Reads = { readonly [Name in RouteName]: (...given: Arguments<Asked<Name>>) => Promise<Answer<Name>> };

export interface StreamPlace {
  readonly league: string;
  /** Changes after this basis; without it, from now on. */
  readonly last_event_id?: number;
}

export interface Client extends Reads {
  /** Many players or teams, each as of its own instant: rows as they arrive, in the order asked. */
  panel(question: PanelQuestion, options?: CallOptions): AsyncGenerator<PanelAnswerRow, void, void>;
  /** What each ingest changes of a game, as it is committed. Comes back by itself where it breaks off. */
  gameStream(
    of: StreamPlace & { readonly game_id: string },
    options?: CallOptions,
  ): AsyncGenerator<z.output<typeof GameEvent>, void, void>;
  /** The same for a league. */
  leagueStream(
    of: StreamPlace,
    options?: CallOptions,
  ): AsyncGenerator<z.output<typeof LeagueEvent>, void, void>;
}

/**
 * A client of the API at an address. Calls throw `PlayclockError` where the API refuses, and what `fetch` throws
 * where it cannot be reached.
 */
export function createClient(baseUrl: string, { key, fetch: own }: ClientOptions = {}): Client {
  const headers: Record<string, string> = key === undefined ? {} : { authorization: `Bearer ${key}` };
  // Called without an object: a browser's fetch refuses any other.
  const send: typeof fetch = (...request) => (own ?? fetch)(...request);

  const read = async (path: string, given: Asked<RouteName> | undefined, options: CallOptions = {}) => {
    const response = await accepted(
      await send(addressOf(baseUrl, path, { ...given }), { ...options, headers }),
    );
    return response.json().catch((cause: unknown) => {
      if (options.signal?.aborted) throw cause;
      throw new UnexpectedAnswerError(response.status, { cause });
    });
  };
  const reads = Object.fromEntries(
    Object.entries(PATHS).map(([name, path]) => [
      name,
      (given?: Asked<RouteName>, options?: CallOptions) => read(path, given, options),
    ]),
  ) as Reads;

  const follow = <T>(path: string, { last_event_id, ...of }: StreamPlace, { signal }: CallOptions = {}) => {
    const address = addressOf(baseUrl, path, of);
    const connect = (place: string | null) =>
      send(address, {
        ...(signal === undefined ? null : { signal }),
        headers: {
          ...headers,
          accept: 'text/event-stream',
          ...(place === null ? null : { 'last-event-id': place }),
        },
      });
    return resuming<T>(connect, last_event_id === undefined ? null : String(last_event_id), signal);
  };

  const panel = ({ league, ...body }: PanelQuestion, options: CallOptions = {}) =>
    panelRows(
      send(addressOf(baseUrl, '/v1/{league}/panel', { league }), {
        ...options,
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json', accept: 'application/x-ndjson' },
        body: JSON.stringify(body),
      }),
    );

  return {
    ...reads,
    panel,
    gameStream: (of, options) => follow('/v1/{league}/games/{game_id}/stream', of, options),
    leagueStream: (of, options) => follow('/v1/{league}/stream', of, options),
  };
}
