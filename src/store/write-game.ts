/** Writing one folded game: everything it says, under one basis. */
import type pg from 'pg';
import type { PlacedPlay } from '../fold/contributions.ts';
import type { FoldedGame } from '../fold/fold.ts';
import type { Discrepancy } from '../fold/reconcile.ts';
import { seasonOrder } from '../plays/game.ts';
import { PRECISIONS, type Precision } from '../plays/play.ts';
import type { League } from '../sports/leagues.ts';
import { type CopyRow, copyIn, instant } from './copy.ts';
import { readBefore, writeCorrections } from './corrections.ts';
import {
  ensureKeys,
  ensureOfficials,
  ensureSeasons,
  ensureVenue,
  type Keys,
  namePlayers,
  nameTeams,
} from './dimensions.ts';
import { type EntityGame, type GameFrame, readStoredFinals, type Written, writeLines } from './game-level.ts';
import { carrySeasons, recarry } from './season-level.ts';
import { entityTables, gameDetailTable, playTable, starterTable } from './tables.ts';
import { openRows, replaceRows, type VersionedTable } from './versioned.ts';

/** What is stored of a game before it is written. */
export interface StoredGame {
  readonly gameKey: number;
  readonly feed: string | null;
  readonly precision: Precision | null;
  readonly isFinal: boolean;
  readonly madeAt: number | null;
  readonly editedAt: number | null;
}

/** The open description of a game, or null. */
export async function storedGame(
  client: pg.ClientBase | pg.Pool,
  league: string,
  gameId: string,
): Promise<StoredGame | null> {
  const { rows } = await client.query<StoredGame>(
    `select d.game_key as "gameKey", d.feed, d.precision, d.is_final as "isFinal",
       d.made_at as "madeAt", d.edited_at as "editedAt"
     from ${league}.games g join ${league}.game_details d on d.game_key = g.game_key and d.basis_to is null
     where g.game_id = $1`,
    [gameId],
  );
  return rows[0] ?? null;
}

/** Of two feeds of one game the one with the better clock answers; between equals, the later load. */
export function betterClock(stored: StoredGame, given: FoldedGame): boolean {
  if (stored.precision === null || stored.feed === given.game.feed) return false;
  return PRECISIONS.indexOf(stored.precision) < PRECISIONS.indexOf(coarsest(given));
}

/** Whether the feed itself says that the stored version of the game is newer than the given one. */
export function newerVersion(stored: StoredGame, given: FoldedGame): boolean {
  const { version, feed } = given.game;
  if (version === null || stored.feed !== feed || stored.madeAt === null || stored.editedAt === null)
    return false;
  return stored.madeAt === version.madeAt
    ? stored.editedAt > version.editedAt
    : stored.madeAt > version.madeAt;
}

/** Rows opened and closed; both zero when the game was known to be so. */
export async function writeGame(
  client: pg.ClientBase,
  league: League,
  folded: FoldedGame,
  basis: number,
): Promise<Written & { readonly corrections: number }> {
  const { game } = folded;
  const code = league.code;
  await ensureSeasons(client, code, [game.part]);
  const teams = await ensureKeys(client, code, 'team', [game.home.id, game.away.id]);
  const players = await ensureKeys(
    client,
    code,
    'player',
    game.players.map((player) => player.id),
  );
  const named =
    (await nameTeams(client, code, teams, [game.home, game.away], basis)) +
    (await namePlayers(client, code, players, game.players, basis));
  const gameKey = (await ensureKeys(client, code, 'game', [game.id])).get(game.id) ?? 0;
  const known = await storedGame(client, code, game.id);
  const fresh = known === null || known.feed === null;
  const tally = { opened: named, closed: 0 };
  const count = (written: Written) => {
    tally.opened += written.opened;
    tally.closed += written.closed;
  };
  const before = fresh ? null : await readBefore(client, league, gameKey, known);
  count(await describeGame(client, league, folded, gameKey, teams, known === null, basis));
  count(await writePlays(client, code, folded, gameKey, players, teams, fresh, basis));

  const frame = frameOf(folded, gameKey);
  const order = seasonOrder(game.part);
  const games = { player: playerGames(folded, players, teams), team: teamGames(folded, teams) };
  for (const kind of ['player', 'team'] as const) {
    const tables = entityTables(code, league.sport, kind);
    const entities = games[kind];
    const stored =
      before === null
        ? null
        : await readStoredFinals(client, tables, gameKey, ...spanOf(before.version.plays));
    const lines = await writeLines(client, tables, league.sport, frame, entities, stored, basis);
    count(lines);
    const present = new Set(entities.map((entity) => entity.key));
    const here = lines.changed.filter((key) => present.has(key));
    const gone = lines.changed.filter((key) => !present.has(key));
    const opened =
      (await carrySeasons(client, tables, league.sport, here, order, basis)) +
      (await recarry(client, tables, league.sport, gone, basis));
    count({ opened, closed: 0 });
  }
  const corrections =
    before === null ? 0 : await writeCorrections(client, league, folded, gameKey, before, games, basis);
  return { opened: tally.opened + corrections, closed: tally.closed, corrections };
}

