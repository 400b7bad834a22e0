/**
 * What an ingest changed, told for those who follow a game or a league. Everything here is of the past of the
 * ledger, so it never changes: whoever asks again, or later, gets the same.
 */
import { type ClockReader, clockReader } from '../sports/clock.ts';
import type { League } from '../sports/leagues.ts';
import { END_OF_TIME } from './game.ts';
import { describeGame, readGame } from './game-state.ts';
import { formatInstant } from './instant.ts';
import { describePlayRow, type PlayRow, playColumns, playJoins } from './plays.ts';
import { cached, type Db } from './query.ts';

/** A committed ingest that changed something. */
export interface ChangeRow {
  readonly basis: number;
  readonly committed_at: number;
  readonly format: string | null;
  readonly game_id: string | null;
}

/** A stretch of the ledger: after one basis, up to another. */
export interface Stretch {
  readonly after: number;
  readonly until: number;
  readonly limit: number;
}

/** Ingests that changed a league, oldest first. */
export async function readLeagueChanges(db: Db, league: string, stretch: Stretch): Promise<ChangeRow[]> {
  const { rows } = await db.query<ChangeRow>({
    name: 'league_changes',
    text: `select ingest_id as basis, committed_at, format, game_id from playclock.ingests
           where league = $1 and outcome = 'loaded' and ingest_id > $2 and ingest_id <= $3
           order by ingest_id limit $4`,
    values: [league, stretch.after, stretch.until, stretch.limit],
  });
  return rows;
}

const ofGame = cached(
  (league: string) =>
    `select i.ingest_id as basis, i.committed_at, i.format, i.game_id from playclock.ingests i
     where i.league = '${league}' and i.outcome = 'loaded' and i.ingest_id > $3 and i.ingest_id <= $4
       and (i.game_id = $1 or i.ingest_id in (select basis_from from ${league}.game_details where game_key = $2))
     order by i.ingest_id limit $5`,
);

/** Ingests that changed a game: those that loaded it, and those (a schedule) that describe it otherwise. */
export async function readGameChanges(
  db: Db,
  league: string,
  game: { readonly id: string; readonly key: number },
  stretch: Stretch,
): Promise<ChangeRow[]> {
  const { rows } = await db.query<ChangeRow>({
    ...ofGame(league),
    values: [game.id, game.key, stretch.after, stretch.until, stretch.limit],
  });
  return rows;
}

const playsChanged = cached((league: string) => {
  const rows = (opened: boolean, where: string) =>
    `select x.*, ${opened} as opened from ${league}.play_by_play x where x.game_key = $1 and ${where}`;
  return `select ${playColumns(league, 'at_basis', '$2')}, x.opened
    from (
      ${rows(true, 'x.basis_to is null and x.basis_from = $2')}
      union all ${rows(true, 'x.basis_to is not null and x.basis_from = $2')}
      union all ${rows(false, 'x.basis_to = $2')}
    ) x ${playJoins(league)}
    order by x.wall_clock_time, x.order_key, x.play_id`;
});

/** Plays of a game that an ingest added or changed, as they are since, and the ids of those it took away. */
async function readPlaysChanged(db: Db, league: string, gameKey: number, basis: number, clock: ClockReader) {
  const describe = (row: PlayRow) => describePlayRow(row, clock);
  const { rows } = await db.query<PlayRow & { readonly opened: boolean }>({
    ...playsChanged(league),
    values: [gameKey, basis],
  });
  const ids = (opened: boolean) =>
    new Set(rows.filter((row) => row.opened === opened).map((row) => row.play_id));
  const [opened, closed] = [ids(true), ids(false)];
  const now = rows.filter((row) => row.opened);
  return {
    added: now.filter((row) => !closed.has(row.play_id)).map(describe),
    changed: now.filter((row) => closed.has(row.play_id)).map(describe),
    removed: [...closed].filter((id) => !opened.has(id)),
  };
}

const corrections = cached(
  (league: string) =>
    `select count(*)::int as count from ${league}.corrections where game_key = $1 and basis = $2`,
);

async function countCorrections(db: Db, league: string, gameKey: number, basis: number): Promise<number> {
  const { rows } = await db.query<{ count: number }>({
    ...corrections(league),
    values: [gameKey, basis],
  });
  return rows[0]?.count ?? 0;
}

/** What an ingest changed of a game, and where the game stands since, as far as it was known. */
export async function answerGameChange(
  db: Db,
  league: League,
  gameId: string,
  { basis, committed_at, format }: Omit<ChangeRow, 'game_id'>,
) {
  const known = { at: END_OF_TIME, boundary: 'at', basis } as const;
  const row = await readGame(db, league.code, gameId, known);
  if (row === null) throw new RangeError(`game ${gameId} was not known at basis ${basis}`);
  return {
    league: league.code,
    basis,
    committed_at: formatInstant(committed_at),
    format,
    ...describeGame(league, row, known),
    plays: await readPlaysChanged(db, league.code, row.game_key, basis, clockReader(league, row)),
    corrections: await countCorrections(db, league.code, row.game_key, basis),
  };
}

/** The same for a league, plays by id alone; `game` is null where the ingest was not of one game. */
export async function answerLeagueChange(db: Db, league: League, change: ChangeRow) {
  const { basis, committed_at, format, game_id } = change;
  if (game_id === null) {
    return {
      league: league.code,
      basis,
      committed_at: formatInstant(committed_at),
      format,
      game: null,
      state: null,
      plays: null,
      corrections: 0,
    };
  }
  const told = await answerGameChange(db, league, game_id, change);
  const { added, changed, removed } = told.plays;
  const ids = (plays: typeof added) => plays.map(({ id }) => id);
  return { ...told, plays: { added: ids(added), changed: ids(changed), removed } };
}
