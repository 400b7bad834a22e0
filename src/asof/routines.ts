/**
 * The same engine for people who live in psql: functions and views in each league's schema, made from the statements the
 * API runs, so the two cannot differ. Installed after the migrations, again whenever their text changes.
 */

import { createHash } from 'node:crypto';
import type pg from 'pg';
import { SEASON_TYPES } from '../plays/game.ts';
import type { Kind } from '../plays/kind.ts';
import { KINDS } from '../plays/kind.ts';
import { LEAGUES, type League } from '../sports/leagues.ts';
import { teamRate } from '../sports/sport.ts';
import { entityTables } from '../store/tables.ts';
import { currentGameSql, seasonOverFunction } from './current-game.ts';
import { LINE_COLUMNS, lineSql, ORDER_AT, ORDER_BEFORE, playCell } from './line-sql.ts';
import { lineCounter, runningRows } from './run-sql.ts';
import { seekRow, type Visibility, visible } from './seen.ts';

const ARGUMENTS = { key: 'v_key', at: 'v_at', order: 'v_order', basis: 'v_basis' };

/** Install the functions of all leagues; a start with nothing new reads one row a league. */
export async function installRoutines(client: pg.ClientBase): Promise<void> {
  for (const league of LEAGUES) {
    const text = routinesOf(league);
    const hash = createHash('sha256').update(text).digest('hex');
    const known = await client.query(
      'select from playclock.routines where schema_name = $1 and sha256 = $2',
      [league.code, hash],
    );
    if (known.rowCount !== 0) continue;
    await client.query('begin');
    await client.query(text);
    await client.query(
      `insert into playclock.routines (schema_name, sha256, installed_at) values ($1, $2, clock_timestamp())
       on conflict (schema_name) do update set sha256 = excluded.sha256, installed_at = excluded.installed_at`,
      [league.code, hash],
    );
    await client.query('commit');
  }
}

/** The functions of a league, as one script. */
function routinesOf(league: League): string {
  return [
    ...KINDS.map((kind) => rowsView(league, kind)),
    ...KINDS.map((kind) => lineFunction(league, kind)),
    ...KINDS.map((kind) => seasonOverFunction(league.code, entityTables(league.code, league.sport, kind))),
    ...KINDS.map((kind) => statsFunction(league, kind)),
    gameFunction(league),
  ].join('\n');
}

/** Running rows as rows: the tables hold runs of them. */
function rowsView({ code, sport }: League, kind: Kind): string {
  const tables = entityTables(code, sport, kind);
  return `drop view if exists ${tables.rows};
create view ${tables.rows} as ${runningRows(tables, sport)};
comment on view ${tables.rows} is
  'Running counters of a ${kind} within a game, a row for each play that changed them; ${tables.cumulative.table} holds them as runs.';
`;
}

function statsFunction(league: League, kind: Kind): string {
  const { code, sport } = league;
  const name = `${code}.${kind}_stats_as_of`;
  const signature = 'text, timestamptz, text, integer, text';
  const columns = sport.counters.map(
    (counter) => `${counter.name} ${counter.perUnit === undefined ? 'integer' : 'numeric'}`,
  );
  const query = (visibility: Visibility, typed: boolean) => statsQuery(league, kind, visibility, typed);
  return `drop function if exists ${name}(${signature});
create function ${name}(
  ${kind} text, as_of timestamptz, season_type text default 'all', basis integer default null, boundary text default 'at'
) returns table (scope text, season text, ${columns.join(', ')})
language plpgsql stable as $routine$
#variable_conflict use_column
declare
  v_key integer := (select x.${kind}_key from ${code}.${kind}s x where x.${kind}_id = $1);
  v_at timestamptz := $2;
  v_type integer := array_position(array[${SEASON_TYPES.map((type) => `'${type}'`)}], $3) - 1;
  v_basis integer := $4;
  v_order integer := case $5 when 'at' then ${ORDER_AT} when 'before' then ${ORDER_BEFORE} end;
begin
  if v_order is null then raise exception 'boundary is at or before, not %', $5; end if;
  if v_type is null and $3 <> 'all' then raise exception 'no season type %', $3; end if;
  if v_key is null then return; end if;
  if v_basis is null and v_type is null then
    return query ${query('open', false)};
  elsif v_basis is null then
    return query ${query('open', true)};
  elsif v_type is null then
    return query ${query('at_basis', false)};
  else
    return query ${query('at_basis', true)};
  end if;
end
$routine$;
comment on function ${name}(${signature}) is
  'Counters of a ${kind} at an instant: a row for the season and the career, and one for the game while one is going on.';
`;
}

