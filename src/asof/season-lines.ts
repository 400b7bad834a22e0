/**
 * The other lines of a season: what the own team, the opponents and both their players did in the games that a
 * line counts. Nothing of it is carried in the tables, for then a correction of one player would rewrite the rows
 * of all who were in the game: it is added up when asked for, a season's games at most.
 */
import type { SeasonType } from '../plays/game.ts';
import type { Kind } from '../plays/kind.ts';
import { opponent, SIDES, type Side } from '../plays/play.ts';
import type { GameLines } from '../sports/formula.ts';
import type { League } from '../sports/leagues.ts';
import { counterIndex, type GameFigure, type Sport } from '../sports/sport.ts';
import type { Vector } from '../store/careers.ts';
import { type Levels, totalsCertain } from './combine.ts';
import type { EntityRow } from './entity.ts';
import { linesOfSide, readBoxesAt } from './game-box.ts';
import { type GamesCounted, readGamesCounted, readSideSums, type Stand } from './games-counted.ts';
import { ORDER_AT } from './line-sql.ts';
import { type AsOf, type Db, orderOf } from './query.ts';

/** A line of a season at an instant. */
export interface SeasonStand extends Stand {
  /** Games that the line counts; null where the record does not tell. */
  readonly games: number | null;
  /** Whether that of its own game counts: one may be listed in a game, and on its bench all the time. */
  readonly played: boolean;
}

/** Where a line stands whose season counts so many games. */
export function standOf(
  key: number,
  line: Pick<Levels, 'line' | 'stated_at'> & Pick<EntityRow, 'season_order' | 'game_key'>,
  games: number | null,
  seasonType: SeasonType | 'all',
  asOf: Pick<AsOf, 'at' | 'boundary'>,
): SeasonStand {
  const part = line.season_order ?? 0;
  return {
    key,
    first_part: seasonType === 'all' ? part - (part % 10) : part,
    part,
    game_key: totalsCertain(line, asOf) ? null : line.game_key,
    games,
    played: (line.line?.[0] ?? 0) > 0,
  };
}

type Whose = keyof GameLines<unknown>;
const WHOSE: readonly Whose[] = ['team', 'opponent', 'players', 'opposing'];
/** The same lines as the other side sees them. */
const FROM: Readonly<Record<Whose, { readonly kind: Kind; readonly other: boolean }>> = {
  team: { kind: 'team', other: false },
  opponent: { kind: 'team', other: true },
  players: { kind: 'player', other: false },
  opposing: { kind: 'player', other: true },
};

/** A counter of another line that a formula names. */
interface Need {
  readonly whose: Whose;
  readonly position: number;
}

/** Values of the needs, one after the other. */
type Packed = Float64Array;
type Sides = Map<number, Partial<Record<Side, Packed>>>;

/**
 * The other lines of each, by key: counters that no figure wanted needs are null in them, and all are where they are
 * not known, for some game that the line counts is known by season totals alone.
 */
export async function readSeasonLines(
  db: Db,
  league: League,
  kind: Kind,
  figures: readonly GameFigure[],
  stands: readonly SeasonStand[],
  asOf: AsOf,
): Promise<Map<number, GameLines<Vector>>> {
  const { sport } = league;
  const needs = needsOf(sport, figures);
  const unknown = unpack(sport, needs, null);
  const lines = new Map(stands.map(({ key }) => [key, unknown]));
  if (needs.length === 0) return lines;
  const counted = await readGamesCounted(db, league, kind, stands, asOf.basis);
  const games = new Map(counted.map((one) => [one.key, one]));
  const known = stands.flatMap((stand) => {
    const own = gamesOf(stand, games.get(stand.key));
    return own.home.length + own.away.length === stand.games ? [{ key: stand.key, own }] : [];
  });
  const open = new Set(
    stands.flatMap(({ key, game_key }) =>
      game_key === null || isOver(games.get(key), asOf) ? [] : [game_key],
    ),
  );
  const wanted = new Set<number>();
  for (const { own } of known) for (const side of SIDES) for (const game of own[side]) wanted.add(game);
  const sides = new Map([
    ...(await readFinished(db, league, needs, wanted.difference(open), asOf.basis)),
    ...(await readOpen(db, league, needs, wanted.intersection(open), asOf)),
  ]);
  for (const { key, own } of known) {
    const sum = new Float64Array(needs.length);
    for (const side of SIDES) for (const game of own[side]) addTo(sum, sides.get(game)?.[side]);
    lines.set(key, unpack(sport, needs, sum));
  }
  return lines;
}

