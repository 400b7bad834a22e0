/** The engine, the store, the reads and the routes know no sport: what a sport is, its definition says. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { LEAGUES } from '../src/sports/leagues.ts';

const ROOT = join(import.meta.dirname, '..');
const files = globSync('src/{fold,store,asof,http}/**/*.ts', { cwd: ROOT }).sort();

/** Codes of leagues and words of sports' codes and names, and counters that only one sport has. */
const NAMES = new Set([
  ...LEAGUES.filter(({ code }) => code !== 'demo').map(({ code }) => code),
  ...LEAGUES.flatMap(({ sport }) => `${sport.code} ${sport.name}`.toLowerCase().split(/[\s_]+/)),
  ...['football', 'hockey', 'quarterback', 'rebound', 'rebounds', 'touchdown', 'inning', 'pitch', 'goalie'],
]);
/** A word of a sport's name that is a word of English too. */
for (const word of ['ice', 'american']) NAMES.delete(word);

/** Words of the code itself: no comments, no examples and descriptions of the document. */
function wordsOf(source: string): string[] {
  const code = source
    .replace(/\/\*.*?\*\//gs, '')
    .replace(/(^|\s)\/\/.*$/gm, '')
    .replace(/\b(description|example|summary):\s*(['"`]).*?\2/gs, '')
    .replace(/`[^`$]*`/g, (text) => (text.includes('<html') ? '' : text));
  return [...code.matchAll(/[A-Z]?[a-z]+|[A-Z]+(?![a-z])/g)].map(([word]) => word.toLowerCase());
}

test('there are files to look through', () => {
  expect(files.length).toBeGreaterThan(60);
});

test.each(files)('%s names no sport', (file) => {
  const words = wordsOf(readFileSync(join(ROOT, file), 'utf8'));
  expect(words.filter((word) => NAMES.has(word))).toEqual([]);
});

test('a sport that is named would be found', () => {
  expect(wordsOf("if (league.code === 'nba') countRebounds(); // nfl")).toContain('nba');
  expect(wordsOf('const soccerClock = 1;').filter((word) => NAMES.has(word))).toEqual(['soccer']);
});
