/** How a leader's value is in doubt: its least and its greatest where the instant lies inside the interval of a play. */
import type pg from 'pg';
import { partOfOrder } from '../plays/game.ts';
import type { GameLines } from '../sports/formula.ts';
import type { GameFigure } from '../sports/sport.ts';
import type { Vector } from '../store/careers.ts';
import { combine } from './combine.ts';
import { holdsDoubt } from './directory.ts';
import type { LineAt, Place } from './doubt.ts';
import { linesOfSide, NOBODY, readBoxesAt } from './game-box.ts';
import { type Candidate, readDoubtful, readEveryDoubtful } from './interval-end.ts';
import type { Leader, LeadersQuestion } from './leaders-question.ts';
import type { AsOf } from './query.ts';
import type { Ranked } from './ranking.ts';
import { readSeasonLines, standOf } from './season-lines.ts';
import { chooseStat } from './stat-value.ts';

export interface ValueBounds {
  readonly min: number;
  readonly max: number;
}

/** A state that a leader's line may have been in. */
interface State {
  readonly key: number;
  readonly candidate: Candidate;
}

type Beside = (state: State) => GameLines<Vector> | undefined;

/** Bounds of each, or null where the value is exact; everything is read at the basis of the ranking. */
export async function boundsOf(
  pool: pg.Pool,
  question: LeadersQuestion,
  leaders: readonly Ranked<Leader>[],
  year: number | null,
  basis: number,
): Promise<(ValueBounds | null)[]> {
  const { league, kind, asOf, scope, seasonType } = question;
  if (!(await holdsDoubt(pool, league, basis))) return leaders.map(() => null);
  const chosen = chooseStat(league.sport, kind, question.stat);
  const read = chosen.figure === null ? readDoubtful : readEveryDoubtful;
  const states = await Promise.all(
    leaders.map(async ({ entry }) => {
      const { key } = entry;
      const doubtful = await read(pool, { league, kind, key, seasonType }, asOf, basis);
      return doubtful
        .filter(({ line }) => isOfScope(question, entry, line, year))
        .map((candidate): State => ({ key, candidate }));
    }),
  );
  const beside =
    chosen.figure === null
      ? () => undefined
      : await readBesideStates(pool, question, chosen.figure, states.flat(), basis);
  return leaders.map(({ entry }, position) => {
    const values = (states[position] ?? []).flatMap((state) => {
      const { line, place } = state.candidate;
      const own = combine(league.sport, kind, line, place)[scope];
      const value = chosen.ofWhole(own, beside(state));
      return value === null ? [] : [value.value];
    });
    const all = [entry.value, ...values];
    const [min, max] = [Math.min(...all), Math.max(...all)];
    return min === max ? null : { min, max };
  });
}

/** The other lines beside each state: of its game, or of its season. */
async function readBesideStates(
  pool: pg.Pool,
  question: LeadersQuestion,
  figure: GameFigure,
  states: readonly State[],
  basis: number,
): Promise<Beside> {
  // Those of one game share their places, so they are read together.
  const places = Map.groupBy(states, ({ candidate }) => nameOf(candidate.at));
  const found = new Map<State, GameLines<Vector> | undefined>();
  await Promise.all(
    [...places.values()].map(async (together) => {
      const [first] = together;
      if (first === undefined) return;
      const { place, at } = first.candidate;
      const asOf: AsOf = { at: at.at, boundary: place.boundary, order: at.order, basis };
      const read = question.scope === 'game' ? readOfGames : readOfSeasons;
      const lines = await read(pool, question, figure, together, asOf);
      for (const state of together) found.set(state, lines.get(state.key));
    }),
  );
  return (state) => found.get(state);
}

type Lines = Map<number, GameLines<Vector>>;

function readOfSeasons(
  pool: pg.Pool,
  { league, kind, seasonType }: LeadersQuestion,
  figure: GameFigure,
  states: readonly State[],
  asOf: AsOf,
): Promise<Lines> {
  const stands = states.map(({ key, candidate: { line, place } }) => {
    const [games = null] = combine(league.sport, kind, line, place).season;
    return standOf(key, line, games, seasonType, place);
  });
  return readSeasonLines(pool, league, kind, [figure], stands, asOf);
}

async function readOfGames(
  pool: pg.Pool,
  { league, kind }: LeadersQuestion,
  _figure: GameFigure,
  states: readonly State[],
  asOf: AsOf,
): Promise<Lines> {
  const games = states.flatMap(({ candidate }) => candidate.line.game_key ?? []);
  const boxes = await readBoxesAt(pool, league, [...new Set(games)], asOf);
  const lines: Lines = new Map();
  for (const { key, candidate } of states) {
    const { players, teams } = boxes.get(candidate.line.game_key ?? 0) ?? NOBODY;
    const own = (kind === 'player' ? players : teams).find((row) => row.key === key);
    if (own !== undefined) lines.set(key, linesOfSide(league.sport, own.side, { players, teams }));
  }
  return lines;
}

/** Whether a state in doubt is one of the game, or of the season, that is ranked. */
function isOfScope(
  { scope }: LeadersQuestion,
  { game }: Leader,
  line: Pick<LineAt, 'game_key' | 'season_order'>,
  year: number | null,
): boolean {
  if (scope === 'game') return line.game_key === game?.key;
  return scope === 'career' || (line.season_order !== null && partOfOrder(line.season_order).year === year);
}

function nameOf({ at, order }: Place): string {
  return `${at} ${order}`;
}