function needsOf(sport: Sport, figures: readonly GameFigure[]): Need[] {
  const index = counterIndex(sport);
  const names = new Set(figures.flatMap((figure) => figure.names).filter((name) => name.includes('.')));
  return [...names].flatMap((name) => {
    const [of, counter = ''] = name.split('.');
    const whose = WHOSE.find((each) => each === of);
    const position = index.get(counter);
    return whose === undefined || position === undefined ? [] : [{ whose, position }];
  });
}

/** Games by the side he was on, without his own where he has not played in it yet. */
function gamesOf(
  { game_key, played }: SeasonStand,
  counted: GamesCounted | undefined,
): Readonly<Record<Side, readonly number[]>> {
  const on = (side: Side) => {
    const games = counted?.[side] ?? [];
    return played ? games : games.filter((game) => game !== game_key);
  };
  return { home: on('home'), away: on('away') };
}

function addTo(sum: Float64Array, values: Packed | undefined): void {
  if (values === undefined) return;
  for (let place = 0; place < sum.length; place++) sum[place] = (sum[place] ?? 0) + (values[place] ?? 0);
}

/** Whether every play of the line's own game counts. */
function isOver(counted: GamesCounted | undefined, asOf: AsOf): boolean {
  const end = counted?.ended_at ?? Number.POSITIVE_INFINITY;
  return end < asOf.at || (end === asOf.at && orderOf(asOf) === ORDER_AT);
}

/** Games all plays of which count. */
async function readFinished(
  db: Db,
  league: League,
  needs: readonly Need[],
  games: ReadonlySet<number>,
  basis: number | null,
): Promise<Sides> {
  const sides: Sides = new Map(
    [...games].map((game) => [
      game,
      { home: new Float64Array(needs.length), away: new Float64Array(needs.length) },
    ]),
  );
  for (const kind of ['team', 'player'] as const) {
    const positions = [
      ...new Set(needs.filter(({ whose }) => FROM[whose].kind === kind).map(({ position }) => position)),
    ];
    if (positions.length === 0 || games.size === 0) continue;
    for (const { game_key, side, sums } of await readSideSums(
      db,
      league,
      kind,
      [...games],
      positions,
      basis,
    )) {
      needs.forEach(({ whose, position }, place) => {
        if (FROM[whose].kind !== kind) return;
        const packed = sides.get(game_key)?.[FROM[whose].other ? opponent(side) : side];
        if (packed !== undefined) packed[place] = sums[positions.indexOf(position)] ?? 0;
      });
    }
  }
  return sides;
}

/** Games that are going on at the instant. */
async function readOpen(
  db: Db,
  league: League,
  needs: readonly Need[],
  games: ReadonlySet<number>,
  asOf: AsOf,
): Promise<Sides> {
  const boxes = await readBoxesAt(db, league, [...games], asOf);
  return new Map(
    [...boxes].map(([game, box]) => {
      const packed = (side: Side) => {
        const lines = linesOfSide(league.sport, side, box);
        return Float64Array.from(needs, ({ whose, position }) => lines[whose][position] ?? 0);
      };
      return [game, { home: packed('home'), away: packed('away') }];
    }),
  );
}

function unpack(sport: Sport, needs: readonly Need[], values: Packed | null): GameLines<Vector> {
  const lineOf = (of: Whose): Vector =>
    sport.counters.map((_, position) => {
      const place = needs.findIndex((need) => need.whose === of && need.position === position);
      return place === -1 ? null : (values?.[place] ?? null);
    });
  return {
    team: lineOf('team'),
    opponent: lineOf('opponent'),
    players: lineOf('players'),
    opposing: lineOf('opposing'),
  };
}
