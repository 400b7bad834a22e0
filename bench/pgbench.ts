/** The same comparison by pgbench, where it is installed: a client in C leaves both cores to the server. */
import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Alternated, alternate } from './alternate.ts';
import { asOfText, PRIMARY_KEY_TEXT } from './as-of-statement.ts';
import type { Pair } from './pairs.ts';

const run = promisify(execFile);
const CLIENTS = 4;
const QUESTIONS = 4096;
/** More than any instant has seconds since 1970. */
const SECONDS = 10_000_000_000;

/** Transactions a second of both by turns; null where there is no pgbench. */
export async function comparePgbench(
  url: string,
  pairs: readonly Pair[],
  options: { readonly folder: string; readonly rounds: number; readonly seconds: number },
): Promise<Alternated<number> | null> {
  if (!(await installed())) return null;
  const asOf = join(options.folder, 'as-of.sql');
  const lookup = join(options.folder, 'lookup.sql');
  writeFileSync(asOf, script(pairs, asOfText()));
  writeFileSync(lookup, script(pairs, PRIMARY_KEY_TEXT));
  return alternate(
    options.rounds,
    () => transactions(url, asOf, options.seconds),
    () => transactions(url, lookup, options.seconds),
  );
}

async function installed(): Promise<boolean> {
  return run('pgbench', ['--version']).then(
    () => true,
    () => false,
  );
}

/**
 * pgbench reads no data files, so the questions are in the script: a tree of CASEs that finds one of them in a
 * dozen steps. Player and second are packed into one number.
 */
function script(pairs: readonly Pair[], text: string): string {
  const packed = pairs.slice(0, QUESTIONS).map(({ key, at }) => {
    return key * SECONDS + Math.floor(Date.parse(at) / 1000);
  });
  const statement = text
    .replaceAll(/\$1(::int)?/g, ':player')
    .replaceAll('$2::timestamptz', 'to_timestamp(:instant)')
    .replaceAll(/\s+/g, ' ');
  return [
    `\\set question random(0, ${packed.length - 1})`,
    `\\set packed ${choose(packed, 0, packed.length)}`,
    `\\set player :packed / ${SECONDS}`,
    `\\set instant :packed % ${SECONDS}`,
    `${statement};`,
    '',
  ].join('\n');
}

/** Expression for the value at position `:question`, which is at least `from` and below `to`. */
function choose(values: readonly number[], from: number, to: number): string {
  if (to - from === 1) return String(values[from]);
  const half = Math.floor((from + to) / 2);
  return `case when :question < ${half} then ${choose(values, from, half)} else ${choose(values, half, to)} end`;
}

async function transactions(url: string, file: string, seconds: number): Promise<number> {
  const { stdout } = await run('pgbench', [
    ...['--no-vacuum', '--protocol', 'prepared', '--client', String(CLIENTS), '--jobs', '1'],
    ...['--time', String(Math.max(1, Math.round(seconds))), '--file', file, url],
  ]);
  return Number(/tps = ([\d.]+)/.exec(stdout)?.[1]);
}
