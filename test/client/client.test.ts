/** The client against the server, over real sockets. */
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, expectTypeOf, test } from 'vitest';
import { createClient, PlayclockError, UnexpectedAnswerError } from '../../src/client/index.ts';
import { PATHS } from '../../src/client/routes.ts';
import { DEMO } from '../../src/http/example.ts';
import { type Document, operationsOf } from '../http/document.ts';
import { type Serving, serving, servingHere } from '../http/serving.ts';
import { cloneDatabase, type TestDatabase, testDatabase } from '../setup/database.ts';
import { loadFirstDemoGames } from '../setup/demo.ts';

const { league = '', player_id = '', team_id = '', game_id = '', as_of = '' } = DEMO;
let database: TestDatabase & { close(): Promise<void> };
let server: Serving;
beforeAll(async () => {
  database = await cloneDatabase();
  await loadFirstDemoGames(database.pool, 2);
  server = await serving(database.pool);
});
afterAll(async () => {
  await server.stop();
  await database.close();
});

describe('the client', () => {
  test('has a method for every route that is asked with GET', async () => {
    const document = (await (await fetch(`${server.url}/openapi.json`)).json()) as Document;
    const paths = operationsOf(document)
      .filter(({ method, media }) => method === 'get' && media === 'application/json')
      .map(({ path }) => path);
    expect(Object.values(PATHS).sort()).toEqual(paths.sort());
  });

  test('answers as the server does, with its types', async () => {
    const client = createClient(`${server.url}/`);
    const stats = await client.playerStats({ league, player_id, as_of, scope: 'season' });
    expectTypeOf(stats.player.birth_date).toEqualTypeOf<string | null>();
    expectTypeOf(stats.totals.season?.counters).toEqualTypeOf<Record<string, number | null> | undefined>();
    const address = `${server.url}/v1/demo/players/${player_id}/stats?as_of=${as_of}&scope=season`;
    expect(stats).toEqual(await (await fetch(address)).json());
    const dated = await client.playerStats({
      league,
      player_id,
      as_of: new Date(as_of),
      scope: 'season',
      basis: 2,
    });
    expect(dated.totals).toEqual(stats.totals);
    const { plays } = await client.plays({ league, game_id, limit: 3 });
    expectTypeOf(plays[0]?.clock_seconds).toEqualTypeOf<number | null | undefined>();
    expect(plays).toHaveLength(3);
    expect((await client.basis()).basis).toBe(3);
    expect((await client.search({ q: 'quinvis ravrige' })).results[0]?.id).toBe(player_id);
    expect((await client.teamStats({ league, team_id, as_of })).team.id).toBe(team_id);
    const paced = await client.teamStats({ league, team_id, as_of, derived: 'all' });
    expect(paced.totals.season?.derived.pace).toBeGreaterThan(0);
    const { leaders } = await client.leaders({ league, counter: 'pace', of: 'team', as_of });
    expect(leaders.find(({ team }) => team?.id === team_id)?.value).toBe(paced.totals.season?.derived.pace);
    expect((await client.game({ league, game_id })).state.status).toBe('final');
    // @ts-expect-error a player is needed
    await expect(client.playerStats({ league, as_of })).rejects.toThrow('player_id is missing');
  });

  test('throws what the server refuses as a problem, and what is no answer of it by another name', async () => {
    const client = createClient(server.url);
    const refused = client.playerStats({ league: 'nba', player_id: 'nobody', as_of, boundary: 'before' });
    await expect(refused).rejects.toThrow(PlayclockError);
    await expect(refused).rejects.toMatchObject({ problem: { type: 'not-found', status: 404 } });
    const twice = client.games({ league, as_of: '2023-11-05T01:30', tz: 'America/New_York' });
    await expect(twice).rejects.toMatchObject({
      problem: { type: 'ambiguous-instant', candidates: [expect.anything(), expect.anything()] },
    });
    const elsewhere = createClient(server.url, {
      fetch: async () => new Response('<html>', { status: 502 }),
    });
    await expect(elsewhere.basis()).rejects.toThrow(UnexpectedAnswerError);
    const abort = AbortSignal.abort();
    await expect(client.basis(undefined, { signal: abort })).rejects.toThrow(/abort/i);
  });

  test('reads a panel row by row, in the order asked, rows with an error among them', async () => {
    const client = createClient(server.url);
    const instants = [as_of, '2023-10-24T00:00:00Z', 'yesterday', as_of];
    const asked = {
      league,
      rows: instants.map((instant) => ({ player_id, as_of: instant })),
      counters: ['pts'],
    };
    const rows = [];
    for await (const row of client.panel(asked)) rows.push(row);
    expect(rows.map((row) => row.error === undefined)).toEqual([true, true, false, true]);
    const { totals } = await client.playerStats({ league, player_id, as_of });
    expect(rows[0]?.counters.pts).toBe(totals.career?.counters.pts);
    expect(rows[0]?.basis).toBe(3);
    await expect(client.panel({ ...asked, counters: ['goals'] }).next()).rejects.toMatchObject({
      problem: { type: 'invalid-parameter' },
    });
  });

  test('does not take a panel that broke off for a short one', async () => {
    const problem = { type: 'not-ready', title: 'Not ready', status: 503, detail: 'later', instance: '/' };
    const lines = [{ player_id, counters: { pts: 1 } }, { error: problem }].map((line) =>
      JSON.stringify(line),
    );
    const client = createClient(server.url, { fetch: async () => new Response(lines.join('\n')) });
    const rows = client.panel({ league, rows: [] });
    expect((await rows.next()).value?.counters).toEqual({ pts: 1 });
    await expect(rows.next()).rejects.toThrow('later');
  });

  test('sends its key', async () => {
    const locked = await servingHere(database.pool, { keys: ['right'] });
    await expect(createClient(locked.url, { key: 'right' }).basis()).resolves.toMatchObject({ basis: 3 });
    await expect(createClient(locked.url).basis()).rejects.toMatchObject({
      problem: { type: 'unauthorized' },
    });
  });

  test('needs nothing that browsers do not have', async () => {
    const { metafile, errors } = await build({
      entryPoints: [new URL('../../src/client/index.ts', import.meta.url).pathname],
      bundle: true,
      write: false,
      metafile: true,
      platform: 'browser',
      format: 'esm',
    });
    expect(errors).toEqual([]);
    expect(Object.keys(metafile.inputs).filter((path) => !path.includes('src/client/'))).toEqual([]);
  });
});

