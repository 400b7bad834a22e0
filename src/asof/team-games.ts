/** A team's games of a stretch of the season that had begun by an instant. */
import { firstSeen, type Visibility, visible } from './line-sql.ts';
import { type AsOf, cached, type Db, visibilityOf } from './query.ts';

export interface TeamGame {
  readonly game_key: number;
  readonly game_id: string;
  readonly side: 'home' | 'away';
  readonly season_order: number;
  readonly first_play_at: number;
  readonly last_play_at: number;
  /** Newest ingest that told of the game, as far as the basis knows: with the key it names what was known of it. */
  readonly version: number;
}

/** `$1` team, `$2` instant, `$3` basis, `$4` and `$5` first and last season part, `$6` a game's id or null. */
const ofTeam = cached((league = '', visibility = '') => {
  const seen = (alias: string) => visible(alias, visibility as Visibility, '$3::int');
  return `select t.game_key, g.game_id, t.side, t.season_order, d.first_play_at, d.last_play_at,
      (select max(i.ingest_id) from playclock.ingests i
       where i.league = '${league}' and i.game_id = g.game_id and i.ingest_id <= $3) as version
    from ${league}.team_stats t
    join ${league}.game_details d on d.game_key = t.game_key and ${seen('d')}
    join ${league}.games g on g.game_key = t.game_key
    where t.team_key = $1 and t.started_at <= $2 and t.season_order between $4 and $5
      and ($6::text is null or g.game_id = $6) and ${seen('t')}
    order by t.started_at`;
});

/** Read them, oldest first. `basis` is the one everything is read at. */
export async function readTeamGames(
  db: Db,
  league: string,
  teamKey: number,
  asOf: Pick<AsOf, 'at'> & { readonly basis: number },
  parts: readonly [first: number, last: number],
  gameId: string | null,
): Promise<TeamGame[]> {
  const { rows } = await db.query<TeamGame>({
    ...ofTeam(league, visibilityOf(asOf)),
    values: [teamKey, new Date(asOf.at), asOf.basis, ...parts, gameId],
  });
  return rows;
}

/** A seek: one condition over open and closed rows would read and sort all games that the team ever began. */
const newestPart = cached((league = '', visibility = '') =>
  firstSeen(
    `select x.season_order, x.started_at from ${league}.team_stats x where x.team_key = $1 and x.started_at <= $2`,
    'started_at desc',
    visibility as Visibility,
    '$3::int',
  ),
);

/** Season part of the last game that the team had begun, or null. */
export async function readNewestTeamPart(
  db: Db,
  league: string,
  teamKey: number,
  asOf: Pick<AsOf, 'at'> & { readonly basis: number },
): Promise<number | null> {
  const { rows } = await db.query<{ season_order: number }>({
    ...newestPart(league, visibilityOf(asOf)),
    values: [teamKey, new Date(asOf.at), asOf.basis],
  });
  return rows[0]?.season_order ?? null;
}
