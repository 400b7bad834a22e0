/**
 * The rows of a panel, packed: twelve bytes a row, whatever they came as. All are held before the first is
 * answered, so that a body cut off or too large is refused as a whole, and a client that sends everything
 * before it reads anything is not waited for.
 */

import { setImmediate } from 'node:timers/promises';
import type { Kind } from '../../plays/kind.ts';
import { AmbiguousInstantError, InvalidInstantError, NonexistentInstantError } from '../instant.ts';
import { InstantReader, usualInstant } from './instants.ts';
import { MAX_ENTITIES, MAX_ROWS } from './question.ts';

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

/** More than a panel may have, of rows or of players and teams. */
export class PanelTooLargeError extends Error {
  override readonly name = 'PanelTooLargeError';
  constructor(most: number, what: string) {
    super(
      `a panel has at most ${most.toLocaleString('en-US')} ${what}: send it in parts, with the same basis`,
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

/** A panel's questions as they arrive: whose, and when. Twelve bytes each. */
export class PanelRows {
  #count = 0;
  #entity = new Int32Array(1024);
  #at = new Float64Array(1024);
  readonly #entities: PanelEntity[] = [];
  readonly #indexes = { player: new Map<string, number>(), team: new Map<string, number>() };
  /** Instants not in the usual form while the zone is not known; those that cannot be read stay. */
  readonly #texts = new Map<number, string>();
  #reader: InstantReader | null;

  /** `zone`: of local times; undefined where it is told after the rows, to `readInstants`. */
  constructor(zone?: string | null) {
    this.#reader = zone === undefined ? null : new InstantReader(zone);
  }

  get count(): number {
    return this.#count;
  }

  /** Players and teams, in the order in which they first appear. */
  get entities(): readonly PanelEntity[] {
    return this.#entities;
  }

  /** Add a row as it was written; an empty id is none. Throws `PanelTooLargeError`. */
  add(kind: Kind, id: string, instant: string): void {
    let at = usualInstant(instant);
    if (Number.isNaN(at)) at = this.#readOrKeep(this.#count, instant.slice(0, MAX_TEXT));
    this.#push(id === '' ? -1 : this.entityOf(kind, id), at);
  }

  /** Add a row whose instant is known, epoch milliseconds. */
  addAt(entity: number, at: number): void {
    this.#push(entity, at);
  }

  /** Index of a player or team. */
  entityOf(kind: Kind, id: string): number {
    const short = id.slice(0, MAX_TEXT);
    const known = this.#indexes[kind].get(short);
    if (known !== undefined) return known;
    if (this.#entities.length >= MAX_ENTITIES)
      throw new PanelTooLargeError(MAX_ENTITIES, 'players and teams');
    const index = this.#entities.push({ kind, id: short }) - 1;
    this.#indexes[kind].set(short, index);
    return index;
  }

  #push(entity: number, at: number): void {
    const row = this.#count;
    if (row >= MAX_ROWS) throw new PanelTooLargeError(MAX_ROWS, 'rows');
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

  /** Read the instants that wait for the zone. */
  async readInstants(zone: string | null): Promise<void> {
    this.#reader = new InstantReader(zone);
    let read = 0;
    for (const [row, text] of this.#texts) {
      if (++read % READ_AT_ONCE === 0) await setImmediate();
      this.#at[row] = this.#readOrKeep(row, text);
    }
  }

  /** The instant of a text, or NaN and the text kept. */
  #readOrKeep(row: number, text: string): number {
    try {
      if (this.#reader !== null) {
        const at = this.#reader.read(text);
        this.#texts.delete(row);
        return at;
      }
    } catch (cause) {
      if (faultOfInstant(cause) === null) throw cause;
    }
    this.#texts.set(row, text);
    return Number.NaN;
  }

  /** Index of the row's entity; -1 where the row names none. */
  entity(row: number): number {
    return this.#entity[row] ?? -1;
  }

  /** Instant of the row, epoch milliseconds; NaN where it cannot be read. */
  at(row: number): number {
    return this.#at[row] ?? Number.NaN;
  }

  /** Entities and instants of a run of rows, in arrays of their own. */
  run(start: number, count: number): { readonly entity: Int32Array; readonly at: Float64Array } {
    return { entity: this.#entity.slice(start, start + count), at: this.#at.slice(start, start + count) };
  }

  /** What is wrong with the row as it was written; null where nothing is. */
  fault(row: number): RowFault | null {
    if (this.entity(row) < 0) return { type: 'invalid-parameter', detail: 'give a player_id or a team_id' };
    if (!Number.isNaN(this.at(row))) return null;
    const text = this.#texts.get(row) ?? '';
    if (text === '') return { type: 'invalid-instant', detail: 'as_of is missing' };
    try {
      this.#reader?.read(text);
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
