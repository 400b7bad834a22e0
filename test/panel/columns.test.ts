/** Lines kept in the process are of the basis asked about, whatever is loaded meanwhile. */
import { expect, test } from 'vitest';
import { formatInstant } from '../../src/asof/instant.ts';
import { createApp } from '../../src/http/app.ts';
import { testDatabase } from '../setup/database.ts';
import { silent } from '../setup/log.ts';
import { loadPart, moments, panelLeagueParts, playerIds, teamIds } from './league.ts';

/** So many questions about one line that it is read whole. */
const OFTEN = 60;
const entities = [
  ...playerIds.map((id) => ({ kind: 'player', id })),
  ...teamIds.map((id) => ({ kind: 'team', id })),
];

type App = ReturnType<typeof createApp>;

async function panelOf(app: App, instants: readonly number[], basis: number | null): Promise<Response> {
  const rows = instants.flatMap((at) =>
    entities.map(({ kind, id }) => `${JSON.stringify({ [`${kind}_id`]: id, as_of: formatInstant(at) })}\n`),
  );
  return app.request(
    `/v1/nba/panel?counters=pts,seconds,plus_minus${basis === null ? '' : `&basis=${basis}`}`,
    {
      method: 'POST',
      headers: { 'content-type': 'application/x-ndjson' },
      body: rows.join(''),
    },
  );
}

interface Row {
  readonly counters: Record<string, number | null>;
  readonly basis: number;
}

test('after each load a panel says what single answers say, and at an older basis what it said then', async () => {
  const { pool } = await testDatabase();
  const app = createApp({ pool, log: silent, keys: [] });
  const middle = moments[Math.floor(moments.length / 2)] ?? 0;
  const last = moments.at(-1) ?? 0;
  const instants = [middle, last, ...Array.from({ length: OFTEN }, (_, index) => middle + index * 1000)];
  const said = new Map<number, string>();
  for (const files of panelLeagueParts()) {
    await loadPart(pool, files);
    const text = await (await panelOf(app, instants, null)).text();
    const rows = text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Row);
    const bases = new Set(rows.map((row) => row.basis));
    expect(bases.size).toBe(1);
    said.set([...bases][0] ?? 0, text);
    for (const [place, at] of [middle, last].entries()) {
      for (const [index, { kind, id }] of entities.entries()) {
        const single = await app.request(`/v1/nba/${kind}s/${id}/stats?as_of=${formatInstant(at)}`);
        const row = rows[place * entities.length + index];
        if (single.status === 404) expect(row).toHaveProperty('error');
        else {
          const { totals } = (await single.json()) as { totals: { career: { counters: object } } };
          expect(totals.career.counters).toMatchObject(row?.counters ?? {});
        }
      }
    }
  }
  expect(said.size).toBe(4);
  for (const [basis, text] of said) expect(await (await panelOf(app, instants, basis)).text()).toBe(text);
});

test('a panel that is being read does not notice a load', async () => {
  const { pool } = await testDatabase();
  const app = createApp({ pool, log: silent, keys: [] });
  const [first, ...others] = panelLeagueParts();
  await loadPart(pool, first ?? {});
  const start = moments.at(-1) ?? 0;
  const instants = Array.from({ length: Math.ceil(80_000 / entities.length) }, (_, index) => start - index);
  const response = await panelOf(app, instants, null);
  const chunks = response.body?.[Symbol.asyncIterator]() as AsyncIterator<Uint8Array>;
  const decoder = new TextDecoder();
  let text = decoder.decode((await chunks.next()).value, { stream: true });
  for (const files of others) await loadPart(pool, files);
  for (let next = await chunks.next(); !next.done; next = await chunks.next()) {
    text += decoder.decode(next.value, { stream: true });
  }
  const basis = (JSON.parse(text.slice(0, text.indexOf('\n'))) as Row).basis;
  expect(await (await panelOf(app, instants, basis)).text()).toBe(text);
  expect(await (await panelOf(app, instants, null)).text()).not.toBe(text);
});
