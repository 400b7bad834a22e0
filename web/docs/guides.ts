/** The guides that the page shows: the repository's own documents, fetched when they are read. */
import { GUIDES } from './guide-list.ts';

const FILES = import.meta.glob<string>(
  ['../../docs/*.md', '!../../docs/{README,adding-a-sport,aws,benchmarks,contributing,database,page}.md'],
  { query: '?raw', import: 'default' },
);

/** The text of a guide; null for one there is not. */
export async function readGuide(name: string): Promise<string | null> {
  const file = FILES[`../../docs/${name}.md`];
  return GUIDES.some(([known]) => known === name) && file !== undefined ? file() : null;
}

/** Where a link of a guide leads on the page; null where it leads into the repository, which is not served. */
export function hrefOfLink(href: string): string | null {
  if (/^https?:/.test(href) || href.startsWith('/') || href.startsWith('#')) return href;
  const found = /^([\w-]+)\.md(#.*)?$/.exec(href);
  const name = found?.[1];
  if (name === undefined || !GUIDES.some(([known]) => known === name)) return null;
  return `/docs/guides/${name}${found?.[2] ?? ''}`;
}
