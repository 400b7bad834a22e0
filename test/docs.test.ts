/** The documents agree with the code they describe, and their links lead somewhere. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { PAGES } from '../docs/generate.ts';

const ROOT = join(import.meta.dirname, '..');
const pages = globSync(['docs/**/*.md', 'README.md'], { cwd: ROOT }).sort();
const read = (page: string) => readFileSync(join(ROOT, page), 'utf8');

describe('generated pages', () => {
  test.each(Object.entries(PAGES))('%s is up to date (npm run docs:generate)', (file, render) => {
    expect(read(`docs/${file}`)).toBe(render());
    expect(render()).toBe(render());
  });
});

describe('links', () => {
  test('there are pages to check', () => {
    expect(pages.length).toBeGreaterThan(10);
  });

  test.each(pages)('%s points only at what exists', (page) => {
    const broken = linksOf(read(page)).filter((link) => !leadsSomewhere(page, link));
    expect(broken).toEqual([]);
  });
});

/** Targets of Markdown links outside code, without those to other sites. */
function linksOf(text: string): string[] {
  const prose = text.replace(/^```.*?^```/gms, '').replace(/`[^`\n]*`/g, 'code');
  return [...prose.matchAll(/\]\(([^)\s]+)\)/g)]
    .map((match) => match[1] ?? '')
    .filter((target) => !/^[a-z]+:/.test(target));
}

function leadsSomewhere(page: string, link: string): boolean {
  const [path = '', anchor] = link.split('#');
  const target = path === '' ? page : join(dirname(page), path);
  if (!existsSync(join(ROOT, target))) return false;
  return anchor === undefined || !target.endsWith('.md') || headingsOf(read(target)).has(anchor);
}

/** Anchors a page's headings get: lower case, no punctuation, spaces as hyphens. */
function headingsOf(text: string): Set<string> {
  const prose = text.replace(/^```.*?^```/gms, '');
  return new Set(
    [...prose.matchAll(/^#+ (.+)$/gm)].map((match) =>
      (match[1] ?? '')
        .toLowerCase()
        .replace(/[^\p{L}\p{N} _-]/gu, '')
        .replaceAll(' ', '-'),
    ),
  );
}
