/** Small tables: who and what games are about. Identities are for ever; names are facts with a basis. */
import type pg from 'pg';
import type { Person, SeasonDates } from '../feeds/feed.ts';
import type { Official, PlayerRef, SeasonPart, TeamRef, Venue } from '../plays/game.ts';
import { seasonOrder } from '../plays/game.ts';

export type Keys = ReadonlyMap<string, number>;

/** Keys of ids, made where they are new. `kind` is one of the identity tables. */
export async function ensureKeys(
  client: pg.ClientBase,
  league: string,
  kind: 'player' | 'team' | 'game',
  ids: readonly string[],
): Promise<Keys> {
  const select = `select ${kind}_id as id, ${kind}_key as key from ${league}.${kind}s where ${kind}_id = any($1)`;
  const known = await client.query<{ id: string; key: number }>(select, [ids]);
  const keys = new Map(known.rows.map((row) => [row.id, row.key]));
  const missing = ids.filter((id) => !keys.has(id));
  if (missing.length > 0) {
    const made = await client.query<{ id: string; key: number }>(
      `insert into ${league}.${kind}s (${kind}_id) select distinct unnest($1::text[])
       returning ${kind}_id as id, ${kind}_key as key`,
      [missing],
    );
    for (const row of made.rows) keys.set(row.id, row.key);
  }
  return keys;
}

/**
 * Names of players of a game. A name once known stays, so that reloading changes nothing, unless it was only
 * an initial or a number.
 */
export async function namePlayers(
  client: pg.ClientBase,
  league: string,
  keys: Keys,
  players: readonly Pick<PlayerRef, 'id' | 'name'>[],
  basis: number,
): Promise<number> {
  const { rows } = await client.query<{ key: number; name: string }>(
    `select player_key as key, name from ${league}.player_details where player_key = any($1) and basis_to is null`,
    [[...keys.values()]],
  );
  const known = new Map(rows.map((row) => [row.key, row.name]));
  const first = players.filter(({ id }) => !known.has(keys.get(id) ?? 0));
  const better = players.flatMap(({ id, name }) => {
    const key = keys.get(id) ?? 0;
    const before = known.get(key);
    const isShort = before !== undefined && SHORT.test(before);
    return isShort && !SHORT.test(name) ? [{ key, name, birthDate: undefined }] : [];
  });
  return (
    (await nameFirst(client, league, keys, first, basis)) + (await writePeople(client, league, better, basis))
  );
}

/** An initial or a number in place of a name. */
const SHORT = /^(\p{L}\. |\d)/u;

/** Names of players of whom none was known: nothing to close. */
async function nameFirst(
  client: pg.ClientBase,
  league: string,
  keys: Keys,
  players: readonly Pick<PlayerRef, 'id' | 'name'>[],
  basis: number,
): Promise<number> {
  if (players.length === 0) return 0;
  const names = new Map(players.map(({ id, name }) => [keys.get(id) ?? 0, name]));
  const { rowCount } = await client.query({
    name: `name players first ${league}`,
    text: `insert into ${league}.player_details (player_key, name, basis_from)
     select key, name, $3 from unnest($1::int[], $2::text[]) as g (key, name)`,
    values: [[...names.keys()], [...names.values()], basis],
  });
  return rowCount ?? 0;
}

/** People of a players file: its names and birth dates are the official ones. */
export async function describePeople(
  client: pg.ClientBase,
  league: string,
  people: readonly Person[],
  basis: number,
): Promise<number> {
  const keys = await ensureKeys(
    client,
    league,
    'player',
    people.map((person) => person.id),
  );
  const { rows } = await client.query<{ key: number; name: string; birth_date: string | null }>(
    `select player_key as key, name, birth_date from ${league}.player_details
     where player_key = any($1) and basis_to is null`,
    [[...keys.values()]],
  );
  const known = new Map(rows.map((row) => [row.key, row]));
  const changed = people.flatMap((person) => {
    const key = keys.get(person.id) ?? 0;
    const before = known.get(key);
    const same =
      before !== undefined && before.name === person.name && before.birth_date === person.birthDate;
    return same ? [] : [{ key, name: person.name, birthDate: person.birthDate }];
  });
  return writePeople(client, league, changed, basis);
}

/** `birthDate` undefined keeps what is known. */
async function writePeople(
  client: pg.ClientBase,
  league: string,
  people: readonly { key: number; name: string; birthDate: string | null | undefined }[],
  basis: number,
): Promise<number> {
  if (people.length === 0) return 0;
  const result = await client.query(
    `with given as (
       select * from unnest($1::int[], $2::text[], $3::date[], $4::bool[]) as g (player_key, name, birth_date, keeps)
     ), closed as (
       update ${league}.player_details d set basis_to = $5 from given g
       where d.player_key = g.player_key and d.basis_to is null and d.basis_from < $5
       returning d.player_key, d.birth_date
     ), replaced as (
       delete from ${league}.player_details d using given g
       where d.player_key = g.player_key and d.basis_to is null and d.basis_from = $5
       returning d.player_key, d.birth_date
     ), before as (select * from closed union all select * from replaced)
     insert into ${league}.player_details (player_key, name, birth_date, birth_precision, basis_from)
     select g.player_key, g.name, born, case when born is not null then 'day' end, $5
     from given g left join before b using (player_key),
       lateral (select case when g.keeps then b.birth_date else g.birth_date end as born) choice`,
    [
      people.map((person) => person.key),
      people.map((person) => person.name),
      people.map((person) => person.birthDate ?? null),
      people.map((person) => person.birthDate === undefined),
      basis,
    ],
  );
  return result.rowCount ?? 0;
}

