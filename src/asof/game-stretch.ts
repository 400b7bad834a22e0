/** A stretch of one game by its clock: "the fourth quarter", "the last two minutes". */
import { clockRules, type League } from '../sports/leagues.ts';
import { periodLength } from '../sports/sport.ts';
import type { Place } from './doubt.ts';
import { type GameTime, lastPeriod, placeAtGameTime } from './game-clock.ts';
import { readGame } from './game-state.ts';
import { ORDER_AT, ORDER_BEFORE } from './line-sql.ts';
import type { Boundary, Db } from './query.ts';

/** An end by the game's clock; without a clock the beginning of the period (or, of `to`, its end). */
export interface GameEnd {
  readonly period: number;
  /** Centiseconds left. */
  readonly clock: number | null;
}

export interface GameStretch {
  readonly gameId: string;
  /** Null ends are the game's. */
  readonly from: GameEnd | null;
  readonly to: GameEnd | null;
}

/** Less than any clock: all plays of a period come before it. */
const PERIOD_OVER = -1;

/** The two places, or null for a game that was not known. Throws `NoSuchTimeError`. */
export async function placesOfStretch(
  db: Db,
  league: League,
  { gameId, from, to }: GameStretch,
  boundary: Boundary,
  basis: number | null,
): Promise<readonly [Place, Place] | null> {
  const row = await readGame(db, league.code, gameId, { at: 0, boundary, basis });
  if (row === null) return null;
  if (row.first_play_at === null)
    throw new NoSuchTimeError('game_id', `no plays of game ${gameId} are known`);
  const rules = clockRules(league, { season: row.season, type: row.season_type });
  const game = { key: row.game_key, firstPlayAt: row.first_play_at };
  const last = await lastPeriod(db, league.code, game.key, basis);
  check('from', from);
  check('to', to);
  const placeAt = (time: GameTime, side: Boundary) =>
    placeAtGameTime(db, league.code, game, time, side, basis);
  const start =
    from === null
      ? { at: game.firstPlayAt, order: ORDER_BEFORE }
      : await (from.clock === null
          ? placeAt({ period: from.period - 1, clock: PERIOD_OVER }, 'at')
          : placeAt({ period: from.period, clock: from.clock }, boundary));
  const end =
    to === null
      ? { at: row.last_play_at ?? game.firstPlayAt, order: ORDER_AT }
      : await placeAt(
          { period: to.period, clock: to.clock ?? PERIOD_OVER },
          to.clock === null ? 'at' : boundary,
        );
  return [start, end];

  function check(name: string, end: GameEnd | null): void {
    if (end === null) return;
    if (end.period > last) {
      throw new NoSuchTimeError(`${name}_period`, `game ${gameId} has ${last} periods, not ${end.period}`);
    }
    if (end.clock !== null && end.clock > periodLength(rules, end.period)) {
      throw new NoSuchTimeError(`${name}_clock`, `period ${end.period} is shorter than that`);
    }
  }
}

/** A time that the game does not have. */
export class NoSuchTimeError extends Error {
  override readonly name = 'NoSuchTimeError';
  readonly parameter: string;
  constructor(parameter: string, reason: string) {
    super(reason);
    this.parameter = parameter;
  }
}
