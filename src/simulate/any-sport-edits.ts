/** What happens to a published game of the generic mode: every way in which a later version differs. */
import type { NormalGame } from '../plays/game.ts';
import { type Credit, EMPTY_PLAY, type Play } from '../plays/play.ts';
import type { League } from '../sports/leagues.ts';
import { anyCredit, creditable, playerName, squadSize } from './any-sport.ts';
import type { Random } from './random.ts';
import { minuteStamp, moved } from './stamps.ts';

type GameEdit = 'edit' | 'move' | 'insert' | 'delete' | 'reorder' | 'roster' | 'redate';

const DAY = 86_400_000;
/** Days by which a game is put off or brought forward. */
const SHIFTS = [2, 13, 13, -13, -13];

interface Editing {
  readonly league: League;
  readonly random: Random;
  /** When the changed plays are said to have been edited. */
  readonly now: number;
  /** Identity for a play put in. */
  readonly fresh: string;
}

/** The game with one thing changed; null where there is nothing to change so. */
export function editGame(game: NormalGame, edit: GameEdit, editing: Editing): NormalGame | null {
  return EDITS[edit](game, editing);
}

const EDITS: Readonly<Record<GameEdit, (game: NormalGame, editing: Editing) => NormalGame | null>> = {
  edit: editCredits,
  move,
  insert,
  delete: remove,
  reorder,
  roster: changeRoster,
  redate,
};

function inOrder(game: NormalGame, plays: readonly Play[]): NormalGame {
  return { ...game, plays: plays.toSorted((a, b) => a.orderKey - b.orderKey) };
}

function swap(game: NormalGame, ...changed: readonly Play[]): NormalGame {
  const byId = new Map(changed.map((play) => [play.id, play]));
  return inOrder(
    game,
    game.plays.map((play) => byId.get(play.id) ?? play),
  );
}

/** Another player, another counter, more or less of it, or nothing after all. */
function editCredits(game: NormalGame, { league, random, now }: Editing): NormalGame | null {
  const candidates = game.plays.filter(({ credits }) => credits.length > 0);
  if (candidates.length === 0) return null;
  const play = random.pick(candidates);
  const place = random.whole(0, play.credits.length - 1);
  const credits = play.credits.flatMap((credit, position) =>
    position === place ? otherwise(game, credit, league, random) : [credit],
  );
  const presence = [
    ...play.presence,
    ...credits.flatMap(({ side, playerId }) => (playerId === null ? [] : [{ side, playerId }])),
  ];
  return swap(game, { ...play, credits, presence, editedAt: now, note: 'edited' });
}

function otherwise(game: NormalGame, credit: Credit, { sport }: League, random: Random): Credit[] {
  const mates = game.players.filter(({ side, id }) => side === credit.side && id !== credit.playerId);
  const way = random.next();
  if (way < 0.35) return [{ ...credit, playerId: random.pick(mates).id }];
  if (way < 0.6) return [{ ...credit, by: credit.by + random.pick([1, 2]) }];
  if (way < 0.8) return [{ ...credit, counter: random.pick(creditable(sport)).name }];
  return way < 0.9 ? [{ ...credit, playerId: null }] : [];
}

/** A play happened a moment earlier or later than was said; its place in the order of play stays. */
function move(game: NormalGame, { random, now }: Editing): NormalGame | null {
  const play = random.pick(game.plays);
  const by = random.chance(0.5) ? random.whole(-3000, 3000) : random.whole(-60_000, 60_000);
  if (by === 0) return null;
  return swap(game, { ...play, stamp: moved(play.stamp, play.stamp.at + by), editedAt: now, note: 'moved' });
}

function insert(game: NormalGame, { league, random, now, fresh }: Editing): NormalGame | null {
  const place = random.whole(0, game.plays.length - 1);
  const [before, after] = [game.plays[place], game.plays[place + 1]];
  if (before === undefined) return null;
  const orderKey =
    after === undefined
      ? before.orderKey + random.whole(1, 50)
      : Math.floor((before.orderKey + after.orderKey) / 2) + random.whole(0, 3);
  if (game.plays.some((play) => play.orderKey === orderKey)) return null;
  const { side, id: playerId } = random.pick(game.players);
  const at = random.chance(0.4) ? before.stamp.at : before.stamp.at + random.whole(-500, 2000);
  const play: Play = {
    ...EMPTY_PLAY,
    id: fresh,
    orderKey,
    stamp: moved(before.stamp, at),
    period: before.period,
    clock: before.clock,
    kind: 'act',
    side,
    playerId,
    credits: [anyCredit(random, league.sport, side, random.chance(0.8) ? playerId : null)],
    presence: [{ side, playerId }],
    editedAt: now,
    note: 'inserted',
    raw: '{}',
  };
  return inOrder(game, [...game.plays, play]);
}

