/**
 * Random histories: what a league publishes about a handful of games, in whatever order it reaches us. A history
 * is planned without a database, so that the same files can be told again in another order under other ids.
 */
import fc from 'fast-check';
import { Random } from '../../src/simulate/random.ts';
import { REVISIONS, type Revision, revise } from './tiny-edits.ts';
import { SLOTS, type TinyGame, tinyGame } from './tiny-game.ts';

/** How many histories a run tells, of all kinds together; review asks for 500. */
export const HISTORIES = Number(process.env.PLAYCLOCK_HISTORIES ?? 150);

export type Step = {
  readonly kind: 'new' | 'append' | 'again' | 'late' | 'minutes' | 'broken' | Revision;
  /** Which game. */
  readonly slot: number;
  readonly seed: number;
  /** How the new version says when it was made. */
  readonly meta: 'made' | 'still' | 'none';
  /** Keep the new version back; a `late` step sends it. */
  readonly hold: boolean;
};

/** A published version of a game: what its documents say of themselves. */
export interface Version<G = TinyGame> {
  readonly game: G;
  /** When the document was made; null where it does not say. */
  readonly madeAt: number | null;
}

/** One thing that reaches the loader. */
export interface Delivery<G = TinyGame> {
  readonly feed: 'live' | 'minutes' | 'broken';
  readonly slot: number;
  readonly version: Version<G>;
}

/** Games that histories are made of. */
export interface Kit<G> {
  begin(slot: number, seed: number): G;
  /** The game with one thing changed, its plays marked as edited then; null where there is nothing to change so. */
  revise(kind: Revision, game: G, random: Random, now: number, fresh: number): G | null;
  /** When its plays were last edited. */
  editedAt(game: G): number;
}

type Game = { readonly plays: readonly unknown[] };

const TINY: Kit<TinyGame> = {
  begin: tinyGame,
  revise,
  editedAt: (game) => Math.max(...game.plays.map((play) => play.edited)),
};

/** Games that have to do with each other: of one season part, of one season, of one type, or far apart. */
const NEIGHBOURS = [[0, 1, 2], [3, 4, 5], [0, 1, 4, 5], [2, 3, 4], [0, 4, 6], [...SLOTS.keys()]] as const;
const anySlot = fc.nat({ max: 99 });
const anySeed = fc.nat({ max: 99_999 });

function step(kinds: readonly Step['kind'][]): fc.Arbitrary<Step> {
  return fc.record({
    kind: fc.constantFrom(...kinds),
    slot: anySlot,
    seed: anySeed,
    meta: fc.constantFrom('made' as const, 'made' as const, 'still' as const, 'none' as const),
    hold: fc.integer({ min: 0, max: 4 }).map((value) => value === 0),
  });
}

/** Histories of these kinds of steps; they begin with two new games, or with one where the steps know no other. */
export function histories(kinds: readonly Step['kind'][], length: { min: number; max: number }) {
  return fc
    .tuple(
      fc.constantFrom(...NEIGHBOURS),
      step(['new']),
      step(kinds.includes('new') ? ['new'] : kinds),
      fc.array(step(kinds), { minLength: length.min - 2, maxLength: length.max - 2 }),
    )
    .map(([slots, first, second, rest]) =>
      [{ ...first, hold: false }, { ...second, hold: false }, ...rest].map(
        (one): Step => ({ ...one, slot: slots[one.slot % slots.length] ?? 0 }),
      ),
    );
}

export const LIVE_STEPS: readonly Step['kind'][] = [
  'new',
  'new',
  'new',
  'new',
  'append',
  'append',
  'again',
  'late',
  'late',
  'broken',
  'redate',
  'redate',
  ...REVISIONS,
  ...REVISIONS,
];
export const CORRECTING_STEPS: readonly Step['kind'][] = [
  ...REVISIONS,
  ...REVISIONS,
  'append',
  'again',
  'late',
  'minutes',
];
export const TWO_FEED_STEPS: readonly Step['kind'][] = [
  'new',
  'minutes',
  'minutes',
  'minutes',
  'append',
  'again',
  'late',
  'edit',
  'insert',
  'delete',
  'move',
];

interface Slot<G> {
  /** All that will ever be shown of the game, as it is told now. */
  game: G;
  /** Plays shown so far. */
  shown: number;
  madeAt: number | null;
  readonly stamps: Set<string>;
  readonly held: Version<G>[];
  readonly sent: Delivery<G>[];
}

const FIRST_HOUR = Date.UTC(2024, 6, 1);
const HOUR = 3_600_000;

