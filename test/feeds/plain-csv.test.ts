import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseDocument } from '../../src/feeds/document.ts';

/** What the library makes of a text, or that it refuses it. */
function byLibrary(text: string): string[][] | 'refused' {
  try {
    return parse(text, { bom: true, skip_empty_lines: true });
  } catch {
    return 'refused';
  }
}

function byDocument(text: string): string[][] | 'refused' {
  try {
    const content = parseDocument('file', text);
    return content.kind === 'csv' ? [content.header, ...content.rows].map((record) => [...record]) : [];
  } catch {
    return 'refused';
  }
}

test('a CSV is split as the library would, with quotes and without, whatever its line ends', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', ' ', '"', 'é', '\\', '\t', '\ufeff'), maxLength: 3 });
  const plain = fc.string({ unit: fc.constantFrom('a', ' ', 'é', '\\', '\t'), maxLength: 3 });
  const table = fc
    .tuple(
      fc.constantFrom(cell, plain),
      fc.constantFrom('\n', '\r\n', '\n\n'),
      fc.integer({ min: 2, max: 4 }),
    )
    .chain(([cells, end, width]) =>
      fc
        .array(fc.array(cells, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 })
        .chain((rows) =>
          fc.constantFrom('', end, ',').map((tail) => rows.map((row) => row.join(',')).join(end) + tail),
        ),
    );
  fc.assert(
    fc.property(table, (text) => {
      expect(byDocument(`head,${text}`)).toEqual(byLibrary(`head,${text}`));
    }),
    { numRuns: 2_000 },
  );
});
