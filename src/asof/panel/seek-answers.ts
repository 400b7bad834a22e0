/** Rows answered by index descents. */
import type pg from 'pg';
import type { Kind } from '../../plays/kind.ts';
import { combine } from '../combine.ts';
import { zeroValues } from '../published.ts';
import type { Group, PanelBatch } from './batch.ts';
import { countersNeeded } from './columns/values.ts';
import { fieldReader } from './fields.ts';
import type { PanelQuestion } from './question.ts';
import type { PanelRows } from './rows.ts';
import { LineSeeker, type SoughtLine } from './seek.ts';

/**
 * Rows a statement, and statements at once: the database has more than one core. What five thousand rows bring outlives
 * the young generation, and the process grows by some 90 MB more than with a thousand, which cost no more time.
 */
const ROWS_A_STATEMENT = 1000;
const AT_ONCE = 2;

/** Answers rows of one kind of entity by seeking the line of each. */
export class SeekAnswers {
  readonly #question: PanelQuestion;
  readonly #kind: Kind;
  readonly #seeker: LineSeeker;
  readonly #read: (line: SoughtLine, at: number) => Float64Array | null;

  constructor(pool: pg.Pool, question: PanelQuestion, kind: Kind) {
    const counters = countersNeeded(question);
    this.#question = question;
    this.#kind = kind;
    this.#seeker = new LineSeeker(pool, question, counters);
    this.#read = lineReader(ofCounters(question, counters), kind);
  }

  /** Answer the groups' rows. */
  async answer(groups: readonly Group[], rows: PanelRows, batch: PanelBatch): Promise<void> {
    const pairs = [...groups]
      .sort((a, b) => a.key - b.key)
      .flatMap(({ key, rows: own }) =>
        Array.from(
          own.sort((a, b) => rows.at(a) - rows.at(b)),
          (row) => ({ key, row }),
        ),
      );
    const parts: (typeof pairs)[] = [];
    for (let start = 0; start < pairs.length; start += ROWS_A_STATEMENT) {
      parts.push(pairs.slice(start, start + ROWS_A_STATEMENT));
    }
    const next = parts.values();
    const work = async () => {
      for (const part of next) await this.#part(part, rows, batch);
    };
    await allSettled(Array.from({ length: AT_ONCE }, work));
  }

  async #part(
    pairs: readonly { readonly key: number; readonly row: number }[],
    rows: PanelRows,
    { start, values, lastPlay }: PanelBatch,
  ): Promise<void> {
    const lines = await this.#seeker.seek(
      this.#kind,
      pairs.map(({ key }) => key),
      pairs.map(({ row }) => rows.at(row)),
    );
    const width = this.#question.fields.length;
    lines.forEach((line, index) => {
      const row = pairs[index]?.row ?? start;
      lastPlay[row - start] = line.last_play_time ?? Number.NaN;
      const found = this.#read(line, rows.at(row));
      if (found !== null) values.set(found, (row - start) * width);
    });
  }
}

/** Wait for all, so that none runs on, then fail with the first that failed. */
export async function allSettled(work: readonly Promise<void>[]): Promise<void> {
  const failed = (await Promise.allSettled(work)).find((result) => result.status === 'rejected');
  if (failed !== undefined) throw failed.reason;
}

/** The question as if its sport had no other counters: sums are of those that were read. */
function ofCounters(question: PanelQuestion, counters: readonly number[]): PanelQuestion {
  const { league, fields } = question;
  const { sport } = league;
  if (counters.length === sport.counters.length) return question;
  return {
    ...question,
    league: {
      ...league,
      sport: { ...sport, counters: counters.flatMap((position) => sport.counters[position] ?? []) },
    },
    fields: fields.map((field) =>
      field.kind === 'counter' ? { ...field, position: counters.indexOf(field.position) } : field,
    ),
  };
}

/** A function giving the values of a line at an instant, or null where it has none. */
function lineReader(question: PanelQuestion, kind: Kind) {
  const { scope, boundary, maxAge } = question;
  const { sport } = question.league;
  const read = fieldReader(sport, question.fields);
  return (line: SoughtLine, at: number): Float64Array | null => {
    if (maxAge !== null && !(line.last_play_time !== null && at - line.last_play_time <= maxAge)) return null;
    if (scope !== 'game') return read(combine(sport, kind, line, { at, boundary })[scope]);
    if (line.current_game_key === null) return null;
    const inGame = line.game_key === line.current_game_key;
    return read(inGame ? combine(sport, kind, line, { at, boundary }).game : zeroValues(sport));
  };
}