describe('streams of the client', () => {
  test('come back by themselves when the server was away, without a gap or a repeat', async () => {
    const { pool } = await testDatabase();
    await loadFirstDemoGames(pool, 1);
    let now = await serving(pool);
    const here: typeof fetch = (address, init) =>
      fetch(String(address).replace('http://playclock', now.url), init);
    const client = createClient('http://playclock', { fetch: here });
    const abort = new AbortController();
    const seen: number[] = [];
    const events = client.leagueStream({ league, last_event_id: 0 }, { signal: abort.signal });
    for await (const event of events) {
      seen.push(event.basis);
      if (event.basis === 2) {
        expect(event.game?.id).toBe(game_id);
        await now.stop();
        now = await serving(pool);
        await loadFirstDemoGames(pool, 2);
      }
      if (event.game !== null && event.game.id !== game_id) abort.abort();
    }
    const { rows } = await pool.query<{ basis: number }>(
      `select ingest_id as basis from playclock.ingests where outcome = 'loaded' order by 1`,
    );
    expect(seen).toEqual(rows.map(({ basis }) => basis));
    expect(seen.length).toBeGreaterThan(2);
    await now.stop();
  });

  test('end when the reader stops, and throw what stays refused', async () => {
    const client = createClient(server.url);
    for await (const event of client.gameStream({ league, game_id, last_event_id: 0 })) {
      expectTypeOf(event.plays.removed).toEqualTypeOf<string[]>();
      expect(event.game.id).toBe(game_id);
      break;
    }
    const unknown = client.gameStream({ league, game_id, last_event_id: 99 });
    await expect(unknown.next()).rejects.toMatchObject({ problem: { type: 'unknown-basis' } });
  });
});
