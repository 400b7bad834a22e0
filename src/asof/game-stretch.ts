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
  /** Hundredths of what the sport's clock counts: left in the period, or gone where the referee ends it. */
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
  const [begins, ends] = [leftAt('from', from), leftAt('to', to)];
  if (begins !== null && ends !== null && isAfter(begins, ends)) {
    throw new NoSuchTimeError('from_period', 'the stretch begins after its end');
  }
  const placeAt = (time: GameTime, side: Boundary) =>
    placeAtGameTime(db, league.code, game, time, side, basis);
  const start =
    begins === null
      ? { at: game.firstPlayAt, order: ORDER_BEFORE }
      : await (begins.clock === null
          ? placeAt({ period: begins.period - 1, clock: PERIOD_OVER }, 'at')
          : placeAt({ period: begins.period, clock: begins.clock }, boundary));
  const end =
    ends === null
      ? { at: row.last_play_at ?? game.firstPlayAt, order: ORDER_AT }
      : await placeAt(
          { period: ends.period, clock: ends.clock ?? PERIOD_OVER },
          ends.clock === null ? 'at' : boundary,
        );
  return [start, end];

  /** The end by what is left of its period, checked. */
  function leftAt(name: string, end: GameEnd | null): GameEnd | null {
    if (end === null) return null;
    const { period, clock } = end;
    if (period > last) {
      throw new NoSuchTimeError(`${name}_period`, `game ${gameId} has ${last} periods, not ${period}`);
    }
    if (clock === null) return end;
    const length = periodLength(rules, period);
    if (clock > length) throw new NoSuchTimeError(`${name}_clock`, `period ${period} is shorter than that`);
    return league.sport.clock.runsOut ? end : { period, clock: length - clock };
  }
}

function isAfter(from: GameEnd, to: GameEnd): boolean {
  if (from.period !== to.period) return from.period > to.period;
  return (from.clock ?? Number.POSITIVE_INFINITY) < (to.clock ?? 0);
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
