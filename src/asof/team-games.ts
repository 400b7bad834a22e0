/** A team's games of a stretch of the season that had begun by an instant. */

import { type AsOf, cached, type Db, visibilityOf } from './query.ts';
import { firstSeen, seenRows, type Visibility, visible } from './seen.ts';

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

/**
 * `$1` team, `$2` instant, `$3` basis; then `$4` and `$5` first and last season part and `$6` an instant before which none of
 * their games began, or `$4` a game's id.
 */
const ofTeam = cached((league: string, visibility: Visibility, which: 'game' | 'season') => {
  const basis = '$3::int';
  const seen = (alias: string) => visible(alias, visibility, basis);
  const games = seenRows(
    'x.game_key, x.side, x.season_order, x.started_at',
    `${league}.team_stats`,
    which === 'game'
      ? `x.team_key = $1 and x.game_key = (select game_key from ${league}.games where game_id = $4) and x.started_at <= $2`
      : 'x.team_key = $1 and x.season_order between $4 and $5 and x.started_at between $6 and $2',
    visibility,
    basis,
  );
  return `select t.game_key, g.game_id, t.side, t.season_order, d.first_play_at, d.last_play_at,
      (select max(i.ingest_id) from playclock.ingests i
       where i.league = '${league}' and i.game_id = g.game_id and i.ingest_id <= $3) as version
    from (${games}) t
    join ${league}.game_details d on d.game_key = t.game_key and ${seen('d')}
    join ${league}.games g on g.game_key = t.game_key
    order by t.started_at`;
});

type Known = Pick<AsOf, 'at'> & { readonly basis: number };

/** The team's games of some season parts, oldest first. None of them may have begun before `since`. */
export async function readTeamGames(
  db: Db,
  league: string,
  teamKey: number,
  { at, basis }: Known,
  [first, last]: readonly [first: number, last: number],
  since: number,
): Promise<TeamGame[]> {
  const { rows } = await db.query<TeamGame>({
    ...ofTeam(league, visibilityOf({ basis }), 'season'),
    values: [teamKey, new Date(at), basis, first, last, new Date(since)],
  });
  return rows;
}

/** One game of the team, if it had begun. */
export async function readTeamGame(
  db: Db,
  league: string,
  teamKey: number,
  { at, basis }: Known,
  gameId: string,
): Promise<TeamGame[]> {
  const { rows } = await db.query<TeamGame>({
    ...ofTeam(league, visibilityOf({ basis }), 'game'),
    values: [teamKey, new Date(at), basis, gameId],
  });
  return rows;
}

/** A seek: one condition over open and closed rows would read and sort all games that the team ever began. */
const newestGame = cached((league: string, visibility: Visibility) =>
  firstSeen(
    `select x.season_order, x.started_at from ${league}.team_stats x where x.team_key = $1 and x.started_at <= $2`,
    'started_at desc',
    visibility,
    '$3::int',
  ),
);

export interface NewestGame {
  readonly season_order: number;
  readonly started_at: number;
}

/** Season part and start of the last game that the team had begun, or null. */
export async function readNewestTeamGame(
  db: Db,
  league: string,
  teamKey: number,
  { at, basis }: Known,
): Promise<NewestGame | null> {
  const { rows } = await db.query<NewestGame>({
    ...newestGame(league, visibilityOf({ basis })),
    values: [teamKey, new Date(at), basis],
  });
  return rows[0] ?? null;
}
