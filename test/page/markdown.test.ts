import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { GUIDES } from '../../web/docs/guide-list.ts';
import { type Block, type Inline, parseInline, parseMarkdown } from '../../web/docs/markdown.ts';

const DOCS = join(import.meta.dirname, '..', '..', 'docs');

/** All text of inline parts that is not code. */
function textOf(parts: readonly Inline[]): string {
  return parts
    .map((part) => ('parts' in part ? textOf(part.parts) : part.kind === 'code' ? '' : part.text))
    .join('');
}

function textsOf(block: Block): string[] {
  switch (block.kind) {
    case 'code':
      return [];
    case 'list':
      return block.items.map(({ parts }) => textOf(parts));
    case 'table':
      return [block.header, ...block.rows].flat().map(textOf);
    default:
      return [textOf(block.parts)];
  }
}

describe('the Markdown of the guides', () => {
  test('is read block by block', () => {
    const blocks = parseMarkdown(
      '# A *b*\n\nOne\ntwo `x | y`.\n\n- first\n  goes on\n  - inner\n\n1. one\n\n> said\n> so\n\n| a | b |\n| --- | --- |\n| `p|q` | [c](d.md#e) |\n\n```sh\n# not a heading\n```\n<!-- a comment -->\n',
    );
    expect(blocks.map(({ kind }) => kind)).toEqual([
      'heading',
      'paragraph',
      'list',
      'list',
      'quote',
      'table',
      'code',
    ]);
    expect(blocks[1]).toEqual({
      kind: 'paragraph',
      parts: [
        { kind: 'text', text: 'One two ' },
        { kind: 'code', text: 'x | y' },
        { kind: 'text', text: '.' },
      ],
    });
    expect(blocks[2]).toMatchObject({ items: [{ depth: 0 }, { depth: 1 }] });
    expect(blocks[5]).toMatchObject({
      rows: [[[{ kind: 'code', text: 'p|q' }], [{ kind: 'link', href: 'd.md#e' }]]],
    });
    expect(blocks[6]).toEqual({ kind: 'code', text: '# not a heading' });
  });

  test('takes emphasis, and no underscore within a word', () => {
    expect(parseInline('**bold** and *thin* at wall_clock_time_x')).toEqual([
      { kind: 'strong', parts: [{ kind: 'text', text: 'bold' }] },
      { kind: 'text', text: ' and ' },
      { kind: 'emphasis', parts: [{ kind: 'text', text: 'thin' }] },
      { kind: 'text', text: ' at wall_clock_time_x' },
    ]);
  });

  test.each(GUIDES)('leaves no markup over in %s', (name) => {
    const blocks = parseMarkdown(readFileSync(join(DOCS, `${name}.md`), 'utf8'));
    expect(blocks.length).toBeGreaterThan(3);
    const left = blocks.flatMap(textsOf).filter((text) => /\]\(|\*\*|`|^#|^\||^```/.test(text));
    expect(left).toEqual([]);
  });
});
