/**
 * Measure: the functions as they would be uploaded, each in a process of its own. From a game's play-by-play being
 * put into the bucket (its box score lies there) to the API answering with it; and how long a start takes.
 */
import { PutObjectCommand } from '@aws-sdk/client-s3';
import { createPool } from '../src/database/pool.ts';
import { createKey } from '../src/keys/manage.ts';
import { simulateSeason } from '../src/simulate/season.ts';
import { type Artefact, queueEvent, startArtefact, type UrlAnswer, urlEvent } from '../test/aws/artefact.ts';
import { BUCKET, startBucket, type TestBucket } from '../test/setup/bucket.ts';
import { atMost, type Section, table } from './measure.ts';
import type { Progress } from './progress.ts';
import type { BenchServer } from './server.ts';
import { median, quantile } from './statistics.ts';

export interface AwsOptions {
  readonly quick: boolean;
  readonly progress: Progress;
}

const REACH = 150;
const DATABASE = 'aws';

/** One game's way: milliseconds to put it, to load it, to answer with it. */
interface Way {
  readonly put: number;
  readonly load: number;
  readonly answer: number;
}

/** Games one after the other, and starts of both functions. */
export async function measureAws(server: BenchServer, { quick, progress }: AwsOptions): Promise<Section> {
  const url = await server.create(DATABASE);
  const pool = createPool({ url, max: 2 });
  const bucket = await startBucket();
  const environments = {
    loader: { DATABASE_URL: url, AWS_ENDPOINT_URL_S3: bucket.endpoint },
    api: { DATABASE_URL: url },
  };
  try {
    const { key } = await createKey(pool, { name: 'bench', scopes: ['read'], perMinute: 100_000 });
    const loader = await startArtefact('loader', environments.loader);
    const api = await startArtefact('api', environments.api);
    const ways: Way[] = [];
    try {
      const season = { seed: 'aws', season: '2023-24', teams: 10, gamesPerTeam: quick ? 4 : 20 };
      const games = [...simulateSeason(season)];
      for (const game of games) {
        progress('object to answer', ways.length, games.length);
        const files = { boxscore: game.boxscore, playbyplay: game.playbyplay };
        await send(bucket, loader, `boxscore_${game.gameId}.json`, files.boxscore);
        const sent = await send(bucket, loader, `playbyplay_${game.gameId}.json`, files.playbyplay);
        ways.push({ ...sent, answer: await ask(api, key, game.gameId) });
      }
      progress('object to answer', games.length, games.length);
    } finally {
      await loader.close();
      await api.close();
    }
    const starts = { loader: [] as number[], api: [] as number[] };
    for (let round = 0; round < (quick ? 2 : 7); round++) {
      for (const name of ['loader', 'api'] as const) {
        const artefact = await startArtefact(name, environments[name]);
        starts[name].push(artefact.coldStart);
        await artefact.close();
      }
    }
    // The first call opens connections and compiles: it is a cold start's, not a game's.
    return section(ways.slice(1), ways[0], starts, { loader: loader.bytes, api: api.bytes });
  } finally {
    await pool.end();
    await bucket.close();
    await server.drop(DATABASE);
  }
}

async function send(
  bucket: TestBucket,
  loader: Artefact,
  name: string,
  document: unknown,
): Promise<Pick<Way, 'put' | 'load'>> {
  const begun = performance.now();
  bucket.notifications.splice(0);
  const Body = JSON.stringify(document);
  await bucket.s3.send(new PutObjectCommand({ Bucket: BUCKET, Key: `incoming/${name}`, Body }));
  const put = performance.now();
  const { batchItemFailures } = await loader.invoke<{ batchItemFailures: unknown[] }>(
    queueEvent(...bucket.notifications),
  );
  if (batchItemFailures.length > 0) throw new UnansweredError(`${name} was given back`);
  return { put: put - begun, load: performance.now() - put };
}

async function ask(api: Artefact, key: string, gameId: string): Promise<number> {
  const begun = performance.now();
  const event = urlEvent(`/v1/demo/games/${gameId}?as_of=2031-01-01T00:00:00Z`, {
    authorization: `Bearer ${key}`,
  });
  const { statusCode, body } = await api.invoke<UrlAnswer>(event);
  if (statusCode !== 200) throw new UnansweredError(`${gameId} is not answered: ${body}`);
  return performance.now() - begun;
}

function section(
  ways: readonly Way[],
  first: Way | undefined,
  starts: Readonly<Record<'loader' | 'api', readonly number[]>>,
  bytes: Readonly<Record<'loader' | 'api', number>>,
): Section {
  // From the moment the object is there.
  const times = ways.map(({ load, answer }) => load + answer);
  const ms = (values: readonly number[], share: number) => `${quantile(values, share).toFixed(1)}`;
  const row = (name: string, values: readonly number[]) => [
    name,
    ms(values, 0.5),
    ms(values, 0.95),
    ms(values, 0.99),
  ];
  const p95 = quantile(times, 0.95);
  const megabytes = (count: number) => `${(count / 1024 ** 2).toFixed(1)} MB`;
  return {
    title: 'On AWS, without AWS',
    measures: [
      atMost(
        'object in the bucket to answer over the API, p95',
        REACH,
        p95,
        'ms',
        `${ways.length} games, bundles as uploaded`,
      ),
      {
        name: 'cold start of the API bundle, median',
        reach: '',
        measured: `**${Math.round(median(starts.api))} ms** (process, modules and handler; ${megabytes(bytes.api)} uploaded)`,
        met: null,
      },
    ],
    details: [
      'The bundles run as Lambda runs them, one event at a time, in processes that reach nothing else; S3 is a local server, the queue a function call. AWS adds its notification, its queue and its network, which cannot be measured here. Milliseconds:',
      table(
        ['', 'p50', 'p95', 'p99'],
        [
          row(
            'put the play-by-play',
            ways.map(({ put }) => put),
          ),
          row(
            'load it with its box score',
            ways.map(({ load }) => load),
          ),
          row(
            'the game over the API',
            ways.map(({ answer }) => answer),
          ),
          row('**object to answer**', times),
        ],
      ),
      `The first game took ${Math.round((first?.load ?? 0) + (first?.answer ?? 0))} ms. Starts, median of ${starts.api.length}: API ${Math.round(median(starts.api))} ms, loader ${Math.round(median(starts.loader))} ms (${megabytes(bytes.loader)}).`,
    ],
  };
}

/** A function did not do what it is timed for. */
class UnansweredError extends Error {
  override readonly name = 'UnansweredError';
}
