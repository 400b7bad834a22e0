/**
 * Figures from other lines of the games, the slow way: the box of every game summed from its plays at the instant,
 * the boxes of the games that somebody had played in added up, and the formula read over names.
 */
import type { SeasonType } from '../../src/plays/game.ts';
import { opponent, SIDES, type Side } from '../../src/plays/play.ts';
import type { CounterValues } from '../../src/sports/formula.ts';
import type { Sport } from '../../src/sports/sport.ts';
import { type NaiveGame, type NaiveModel, yearOf } from './naive-model.ts';

export type Figures = Readonly<Record<string, number | null>>;
type Box = Readonly<Record<Side, { readonly team: number[]; readonly players: number[] }>>;

interface Place {
  readonly at: number;
  readonly boundary: 'at' | 'before';
}

/** Figures of the game going on, or null, and of the season. */
export function naiveFigures(
  model: NaiveModel,
  kind: 'player' | 'team',
  id: string,
  place: Place,
  type: SeasonType | 'all',
): { readonly game: Figures | null; readonly season: Figures } {
  const counts = (time: number) => (place.boundary === 'at' ? time <= place.at : time < place.at);
  const mine = model.games.flatMap((entry) => {
    const side = sideOf(entry, kind, id);
    return side === null ? [] : [{ entry, side, own: model.sumAt(entry, kind, id, counts) }];
  });
  const counted = mine.filter(({ entry, own }) => {
    return (type === 'all' || entry.game.part.type === type) && own.some((value) => value !== 0);
  });
  const newest = Math.max(...counted.map(({ entry }) => entry.first));
  const year = counted.find(({ entry }) => entry.first === newest)?.entry;
  const season = counted.filter(
    ({ entry, own }) => year !== undefined && yearOf(entry) === yearOf(year) && own[0] === 1,
  );
  const current = mine.find(({ entry }) => counts(entry.first) && place.at <= entry.last);
  const figures = (games: typeof mine) => figuresOf(model, kind, games, counts);
  return { game: current === undefined ? null : figures([current]), season: figures(season) };
}

function figuresOf(
  model: NaiveModel,
  kind: 'player' | 'team',
  games: readonly { readonly entry: NaiveGame; readonly side: Side; readonly own: readonly number[] }[],
  counts: (time: number) => boolean,
): Figures {
  const { sport } = model.league;
  const boxes = games.map(({ entry, side }) => ({ side, box: boxOf(model, entry, counts) }));
  const total = (of: (box: Box, side: Side) => readonly number[]) =>
    named(
      sport,
      boxes.map(({ box, side }) => of(box, side)),
    );
  const lines = {
    own: named(
      sport,
      games.map(({ own }) => own),
    ),
    team: total((box, side) => box[side].team),
    opponent: total((box, side) => box[opponent(side)].team),
    players: total((box, side) => box[side].players),
    opposing: total((box, side) => box[opponent(side)].players),
  };
  const own = sport.gameFigures.filter(({ whose }) => whose === kind);
  return Object.fromEntries(own.map(({ name, of }) => [name, of(lines)]));
}

function boxOf(model: NaiveModel, entry: NaiveGame, counts: (time: number) => boolean): Box {
  const box = Object.fromEntries(
    SIDES.map((side) => {
      const players = entry.game.players.filter((player) => player.side === side);
      const lines = players.map((player) => model.sumAt(entry, 'player', player.id, counts));
      return [side, { team: model.sumAt(entry, 'team', entry.game[side].id, counts), players: sum(lines) }];
    }),
  );
  return box as Box;
}

function named(sport: Sport, lines: readonly (readonly number[])[]): CounterValues {
  const values = sum(lines);
  return Object.fromEntries(
    sport.counters.map(({ name, perUnit = 1 }, position) => [name, (values[position] ?? 0) / perUnit]),
  );
}

function sum(lines: readonly (readonly number[])[]): number[] {
  const width = Math.max(0, ...lines.map((line) => line.length));
  return Array.from({ length: width }, (_, position) =>
    lines.reduce((total, line) => total + (line[position] ?? 0), 0),
  );
}

function sideOf({ game }: NaiveGame, kind: 'player' | 'team', id: string): Side | null {
  if (kind === 'player') return game.players.find((player) => player.id === id)?.side ?? null;
  return SIDES.find((side) => game[side].id === id) ?? null;
}