function frameOf(folded: FoldedGame, gameKey: number): GameFrame {
  return {
    gameKey,
    seasonOrder: seasonOrder(folded.game.part),
    startedAt: folded.plays[0]?.play.stamp.at ?? 0,
    endedAt: folded.final ? (folded.plays.at(-1)?.play.stamp.at ?? 0) : null,
    plays: folded.plays,
  };
}

function coarsest(folded: FoldedGame): Precision {
  const worst = Math.max(...folded.plays.map(({ play }) => PRECISIONS.indexOf(play.stamp.precision)));
  return PRECISIONS[worst] ?? 'season';
}

async function describeGame(
  client: pg.ClientBase,
  league: League,
  folded: FoldedGame,
  gameKey: number,
  teams: Keys,
  isNew: boolean,
  basis: number,
): Promise<Written> {
  const { game } = folded;
  const venue = game.venue === null ? null : await ensureVenue(client, league.code, game.venue);
  const table = gameDetailTable(league.code);
  const frame = frameOf(folded, gameKey);
  const row: CopyRow = [
    gameKey,
    seasonOrder(game.part),
    game.date,
    instant(game.scheduledAt),
    venue,
    teams.get(game.home.id) ?? null,
    teams.get(game.away.id) ?? null,
    game.home.tricode,
    game.away.tricode,
    game.feed,
    instant(frame.startedAt),
    instant(folded.plays.at(-1)?.play.stamp.at ?? 0),
    folded.final,
    coarsest(folded),
    instant(game.version?.madeAt ?? null),
    instant(game.version?.editedAt ?? null),
  ];
  // A game nobody knew has nothing to compare with: two statements instead of ten.
  const write = async (versioned: VersionedTable, rows: readonly CopyRow[]): Promise<Written> =>
    isNew
      ? { opened: await openRows(client, { ...versioned, rows }, basis), closed: 0 }
      : replaceRows(client, versioned, { ...versioned, rows }, basis, 't.game_key = $2', [gameKey]);
  const written = await write(table, [row]);
  const officials = await ensureOfficials(client, league.code, game.officials);
  if (officials.length === 0) return written;
  const staff = {
    table: `${league.code}.game_officials`,
    identity: ['game_key', 'official_key'],
    columns: ['game_key', 'official_key'],
  };
  const assigned = await write(
    staff,
    officials.map((official) => [gameKey, official]),
  );
  return { opened: written.opened + assigned.opened, closed: written.closed + assigned.closed };
}

