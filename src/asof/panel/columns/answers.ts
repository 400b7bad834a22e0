/** Rows answered from columns; what is not there yet is read, as long as there is room for it. */
import type pg from 'pg';
import type { Kind } from '../../../plays/kind.ts';
import type { Group, PanelBatch } from '../batch.ts';
import type { PanelQuestion } from '../question.ts';
import type { PanelRows } from '../rows.ts';
import { allSettled } from '../seek-answers.ts';
import type { ColumnView } from './cache.ts';
import type { LineColumns } from './line.ts';
import { packLine } from './pack.ts';
import type { PlayColumns, Plays } from './plays.ts';
import { type ColumnsWanted, readLines, readPlayColumns, seekPlays } from './read.ts';
import type { Shapes } from './shapes.ts';
import { accrualsOf, ColumnReader, countersNeeded } from './values.ts';

/** Counters times lines a statement: what is read is held whole until it is packed. */
const CELLS_A_STATEMENT = 160;
const GAMES_A_STATEMENT = 200;
const AT_ONCE = 2;

/** Questions about a game from which on its plays are read whole: a little less than what as many descents cost. */
const OFTEN_PLAYS = 6;
const PLAYS_A_STATEMENT = 5000;

/** A row whose line runs on, in a game whose plays are not there. */
interface Waiting {
  readonly columns: LineColumns;
  readonly game: number;
  readonly row: number;
}

interface Job {
  readonly group: Group;
  readonly columns: LineColumns;
}

/** Answers rows of one kind of entity from lines that are read whole, and kept while there is room. */
export class ColumnAnswers {
  readonly #pool: pg.Pool;
  readonly #question: PanelQuestion;
  readonly #kind: Kind;
  readonly #view: ColumnView;
  readonly #wanted: ColumnsWanted;
  readonly #runs: boolean;
  /** Lines, and plays by game, that the cache keeps for this panel: found sooner than in there. */
  readonly #lines = new Map<number, LineColumns>();
  readonly #plays = new Map<number, PlayColumns>();

  constructor(pool: pg.Pool, question: PanelQuestion, kind: Kind, view: ColumnView) {
    const { league, basis, seasonType } = question;
    const counters = countersNeeded(question);
    this.#pool = pool;
    this.#question = question;
    this.#kind = kind;
    this.#view = view;
    this.#wanted = { league, kind, seasonType, basis, counters, games: question.scope === 'game' };
    this.#runs = counters.some((position) => league.sport.counters[position]?.accrues !== undefined);
  }

  /** Answer the groups' rows; returns the groups for whose columns there is no room. */
  async answer(groups: readonly Group[], rows: PanelRows, batch: PanelBatch): Promise<Group[]> {
    const jobs: Job[] = [];
    const missing: Group[] = [];
    for (const group of groups) {
      const columns = this.#find(group.key);
      if (columns === undefined) missing.push(group);
      else jobs.push({ group, columns });
    }
    const left = await this.#load(missing, jobs);
    await this.#work(jobs, rows, batch);
    return left;
  }

