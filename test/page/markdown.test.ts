import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Token, Tokens } from 'marked';
import { describe, expect, test } from 'vitest';
import { GUIDES } from '../../web/docs/guide-list.ts';
import { anchorOf, known, readBlocks } from '../../web/docs/markdown.ts';

const DOCS = join(import.meta.dirname, '..', '..', 'docs');
const read = (name: string) => readBlocks(readFileSync(join(DOCS, `${name}.md`), 'utf8'));

/** A token and all within it. */
function within(tokens: readonly Token[] | undefined): readonly Token[] {
  return known(tokens).flatMap((token) => {
    const cells = token.type === 'table' ? [token.header, ...token.rows].flat() : [];
    const inner = token.type === 'list' ? token.items : 'tokens' in token ? token.tokens : [];
    return [token, ...within(inner), ...cells.flatMap((cell) => within(cell.tokens))];
  });
}

/** What the page shows something for; `list_item` is shown by its list. */
const SHOWN = [
  ...['heading', 'paragraph', 'blockquote', 'code', 'list', 'list_item', 'table', 'strong', 'em'],
  ...['codespan', 'link', 'image', 'escape', 'text', 'space'],
];

describe('the Markdown of the guides', () => {
  test.each(GUIDES)('has nothing in %s that the page leaves out, and leaves no markup over', (name) => {
    const tokens = within(read(name));
    expect(tokens.length).toBeGreaterThan(3);
    expect(tokens.map(({ type }) => type).filter((type) => !SHOWN.includes(type))).toEqual([]);
    const left = tokens.filter(
      (token) => token.type === 'text' && !('tokens' in token) && /\]\(|\*\*|`/.test(token.raw),
    );
    expect(left.map(({ raw }) => raw)).toEqual([]);
  });

  test('has as many cells in every row as in the head', () => {
    for (const [name] of GUIDES) {
      const tables = read(name).filter((token): token is Tokens.Table => token.type === 'table');
      for (const { header, rows } of tables) {
        for (const row of rows) expect(row, `${name}: ${row[0]?.text}`).toHaveLength(header.length);
      }
    }
  });

  test('is linked to by anchors of its headings', () => {
    expect(anchorOf('What `at` means, and _why_')).toBe('what-at-means-and-_why_');
  });
});