/** The line itself, as a function that the planner inlines; the API reads through it. */
function lineFunction(league: League, kind: Kind): string {
  const { code, sport } = league;
  const args = { key: 'entity', at: 'instant', order: 'place', basis: '0' };
  return `drop function if exists ${code}.${kind}_line(integer, timestamptz, integer);
create function ${code}.${kind}_line(entity integer, instant timestamptz, place integer)
returns table (${LINE_COLUMNS}) language sql stable as $routine$
  ${lineSql(entityTables(code, sport, kind), code, sport, args, 'open')}
$routine$;
comment on function ${code}.${kind}_line(integer, timestamptz, integer) is
  'Levels of a line, to be added up: ${code}.${kind}_stats_as_of does.';
`;
}

function statsQuery(league: League, kind: Kind, visibility: Visibility, typed: boolean): string {
  const { code, sport } = league;
  const tables = entityTables(code, sport, kind);
  const line = lineSql(tables, code, sport, ARGUMENTS, visibility, typed ? { type: 'v_type' } : 'all');
  const rate = kind === 'team' ? teamRate(sport) : 1;
  const run = {
    elapsed: ` + coalesce(${playCell('l.play', 'elapsed')} - l.elapsed, 0) * ${rate}`,
    margin: ` + coalesce((${playCell('l.play', 'home_score')} - ${playCell('l.play', 'away_score')}) * case l.side when 'home' then 1 else -1 end - l.margin, 0)`,
  };
  const columns = sport.counters.map((counter, position) => {
    const at = `[${position + 1}]`;
    const game = `${lineCounter(sport, position, 'l')}${counter.accrues === undefined ? '' : run[counter.accrues]}`;
    const part = `case when (l.stated_at, 0) <= (v_at, v_order) then l.stated${at} else l.before${at} + ${game} end`;
    const value = `case
        when v.scope = 'game' then case when c.game_key = l.game_key then ${game} else 0 end
        when l.narrow is null then 0
        when v.scope = 'season' then ${part} + case when l.earlier is null then 0 else l.earlier${at} end
        else l.carry${at} + ${part} end`;
    const unit = counter.perUnit;
    return unit === undefined
      ? `(${value})::integer`
      : `round((${value})::numeric / ${unit}, ${String(unit).length - 1})`;
  });
  return `select v.scope, case when v.scope <> 'career' then s.season end, ${columns}
    from (select 1) one
    left join lateral (${line}) l on true
    left join ${code}.seasons s on s.season_order = l.season_order
    left join lateral (${currentGameSql(code, tables, ARGUMENTS, visibility)}) c on true
    cross join (values ('game'::text), ('season'), ('career')) v (scope)
    where v.scope <> 'game' or c.game_key is not null`;
}

function gameFunction({ code, sport }: League): string {
  const { unit, runsOut } = sport.clock;
  const left = runsOut ? 'p.clock / 100.0' : 'null::numeric';
  const name = `${code}.game_as_of`;
  const signature = 'text, timestamptz, integer, text';
  const query = (visibility: Visibility) => {
    const last = seekRow(
      { columns: 'x.*', table: `${code}.play_by_play`, where: 'x.game_key = g.game_key', side: 'last' },
      ARGUMENTS,
      visibility,
    );
    return `select case when p.play_id is null then 'scheduled'
        when d.is_final and (d.last_play_at, 0) <= (v_at, v_order) then 'final' else 'in_progress' end,
        p.period, ${unit === 'seconds' ? left : 'null::numeric'}, ${left}, '${unit}', coalesce(p.home_score, 0), coalesce(p.away_score, 0), p.wall_clock_time, p.precision
      from ${code}.games g
      join ${code}.game_details d on d.game_key = g.game_key and ${visible('d', visibility, 'v_basis')}
      left join lateral (${last}) p on true
      where g.game_id = $1`;
  };
  return `drop function if exists ${name}(${signature});
create function ${name}(game text, as_of timestamptz, basis integer default null, boundary text default 'at')
returns table (
  status text, period smallint, clock_seconds numeric, clock_left numeric, clock_unit text, home_score integer, away_score integer,
  last_play timestamptz, "precision" playclock.precision
)
language plpgsql stable as $routine$
#variable_conflict use_column
declare
  v_at timestamptz := $2;
  v_basis integer := $3;
  v_order integer := case $4 when 'at' then ${ORDER_AT} when 'before' then ${ORDER_BEFORE} end;
begin
  if v_order is null then raise exception 'boundary is at or before, not %', $4; end if;
  if v_basis is null then
    return query ${query('open')};
  else
    return query ${query('at_basis')};
  end if;
end
$routine$;
comment on function ${name}(${signature}) is 'Where a game stood at an instant.';
`;
}
