/** What is wrong where it is the database, and not the question: for whoever runs it. */

const LOST = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
]);

/** SQLSTATEs, by their beginning. */
const STATES: readonly (readonly [state: RegExp, words: string])[] = [
  [/^(57P0|08|53300)/, 'the database cannot be reached'],
  [/^28/, 'the database refuses the user or the password'],
  [/^3D000/, 'there is no such database'],
  [/^53100/, 'the disk of the database is full'],
  [/^25006/, 'the database can only be read'],
];

/** Tables, columns and functions that are not there. */
const OTHER_VERSION = new Set(['42P01', '42703', '42883', '3F000']);

/** Why no question can be answered by the database now, in words that tell nothing of it; null for any other error. */
export function outageOf(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  const code = codeOf(error);
  const isLost =
    LOST.has(code) ||
    /connection (terminated|timeout)|timeout exceeded when trying to connect/i.test(error.message);
  if (isLost) return 'the database cannot be reached';
  return STATES.find(([state]) => state.test(code))?.[1] ?? null;
}

/** The same for whoever runs it, to whom a missing table says that the database was not migrated. */
export function databaseFault(error: unknown): string | null {
  if (error instanceof Error && OTHER_VERSION.has(codeOf(error)))
    return 'the database is not of this version: run "npm run playclock -- migrate"';
  return outageOf(error);
}

function codeOf(error: Error): string {
  return 'code' in error ? String(error.code) : '';
}
