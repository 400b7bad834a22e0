/** Random questions: a player and an instant, half of them during one of his games. */
import { withClient } from './server.ts';

export interface Pair {
  readonly key: number;
  readonly id: string;
  /** ISO 8601, UTC. */
  readonly at: string;
}

/** The same pairs every time for the same database. */
export async function samplePairs(url: string, league: string, wanted: number): Promise<Pair[]> {
  return withClient(url, async (client) => {
    await client.query('select setseed(0.25)');
    const { rows } = await client.query<{ key: number; id: string; at: number }>(
      `with line as materialized (
         select player_key, started_at, ended_at from ${league}.player_stats where basis_to is null
       ), during as (
         select player_key, started_at + random() * (ended_at - started_at) as at
         from line, generate_series(1, $1::int / 2 / (select count(*) from line)::int + 1)
         order by random() limit $1::int / 2
       ), span as (select min(started_at) as first, max(ended_at) as last from line
       ), any_time as (
         select player_key, first + random() * (last - first) as at
         from (
           select player_key from line, generate_series(1, $1::int / 2 / (select count(*) from line)::int + 1)
           order by random() limit $1::int - $1::int / 2
         ) someone, span
       ), pair as (select * from during union all select * from any_time)
       select player_key as key, player_id as id, (extract(epoch from at) * 1000)::float8 as at
       from pair join ${league}.players using (player_key) order by random()`,
      [wanted],
    );
    return rows.map(({ key, id, at }) => ({ key, id, at: new Date(at).toISOString() }));
  });
}

/** The players of the evening with most games, each at any instant from its first play to its last. */
export async function eveningPairs(url: string, league: string, wanted: number): Promise<Pair[]> {
  return withClient(url, async (client) => {
    await client.query('select setseed(0.5)');
    const { rows } = await client.query<{ key: number; id: string; at: number }>(
      `with evening as materialized (
         select game_date from ${league}.game_details where basis_to is null and is_final
         group by game_date order by count(*) desc, game_date limit 1
       ), game as materialized (
         select game_key, first_play_at, last_play_at from ${league}.game_details d
         join evening using (game_date) where d.basis_to is null
       ), span as materialized (select min(first_play_at) as first, max(last_play_at) as last from game
       ), someone as materialized (
         select player_key, player_id from game join ${league}.player_stats s using (game_key)
         join ${league}.players using (player_key) where s.basis_to is null
       )
       select player_key as key, player_id as id,
         (extract(epoch from first + random() * (last - first)) * 1000)::float8 as at
       from someone, span, generate_series(1, $1::int / (select count(*) from someone)::int + 1)
       order by random() limit $1`,
      [wanted],
    );
    return rows.map(({ key, id, at }) => ({ key, id, at: new Date(at).toISOString() }));
  });
}