async function writePlays(
  client: pg.ClientBase,
  league: string,
  folded: FoldedGame,
  gameKey: number,
  players: Keys,
  teams: Keys,
  fresh: boolean,
  basis: number,
): Promise<Written> {
  const { game } = folded;
  const plays = playTable(league);
  const starters = starterTable(league);
  const playRows: CopyRow[] = folded.plays.map(({ play, elapsed, home, away }) => [
    gameKey,
    instant(play.stamp.at),
    play.orderKey,
    play.id,
    play.stamp.precision,
    play.stamp.method,
    instant(play.stamp.earliest),
    instant(play.stamp.latest),
    play.period,
    play.clock,
    elapsed,
    home,
    away,
    play.kind,
    play.description,
    play.side === null ? null : (teams.get(game[play.side].id) ?? null),
    play.playerId === null ? null : (players.get(play.playerId) ?? null),
    instant(play.editedAt),
    play.note,
    game.feed,
    play.raw,
  ]);
  const starterRows: CopyRow[] = folded.floor.flatMap((start) =>
    start.starters.map(({ id, source }) => [
      gameKey,
      start.period,
      players.get(id) ?? null,
      start.side,
      source,
    ]),
  );
  const differences = await writeDiscrepancies(
    client,
    league,
    folded.discrepancies,
    gameKey,
    players,
    fresh,
    basis,
  );
  if (fresh) {
    const opened =
      (await openRows(client, { ...plays, rows: playRows }, basis)) +
      (await openRows(client, { ...starters, rows: starterRows }, basis));
    return { opened: opened + differences.opened, closed: 0 };
  }
  const scope = 't.game_key = $2';
  const a = await replaceRows(client, plays, { ...plays, rows: playRows }, basis, scope, [gameKey]);
  const b = await replaceRows(client, starters, { ...starters, rows: starterRows }, basis, scope, [gameKey]);
  return {
    opened: a.opened + b.opened + differences.opened,
    closed: a.closed + b.closed + differences.closed,
  };
}

/** Discrepancies have no identity of their own: unless all are the same, the old set closes and a new one opens. */
async function writeDiscrepancies(
  client: pg.ClientBase,
  league: string,
  discrepancies: readonly Discrepancy[],
  gameKey: number,
  players: Keys,
  fresh: boolean,
  basis: number,
): Promise<Written> {
  const table = `${league}.reconciliations`;
  const columns = [
    'game_key',
    'kind',
    'side',
    'player_key',
    'counter',
    'play_id',
    'stated',
    'counted',
    'note',
  ];
  const rows: CopyRow[] = discrepancies.map((found) => [
    gameKey,
    found.kind,
    found.side,
    found.playerId === null ? null : (players.get(found.playerId) ?? null),
    found.counter,
    found.playId,
    found.stated,
    found.counted,
    found.note,
  ]);
  let closed = 0;
  if (!fresh) {
    const { rows: known } = await client.query<{ values: (string | null)[] }>({
      text: `select array[${columns.map((name) => `${name}::text`)}] as values from ${table}
             where game_key = $1 and basis_to is null`,
      values: [gameKey],
    });
    const text = (all: readonly CopyRow[]) =>
      all.map((row) => JSON.stringify(row.map((cell) => (cell === null ? null : String(cell))))).sort();
    if (text(rows).join() === text(known.map((row) => row.values)).join()) return { opened: 0, closed: 0 };
    const result = await client.query(
      `update ${table} set basis_to = $2 where game_key = $1 and basis_to is null`,
      [gameKey, basis],
    );
    closed = result.rowCount ?? 0;
  }
  await copyIn(client, {
    table,
    columns: [...columns, 'basis_from'],
    rows: rows.map((row) => [...row, basis]),
  });
  return { opened: rows.length, closed };
}

function playerGames(folded: FoldedGame, players: Keys, teams: Keys): EntityGame[] {
  return folded.players.map(({ player, starter, rows, final }) => ({
    key: players.get(player.id) ?? 0,
    side: player.side,
    extra: [teams.get(folded.game[player.side].id) ?? null, starter, player.position],
    rows,
    final,
  }));
}

function teamGames(folded: FoldedGame, teams: Keys): EntityGame[] {
  return folded.teams.map(({ side, rows, final }) => ({
    key: teams.get(folded.game[side].id) ?? 0,
    side,
    extra: [],
    rows,
    final,
  }));
}

/** First and last instant of plays in order. */
function spanOf(plays: readonly PlacedPlay[]): [from: number, to: number] {
  return [plays[0]?.at ?? 0, plays.at(-1)?.at ?? 0];
}
