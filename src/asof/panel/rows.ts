/**
 * The rows of a panel, packed: twelve bytes a row, whatever they came as. All are held before the first is
 * answered, so that a body cut off or too large is refused as a whole, and a client that sends everything
 * before it reads anything is not waited for.
 */

import { setImmediate } from 'node:timers/promises';
import type { Kind } from '../entity.ts';
import { AmbiguousInstantError, InvalidInstantError, NonexistentInstantError } from '../instant.ts';
import { InstantReader, usualInstant } from './instants.ts';
import { MAX_ROWS } from './question.ts';

/** A row that cannot be answered, in the words of the problem types. */
export interface RowFault {
  readonly type:
    | 'invalid-instant'
    | 'ambiguous-instant'
    | 'nonexistent-instant'
    | 'not-found'
    | 'invalid-parameter';
  readonly detail: string;
}

/** More rows than a panel may have. */
export class TooManyRowsError extends Error {
  override readonly name = 'TooManyRowsError';
  constructor() {
    super(
      `a panel has at most ${MAX_ROWS.toLocaleString('en-US')} rows: send it in parts, with the same basis`,
    );
  }
}

export interface PanelEntity {
  readonly kind: Kind;
  readonly id: string;
}

/** Longest text of a row that is kept to be shown again; no id and no instant is longer. */
const MAX_TEXT = 80;
/** Instants read before others get their turn. */
const READ_AT_ONCE = 10_000;

export class PanelRows {
  #count = 0;
  #entity = new Int32Array(1024);
  #at = new Float64Array(1024);
  readonly #entities: PanelEntity[] = [];
  readonly #indexes = { player: new Map<string, number>(), team: new Map<string, number>() };
  /** Instants not in the usual form: read when the zone is known; those that cannot be read stay. */
  readonly #texts = new Map<number, string>();
  #reader = new InstantReader(null);

  get count(): number {
    return this.#count;
  }

  /** Players and teams, in the order in which they first appear. */
  get entities(): readonly PanelEntity[] {
    return this.#entities;
  }

  /** Add a row as it was written; an empty id is none. Throws `TooManyRowsError`. */
  add(kind: Kind, id: string, instant: string): void {
    const at = usualInstant(instant);
    if (Number.isNaN(at)) this.#texts.set(this.#count, instant.slice(0, MAX_TEXT));
    this.#push(id === '' ? -1 : this.entityOf(kind, id), at);
  }

  /** Add a row whose instant is known, epoch milliseconds. */
  addAt(entity: number, at: number): void {
    this.#push(entity, at);
  }

  /** Index of a player or team. */
  entityOf(kind: Kind, id: string): number {
    const known = this.#indexes[kind].get(id);
    if (known !== undefined) return known;
    const short = id.slice(0, MAX_TEXT);
    const index = this.#entities.push({ kind, id: short }) - 1;
    this.#indexes[kind].set(short, index);
    return index;
  }

  #push(entity: number, at: number): void {
    const row = this.#count;
    if (row >= MAX_ROWS) throw new TooManyRowsError();
    if (row === this.#at.length) {
      const [entities, instants] = [this.#entity, this.#at];
      this.#entity = new Int32Array(row * 2);
      this.#entity.set(entities);
      this.#at = new Float64Array(row * 2);
      this.#at.set(instants);
    }
    this.#entity[row] = entity;
    this.#at[row] = at;
    this.#count = row + 1;
  }

  /** Read the instants that were not in the usual form; those without an offset in the zone. */
  async readInstants(zone: string | null): Promise<void> {
    this.#reader = new InstantReader(zone);
    let read = 0;
    for (const [row, text] of this.#texts) {
      if (++read % READ_AT_ONCE === 0) await setImmediate();
      try {
        this.#at[row] = this.#reader.read(text);
        this.#texts.delete(row);
      } catch (cause) {
        if (faultOfInstant(cause) === null) throw cause;
      }
    }
  }

  /** Index of the row's entity; -1 where the row names none. */
  entity(row: number): number {
    return this.#entity[row] ?? -1;
  }

  /** Instant of the row, epoch milliseconds; NaN where it cannot be read. */
  at(row: number): number {
    return this.#at[row] ?? Number.NaN;
  }

  /** What is wrong with the row as it was written; null where nothing is. */
  fault(row: number): RowFault | null {
    if (this.entity(row) < 0) return { type: 'invalid-parameter', detail: 'give a player_id or a team_id' };
    if (!Number.isNaN(this.at(row))) return null;
    const text = this.#texts.get(row) ?? '';
    if (text === '') return { type: 'invalid-instant', detail: 'as_of is missing' };
    try {
      this.#reader.read(text);
    } catch (cause) {
      const fault = faultOfInstant(cause);
      if (fault !== null) return fault;
      throw cause;
    }
    return { type: 'invalid-instant', detail: `"${text}" was not read` };
  }

  /** The instant as it was written, where it could not be read. */
  written(row: number): string | null {
    return this.#texts.get(row) ?? null;
  }
}

function faultOfInstant(cause: unknown): RowFault | null {
  if (cause instanceof InvalidInstantError) return { type: 'invalid-instant', detail: cause.message };
  if (cause instanceof AmbiguousInstantError) return { type: 'ambiguous-instant', detail: cause.message };
  if (cause instanceof NonexistentInstantError) return { type: 'nonexistent-instant', detail: cause.message };
  return null;
}
