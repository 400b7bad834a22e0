import fc from 'fast-check';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { formatInstant } from '../../src/asof/instant.ts';
import { findBasis, newestBasis } from '../../src/asof/ledger.ts';
import { Random } from '../../src/simulate/random.ts';
import { leagueNamed } from '../../src/sports/leagues.ts';
import { ingest, LEDGER_LOCK, type LedgerEntry } from '../../src/store/ledger.ts';
import { asking } from '../http/api.ts';
import { cloneDatabase, type TestDatabase, testDatabase } from '../setup/database.ts';
import { type TinyExaminer, tinyExaminer } from './examination.ts';
import { type Delivery, HISTORIES, histories, LIVE_STEPS, plan } from './history.ts';
import { drawQuestion, expectAgreement, pathOf } from './questions.ts';
import { Telling } from './telling.ts';
import { Ids } from './tiny-files.ts';
import { tinyGame } from './tiny-game.ts';

const RUNS = Math.ceil(HISTORIES / 25);
const league = leagueNamed('demo');

const NOTHING: LedgerEntry = {
  league: 'demo',
  source: 'a slow committer',
  format: null,
  gameId: null,
  outcome: 'unchanged',
  place: null,
  reason: 'it had nothing to say',
  plays: 0,
  rowsWritten: 0,
  discrepancies: 0,
  counts: {},
  files: [],
};

/** An ingest that has its id and does not commit until told to. */
async function slowIngest(pool: pg.Pool): Promise<{ basis: number; commit(): Promise<unknown> }> {
  const { promise: gate, resolve: open } = Promise.withResolvers<void>();
  const { promise: begun, resolve: begin } = Promise.withResolvers<number>();
  const done = ingest(pool, Date.now(), async (_, basis) => {
    begin(basis);
    await gate;
    return NOTHING;
  });
  const commit = () => {
    open();
    return done;
  };
  return { basis: await begun, commit };
}