/** Names of teams; what a feed leaves out is kept, and a name once known stays. */
export async function nameTeams(
  client: pg.ClientBase,
  league: string,
  keys: Keys,
  teams: readonly TeamRef[],
  basis: number,
): Promise<number> {
  const { rowCount } = await client.query({
    name: `name teams ${league}`,
    text: `with given as (
         select * from unnest($1::int[], $2::text[], $3::text[], $4::text[]) as g (team_key, tricode, city, name)
       ), known as (
         select d.* from given g join ${league}.team_details d on d.team_key = g.team_key and d.basis_to is null
       ), closed as (
         update ${league}.team_details d set basis_to = $5 from known k join given g using (team_key)
         where d.team_key = k.team_key and d.basis_to is null
           and ((k.city is null and g.city is not null) or (k.name is null and g.name is not null))
         returning d.team_key
       )
       insert into ${league}.team_details (team_key, tricode, city, name, basis_from)
       select g.team_key, coalesce(k.tricode, g.tricode), coalesce(k.city, g.city), coalesce(k.name, g.name), $5
       from given g left join known k using (team_key)
       where k.team_key is null or g.team_key in (select team_key from closed)`,
    values: [
      teams.map((team) => keys.get(team.id)),
      teams.map((team) => team.tricode),
      teams.map((team) => team.city),
      teams.map((team) => team.name),
      basis,
    ],
  });
  return rowCount ?? 0;
}

/** A season part, made where it is new. */
export async function ensureSeasons(
  client: pg.ClientBase,
  league: string,
  parts: readonly SeasonPart[],
): Promise<void> {
  await client.query({
    name: `ensure seasons ${league}`,
    text: `insert into ${league}.seasons (season_order, season, season_type)
     select * from unnest($1::int[], $2::text[], $3::playclock.season_type[]) on conflict do nothing`,
    values: [parts.map(seasonOrder), parts.map((part) => part.season), parts.map((part) => part.type)],
  });
}

/** First and last days of season parts. Returns the parts whose days are new or changed. */
export async function dateSeasons(
  client: pg.ClientBase,
  league: string,
  seasons: readonly SeasonDates[],
): Promise<number[]> {
  const { rows } = await client.query<{ season_order: number }>(
    `insert into ${league}.seasons as s (season_order, season, season_type, first_day, last_day)
     select * from unnest($1::int[], $2::text[], $3::playclock.season_type[], $4::date[], $5::date[])
     on conflict (season_order) do update set first_day = excluded.first_day, last_day = excluded.last_day
     where (s.first_day, s.last_day) is distinct from (excluded.first_day, excluded.last_day)
     returning season_order`,
    [
      seasons.map((season) => seasonOrder(season.part)),
      seasons.map((season) => season.part.season),
      seasons.map((season) => season.part.type),
      seasons.map((season) => season.firstDay),
      seasons.map((season) => season.lastDay),
    ],
  );
  return rows.map((row) => row.season_order);
}

/** Key of a venue, made where it is new; its first description stays. */
export async function ensureVenue(
  client: pg.ClientBase,
  league: string,
  venue: Venue,
): Promise<number | null> {
  const { rows } = await client.query<{ venue_key: number }>(
    `with made as (
       insert into ${league}.venues (venue_id, name, city, zone) values ($1, $2, $3, $4)
       on conflict (venue_id) do nothing returning venue_key
     )
     select venue_key from made union all select venue_key from ${league}.venues where venue_id = $1 limit 1`,
    [venue.id, venue.name, venue.city, venue.zone],
  );
  return rows[0]?.venue_key ?? null;
}

/** Keys of officials, made where they are new. */
export async function ensureOfficials(
  client: pg.ClientBase,
  league: string,
  officials: readonly Official[],
): Promise<number[]> {
  if (officials.length === 0) return [];
  const ids = officials.map((official) => official.id);
  await client.query(
    `insert into ${league}.officials (official_id, name) select * from unnest($1::text[], $2::text[])
     on conflict do nothing`,
    [ids, officials.map((official) => official.name)],
  );
  const { rows } = await client.query<{ official_key: number }>(
    `select official_key from ${league}.officials where official_id = any($1) order by official_key`,
    [ids],
  );
  return rows.map((row) => row.official_key);
}
