/** The two statements whose speeds are compared. */
import type pg from 'pg';
import { type LineArguments, lineCall, ORDER_AT } from '../src/asof/line-sql.ts';
import { leagueNamed } from '../src/sports/leagues.ts';
import { entityTables } from '../src/store/tables.ts';
import type { Pair } from './pairs.ts';

/** The league that the simulator plays in. */
export const LEAGUE = 'demo';

/** A player's line as of an instant, from what is known now: `$1` is the player's key, `$2` the instant. */
export function asOfText(code = LEAGUE): string {
  const league = leagueNamed(code);
  const tables = entityTables(league.code, league.sport, 'player');
  const parameters: LineArguments = {
    key: '$1::int',
    at: '$2::timestamptz',
    order: String(ORDER_AT),
    basis: 'null',
  };
  return lineCall(tables, league.code, parameters);
}

/** A worker that asks it on a connection, prepared there, of one pair after another. */
export function askAsOf(
  client: pg.ClientBase,
  pairs: readonly Pair[],
  code = LEAGUE,
): (question: number) => Promise<unknown> {
  const text = asOfText(code);
  return (question) => {
    const pair = pairs[question % pairs.length];
    return client.query({ name: `as_of_${code}`, text, values: [pair?.key, pair?.at] });
  };
}

/** One narrow row by its primary key: nothing that reads a row can be faster. */
export const PRIMARY_KEY_TEXT = `select player_id from ${LEAGUE}.players where player_key = $1`;
