/** What happens to a published game: every way in which a later version differs from the one before. */
import type { Random } from '../../src/simulate/random.ts';
import { type Happening, PLAYERS, type TinyGame, type TinyPlay } from './tiny-game.ts';

export const REVISIONS = ['edit', 'move', 'insert', 'delete', 'reorder', 'roster', 'redate'] as const;
export type Revision = (typeof REVISIONS)[number];

const DAY = 86_400_000;
/** No two games of neighbouring slots, ten days apart, can meet by these; some change places. */
const SHIFTS = [2, 13, 13, -13, -13];

/**
 * The game revised, its changed plays marked as edited then; null where there is nothing to revise so.
 *
 * @param fresh identity for a play put in.
 */
export function revise(
  kind: Revision,
  game: TinyGame,
  random: Random,
  now: number,
  fresh: number,
): TinyGame | null {
  switch (kind) {
    case 'edit':
      return edit(game, random, now);
    case 'move':
      return move(game, random, now);
    case 'insert':
      return insert(game, random, now, fresh);
    case 'delete':
      return remove(game, random);
    case 'reorder':
      return reorder(game, random, now);
    case 'roster':
      return changeRoster(game, random, now);
    case 'redate':
      return redate(game, random, now);
  }
}

function changed(game: TinyGame, plays: readonly TinyPlay[]): TinyGame {
  return { ...game, plays: plays.toSorted((a, b) => a.order - b.order) };
}

function swap(game: TinyGame, ...plays: readonly TinyPlay[]): TinyGame {
  const byNumber = new Map(plays.map((play) => [play.number, play]));
  return changed(
    game,
    game.plays.map((play) => byNumber.get(play.number) ?? play),
  );
}

/** Another player, an assist given or taken, a make that was a miss. */
function edit(game: TinyGame, random: Random, now: number): TinyGame | null {
  const candidates = game.plays.filter(({ what }) => 'player' in what && what.player !== null);
  if (candidates.length === 0) return null;
  const play = random.pick(candidates);
  const what = edited(play.what, game, random);
  return what === null ? null : swap(game, { ...play, what, edited: now, note: 'edited' });
}

function edited(what: Happening, game: TinyGame, random: Random): Happening | null {
  if (!('player' in what) || what.player === null) return null;
  const mates = game.roster[what.side].filter((player) => player !== what.player);
  const other = random.pick(mates);
  switch (what.kind) {
    case 'shot': {
      const way = random.next();
      if (way < 0.35) return { ...what, player: other, assist: null };
      if (way < 0.7 && what.made) return { ...what, assist: what.assist === null ? other : null };
      if (way < 0.85) return { ...what, points: what.points === 3 ? 2 : 3 };
      return { ...what, made: !what.made, assist: null };
    }
    case 'free_throw':
      return random.chance(0.5) ? { ...what, made: !what.made } : { ...what, player: other };
    case 'rebound':
      return random.chance(0.3) ? { ...what, player: null } : { ...what, player: other };
    case 'substitution':
      return random.chance(0.2) ? { ...what, player: other } : null;
    default:
      return { ...what, player: other };
  }
}

/** A play happened a moment earlier or later than was said; its place in the order of play stays. */
function move(game: TinyGame, random: Random, now: number): TinyGame | null {
  const play = random.pick(game.plays);
  const by = random.chance(0.5) ? random.whole(-3000, 3000) : random.whole(-60_000, 60_000);
  return by === 0 ? null : swap(game, { ...play, at: play.at + by, edited: now, note: 'moved' });
}

function insert(game: TinyGame, random: Random, now: number, fresh: number): TinyGame | null {
  const place = random.whole(0, game.plays.length - 1);
  const [before, after] = [game.plays[place], game.plays[place + 1]];
  if (before === undefined) return null;
  const order =
    after === undefined
      ? before.order + random.whole(1, 50)
      : Math.floor((before.order + after.order) / 2) + random.whole(0, 3);
  if (game.plays.some((play) => play.order === order)) return null;
  const side = random.pick(['home', 'away'] as const);
  const player = random.pick(game.roster[side].slice(0, 6));
  const what = random.pick<Happening>([
    { kind: 'shot', side, player, points: 2, made: true, assist: null },
    { kind: 'rebound', side, player, offensive: false },
    { kind: 'foul', side, player, technical: false },
    { kind: 'steal', side, player },
    { kind: 'turnover', side, player: null },
  ]);
  const play: TinyPlay = {
    ...before,
    number: fresh,
    order,
    at: random.chance(0.4) ? before.at : before.at + random.whole(-500, 2000),
    edited: now,
    note: 'inserted',
    what,
  };
  return changed(game, [...game.plays, play]);
}

/** Somebody's play is struck out; ends of periods and of the game stay. */
function remove(game: TinyGame, random: Random): TinyGame | null {
  const candidates = game.plays.filter(({ what }) => 'side' in what);
  if (candidates.length === 0 || game.plays.length < 3) return null;
  const gone = random.pick(candidates);
  return changed(
    game,
    game.plays.filter((play) => play !== gone),
  );
}

/** Two neighbours change places: those that share an instant where there are any. */
function reorder(game: TinyGame, random: Random, now: number): TinyGame | null {
  const pairs = game.plays.slice(1).map((play, place) => [game.plays[place] ?? play, play] as const);
  const ties = pairs.filter(([a, b]) => a.at === b.at);
  if (pairs.length === 0) return null;
  const [a, b] = random.pick(ties.length > 0 ? ties : pairs);
  return swap(game, { ...a, order: b.order, edited: now }, { ...b, order: a.order, edited: now });
}

/** Somebody was taken for another: the player who stayed at home was there, and did all that was said of him. */
function changeRoster(game: TinyGame, random: Random, now: number): TinyGame | null {
  const side = random.pick(['home', 'away'] as const);
  const team = game.teams[side];
  const home = Array.from({ length: PLAYERS }, (_, place) => team * PLAYERS + place).filter(
    (player) => !game.roster[side].includes(player),
  );
  const acted = new Set(game.plays.flatMap(({ what }) => named(what)));
  const idle = game.roster[side].slice(5).filter((player) => !acted.has(player));
  const anybody = random.chance(0.6) || idle.length === 0 ? game.roster[side] : idle;
  const [gone, come] = [random.pick(anybody), random.pick(home)];
  const instead = (player: number | null) => (player === gone ? come : player);
  const roster = game.roster[side].map((player) => (player === gone ? come : player));
  const plays = game.plays.map((play): TinyPlay => {
    if (!named(play.what).includes(gone)) return play;
    return { ...play, what: renamed(play.what, instead), edited: now, note: 'another player' };
  });
  return { ...game, plays, roster: { ...game.roster, [side]: roster } };
}

function renamed(what: Happening, instead: (player: number | null) => number | null): Happening {
  if (!('player' in what)) return what;
  const player = instead(what.player);
  if (what.kind === 'rebound' || what.kind === 'turnover') return { ...what, player };
  if (player === null) return what;
  return what.kind === 'shot' ? { ...what, player, assist: instead(what.assist) } : { ...what, player };
}

function named(what: Happening): (number | null)[] {
  if (!('player' in what)) return [];
  return what.kind === 'shot' ? [what.player, what.assist] : [what.player];
}

function redate(game: TinyGame, random: Random, now: number): TinyGame | null {
  const by = random.pick(SHIFTS) * DAY;
  // Once only: a second shift might bring it on another game's day.
  if (game.plays.some(({ note }) => note === 'redated')) return null;
  const plays = game.plays.map((play) => ({ ...play, at: play.at + by, edited: now, note: 'redated' }));
  return { ...game, plays };
}