  #find(key: number): LineColumns | undefined {
    const own = this.#lines.get(key);
    if (own !== undefined) return own;
    const columns = this.#view.line(this.#kind, this.#question.seasonType, key);
    if (columns === undefined) return undefined;
    const { shapes, games } = columns.data;
    const has = this.#wanted.counters.every((counter) => shapes.counters.includes(counter));
    if (!has || (games === null && this.#wanted.games)) return undefined;
    this.#lines.set(key, columns);
    return columns;
  }

  async #load(missing: readonly Group[], jobs: Job[]): Promise<Group[]> {
    const size = Math.max(4, Math.floor(CELLS_A_STATEMENT / (this.#wanted.counters.length + 4)));
    const left: Group[] = [];
    const parts = chunks(missing, size).values();
    const work = async () => {
      for (const part of parts) {
        if (this.#view.isFull) {
          left.push(...part);
          continue;
        }
        const found = await this.#read(part.map(({ key }) => key));
        for (const group of part) {
          const columns = found.get(group.key);
          if (columns !== undefined) jobs.push({ group, columns });
        }
      }
    };
    await allSettled(Array.from({ length: AT_ONCE }, work));
    return left;
  }

  async #read(keys: readonly number[]): Promise<Map<number, LineColumns>> {
    const { seasonType, league } = this.#question;
    // What other panels wanted of these lines is read again with it.
    const held = keys.flatMap((key) => this.#view.line(this.#kind, seasonType, key)?.data ?? []);
    const counters = [
      ...new Set([...this.#wanted.counters, ...held.flatMap((data) => data.shapes.counters)]),
    ];
    counters.sort((a, b) => a - b);
    const games = this.#wanted.games || held.some((data) => data.games !== null);
    const accruals = accrualsOf(league.sport, this.#kind, counters);
    const shapes = this.#view.shapes(this.#kind, counters);
    const lines = new Map<number, LineColumns>();
    await readLines(this.#pool, { ...this.#wanted, counters, games }, keys, (key, cells) => {
      const columns = packLine(cells, { accruals, shapes });
      lines.set(key, columns);
      this.#view.keepLine(this.#kind, seasonType, key, columns);
    });
    return lines;
  }

  async #work(jobs: readonly Job[], rows: PanelRows, batch: PanelBatch): Promise<void> {
    const waiting = new Map<number, Waiting[]>();
    let unread = -1;
    const plays = (game: number) => {
      const found = this.#playsOf(game);
      if (found === undefined) unread = game;
      return found;
    };
    for (const job of jobs) {
      const reader = this.#readerOf(job.columns);
      for (const row of job.group.rows) {
        unread = -1;
        reader.answer(job.columns, rows.at(row), plays, batch, row - batch.start);
        if (unread < 0) continue;
        const others = waiting.get(unread);
        const wait = { columns: job.columns, game: unread, row };
        if (others === undefined) waiting.set(unread, [wait]);
        else others.push(wait);
      }
    }
    await this.#finish(waiting, rows, batch);
  }

  /** Answer the rows that wait for plays: those of games asked about often are read whole, of the others one a row. */
  async #finish(
    waiting: ReadonlyMap<number, readonly Waiting[]>,
    rows: PanelRows,
    batch: PanelBatch,
  ): Promise<void> {
    const { league, basis, boundary } = this.#question;
    const maybeNewest = this.#view.isNewest;
    const wanted = { league, basis, runs: this.#runs, maybeNewest };
    const whole: number[] = [];
    const single: Waiting[] = [];
    const isFull = this.#view.isFullOfPlays;
    for (const [game, waits] of waiting) {
      const asked = this.#view.askedPlays(game, waits.length);
      // Plays that cannot be kept are read for these rows alone.
      if ((isFull ? waits.length : asked) >= OFTEN_PLAYS) whole.push(game);
      else single.push(...waits);
    }
    const games = chunks(whole, GAMES_A_STATEMENT).map((part) => async () => {
      const found = await readPlayColumns(this.#pool, wanted, part);
      for (const [game, plays] of found) {
        if (!isFull) this.#view.keepPlays(game, plays);
        for (const wait of waiting.get(game) ?? []) this.#again(wait, plays, rows, batch);
      }
    });
    const plays = chunks(single, PLAYS_A_STATEMENT).map((part) => async () => {
      const limits = part.map(({ row }) => rows.at(row) - (boundary === 'at' ? 0 : 1));
      const games = part.map(({ game }) => game);
      const found = await seekPlays(this.#pool, league, games, limits, basis, maybeNewest);
      part.forEach((wait, index) => {
        this.#again(wait, { upTo: () => found[index] ?? null }, rows, batch);
      });
    });
    const steps = [...games, ...plays].values();
    const work = async () => {
      for (const step of steps) await step();
    };
    await allSettled(Array.from({ length: AT_ONCE }, work));
  }

  /** Plays of a game, as far as they have been read. */
  #playsOf(game: number): PlayColumns | undefined {
    const own = this.#plays.get(game);
    if (own !== undefined) return own;
    const found = this.#view.plays(game);
    if (found === undefined || (this.#runs && !found.runs)) return undefined;
    this.#plays.set(game, found);
    return found;
  }

  /** Answer a row again, now that the plays of its game are there. */
  #again({ columns, row }: Waiting, plays: Plays, rows: PanelRows, batch: PanelBatch): void {
    this.#readerOf(columns).answer(columns, rows.at(row), () => plays, batch, row - batch.start);
  }

  #lastReader: { readonly shapes: Shapes; readonly reader: ColumnReader } | null = null;

  /** Lines may hold more counters than this panel wants, at other places. */
  #readerOf({ data: { shapes } }: LineColumns): ColumnReader {
    if (this.#lastReader?.shapes !== shapes) {
      this.#lastReader = { shapes, reader: new ColumnReader(this.#question, this.#kind, shapes.counters) };
    }
    return this.#lastReader.reader;
  }
}

function chunks<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}
