/** Every example of the documents runs, and prints what is shown. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { commandsOf, type Example, examplesOf, parting, unmarked } from './setup/examples.ts';
import { isCell, notebookFor } from './setup/notebooks.ts';
import { REAL_WORLDS, World } from './setup/worlds.ts';

const ROOT = join(import.meta.dirname, '..');
const examples = globSync(['docs/**/*.md', 'README.md'], { cwd: ROOT })
  .sort()
  .flatMap((page) => examplesOf(page, readFileSync(join(ROOT, page), 'utf8')));
const runnable = examples.filter(({ mark }) => mark === 'example' || mark === 'answer');
const hasReal = process.env.PLAYCLOCK_REAL_DATA !== undefined;

const worlds = new Map<string, Promise<World>>();
afterAll(async () => {
  for (const world of worlds.values()) await (await world).close();
});

function worldNamed(name: string): Promise<World> {
  const world = worlds.get(name) ?? World.open(name);
  worlds.set(name, world);
  return world;
}

/** In the worlds of real games a basis depends on how much else was loaded. */
const anyBasis = (text: string) => text.replace(/\bbasis \d+/g, 'basis N');

/** What the last command printed; a JSON block after it is its answer. */
let last = '';

async function run(example: Example): Promise<void> {
  const world = await worldNamed(example.detail);
  if (example.language === 'sql') return world.sql(example.code);
  if (isCell(example.language)) return runCell(world, example);
  for (const { command, shown } of commandsOf(example)) {
    const { code, output } =
      example.language === 'ts' ? await world.module(command) : await world.shell(command);
    last = output;
    const refuses = shown?.some((line) => line.startsWith('error: ')) ?? false;
    const broken = /curl -N .*--max-time/.test(command);
    if (!broken) expect(code === 0, `${command}\n${output}`).toBe(!refuses);
    if (shown === null || shown.length === 0) continue;
    const isReal = REAL_WORLDS.includes(example.detail);
    const found = isReal ? parting(shown.map(anyBasis), anyBasis(output)) : parting(shown, output);
    expect(found, `${command}\n${shown.join('\n')}`).toBeNull();
  }
}

async function runCell(world: World, example: Example): Promise<void> {
  const notebook = notebookFor(example.language);
  if (notebook === null) throw new RangeError(`nothing here runs ${example.language}`);
  const cells = runnable.filter(
    ({ page, language }) => page === example.page && language === example.language,
  );
  const before = cells.slice(0, cells.indexOf(example)).map(({ code }) => code);
  const { code, output } = await world.cell(notebook, before, example.code);
  expect(code, output).toBe(0);
  last = output;
}

/** An answer of JSON is the same whatever its spaces; any other is what was printed. */
function compare({ language, code }: Example): void {
  if (language === 'json') expect(JSON.parse(last)).toEqual(JSON.parse(code));
  else expect(parting(code.split('\n'), last), code).toBeNull();
}

/** Why an example cannot run here; null where it can. An answer goes with the example before it. */
function missing(blocks: readonly Example[], example: Example): string | null {
  if (example.mark === 'answer') {
    const asked = blocks.slice(0, blocks.indexOf(example)).findLast(({ mark }) => mark === 'example');
    return asked === undefined ? null : missing(blocks, asked);
  }
  if (REAL_WORLDS.includes(example.detail) && !hasReal) return 'PLAYCLOCK_REAL_DATA is not set';
  if (isCell(example.language) && notebookFor(example.language) === null)
    return `no ${example.language} with the libraries it needs`;
  return null;
}

const PAGES = Map.groupBy(runnable, ({ page }) => page);

describe('examples', () => {
  test('are marked, all of a page or none', () => {
    expect(unmarked(examples)).toEqual([]);
    expect(runnable.length).toBeGreaterThan(10);
  });

  describe.each([...PAGES])('of %s', { timeout: 300_000 }, (_, blocks) => {
    for (const example of blocks) {
      const lacks = missing(blocks, example);
      test.skipIf(lacks !== null)(
        `at line ${example.line}${lacks === null ? '' : ` (skipped: ${lacks})`}`,
        async () => {
          if (example.mark === 'answer') compare(example);
          else await run(example);
        },
      );
    }
  });
});
