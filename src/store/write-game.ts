/** Writing one folded game: everything it says, under one basis. */
import type pg from 'pg';
import type { KeptGame } from '../fold/kept.ts';
import { seasonOrder } from '../plays/game.ts';
import { PRECISIONS, type Precision } from '../plays/play.ts';
import type { League } from '../sports/leagues.ts';
import type { Sport } from '../sports/sport.ts';
import { type CopyRow, instant } from './copy.ts';
import { writeCorrections } from './corrections.ts';
import {
  ensureKeys,
  ensureOfficials,
  ensureSeasons,
  ensureVenue,
  type Keys,
  namePlayers,
  nameTeams,
} from './dimensions.ts';
import type { EntityGame, GameFrame } from './entity-game.ts';
import { openGame, replaceGame, type Written } from './game-level.ts';
import { gainGames, knownParts, mustCarry, partsOfStanding, recarry } from './season-level.ts';
import { standingsOf } from './standings.ts';
import { readOpen } from './stored-row.ts';
import { type Kind, readStoredVersion, type StoredVersion } from './stored-version.ts';
import { type EntityTables, entityTables, gameDetailTable, officialTable } from './tables.ts';
import { together } from './together.ts';
import { openRows, replaceRows, type VersionedTable } from './versioned.ts';
import { writePlays } from './write-plays.ts';

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
  const { rows } = await client.query<StoredGame>({
    name: `stored game ${league}`,
    text: `select d.game_key as "gameKey", d.feed, d.precision, d.is_final as "isFinal",
       d.made_at as "madeAt", d.edited_at as "editedAt"
     from ${league}.games g join ${league}.game_details d on d.game_key = g.game_key and d.basis_to is null
     where g.game_id = $1`,
    values: [gameId],
  });
  return rows[0] ?? null;
}

/** Of two feeds of one game the one with the better clock answers; between equals, the later load. */
export function betterClock(stored: StoredGame, given: KeptGame): boolean {
  if (stored.precision === null || stored.feed === given.game.feed) return false;
  return PRECISIONS.indexOf(stored.precision) < PRECISIONS.indexOf(coarsest(given));
}

/** Whether the feed itself says that the stored version of the game is newer than the given one. */
export function newerVersion(stored: StoredGame, given: KeptGame): boolean {
  const { version, feed } = given.game;
  if (version === null || stored.feed !== feed || stored.madeAt === null || stored.editedAt === null)
    return false;
  return stored.madeAt === version.madeAt
    ? stored.editedAt > version.editedAt
    : stored.madeAt > version.madeAt;
}

/**
 * Write what a game says. Returns rows opened and closed; both zero when the game was known to be so.
 *
 * @param known of `storedGame`, in this transaction.
 */
export async function writeGame(
  client: pg.ClientBase,
  league: League,
  folded: KeptGame,
  known: StoredGame | null,
  basis: number,
): Promise<Written & { readonly corrections: number }> {
  const { game } = folded;
  const code = league.code;
  const [, teams, players, gameKey] = await together(
    client,
    () => ensureSeasons(client, code, [game.part]),
    () => ensureKeys(client, code, 'team', [game.home.id, game.away.id]),
    () =>
      ensureKeys(
        client,
        code,
        'player',
        game.players.map((player) => player.id),
      ),
    async () => known?.gameKey ?? (await ensureKeys(client, code, 'game', [game.id])).get(game.id) ?? 0,
  );
  const before =
    known === null || known.feed === null ? null : await readStoredVersion(client, league, gameKey, known);

  const frame = frameOf(folded, gameKey);
  const games = { player: playerGames(folded, players, teams), team: teamGames(folded, teams) };
  const lines = (kind: Kind) => () => writeCareers(client, league, kind, frame, games[kind], before, basis);
  // Those that read first come first: the plays are encoded while the server reads.
  const [player, team, teamNames, playerNames, details, plays] = await together(
    client,
    lines('player'),
    lines('team'),
    () => nameTeams(client, code, teams, [game.home, game.away], basis),
    () => namePlayers(client, code, players, game.players, basis),
    () => describeGame(client, league, folded, gameKey, teams, known === null, basis),
    () => writePlays(client, code, folded, gameKey, players, teams, before, basis),
  );
  const touched = { player: player.touched, team: team.touched };
  const corrections =
    before === null
      ? 0
      : await writeCorrections(client, league, folded, gameKey, before, games, touched, basis);
  const parts = [player, team, details, plays];
  const opened = parts.reduce((sum, part) => sum + part.opened, teamNames + playerNames + corrections);
  return { opened, closed: parts.reduce((sum, part) => sum + part.closed, 0), corrections };
}

