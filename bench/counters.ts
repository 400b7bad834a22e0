/**
 * Measure: what a question costs in sports that count little and in one that counts much, of the same games but for the
 * counters. It may grow by no more than the bytes it reads, in SQL, and by no more than the bytes it answers, in the process.
 */
import type pg from 'pg';
import { pino } from 'pino';
import { createPool } from '../src/database/pool.ts';
import { createApp } from '../src/http/app.ts';
import { LEAGUES, type League } from '../src/sports/leagues.ts';
import { entityTables } from '../src/store/tables.ts';
import { middle, ratio } from './alternate.ts';
import { loadAnySport } from './any-sport-games.ts';
import { askAsOf } from './as-of-statement.ts';
import { type Driven, drive } from './drive.ts';
import { atMost, count, type Measure, type Section, table } from './measure.ts';
import { samplePairs } from './pairs.ts';
import type { Progress } from './progress.ts';
import type { BenchServer } from './server.ts';

const DATABASE = 'every_sport';
const PAIRS = 5_000;
/** Answers weighed for their bytes. */
const WEIGHED = 500;

export interface CountersOptions {
  readonly rounds: number;
  readonly seconds: number;
  readonly progress: Progress;
}

interface Found {
  readonly league: League;
  readonly rows: number;
  /** Bytes of the running row, the game's and the season part's, and of the whole answer; means. */
  readonly rowBytes: number;
  readonly answerBytes: number;
  readonly sql: Driven[];
  readonly answer: Driven[];
}

/** What a sport with many counters costs a read, against one with few. */
export async function measureCounters(server: BenchServer, options: CountersOptions): Promise<Section> {
  const url = await server.create(DATABASE);
  const pool = createPool({ url, max: 2, name: 'playclock bench' });
  try {
    // One league of each sport.
    const leagues = [...new Map(LEAGUES.map((league) => [league.sport.code, league])).values()];
    for (const league of leagues) await loadAnySport(pool, league, options.progress);
    await pool.query('vacuum analyze');
    return section(await compare(url, pool, leagues, options), options);
  } finally {
    await pool.end();
    await server.drop(DATABASE);
  }
}

async function compare(
  url: string,
  pool: pg.Pool,
  leagues: readonly League[],
  { rounds, seconds, progress }: CountersOptions,
): Promise<Found[]> {
  const app = createApp({ pool, log: pino({ level: 'warn' }), keys: [] });
  const client = await pool.connect();
  try {
    const asked = await Promise.all(
      leagues.map(async (league) => {
        const pairs = await samplePairs(url, league.code, PAIRS);
        const paths = pairs.map(
          ({ id, at }) => `/v1/${league.code}/players/${id}/stats?as_of=${encodeURIComponent(at)}`,
        );
        const ask = async (question: number) => {
          const response = await app.request(paths[question % paths.length] ?? '');
          if (response.status !== 200) throw new RangeError(`${response.status} from the player route`);
          return response.text();
        };
        return { league, pairs, ask };
      }),
    );
    const found: Found[] = [];
    for (const { league, ask } of asked) {
      let bytes = 0;
      // All of them, so that what is kept in the process is there.
      for (let question = 0; question < PAIRS; question++) {
        const text = await ask(question);
        if (question < WEIGHED) bytes += Buffer.byteLength(text);
      }
      found.push({
        league,
        ...(await weigh(pool, league)),
        answerBytes: bytes / WEIGHED,
        sql: [],
        answer: [],
      });
    }
    for (let round = 0; round < rounds; round++) {
      progress('counters', round, rounds);
      for (const [place, { league, pairs, ask }] of asked.entries()) {
        found[place]?.sql.push(await drive([askAsOf(client, pairs, league.code)], seconds));
        found[place]?.answer.push(await drive([ask], seconds));
      }
    }
    progress('counters', rounds, rounds);
    return found;
  } finally {
    client.release();
  }
}

async function weigh(pool: pg.Pool, league: League): Promise<{ rows: number; rowBytes: number }> {
  const { cumulative, game, season } = entityTables(league.code, league.sport, 'player');
  const mean = ({ table: name }: { table: string }) => `(select avg(pg_column_size(x.*)) from ${name} x)`;
  const { rows } = await pool.query<{ rows: number; bytes: number }>(
    `select (select sum(cardinality(instants)) from ${cumulative.table})::int as rows,
       (${mean(cumulative)} + ${mean(game)} + ${mean(season)})::float8 as bytes`,
  );
  return { rows: rows[0]?.rows ?? 0, rowBytes: rows[0]?.bytes ?? Number.NaN };
}

function section(found: readonly Found[], { rounds, seconds }: CountersOptions): Section {
  const few = found.toSorted((a, b) => a.league.sport.counters.length - b.league.sport.counters.length);
  const many = few.pop();
  if (many === undefined) throw new RangeError('no sport');
  const p50 = (driven: Driven) => driven.p50 * 1000;
  return {
    title: 'Counters',
    measures: [
      worst('as-of in SQL, latency against bytes read', many, few, ({ sql, rowBytes }) => [sql, rowBytes]),
      worst('player route in the process, latency against bytes answered', many, few, (one) => [
        one.answer,
        one.answerBytes,
      ]),
    ],
    details: [
      `Medians of ${rounds} rounds of ${seconds} s each, one question at a time; the route without a socket, its lines kept in the process:`,
      table(
        [
          'sport',
          'counters',
          'running rows',
          'bytes of the rows read',
          'as-of in SQL, p50 µs',
          'bytes of the answer',
          'player route, p50 µs',
        ],
        [...few, many].map(({ league, rows, rowBytes, answerBytes, sql, answer }) => [
          league.sport.name,
          count(league.sport.counters.length),
          count(rows),
          count(rowBytes),
          count(middle(sql, p50)),
          count(answerBytes),
          count(middle(answer, p50)),
        ]),
      ),
      'Where feeds tell who is on the floor (basketball, soccer), a line that is active reads the last play of its game besides.',
    ],
  };
}

/** Of the sports that count less, the one against which latency grows most for the bytes. */
function worst(
  name: string,
  many: Found,
  few: readonly Found[],
  figures: (found: Found) => readonly [readonly Driven[], number],
): Measure {
  const [most, mostBytes] = figures(many);
  const against = few.map((one) => {
    const [least, leastBytes] = figures(one);
    const slower = ratio({ a: most, b: least }, ({ p50 }) => p50);
    return { sport: one.league.sport, slower, larger: mostBytes / leastBytes };
  });
  const share = ({ slower, larger }: { slower: number; larger: number }) => slower / larger;
  const [found] = against.toSorted((a, b) => share(b) - share(a));
  if (found === undefined) throw new RangeError('one sport only');
  const { sport, slower, larger } = found;
  return atMost(
    name,
    1,
    share(found),
    '',
    `${many.league.sport.name}, ${many.league.sport.counters.length} counters / ${sport.name}, ${sport.counters.length}: ` +
      `${slower.toFixed(2)} the latency, ${larger.toFixed(2)} the bytes`,
  );
}
