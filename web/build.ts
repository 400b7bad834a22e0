/** Build the page into `dist/page`: `npm ci` does it once, `npm run build` again. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const CONFIG = join(import.meta.dirname, 'vite.config.ts');

/** Build the page, into its usual folder unless another is named. */
export async function buildPage(outDir?: string): Promise<void> {
  const { build } = await import('vite');
  await build({
    configFile: CONFIG,
    logLevel: 'warn',
    ...(outDir === undefined ? {} : { build: { outDir, emptyOutDir: true } }),
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  // An install without development packages has no Vite: the API runs without the page, and says so at `/`.
  const hasVite = await import('vite').then(
    () => true,
    () => false,
  );
  if (hasVite) await buildPage();
  else console.warn('vite is not installed: the page is not built');
}
