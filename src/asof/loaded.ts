/** What is loaded, league by league: season parts, games, precision, and what does not reconcile. */
import type { SeasonType } from '../plays/game.ts';
import type { Side } from '../plays/play.ts';
import { LEAGUES, type League } from '../sports/leagues.ts';
import { formatInstant } from './instant.ts';
import type { Db } from './query.ts';

interface PartRow {
  readonly league: string;
  readonly season: string;
  readonly season_type: SeasonType;
  readonly games: number;
  readonly with_plays: number;
  readonly precisions: Readonly<Record<string, number>> | null;
  readonly first_play_at: number | null;
  readonly last_play_at: number | null;
  readonly stated_players: number;
}

interface LatestRow {
  readonly league: string;
  readonly game_id: string;
  readonly first_play_at: number;
  readonly last_play_at: number;
  readonly is_final: boolean;
}

const PARTS = LEAGUES.map(
  ({ code }) => `select '${code}' as league, s.season, s.season_type::text, coalesce(d.games, 0) as games,
      coalesce(d.with_plays, 0) as with_plays, d.precisions, d.first_play_at, d.last_play_at,
      (select count(*)::int from ${code}.player_season_totals t
       where t.season_order = s.season_order and t.is_stated and t.basis_to is null) as stated_players, s.season_order
    from ${code}.seasons s
    left join (
      select season_order, sum(games)::int as games, sum(games) filter (where precision is not null)::int as with_plays,
        jsonb_object_agg(precision, games) filter (where precision is not null) as precisions,
        min(first_play_at) as first_play_at, max(last_play_at) as last_play_at
      from (select season_order, precision, count(*) as games, min(first_play_at) as first_play_at,
              max(last_play_at) as last_play_at
            from ${code}.game_details where basis_to is null group by season_order, precision) by_precision
      group by season_order
    ) d using (season_order)`,
).join(' union all ');

const LATEST = LEAGUES.map(
  ({ code }) => `(select '${code}' as league, g.game_id, d.first_play_at, d.last_play_at, d.is_final
    from ${code}.game_details d join ${code}.games g using (game_key)
    where d.basis_to is null and d.first_play_at is not null order by d.first_play_at desc, g.game_id desc limit 1)`,
).join(' union all ');

const UNRECONCILED = LEAGUES.map(
  ({
    code,
  }) => `select '${code}' as league, count(*)::int as differences, count(distinct game_key)::int as games
    from ${code}.reconciliations where basis_to is null`,
).join(' union all ');

/** Every league, those that hold something first. Run it on one snapshot. */
export async function readLoaded(db: Db) {
  const parts = await db.query<PartRow>(`select * from (${PARTS}) p order by league, season_order desc`);
  const latest = await db.query<LatestRow>(LATEST);
  const unreconciled = await db.query<{ league: string; differences: number; games: number }>(UNRECONCILED);
  return LEAGUES.map((league) => {
    const ofLeague = <T extends { readonly league: string }>(rows: readonly T[]) =>
      rows.filter((row) => row.league === league.code);
    const [newest] = ofLeague(latest.rows);
    const [wrong] = ofLeague(unreconciled.rows);
    return {
      league: league.code,
      name: league.name,
      sport: league.sport.name,
      zone: league.zone,
      seasons: ofLeague(parts.rows).map(describePart),
      latest_game:
        newest === undefined
          ? null
          : {
              id: newest.game_id,
              first_play_at: formatInstant(newest.first_play_at),
              last_play_at: formatInstant(newest.last_play_at),
              is_final: newest.is_final,
            },
      differences: wrong?.differences ?? 0,
      games_with_differences: wrong?.games ?? 0,
    };
  }).sort((a, b) => Number(b.latest_game !== null) - Number(a.latest_game !== null));
}

function describePart(row: PartRow) {
  return {
    season: row.season,
    season_type: row.season_type,
    games: row.games,
    games_with_plays: row.with_plays,
    precisions: row.precisions ?? {},
    first_play_at: row.first_play_at === null ? null : formatInstant(row.first_play_at),
    last_play_at: row.last_play_at === null ? null : formatInstant(row.last_play_at),
    players_with_totals: row.stated_players,
  };
}

export interface LeagueDifference {
  readonly game_id: string;
  readonly game: string;
  readonly kind: string;
  readonly side: Side;
  readonly player_id: string | null;
  readonly player: string | null;
  readonly counter: string | null;
  readonly play_id: string | null;
  readonly stated: number | null;
  readonly counted: number | null;
  readonly note: string;
}

/** What does not reconcile in a league now, by game, at most `limit`, and how many there are. */
export async function readLeagueDifferences(
  db: Db,
  { code }: League,
  limit: number,
): Promise<{ readonly total: number; readonly differences: LeagueDifference[] }> {
  const counted = await db.query<{ total: number }>(
    `select count(*)::int as total from ${code}.reconciliations where basis_to is null`,
  );
  const { rows } = await db.query<LeagueDifference>(
    `select g.game_id, concat(d.away_tricode, ' at ', d.home_tricode, ', ' || d.game_date) as game, r.kind, r.side,
       p.player_id, n.name as player, r.counter, r.play_id, r.stated, r.counted, r.note
     from ${code}.reconciliations r
     join ${code}.games g using (game_key)
     join ${code}.game_details d on d.game_key = r.game_key and d.basis_to is null
     left join ${code}.players p using (player_key)
     left join ${code}.player_details n on n.player_key = r.player_key and n.basis_to is null
     where r.basis_to is null
     order by d.game_date desc, g.game_id, r.kind, r.side desc, p.player_id, r.counter, r.play_id limit $1`,
    [limit],
  );
  return { total: counted.rows[0]?.total ?? 0, differences: rows };
}
