/** Programs that run the cells of notebooks, where this machine has them. */
import { spawnSync } from 'node:child_process';

export interface Notebook {
  readonly program: string;
  /** What comes before the code on the command line. */
  readonly words: readonly string[];
}

interface Needed extends Notebook {
  /** Succeeds where the libraries of the cells are there. */
  readonly trial: string;
}

const PROGRAMS: Readonly<Record<string, readonly Needed[]>> = {
  // A Python of one's own need not have what the system's has.
  python: ['python3', '/usr/bin/python3'].map((program) => ({
    program,
    words: ['-c'],
    trial: 'import pandas',
  })),
  r: [{ program: 'Rscript', words: ['-e'], trial: 'library(httr2)' }],
};

const found = new Map<string, Notebook | null>();

/** Whether a block of this language is a notebook's cell. */
export function isCell(language: string): boolean {
  return Object.hasOwn(PROGRAMS, language);
}

/** What runs cells of a language, or null where it is not installed. */
export function notebookFor(language: string): Notebook | null {
  const known = found.get(language);
  if (known !== undefined) return known;
  const works = ({ program, words, trial }: Needed) => spawnSync(program, [...words, trial]).status === 0;
  const notebook = PROGRAMS[language]?.find(works) ?? null;
  found.set(language, notebook);
  return notebook;
}
