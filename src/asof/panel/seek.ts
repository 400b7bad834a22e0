/** Lines of many (entity, instant) pairs by index descents: one statement for some thousands of pairs. */
import type pg from 'pg';
import type { Sport } from '../../sports/sport.ts';
import type { Vector } from '../../store/careers.ts';
import { entityTables } from '../../store/tables.ts';
import type { Levels } from '../combine.ts';
import { currentGameSql } from '../current-game.ts';
import { type Kind, partsOf } from '../entity.ts';
import {
  type LineArguments,
  lineCall,
  lineSql,
  ORDER_AT,
  ORDER_BEFORE,
  type Visibility,
} from '../line-sql.ts';
import { zeroValues } from '../published.ts';
import { cellsOfRow, lineCounter, seekRunning } from '../run-sql.ts';
import { countersNeeded } from './columns/values.ts';
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

/** Columns of a line that hold a number for each counter. */
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
 * The levels of a line, each with those counters alone. To write out and to read in all eighteen of each takes longer than to
 * find the line: 33 µs a row where one counter takes 15.
 */
function levelsOf(sport: Sport, counters: readonly number[]): string {
  return LEVELS.map((level) => {
    const cells = counters.map((position) =>
      level === 'line' ? lineCounter(sport, position, 'l') : `l.${level}[${position + 1}]`,
    );
    return `case when l.${level === 'line' ? 'narrow' : level} is not null then array[${cells}] end as ${level}`;
  }).join(', ');
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
  const line =
    seen === 'open' && parts === 'all'
      ? lineCall(tables, code, ARGUMENTS)
      : lineSql(tables, code, sport, ARGUMENTS, seen, parts);
  const ofType = parts === 'all' ? '' : ` and x.season_order % 10 = ${parts.type}`;
  // A line that stands on season totals names no play: the last one lies behind it.
  const behind = seekRunning(
    {
      tables,
      where: `l.narrow is not null and l.game_key is null and x.${tables.key} = a.key and x.game_key is not null${ofType}`,
      side: 'last',
    },
    ARGUMENTS,
    seen,
  );
  const game =
    scope === 'game'
      ? `left join lateral (${currentGameSql(code, tables, ARGUMENTS, seen)}) cg on true`
      : 'cross join (select null::int as game_key) cg';
  const accrues = counters.some((position) => sport.counters[position]?.accrues !== undefined);
  return `select (select max(ingest_id) from playclock.ingests) as seen, a.place::int, l.game_key, l.stated_at,
      ${accrues ? `${RUN.map((column) => `l.${column}`)},` : ''} ${levelsOf(sport, counters)}, cg.game_key as current_game_key,
      case when l.game_key is null then ${cellsOfRow('b').wallClockTime} else l.wall_clock_time end as last_play_time
    from unnest($1::int[], $2::timestamptz[]) with ordinality a (key, at, place)
    left join lateral (${line}) l on true
    left join lateral (${behind}) b on true
    ${game}`;
}

/** Reads lines for one panel. */
export class LineSeeker {
  readonly #pool: pg.Pool;
  readonly #question: PanelQuestion;
  /** Positions of the counters that are read; the others of a line are zero. */
  readonly #counters: readonly number[];
  // What is open is what the newest basis knows: as long as that is the panel's, it is the cheaper read.
  #visibility: Visibility = 'open';

  constructor(pool: pg.Pool, question: PanelQuestion) {
    this.#pool = pool;
    this.#question = question;
    this.#counters = countersNeeded(question);
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
    const values = [
      keys,
      instants.map((at) => new Date(at).toISOString()),
      boundary === 'at' ? ORDER_AT : ORDER_BEFORE,
    ];
    const { rows } = await this.#pool.query<SoughtLine & { readonly place: number }>(
      statement(this.#question, kind, visibility, this.#counters),
      visibility === 'open' ? values : [...values, basis],
    );
    // Each line says which pair's it is: to have the database sort them took a seventh of the statement's time.
    const lines: SoughtLine[] = [];
    for (const { place, ...row } of rows) lines[place - 1] = this.#whole(row);
    return lines;
  }

  /** The line with its counters at their places in the sport's order. */
  #whole(row: SoughtLine): SoughtLine {
    const { line, before, stated, carry, earlier } = row;
    return {
      ...NO_RUN,
      ...row,
      line: this.#level(line),
      before: this.#level(before),
      stated: this.#level(stated),
      carry: this.#level(carry),
      earlier: this.#level(earlier),
    };
  }

  #level(level: Vector | null): Vector | null {
    if (level === null) return null;
    const values = [...zeroValues(this.#question.league.sport)];
    this.#counters.forEach((position, cell) => {
      values[position] = level[cell] ?? null;
    });
    return values;
  }
}
