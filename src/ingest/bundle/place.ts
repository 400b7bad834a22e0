/** Places in a member as places in its bundle. */
import { existsSync, readFileSync } from 'node:fs';
import { BadInput, IncompleteInput } from '../../feeds/bad-input.ts';
import { LINES } from './pieces.ts';

/** The same error, its lines those of the bundle. An error of a file that is no member stays as it is. */
export function placedInBundle(error: BadInput): BadInput {
  const path = `${error.file}${LINES}`;
  if (!existsSync(path)) return error;
  const runs = readFileSync(path, 'utf8')
    .trimEnd()
    .split('\n')
    .map((run) => run.split(' ').map(Number) as [number, number]);
  const first = runs[0]?.[1] ?? 1;
  const told = (text: string) =>
    text.replace(/\bline (\d+)/g, (_, line) => `line ${lineInBundle(Number(line), runs)}`);
  const isJson = error.file.endsWith('.json');
  const isLine = /^line \d+/.test(error.place);
  const place =
    isJson && isLine ? `line ${first}` : isLine ? told(error.place) : `line ${first}, ${error.place}`;
  const reason = isJson ? error.reason : told(error.reason);
  const Kind = error instanceof IncompleteInput ? IncompleteInput : BadInput;
  return new Kind(error.file, place, reason, error.remedy, error);
}

function lineInBundle(line: number, runs: readonly (readonly [number, number])[]): number {
  const [from, at] = runs.findLast(([start]) => start <= line) ?? [line, line];
  return line - from + at;
}
