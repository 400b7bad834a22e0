/** Lines of many (entity, instant) pairs by index descents: one statement for some thousands of pairs. */
import type pg from 'pg';
import type { Kind } from '../../plays/kind.ts';
import type { Vector } from '../../store/careers.ts';
import { entityTables } from '../../store/tables.ts';
import type { Levels } from '../combine.ts';
import { currentGameSql } from '../current-game.ts';
import { partsOf } from '../entity.ts';
import { instantParameter } from '../instant.ts';
import { type LineArguments, lineSql, milliseconds, ORDER_AT, ORDER_BEFORE } from '../line-sql.ts';
import { cellsOfRow, seekRunning } from '../run-sql.ts';
import type { Visibility } from '../seen.ts';
import type { PanelQuestion } from './question.ts';

/** A line found, as far as a panel needs it. */
export interface SoughtLine extends Levels {
  /** Newest ingest that the statement saw. */
  readonly seen: number;
  readonly game_key: number | null;
  /** The entity's game going on; sought for the scope `game` alone. */
  readonly current_game_key: number | null;
  /** Instant of the last play that counts, epoch milliseconds; null where there is none. */
  readonly last_play_time: number | null;
}

const ARGUMENTS: LineArguments = { key: 'a.key', at: 'a.at', order: '$3::int', basis: '$4::int' };

/** Columns of a line that hold a number for each counter asked for. */
const LEVELS = ['line', 'before', 'stated', 'carry', 'earlier'] as const;

/** What a line has run on since its row, where it accrues. */
const RUN = ['play_elapsed', 'home_score', 'away_score', 'elapsed', 'margin', 'side'] as const;
const NO_RUN = {
  play_elapsed: null,
  home_score: null,
  away_score: null,
  elapsed: null,
  margin: null,
  side: null,
} as const;

/**
 * The levels of a line, of the counters asked for alone, in one array: to write out and to read in all eighteen of each takes
 * longer than to find the line, and five arrays of one number longer than one of five. `held` has a bit for each that is there.
 */
function levelsOf(counters: readonly number[]): string {
  const cells = LEVELS.flatMap((level) =>
    counters.map((position, place) => `l.${level}[${(level === 'line' ? place : position) + 1}]`),
  );
  const held = LEVELS.map((level, place) => `(l.${level} is not null)::int * ${1 << place}`);
  return `array[${cells}]::bigint[] as cells, ${held.join(' + ')} as held`;
}

/** Not a named statement: there are as many as sets of counters, and one serves a thousand rows. */
function statement(
  { league, scope, seasonType }: PanelQuestion,
  kind: Kind,
  seen: Visibility,
  counters: readonly number[],
): string {
  const { code, sport } = league;
  const tables = entityTables(code, sport, kind);
  const parts = partsOf(seasonType);
  const line = lineSql(tables, code, sport, ARGUMENTS, seen, parts, counters);
  const ofType = parts === 'all' ? '' : ` and x.season_order % 10 = ${parts.type}`;
  // A line that stands on season totals names no play: the last one lies behind it.
  const behind = seekRunning(
    {
      tables,
      where: `l.season_order is not null and l.game_key is null and x.${tables.key} = a.key and x.game_key is not null${ofType}`,
      side: 'last',
    },
    ARGUMENTS,
    seen,
  );
  const game =
    scope === 'game'
      ? `left join lateral (${currentGameSql(code, tables, ARGUMENTS, seen)}) cg on true`
      : 'cross join (select null::int as game_key) cg';
  const last = `case when l.game_key is null then ${cellsOfRow('b').wallClockTime} else l.wall_clock_time end`;
  const accrues = counters.some((position) => sport.counters[position]?.accrues !== undefined);
  return `select (select max(ingest_id) from playclock.ingests) as seen, a.place::int, l.game_key, ${milliseconds('l.stated_at')} as stated_at,
      ${accrues ? `${RUN.map((column) => `l.${column}`)},` : ''} ${levelsOf(counters)}, cg.game_key as current_game_key,
      ${milliseconds(last)} as last_play_time
    from unnest($1::int[], $2::timestamptz[]) with ordinality a (key, at, place)
    left join lateral (${line}) l on true
    left join lateral (${behind}) b on true
    ${game}`;
}

type SoughtRow = Omit<SoughtLine, (typeof LEVELS)[number]> & {
  readonly place: number;
  readonly cells: Vector;
  readonly held: number;
};

/** Reads lines for one panel. */
export class LineSeeker {
  readonly #pool: pg.Pool;
  readonly #question: PanelQuestion;
  /** Positions of the counters that are read: levels have these and no others, in this order. */
  readonly #counters: readonly number[];
  // What is open is what the newest basis knows: as long as that is the panel's, it is the cheaper read.
  #visibility: Visibility = 'open';

  constructor(pool: pg.Pool, question: PanelQuestion, counters: readonly number[]) {
    this.#pool = pool;
    this.#question = question;
    this.#counters = counters;
  }

  /** Lines of pairs, in the order given: sorted by key and instant they are found fastest. */
  async seek(kind: Kind, keys: readonly number[], instants: readonly number[]): Promise<SoughtLine[]> {
    if (this.#visibility === 'open') {
      const lines = await this.#read(kind, keys, instants);
      if (lines.every((line) => line.seen === this.#question.basis)) return lines;
      this.#visibility = 'at_basis';
    }
    return this.#read(kind, keys, instants);
  }

  async #read(kind: Kind, keys: readonly number[], instants: readonly number[]): Promise<SoughtLine[]> {
    const { basis, boundary } = this.#question;
    const visibility = this.#visibility;
    const values = [keys, instants.map(instantParameter), boundary === 'at' ? ORDER_AT : ORDER_BEFORE];
    const { rows } = await this.#pool.query<SoughtRow>(
      statement(this.#question, kind, visibility, this.#counters),
      visibility === 'open' ? values : [...values, basis],
    );
    // Each line says which pair's it is: to have the database sort them took a seventh of the statement's time.
    const lines: SoughtLine[] = [];
    for (const row of rows) lines[row.place - 1] = lineOf(row, this.#counters.length);
    return lines;
  }
}

/** A row's levels taken apart. */
function lineOf({ cells, held, ...row }: SoughtRow, width: number): SoughtLine {
  const level = (name: (typeof LEVELS)[number]) => {
    const place = LEVELS.indexOf(name);
    return (held & (1 << place)) === 0 ? null : cells.slice(place * width, (place + 1) * width);
  };
  return {
    ...NO_RUN,
    ...row,
    line: level('line'),
    before: level('before'),
    stated: level('stated'),
    carry: level('carry'),
    earlier: level('earlier'),
  };
}
