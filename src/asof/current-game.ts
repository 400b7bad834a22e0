/** Which game somebody is in at an instant, as SQL: when a game is over for him, and the one going on. */
import type { EntityTables } from '../store/tables.ts';
import type { LineArguments } from './line-sql.ts';
import { firstSeen, type Visibility } from './seen.ts';

/**
 * SQL expression: the last instant at which a game goes on for a player or team; null where it goes on for ever. It is
 * that of the game's last play. Where no feed told the end, it is the last millisecond before official totals of the game's
 * season part, or of a later one, are certain: with the season its games are over. Totals that were certain before the game
 * began say nothing of it.
 *
 * @param game alias of the row of the game level.
 */
export function endOfGame(
  league: string,
  { kind }: EntityTables,
  game: string,
  { key, basis }: Pick<LineArguments, 'key' | 'basis'>,
  visibility: Visibility,
): string {
  const known = visibility === 'open' ? 'null' : basis;
  return `coalesce(${game}.ended_at, ${league}.${kind}_season_over(${key}, ${game}.season_order, ${game}.started_at, ${known}))`;
}

/**
 * The part of the rule that looks for season totals, as a function: a subquery would be made ready at every read, at a
 * twentieth of its time, and hardly any read comes to a game whose end was not told. Its condition names the entity alone, or
 * the planner would take the index of season parts and pass over everybody's.
 */
export function seasonOverFunction(league: string, { kind, key, season }: EntityTables): string {
  const signature = `${league}.${kind}_season_over(integer, integer, timestamptz, integer)`;
  return `drop function if exists ${signature};
create function ${league}.${kind}_season_over(entity integer, part integer, started timestamptz, basis integer)
returns timestamptz language sql stable as $routine$
  select min(x.stated_at) filter (where x.season_order >= $2 and x.stated_at > $3) - interval '1 millisecond'
  from ${season.table} x
  where x.${key} = $1 and x.is_stated and (x.basis_to is null or x.basis_to > $4) and ($4 is null or x.basis_from <= $4)
$routine$;
comment on function ${signature} is
  'Last instant at which a game goes on whose end no feed told: the one before official totals of its season are certain.';
`;
}

/** A select giving the key of the entity's game going on at the instant, first play to its end, or no row. */
export function currentGameSql(
  league: string,
  tables: EntityTables,
  args: LineArguments,
  visibility: Visibility,
): string {
  const begun = `select x.game_key, x.season_order, x.started_at, x.ended_at from ${tables.game.table} x
    where x.${tables.key} = ${args.key} and x.started_at <= ${args.at}
      and (x.started_at, 0) <= (${args.at}, ${args.order})`;
  const seek = firstSeen(begun, 'started_at desc', visibility, args.basis);
  const end = endOfGame(league, tables, 'latest', args, visibility);
  return `select latest.game_key from (${seek}) latest where coalesce(${end}, 'infinity') >= ${args.at}`;
}