/** Somebody's play is struck out; ends of periods and of the game stay. */
function remove(game: NormalGame, { random }: Editing): NormalGame | null {
  const candidates = game.plays.filter(({ side }) => side !== null);
  if (candidates.length === 0 || game.plays.length < 3) return null;
  const gone = random.pick(candidates);
  return inOrder(
    game,
    game.plays.filter((play) => play !== gone),
  );
}

/** Two neighbours change places: those that share an instant where there are any. */
function reorder(game: NormalGame, { random, now }: Editing): NormalGame | null {
  const pairs = game.plays.slice(1).map((play, place) => [game.plays[place] ?? play, play] as const);
  const ties = pairs.filter(([a, b]) => a.stamp.at === b.stamp.at);
  if (pairs.length === 0) return null;
  const [a, b] = random.pick(ties.length > 0 ? ties : pairs);
  return swap(
    game,
    { ...a, orderKey: b.orderKey, editedAt: now },
    { ...b, orderKey: a.orderKey, editedAt: now },
  );
}

/** Somebody was taken for another: the player who stayed at home was there, and did all that was said of him. */
function changeRoster(game: NormalGame, { league, random, now }: Editing): NormalGame | null {
  const side = random.pick(['home', 'away'] as const);
  const size = squadSize(league.sport);
  const there = game.players.filter((player) => player.side === side);
  const home = Array.from({ length: size }, (_, place) =>
    String(Number(game[side].id) * size + place),
  ).filter((id) => !there.some((player) => player.id === id));
  const [gone, come] = [random.pick(there).id, random.pick(home)];
  const { players, plays } = renamed(game, { player: (id) => (id === gone ? come : id) });
  const marked = plays.map((play, position) =>
    JSON.stringify(play) === JSON.stringify(game.plays[position])
      ? play
      : { ...play, editedAt: now, note: 'another player' },
  );
  const named = players.map((player) =>
    player.id === come ? { ...player, name: playerName(Number(come)) } : player,
  );
  return { ...game, players: named, plays: marked };
}

function redate(game: NormalGame, { random, now }: Editing): NormalGame | null {
  // Once only: a second shift might bring it on another game's day.
  if (game.plays.some(({ note }) => note === 'redated')) return null;
  const by = random.pick(SHIFTS) * DAY;
  const plays = game.plays.map((play) => ({
    ...play,
    stamp: moved(play.stamp, play.stamp.at + by),
    editedAt: now,
    note: 'redated',
  }));
  return { ...game, plays };
}

/** What another feed with a clock of minutes tells of the game: the same plays under other identities. */
export function toldByMinutes(game: NormalGame): NormalGame {
  const plays = game.plays.map((play) => ({
    ...play,
    id: `m${play.id}`,
    stamp: minuteStamp(play.stamp.at),
    editedAt: null,
    note: null,
  }));
  return { ...game, feed: 'generic_minutes', version: null, plays };
}

interface Names {
  readonly game?: (id: string) => string;
  readonly team?: (id: string) => string;
  readonly player?: (id: string) => string;
}

const same = (id: string) => id;

/** The game with other ids throughout. */
export function renamed(
  game: NormalGame,
  { game: ofGame = same, team = same, player = same }: Names,
): NormalGame {
  const maybe = (id: string | null) => (id === null ? null : player(id));
  return {
    ...game,
    id: ofGame(game.id),
    home: { ...game.home, id: team(game.home.id) },
    away: { ...game.away, id: team(game.away.id) },
    players: game.players.map((one) => ({ ...one, id: player(one.id) })),
    plays: game.plays.map((play) => ({
      ...play,
      playerId: maybe(play.playerId),
      credits: play.credits.map((credit) => ({ ...credit, playerId: maybe(credit.playerId) })),
      changes: play.changes.map((change) => ({ ...change, out: maybe(change.out), in: maybe(change.in) })),
      presence: play.presence.map((one) => ({ ...one, playerId: player(one.playerId) })),
    })),
  };
}
