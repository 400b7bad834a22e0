/** Writing a game's plays, and what goes with them whole. */
import type pg from 'pg';
import type { KeptGame } from '../fold/kept.ts';
import type { Discrepancy } from '../fold/reconcile.ts';
import { withDigests } from './carried-plays.ts';
import { type CopyRow, copyIn } from './copy.ts';
import type { Keys } from './dimensions.ts';
import { packDocuments, writeDocuments } from './documents.ts';
import type { Written } from './game-level.ts';
import { cellRows, type TellRows } from './row-sink.ts';
import type { StoredVersion } from './stored-version.ts';
import { playTable, starterTable } from './tables.ts';
import { openRows, openTold, replaceRows } from './versioned.ts';

/** Write a game's plays, who began its periods, and where the feed disagrees with its own plays. */
export async function writePlays(
  client: pg.ClientBase,
  league: string,
  folded: KeptGame,
  gameKey: number,
  players: Keys,
  teams: Keys,
  before: StoredVersion | null,
  basis: number,
): Promise<Written> {
  const { game } = folded;
  const plays = playTable(league);
  const starters = starterTable(league);
  const { documents } = folded;
  const tellPlays: TellRows = (sink) => {
    const team = { home: teams.get(game.home.id) ?? null, away: teams.get(game.away.id) ?? null };
    for (const [position, { play, elapsed, home, away }] of folded.plays.entries()) {
      sink.begin();
      sink.integer(gameKey);
      sink.instant(play.stamp.at);
      sink.integer(play.orderKey);
      sink.text(play.id);
      sink.text(play.stamp.precision);
      sink.text(play.stamp.method);
      sink.instant(play.stamp.earliest);
      sink.instant(play.stamp.latest);
      sink.smallint(play.period);
      sink.integer(play.clock);
      sink.integer(elapsed);
      sink.smallint(home);
      sink.smallint(away);
      sink.text(play.kind);
      sink.text(play.description);
      sink.integer(play.side === null ? null : team[play.side]);
      sink.integer(play.playerId === null ? null : (players.get(play.playerId) ?? null));
      sink.instant(play.editedAt);
      sink.text(play.note);
      sink.bigint(documents.digests[position] ?? null);
      sink.end();
    }
  };
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
    before === null,
    basis,
  );
  if (before === null) {
    const packed = documents.packed();
    const opened =
      (await openTold(client, plays, tellPlays, basis)) +
      (await openRows(client, { ...starters, rows: starterRows }, basis));
    await writeDocuments(client, league, gameKey, packed, basis);
    return { opened: opened + differences.opened, closed: 0 };
  }
  const texts = documents.texts();
  const given = folded.plays.map(({ play }, position) => ({ id: play.id, raw: texts[position] ?? '' }));
  const known = await withDigests(client, league, gameKey, given, before);
  const a = await replaceRows(client, plays, cellRows(tellPlays), known, basis);
  const id = plays.columns.indexOf('play_id');
  const opened = new Set(a.opened.map((row) => row[id]));
  if (opened.size > 0) {
    const packed = packDocuments(given.filter((document) => opened.has(document.id)));
    await writeDocuments(client, league, gameKey, packed, basis);
  }
  const b = await replaceRows(client, starters, starterRows, before.starterRows, basis);
  return {
    opened: a.opened.length + b.opened.length + differences.opened,
    closed: a.closed.length + b.closed.length + differences.closed,
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
