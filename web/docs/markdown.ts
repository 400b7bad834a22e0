/** The Markdown that the guides are written in: headings, paragraphs, lists, tables, quotes, code, links, emphasis. */

export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'strong'; readonly parts: readonly Inline[] }
  | { readonly kind: 'emphasis'; readonly parts: readonly Inline[] }
  | { readonly kind: 'link'; readonly href: string; readonly parts: readonly Inline[] };

export interface Item {
  readonly depth: number;
  readonly parts: readonly Inline[];
}

export type Block =
  | {
      readonly kind: 'heading';
      readonly level: number;
      readonly anchor: string;
      readonly parts: readonly Inline[];
    }
  | { readonly kind: 'paragraph' | 'quote'; readonly parts: readonly Inline[] }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'list'; readonly isNumbered: boolean; readonly items: readonly Item[] }
  | { readonly kind: 'table'; readonly header: readonly Cell[]; readonly rows: readonly (readonly Cell[])[] };

export type Cell = readonly Inline[];

const ITEM = /^(\s*)(?:[-*]|(\d+)\.)\s+(.*)$/;
const HEADING = /^(#{1,6})\s+(.*)$/;
const BEGINS = /^(#{1,6}\s|```|\s*(?:[-*]|\d+\.)\s|>|\||<!--)/;

/** Blocks of a page. Comments are left out. */
export function parseMarkdown(text: string): Block[] {
  const lines = text.replace(/<!--[\s\S]*?-->/g, '').split('\n');
  const blocks: Block[] = [];
  let at = 0;
  const take = (more: (line: string) => boolean): string[] => {
    const start = at;
    while (at < lines.length && more(lines[at] ?? '')) at++;
    return lines.slice(start, at);
  };
  while (at < lines.length) {
    const line = lines[at] ?? '';
    const heading = HEADING.exec(line);
    if (line.trim() === '') at++;
    else if (heading !== null) {
      at++;
      const title = heading[2] ?? '';
      blocks.push({
        kind: 'heading',
        level: heading[1]?.length ?? 1,
        anchor: anchorOf(title),
        parts: parseInline(title),
      });
    } else if (line.startsWith('```')) {
      at++;
      const code = take((next) => !next.startsWith('```'));
      at++;
      blocks.push({ kind: 'code', text: code.join('\n') });
    } else if (line.startsWith('|')) blocks.push(tableOf(take((next) => next.startsWith('|'))));
    else if (line.startsWith('>')) {
      const quoted = take((next) => next.startsWith('>')).map((next) => next.replace(/^>\s?/, ''));
      blocks.push({ kind: 'quote', parts: parseInline(quoted.join(' ')) });
    } else if (ITEM.test(line)) {
      blocks.push(listOf(take((next) => ITEM.test(next) || (/^\s+\S/.test(next) && next.trim() !== ''))));
    } else {
      const paragraph = [line, ...(at++, take((next) => next.trim() !== '' && !BEGINS.test(next)))];
      blocks.push({ kind: 'paragraph', parts: parseInline(paragraph.join(' ')) });
    }
  }
  return blocks;
}

/** The anchor of a heading: small letters, no punctuation, spaces as hyphens. */
export function anchorOf(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');
}

function listOf(lines: readonly string[]): Block {
  const items: { depth: number; text: string }[] = [];
  for (const line of lines) {
    const found = ITEM.exec(line);
    const last = items.at(-1);
    if (found !== null) items.push({ depth: Math.floor((found[1] ?? '').length / 2), text: found[3] ?? '' });
    else if (last !== undefined) last.text += ` ${line.trim()}`;
  }
  return {
    kind: 'list',
    isNumbered: /^\s*\d/.test(lines[0] ?? ''),
    items: items.map(({ depth, text }) => ({ depth, parts: parseInline(text) })),
  };
}

function tableOf(lines: readonly string[]): Block {
  const rows = lines
    .filter((line) => !/^[|\s:-]+$/.test(line))
    .map((line) => cellsOf(line).map((cell) => parseInline(cell)));
  const [header = [], ...rest] = rows;
  return { kind: 'table', header, rows: rest };
}

/** Cells of a row; a bar in code or behind a backslash parts nothing. */
function cellsOf(line: string): string[] {
  const kept = line
    .trim()
    .replace(/^\||\|$/g, '')
    .replace(/`[^`]*`|\\\|/g, (part) => part.replaceAll('|', '\u0000').replaceAll('\\\u0000', '\u0000'));
  return kept.split('|').map((cell) => cell.trim().replaceAll('\u0000', '|'));
}

const TOKEN =
  /`([^`]+)`|!?\[((?:`[^`]*`|[^\]`])*)\]\(([^)\s]+)\)|\*\*(.+?)\*\*|(?<![\w*])[*_](?=\S)(.+?)(?<=\S)[*_](?![\w*])/g;

/** Parts of a line of text. */
export function parseInline(text: string): Inline[] {
  const parts: Inline[] = [];
  let end = 0;
  for (const match of text.matchAll(TOKEN)) {
    if (match.index > end) parts.push({ kind: 'text', text: text.slice(end, match.index) });
    const [whole, code, label, href, strong, emphasis] = match;
    if (code !== undefined) parts.push({ kind: 'code', text: code });
    else if (href !== undefined) parts.push({ kind: 'link', href, parts: parseInline(label ?? '') });
    else if (strong !== undefined) parts.push({ kind: 'strong', parts: parseInline(strong) });
    else parts.push({ kind: 'emphasis', parts: parseInline(emphasis ?? '') });
    end = match.index + whole.length;
  }
  if (end < text.length) parts.push({ kind: 'text', text: text.slice(end) });
  return parts;
}
