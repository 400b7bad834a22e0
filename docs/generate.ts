/** Writes the pages that follow from code: `npm run docs:generate`. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderCoverage } from './generate-coverage.ts';
import { renderSchema } from './generate-database.ts';
import { renderStats } from './generate-stats.ts';

/** File of this folder, and what makes its text. */
export const PAGES: Readonly<Record<string, () => string>> = {
  'database.md': renderSchema,
  'stats.md': renderStats,
  'coverage.md': renderCoverage,
};

if (import.meta.main) {
  for (const [file, render] of Object.entries(PAGES)) {
    writeFileSync(join(import.meta.dirname, file), render());
    process.stdout.write(`docs/${file}\n`);
  }
}
