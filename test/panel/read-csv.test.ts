/** Rows read from their bytes are the rows that the CSV library reads. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PanelRows } from '../../src/asof/panel/rows.ts';
import { readCsv } from '../../src/http/panel/read-csv.ts';

const instant = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('2023-10-25T01:21:13.000Z', '2024-02-29T23:59:59Z') },
  fc.constantFrom(
    '2023-10-25 01:21:13',
    ' 2023-10-25T01:21:13Z ',
    '2023-02-29T00:00:00Z',
    '2023-10-25T0\u0130:21:13Z',
    'noon',
    '',
  ),
);
const id = fc.oneof(
  { weight: 6, arbitrary: fc.nat({ max: 3000 }).map(String) },
  fc.constantFrom(
    '',
    ' 7 ',
    '7',
    'é',
    '00-0033873',
    ' ',
    '\t7',
    'x'.repeat(79),
    'x'.repeat(81),
    'x'.repeat(90),
  ),
);
const record = fc.record({
  player_id: id,
  team_id: fc.oneof(fc.constant(''), id),
  as_of: instant,
  note: id,
  /** Cells that have no column. */
  beyond: fc.oneof({ weight: 6, arbitrary: fc.constant('') }, fc.constantFrom(',', ', ', ',560Z', ',,x')),
});
const headers = [
  ['player_id', 'as_of'],
  ['as_of', 'player_id', 'note'],
  ['note', 'player_id', 'team_id', 'as_of'],
  ['team_id', 'as_of', 'player_id'],
] as const;

async function read(text: string, size: number): Promise<unknown> {
  const bytes = Buffer.from(text);
  const chunks = async function* () {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  };
  const rows = new PanelRows('America/Chicago');
  const ids = await readCsv(chunks(), rows);
  return {
    ids,
    rows: Array.from({ length: rows.count }, (_, row) => ({
      entity: rows.entities[rows.entity(row)],
      at: rows.at(row),
      written: rows.written(row),
      fault: rows.fault(row),
    })),
  };
}

test('whatever the cells, the line ends and the chunks', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...headers),
      fc.array(fc.option(record, { freq: 20 }), { maxLength: 40 }),
      fc.constantFrom('\n', '\r\n'),
      fc.boolean(),
      fc.constantFrom(1, 7, 100, 100_000),
      async (header, records, end, isEnded, size) => {
        const lines = records.map(
          (cells) => `${header.map((name) => cells?.[name] ?? '').join(',')}${cells?.beyond ?? ''}`,
        );
        // A record of nothing is an empty line.
        const body = lines.map((line, row) => (records[row] === null ? '' : line)).join(end);
        const text = (names: readonly string[]) => `${names.join(',')}${end}${body}${isEnded ? end : ''}`;
        const quoted = text(header.map((name) => `"${name}"`));
        expect(await read(text(header), size)).toEqual(await read(quoted, 100_000));
      },
    ),
    { numRuns: 300 },
  );
});

test('a comma too many is not read as the end of the instant', async () => {
  const rows = new PanelRows('UTC');
  const body = 'player_id,as_of\n7,2023-10-25 01:21:13,560\n7,2023-10-25 01:21:13,\n';
  await readCsv(
    (async function* () {
      yield Buffer.from(body);
    })(),
    rows,
  );
  expect(rows.fault(0)).toMatchObject({ type: 'invalid-instant' });
  expect(rows.written(0)).toBe('2023-10-25 01:21:13,560');
  expect(rows.fault(1)).toBeNull();
});

test('more ids than the table began with are all found again', async () => {
  const ids = Array.from({ length: 5000 }, (_, index) => `p${index * 7919}`);
  const lines = [...ids, ...ids].map((name) => `${name},2023-10-25T01:21:13Z\n`).join('');
  const { rows } = (await read(`player_id,as_of\n${lines}`, 64 * 1024)) as {
    rows: { entity: { id: string } }[];
  };
  expect(rows.map(({ entity }) => entity.id)).toEqual([...ids, ...ids]);
});
