/** Writing reference data: schedules, season dates, people, official season totals. */

import { DateTime } from 'luxon';
import type pg from 'pg';
import type { ScheduleEntry, SeasonDates, SeasonTotal } from '../feeds/feed.ts';
import { type SeasonPart, seasonOrder } from '../plays/game.ts';
import type { League } from '../sports/leagues.ts';
import { type CopyRow, instant } from './copy.ts';
import { dateSeasons, ensureKeys, ensureSeasons, namePlayers, nameTeams } from './dimensions.ts';
import { stateSeasons, toStatement } from './season-statements.ts';
import { readOpen } from './stored-row.ts';
import { entityTables, gameDetailTable } from './tables.ts';
import { replaceRows } from './versioned.ts';

/** Games known from a schedule. A game whose plays are loaded keeps what its plays say. */
export async function writeSchedule(
  client: pg.ClientBase,
  league: League,
  entries: readonly ScheduleEntry[],
  basis: number,
): Promise<number> {
  const code = league.code;
  const parts = new Map(entries.map((entry) => [seasonOrder(entry.part), entry.part]));
  await ensureSeasons(client, code, [...parts.values()]);
  const named = [...entries.flatMap((entry) => [entry.home, entry.away])].flatMap((team) =>
    team.id === null ? [] : [{ ...team, id: team.id }],
  );
  const teams = [...new Map(named.map((team) => [team.id, team])).values()];
  const teamKeys = await ensureKeys(
    client,
    code,
    'team',
    teams.map((team) => team.id),
  );
  let written = await nameTeams(client, code, teamKeys, teams, basis);
  const gameKeys = await ensureKeys(
    client,
    code,
    'game',
    entries.map((entry) => entry.gameId),
  );
  const { rows: known } = await client.query<{
    game_key: number;
    feed: string | null;
    scheduled_at: number | null;
    home_key: number | null;
    away_key: number | null;
  }>(
    `select game_key, feed, scheduled_at, home_key, away_key from ${code}.game_details
     where game_key = any($1) and basis_to is null`,
    [[...gameKeys.values()]],
  );
  const before = new Map(known.map((row) => [row.game_key, row]));
  const keyOf = (id: string | null) => (id === null ? null : (teamKeys.get(id) ?? null));
  const rows = entries.flatMap((entry): CopyRow[] => {
    const key = gameKeys.get(entry.gameId) ?? 0;
    const old = before.get(key);
    if (old !== undefined && old.feed !== null) return [];
    // A schedule that says less than another leaves what the other said.
    return [
      [
        key,
        seasonOrder(entry.part),
        entry.date,
        instant(entry.scheduledAt ?? old?.scheduled_at ?? null),
        null,
        keyOf(entry.home.id) ?? old?.home_key ?? null,
        keyOf(entry.away.id) ?? old?.away_key ?? null,
        entry.home.tricode,
        entry.away.tricode,
        null,
        null,
        null,
        false,
        null,
        null,
        null,
      ],
    ];
  });
  const table = gameDetailTable(code);
  const stored = await readOpen(client, table, 'game_key = any($1) and feed is null', [
    [...gameKeys.values()],
  ]);
  const { opened, closed } = await replaceRows(client, table, rows, stored, basis);
  written += opened.length + closed.length;
  return written;
}

/** What the schedule says of games, by id. */
export async function scheduledGames(
  pool: pg.Pool | pg.ClientBase,
  league: string,
  gameIds: readonly string[],
): Promise<Map<string, ScheduleEntry>> {
  const { rows } = await pool.query<{
    game_id: string;
    season: string;
    season_type: SeasonPart['type'];
    game_date: string | null;
    scheduled_at: number | null;
    home_id: string | null;
    away_id: string | null;
    home_tricode: string;
    away_tricode: string;
    venue: string | null;
  }>(
    `select g.game_id, s.season, s.season_type, d.game_date, d.scheduled_at, h.team_id as home_id,
       a.team_id as away_id, d.home_tricode, d.away_tricode, v.name as venue
     from ${league}.games g
     join ${league}.game_details d on d.game_key = g.game_key and d.basis_to is null
     join ${league}.seasons s using (season_order)
     left join ${league}.teams h on h.team_key = d.home_key
     left join ${league}.teams a on a.team_key = d.away_key
     left join ${league}.venues v using (venue_key)
     where g.game_id = any($1) and d.game_date is not null`,
    [gameIds],
  );
  const team = (id: string | null, tricode: string) => ({ id, tricode, city: null, name: null });
  return new Map(
    rows.map((row) => [
      row.game_id,
      {
        gameId: row.game_id,
        part: { season: row.season, type: row.season_type },
        date: row.game_date ?? '',
        scheduledAt: row.scheduled_at,
        home: team(row.home_id, row.home_tricode),
        away: team(row.away_id, row.away_tricode),
        venue: row.venue,
      },
    ]),
  );
}

