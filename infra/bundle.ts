/** The functions' code: one file each, with everything it needs, and the files it reads. Made by esbuild, here. */
import { cpSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { SynthesisError } from './synthesis-error.ts';

const ROOT = join(import.meta.dirname, '..');

const FUNCTIONS = ['loader', 'api', 'maintenance'] as const;
export type FunctionName = (typeof FUNCTIONS)[number];

/** Built page of the API: `npm ci` and `npm run build` make it. */
const PAGE = join(ROOT, 'dist', 'page');

/**
 * Bundle a function into a folder. The SDK is bundled too, though the runtime has one: what was tested is what
 * runs, whatever version the runtime is at.
 *
 * @returns the source files that went in, relative to the repository.
 */
export function bundle(name: FunctionName, outdir: string): string[] {
  const { metafile } = buildSync({
    absWorkingDir: ROOT,
    entryPoints: [join('src', 'lambda', `${name}.ts`)],
    outfile: join(outdir, 'index.mjs'),
    bundle: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    minify: true,
    keepNames: true,
    metafile: true,
    legalComments: 'none',
    logLevel: 'warning',
    external: ['pg-native'],
    // Packages in the older module format call `require`, which a module does not have. As a global, the name
    // cannot meet one that minifying made up.
    banner: {
      js: "import{createRequire as makeGlobalRequire}from'node:module';globalThis.require=makeGlobalRequire(import.meta.url);",
    },
  });
  if (name === 'maintenance') {
    // The snapshots are for making the next migration, not for running one.
    const filter = (source: string) => !source.endsWith('_snapshot.json');
    cpSync(join(ROOT, 'migrations'), join(outdir, 'migrations'), { recursive: true, filter });
  }
  if (name === 'api') copyPage(join(outdir, 'page'));
  return Object.keys(metafile.inputs);
}

function copyPage(target: string): void {
  if (!existsSync(join(PAGE, 'index.html')))
    throw new SynthesisError('the page is not built: run "npm run build"');
  mkdirSync(target, { recursive: true });
  cpSync(PAGE, target, { recursive: true });
}
