/** Examining a database while a history is told to it: after every step, at every basis so far. */
import type pg from 'pg';
import { expect } from 'vitest';
import { formatInstant } from '../../src/asof/instant.ts';
import { Random } from '../../src/simulate/random.ts';
import type { League } from '../../src/sports/leagues.ts';
import { asking, type Reply } from '../http/api.ts';
import { boxPath, expectBox } from './boxes.ts';
import type { Delivery } from './history.ts';
import type { Question } from './naive-bitemporal.ts';
import { drawQuestion, expectAgreement, IMMUTABLE, pathOf } from './questions.ts';
import type { Teller, Told } from './teller.ts';
import { Telling } from './telling.ts';
import { Ids } from './tiny-files.ts';
import type { TinyGame } from './tiny-game.ts';

/** How many questions are asked: after each step, again after each step, at each basis in the end. */
export interface Thoroughness {
  readonly fresh: number;
  readonly again: number;
  readonly last: number;
}

/** A database that many histories are told to, one after the other; none may disturb another. */
export class Examiner<G, T extends Teller<G>> {
  readonly ask: (path: string) => Promise<Reply>;
  /** Every answer at a basis, as it was first given. */
  readonly first = new Map<string, string>();
  /** What was asked last of histories told before. */
  #neighbours: Question[] = [];
  #histories = 0;
  readonly league: League;
  readonly #thoroughness: Thoroughness;
  readonly #teller: (history: number) => T;

  constructor(pool: pg.Pool, league: League, thoroughness: Thoroughness, teller: (history: number) => T) {
    this.league = league;
    this.#thoroughness = thoroughness;
    this.#teller = teller;
    this.ask = asking(pool);
  }

  /** A history of ids of its own. */
  begin(): T {
    return this.#teller(++this.#histories);
  }

  /** Tell a history, examining all the way. */
  async examine(deliveries: readonly Delivery<G>[], seed: number): Promise<T> {
    const telling = this.begin();
    const random = new Random(`questions ${seed}`);
    const instants: number[] = [];
    const bases: number[] = [];
    const paths: string[] = [];
    const asked: Question[] = [];
    for (const delivery of deliveries) {
      instants.push(...telling.instantsOf(delivery));
      const told = await telling.tell(delivery);
      bases.push(told.basis);
      expectOutcome(told);
      // The newest basis is asked about as often as all before it.
      const pool = [...bases, ...bases.map(() => told.basis)];
      for (let count = 0; count < this.#thoroughness.fresh; count++) {
        const question = drawQuestion(random, telling.ids, instants, pool);
        paths.push(await this.#question(telling, question));
        asked.push(question);
      }
      await this.#newest(telling, drawQuestion(random, telling.ids, instants, [told.basis]));
      paths.push(await this.#others(delivery, telling, told.basis, random));
      paths.push(await this.#box(telling, delivery, random.pick(instants), random.pick(bases), random));
      await this.#elsewhere(telling, told, drawQuestion(random, telling.ids, instants, [told.basis]));
      for (let count = 0; count < this.#thoroughness.again; count++) await this.again(random.pick(paths));
    }
    for (const basis of bases) {
      for (let count = 0; count < this.#thoroughness.last; count++) {
        const question = drawQuestion(random, telling.ids, instants, [basis]);
        for (const boundary of ['at', 'before'] as const) {
          await this.#question(telling, { ...question, boundary });
        }
      }
    }
    for (const path of paths.slice(0, this.#thoroughness.last * bases.length)) await this.again(path);
    this.#neighbours = [...asked.slice(-3), ...this.#neighbours].slice(0, 30);
    return telling;
  }

  /** An answer once given at a basis is given again, to the byte. */
  async again(path: string): Promise<void> {
    const reply = await this.ask(path);
    expect(reply.text, path).toBe(this.first.get(path));
  }

  async #remember(path: string): Promise<Reply> {
    const reply = await this.ask(path);
    const before = this.first.get(path);
    if (before === undefined) this.first.set(path, reply.text);
    else expect(reply.text, path).toBe(before);
    return reply;
  }

  async #question(telling: T, question: Question): Promise<string> {
    const path = pathOf(this.league, question);
    expectAgreement(this.league, telling.model, question, await this.#remember(path));
    return path;
  }

  /** Without a basis the answer is that of the newest, but for how long it may be kept. */
  async #newest(telling: T, question: Question): Promise<void> {
    const path = await this.#question(telling, question);
    const reply = await this.ask(path.replace(/&basis=\d+$/, ''));
    expect(reply.text, path).toBe(this.first.get(path));
    if (reply.status === 200) expect(reply.headers.get('cache-control')).toBe('no-cache');
  }

  async #box(telling: T, { slot }: Delivery<G>, at: number, basis: number, random: Random): Promise<string> {
    const boundary = random.pick(['at', 'before'] as const);
    const question = { gameId: telling.ids.game(slot), at, boundary, basis };
    const path = boxPath(this.league, question);
    expectBox(this.league, telling.model, question, await this.#remember(path));
    return path;
  }

  /** The other routes are as repeatable. */
  async #others(delivery: Delivery<G>, telling: T, basis: number, random: Random): Promise<string> {
    const game = telling.ids.game(delivery.slot);
    const at = formatInstant(random.pick(telling.instantsOf(delivery)));
    const path = random.pick([
      `/v1/${this.league.code}/games/${game}?as_of=${at}&basis=${basis}`,
      `/v1/${this.league.code}/games/${game}?basis=${basis}`,
      `/v1/${this.league.code}/games/${game}/plays?basis=${basis}`,
      `/v1/${this.league.code}/corrections?game_id=${game}&basis=${basis}`,
      `/v1/${this.league.code}/games?as_of=${at}&basis=${basis}`,
    ]);
    const reply = await this.#remember(path);
    if (reply.status === 200) expect(reply.headers.get('cache-control'), path).toBe(IMMUTABLE);
    return path;
  }

  /** Whoever is not in the game answers as before it was told, in this history and in those before. */
  async #elsewhere(telling: T, told: Told<G>, question: Question): Promise<void> {
    const game = telling.ids.game(told.delivery.slot);
    const isIn = ({ kind, id }: Question) =>
      telling.model.accepted.some((entry) => entry.game.id === game && entry.naive.has(kind, id));
    const stranger = this.#neighbours[told.basis % 30];
    for (const asked of [question, stranger]) {
      if (asked === undefined || (told.counts && isIn(asked))) continue;
      const [before, after] = await Promise.all(
        [told.basis - 1, told.basis].map((basis) => this.ask(pathOf(this.league, { ...asked, basis }))),
      );
      if (told.basis === 1) continue;
      const less = (reply: Reply | undefined) => reply?.text.replace(/"basis":\d+/, '');
      expect(less(after), JSON.stringify(asked)).toBe(less(before));
    }
  }
}

export type TinyExaminer = Examiner<TinyGame, Telling>;

/** An examiner of histories of tiny games, told by files. */
export function tinyExaminer(pool: pg.Pool, league: League, thoroughness: Thoroughness): TinyExaminer {
  return new Examiner(pool, league, thoroughness, (history) => new Telling(pool, league, new Ids(history)));
}

/** A version that counts is loaded, one that does not is recorded as changing nothing. */
function expectOutcome({ delivery, counts, outcome, reason }: Told<unknown>): void {
  const expected = delivery.feed === 'broken' ? 'rejected' : counts ? 'loaded' : 'unchanged';
  expect(outcome, `${delivery.feed} of slot ${delivery.slot}: ${reason}`).toBe(expected);
}