/** The game's lines of one kind, and what they change of later games and seasons. */
async function writeCareers(
  client: pg.ClientBase,
  { code, sport }: League,
  kind: Kind,
  frame: GameFrame,
  entities: readonly EntityGame[],
  before: StoredVersion | null,
  basis: number,
): Promise<Written & { readonly touched: ReadonlySet<number> }> {
  const tables = entityTables(code, sport, kind);
  if (before === null) return openCareers(client, tables, sport, frame, entities, basis);
  const { seasonOrder } = frame;
  const lines = await replaceGame(client, tables, sport, frame, entities, before, basis);
  const present = new Set(entities.map((entity) => entity.key));
  const here = lines.changed.filter((key) => present.has(key));
  const gone = lines.changed.filter((key) => !present.has(key));
  const known = await knownParts(client, tables, here, seasonOrder);
  const carried =
    (await gainGames(client, tables, sport, known, seasonOrder, basis)) +
    (await recarry(client, tables, sport, [...mustCarry(known), ...gone], basis));
  return { opened: lines.opened + carried, closed: lines.closed, touched: lines.touched };
}

/** The same of a game that has no lines yet. */
async function openCareers(
  client: pg.ClientBase,
  tables: EntityTables,
  sport: Sport,
  frame: GameFrame,
  entities: readonly EntityGame[],
  basis: number,
): Promise<Written & { readonly touched: ReadonlySet<number> }> {
  const { seasonOrder } = frame;
  const keys = entities.map((entity) => entity.key);
  const standings = await standingsOf(client, tables, sport, frame, keys);
  const inOrder = [...standings].flatMap(
    ([key, standing]) => partsOfStanding(key, standing, seasonOrder) ?? [],
  );
  const others = keys.filter((key) => !inOrder.some((parts) => parts.key === key));
  const known = [...inOrder, ...(await knownParts(client, tables, others, seasonOrder))];
  const [lines, gained] = await together(
    client,
    () => openGame(client, tables, sport, frame, entities, standings, basis),
    () => gainGames(client, tables, sport, known, seasonOrder, basis),
  );
  const carried = gained + (await recarry(client, tables, sport, mustCarry(known), basis));
  return { opened: lines.opened + carried, closed: lines.closed, touched: lines.touched };
}

function frameOf(folded: KeptGame, gameKey: number): GameFrame {
  return {
    gameKey,
    seasonOrder: seasonOrder(folded.game.part),
    startedAt: Math.trunc(folded.plays[0]?.play.stamp.at ?? 0),
    lastAt: Math.trunc(folded.plays.at(-1)?.play.stamp.at ?? 0),
    endedAt: folded.final ? (folded.plays.at(-1)?.play.stamp.at ?? 0) : null,
    plays: folded.plays,
  };
}

/**
 * The coarsest precision among the plays that change a line: ends of periods are often without an instant, and little
 * hangs on theirs. But `millisecond` only where every play has it, for readers look no further then.
 */
function coarsest({ plays, players, teams }: KeptGame): Precision {
  const rankOf = (position: number) =>
    PRECISIONS.indexOf(plays[position]?.play.stamp.precision ?? 'millisecond');
  let worst = plays.some((_, position) => rankOf(position) > 0) ? 1 : 0;
  for (const { rows } of [...players, ...teams]) {
    for (const position of rows.positions) worst = Math.max(worst, rankOf(position));
  }
  return PRECISIONS[worst] ?? 'season';
}

async function describeGame(
  client: pg.ClientBase,
  league: League,
  folded: KeptGame,
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
    instant(frame.lastAt),
    folded.final,
    coarsest(folded),
    instant(game.version?.madeAt ?? null),
    instant(game.version?.editedAt ?? null),
  ];
  const written = await writeKnown(client, table, [row], isNew, gameKey, basis);
  const officials = await ensureOfficials(client, league.code, game.officials);
  if (officials.length === 0) return written;
  const assigned = await writeKnown(
    client,
    officialTable(league.code),
    officials.map((official) => [gameKey, official]),
    isNew,
    gameKey,
    basis,
  );
  return { opened: written.opened + assigned.opened, closed: written.closed + assigned.closed };
}

/** Rows of a game, compared with its open ones unless nobody knew the game. */
async function writeKnown(
  client: pg.ClientBase,
  table: VersionedTable,
  rows: readonly CopyRow[],
  isNew: boolean,
  gameKey: number,
  basis: number,
): Promise<Written> {
  if (isNew) return { opened: await openRows(client, { ...table, rows }, basis), closed: 0 };
  const stored = await readOpen(client, table, 'game_key = $1', [gameKey]);
  const { opened, closed } = await replaceRows(client, table, rows, stored, basis);
  return { opened: opened.length, closed: closed.length };
}

function playerGames(folded: KeptGame, players: Keys, teams: Keys): EntityGame[] {
  return folded.players.map(({ player, starter, rows, final }) => ({
    key: players.get(player.id) ?? 0,
    side: player.side,
    player: {
      teamKey: teams.get(folded.game[player.side].id) ?? null,
      starter,
      position: player.position,
    },
    rows,
    final,
  }));
}

function teamGames(folded: KeptGame, teams: Keys): EntityGame[] {
  return folded.teams.map(({ side, rows, final }) => ({
    key: teams.get(folded.game[side].id) ?? 0,
    side,
    player: null,
    rows,
    final,
  }));
}