/**
 * The interval in which a season's totals became true: possible from the first day's beginning where the
 * league's day begins first, certain when the last day is over where it ends last.
 */
export function statementInterval(
  league: League,
  firstDay: string,
  lastDay: string,
): { from: number; at: number } {
  const from = DateTime.fromISO(firstDay, { zone: league.zone }).startOf('day').toMillis();
  const at = DateTime.fromISO(lastDay, { zone: league.lastZone }).plus({ days: 1 }).startOf('day').toMillis();
  return { from, at };
}

/** Season dates; totals stated before are dated anew where their season's days changed. */
export async function writeSeasons(
  client: pg.ClientBase,
  league: League,
  seasons: readonly SeasonDates[],
  basis: number,
): Promise<number> {
  const changed = new Set(await dateSeasons(client, league.code, seasons));
  const tables = entityTables(league.code, league.sport, 'player');
  let written = changed.size;
  for (const season of seasons) {
    const order = seasonOrder(season.part);
    if (!changed.has(order)) continue;
    const { from, at } = statementInterval(league, season.firstDay, season.lastDay);
    const { rows } = await client.query<{ key: number; team: string; counters: (number | null)[] }>(
      `select player_key as key, stated_team as team,
         stated as counters
       from ${tables.season.table} where season_order = $1 and is_stated and basis_to is null`,
      [order],
    );
    const statements = rows.map((row) => ({ ...row, seasonOrder: order, from, at }));
    written += await stateSeasons(client, tables, league.sport, statements, basis);
  }
  return written;
}

/** First and last days of season parts, by their order. */
export async function seasonDays(
  client: pg.ClientBase,
  league: string,
): Promise<Map<number, { firstDay: string; lastDay: string }>> {
  const { rows } = await client.query<{ season_order: number; first_day: string; last_day: string }>(
    `select season_order, first_day, last_day from ${league}.seasons where first_day is not null`,
  );
  return new Map(rows.map((row) => [row.season_order, { firstDay: row.first_day, lastDay: row.last_day }]));
}

/** Official season totals. Throws `UndatedSeasonError` where a season's days are not known. */
export async function writeSeasonTotals(
  client: pg.ClientBase,
  league: League,
  totals: readonly SeasonTotal[],
  basis: number,
): Promise<number> {
  const days = await seasonDays(client, league.code);
  const people = new Map(totals.map((total) => [total.playerId, { id: total.playerId, name: total.name }]));
  const keys = await ensureKeys(client, league.code, 'player', [...people.keys()]);
  const named = await namePlayers(client, league.code, keys, [...people.values()], basis);
  const statements = totals.map((total) => {
    const order = seasonOrder(total.part);
    const dates = days.get(order);
    if (dates === undefined) throw new UndatedSeasonError(total.part);
    const { from, at } = statementInterval(league, dates.firstDay, dates.lastDay);
    return toStatement(total, keys.get(total.playerId) ?? 0, order, league.sport, from, at);
  });
  const tables = entityTables(league.code, league.sport, 'player');
  return named + (await stateSeasons(client, tables, league.sport, statements, basis));
}

/** Totals of a season whose first and last day nobody has stated. */
export class UndatedSeasonError extends Error {
  override readonly name = 'UndatedSeasonError';
  constructor(part: SeasonPart) {
    super(`first and last day of ${part.season} ${part.type} are not known`);
  }
}