/** Wait until so many sessions queue for the ledger. */
async function queued(pool: pg.Pool, sessions: number): Promise<void> {
  for (;;) {
    const { rows } = await pool.query<{ n: number }>(
      `select count(*)::int as n from pg_locks l join pg_database d on d.oid = l.database
       where locktype = 'advisory' and objid = $1 and not granted and datname = current_database()`,
      [LEDGER_LOCK],
    );
    if ((rows[0]?.n ?? 0) >= sessions) return;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

const delivery = (slot: number, seed: number): Delivery => {
  const game = tinyGame(slot, seed);
  return { feed: 'live', slot, version: { game, madeAt: Date.UTC(2024, 6, 1) } };
};
const [first, second] = [delivery(0, 1), delivery(1, 2)];
const after = formatInstant(Date.UTC(2025, 0));

describe('a slow first committer', () => {
  test('holds back whoever comes after it: nothing appears below a basis handed out', async () => {
    const { pool } = await testDatabase();
    const ask = asking(pool);
    const telling = new Telling(pool, league, new Ids(1));
    await telling.tell(first);
    const path = `/v1/demo/teams/${telling.ids.team(first.version.game.teams.home)}/stats?as_of=${after}`;
    const before = await ask(path);
    const slow = await slowIngest(pool);
    expect(slow.basis).toBe(2);
    const quick = telling.tell(second);
    await queued(pool, 1);
    expect(await newestBasis(pool)).toBe(1);
    expect((await ask(path)).text).toBe(before.text);
    for (const basis of [2, 3]) expect((await ask(`${path}&basis=${basis}`)).status).toBe(404);
    await slow.commit();
    expect((await quick).basis).toBe(3);
    expect((await ask(`${path}&basis=1`)).text).toBe(before.text);
    // What the slow one knew is what was known before it.
    expect((await ask(`${path}&basis=2`)).text).toBe(before.text.replace('"basis":1', '"basis":2'));
    const { rows } = await pool.query<{ at: number }>(
      'select committed_at as at from playclock.ingests order by ingest_id',
    );
    expect(rows.every(({ at }, index) => index === 0 || at > (rows[index - 1]?.at ?? at))).toBe(true);
  });

  test('is waited for by who asks what is known now, and then the answer stays', async () => {
    const { pool } = await testDatabase();
    const ask = asking(pool);
    const telling = new Telling(pool, league, new Ids(1));
    await telling.tell(first);
    const path = `/v1/basis?known_at=${formatInstant(Date.now() + 60_000)}`;
    const past = `/v1/basis?known_at=${formatInstant((await findBasis(pool, 1))?.committedAt ?? 0)}`;
    const slow = await slowIngest(pool);
    const asked = ask(path);
    await queued(pool, 1);
    await slow.commit();
    expect((await asked).body.basis).toBe(2);
    expect((await ask(path)).text).toBe((await asked).text);
    expect((await ask(past)).body.basis).toBe(1);
  });

  test('that was begun before an instant and commits after it was not known then', async () => {
    const { pool } = await testDatabase();
    const ask = asking(pool);
    await new Telling(pool, league, new Ids(1)).tell(first);
    const slow = await slowIngest(pool);
    await new Promise((resolve) => setTimeout(resolve, 20));
    const path = `/v1/basis?known_at=${formatInstant(Date.now())}`;
    const asked = ask(path);
    await queued(pool, 1);
    await slow.commit();
    expect((await asked).body.basis).toBe(1);
    expect((await ask(path)).text).toBe((await asked).text);
  });

  test('that fails leaves no gap', async () => {
    const { pool } = await testDatabase();
    const telling = new Telling(pool, league, new Ids(1));
    await telling.tell(first);
    const failing = ingest(pool, Date.now(), async () => {
      throw new RangeError('no');
    });
    const next = telling.tell(second);
    await expect(failing).rejects.toThrow('no');
    expect((await next).basis).toBe(2);
  });
});

describe('several loaders at once', () => {
  let database: TestDatabase & { close(): Promise<void> };
  let examiner: TinyExaminer;
  beforeAll(async () => {
    database = await cloneDatabase(undefined, { pipeline: true });
    examiner = tinyExaminer(database.pool, league, { fresh: 0, again: 0, last: 0 });
  });
  afterAll(() => database.close());

  test('every basis says what was committed up to it, and said so when it was the newest', {
    timeout: 60_000 * Math.max(5, RUNS / 5),
  }, async () => {
    await fc.assert(
      fc.asyncProperty(histories(LIVE_STEPS, { min: 4, max: 8 }), fc.nat(), async (steps, seed) => {
        const random = new Random(`loaders ${seed}`);
        const telling = examiner.begin();
        const deliveries = plan(steps);
        const instants = deliveries.flatMap(({ version }) => version.game.plays.map(({ at }) => at));
        const loaded: { delivery: Delivery; basis: number }[] = [];
        const loader = async (share: number) => {
          for (const [index, delivery] of deliveries.entries()) {
            if (index % 3 === share) loaded.push({ delivery, basis: (await telling.load(delivery)).basis });
          }
        };
        const seen: { path: string; text: string }[] = [];
        let over = false;
        const watch = async () => {
          while (!over) {
            const question = drawQuestion(random, telling.ids, instants, [1]);
            const path = pathOf(league, question).replace(/&basis=1$/, '');
            const reply = await examiner.ask(path);
            if (reply.status === 200)
              seen.push({ path: `${path}&basis=${reply.body.basis}`, text: reply.text });
          }
        };
        const watching = watch();
        try {
          await Promise.all([0, 1, 2].map(loader));
        } finally {
          over = true;
          await watching;
        }
        for (const { path, text } of seen) expect((await examiner.ask(path)).text, path).toBe(text);
        for (const { delivery, basis } of loaded.sort((a, b) => a.basis - b.basis)) {
          telling.learn(delivery, basis);
        }
        for (const { basis } of loaded) {
          for (let count = 0; count < 4; count++) {
            const question = drawQuestion(random, telling.ids, instants, [basis]);
            expectAgreement(league, telling.model, question, await examiner.ask(pathOf(league, question)));
          }
        }
      }),
      { numRuns: RUNS },
    );
  });
});