/** What the steps make the league publish, and what of it reaches us, in order. */
export function plan(steps: readonly Step[]): Delivery[] {
  return planOf(steps, TINY);
}

/** The same of other games. */
export function planOf<G extends Game>(steps: readonly Step[], kit: Kit<G>): Delivery<G>[] {
  const slots = new Map<number, Slot<G>>();
  const sent: Delivery<G>[] = [];
  steps.forEach((step, position) => {
    const now = FIRST_HOUR + position * HOUR;
    const random = new Random(`step ${step.seed}`);
    const touched = [...slots.keys()];
    const isNew = step.kind === 'new' || touched.length === 0;
    const number = isNew
      ? nextSlot(step.slot, slots)
      : (touched[random.whole(0, touched.length - 1)] ?? step.slot);
    const known = slots.get(number);
    const slot = known ?? begin(kit, number, step.seed, random);
    slots.set(number, slot);
    const send = (delivery: Delivery<G>) => {
      slot.sent.push(delivery);
      sent.push(delivery);
    };
    const publish = () => {
      const version = versionOf(kit, slot, step.meta, now);
      if (step.hold) slot.held.push(version);
      else send({ feed: 'live', slot: number, version });
    };
    if (step.kind === 'minutes') {
      send({ feed: 'minutes', slot: number, version: { game: shownOf(slot), madeAt: null } });
    } else if (step.kind === 'broken') {
      send({ feed: 'broken', slot: number, version: { game: shownOf(slot), madeAt: now } });
    } else if (step.kind === 'again' && slot.sent.length > 0) {
      send(random.pick(slot.sent));
    } else if (step.kind === 'late' && slot.held.length > 0) {
      for (const version of slot.held.splice(0, 1)) send({ feed: 'live', slot: number, version });
    } else {
      if (isRevision(step.kind)) reviseSlot(kit, slot, step.kind, random, now, 1000 + position);
      else if (known !== undefined) slot.shown += random.whole(1, 9);
      publish();
    }
  });
  return sent;
}

/** The slot wanted, or one after it that has no game yet. */
function nextSlot(wanted: number, slots: ReadonlyMap<number, unknown>): number {
  const free = [...SLOTS.keys()].map((by) => (wanted + by) % SLOTS.length).find((slot) => !slots.has(slot));
  return free ?? wanted;
}

function isRevision(kind: Step['kind']): kind is Revision {
  return REVISIONS.some((revision) => revision === kind);
}

function begin<G extends Game>(kit: Kit<G>, slot: number, seed: number, random: Random): Slot<G> {
  const game = kit.begin(slot, seed);
  const whole = random.chance(0.6);
  const shown = whole ? game.plays.length : random.whole(1, game.plays.length);
  return { game, shown, madeAt: null, stamps: new Set(), held: [], sent: [] };
}

function shownOf<G extends Game>(slot: Slot<G>): G {
  return { ...slot.game, plays: slot.game.plays.slice(0, slot.shown) };
}

/** Who plays and when is revised for the whole game, plays only as far as they are shown; the others follow. */
function reviseSlot<G extends Game>(
  kit: Kit<G>,
  slot: Slot<G>,
  kind: Revision,
  random: Random,
  now: number,
  fresh: number,
): void {
  const ofWhole = kind === 'roster' || kind === 'redate';
  const revised = kit.revise(kind, ofWhole ? slot.game : shownOf(slot), random, now, fresh);
  if (revised === null) return;
  const rest = ofWhole ? [] : slot.game.plays.slice(slot.shown);
  if (!ofWhole) slot.shown = revised.plays.length;
  slot.game = { ...revised, plays: [...revised.plays, ...rest] };
}

/** Versions of one game never bear the same stamps: a feed that said so could not be put in order. */
function versionOf<G extends Game>(kit: Kit<G>, slot: Slot<G>, meta: Step['meta'], now: number): Version<G> {
  const game = shownOf(slot);
  const wanted = meta === 'made' ? now : meta === 'still' ? slot.madeAt : null;
  const edited = kit.editedAt(game);
  const stamp = [wanted ?? edited, edited].join();
  const madeAt = slot.stamps.has(stamp) ? now : wanted;
  slot.stamps.add([madeAt ?? edited, edited].join());
  slot.madeAt = madeAt;
  return { game, madeAt };
}

/** When a version says it was made and last edited; where it does not say when it was made, the edit stands for it. */
export function stampsOf({ game, madeAt }: Version): readonly [number, number] {
  const edited = TINY.editedAt(game);
  return [madeAt ?? edited, edited];
}
