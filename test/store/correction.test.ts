import type pg from 'pg';
import { beforeAll, describe, expect, test } from 'vitest';
import type { FoldedGame } from '../../src/fold/fold.ts';
import { rowsOf } from '../../src/fold/running.ts';
import { CORRECTIONS } from '../../src/simulate/corrections.ts';
import type { SimulatedGame } from '../../src/simulate/game.ts';
import { reviseGame } from '../../src/simulate/revise.ts';
import { simulateSeason } from '../../src/simulate/season.ts';
import { testDatabase } from '../setup/database.ts';
import { filledTemplate, loadGames } from '../setup/loading.ts';
import { foldSimulated } from '../setup/simulated.ts';
import { openState, versions } from '../setup/state.ts';
import { knowledgeAt } from './versions-at.ts';

const options = { seed: 51, teams: 4, gamesPerTeam: 3 } as const;
const seasons = [
  [...simulateSeason({ ...options, season: '2021-22' })],
  [...simulateSeason({ ...options, season: '2022-23', gamesPerTeam: 2 })],
] as const;
const games = seasons.flat();
const [original] = games;
if (original === undefined) throw new RangeError('a season without games');

/** A database with all games as first published, to copy for each test. */
let filled = '';
beforeAll(async () => {
  const template = await filledTemplate((pool) => loadGames(pool, games));
  filled = template.name;
  return template.close;
});

const replaced = (by: SimulatedGame) => games.map((game) => (game.gameId === by.gameId ? by : game));

/** Players whose final line, and players any of whose running rows, differ between two versions of a game. */
function touched(before: FoldedGame, after: FoldedGame): { finals: Set<string>; rows: Set<string> } {
  const text = (folded: FoldedGame, of: 'final' | 'rows') =>
    new Map(
      folded.players.map((line) => [
        line.player.id,
        of === 'final'
          ? line.final.join()
          : rowsOf(line.rows)
              .map((row) => [folded.plays[row.position]?.play.id, row.active, row.values.join()])
              .join('\n'),
      ]),
    );
  const differing = (of: 'final' | 'rows') => {
    const [one, other] = [text(before, of), text(after, of)];
    return new Set([...one.keys()].filter((id) => one.get(id) !== other.get(id)));
  };
  return { finals: differing('final'), rows: differing('rows') };
}

async function newest(pool: pg.Pool): Promise<number> {
  const { rows } = await pool.query<{ basis: number }>(
    'select max(ingest_id) as basis from playclock.ingests',
  );
  return rows[0]?.basis ?? 0;
}

describe.each(CORRECTIONS)('a correction: %s', (kind) => {
  const revised = reviseGame(original, 1, kind).game;
  const change = touched(foldSimulated(original), foldSimulated(revised));

  test('leaves the database as if only the newer version had ever been loaded', async () => {
    const { pool } = await testDatabase(filled);
    const [report] = await loadGames(pool, [revised]);
    expect(report).toMatchObject({ outcome: 'loaded', discrepancies: 0 });
    const { pool: fresh } = await testDatabase();
    await loadGames(fresh, replaced(revised));
    expect(await openState(pool, 'demo')).toEqual(await openState(fresh, 'demo'));
  });

  test('closes and opens the rows of the players it touches, and no others', async () => {
    const { pool } = await testDatabase(filled);
    const before = await newest(pool);
    await loadGames(pool, [revised]);
    const basis = await newest(pool);
    expect(basis).toBe(before + 1);
    expect(change.finals.size).toBeGreaterThan(0);
    for (const level of ['cumulative', 'game', 'season'] as const) {
      const rows = await versions(
        pool,
        'demo',
        'player',
        level,
        level === 'season' ? 'career_before_type' : null,
      );
      const closed = rows.filter(({ to }) => to === basis);
      const opened = rows.filter(({ from }) => from === basis);
      const ids = level === 'cumulative' ? change.rows : change.finals;
      expect(new Set(closed.map(({ id }) => id)).isSubsetOf(ids), level).toBe(true);
      expect(new Set(opened.map(({ id }) => id)).isSubsetOf(ids), level).toBe(true);
      // Everything else still stands as first written.
      expect(rows.filter(({ to, from }) => to === null && from < basis).length).toBe(
        rows.filter(({ to }) => to === null).length - opened.length,
      );
      if (level === 'cumulative') {
        expect(new Set([...closed, ...opened].map(({ game }) => game))).toEqual(new Set([original.gameId]));
      }
    }
    const { rows: plays } = await pool.query<{ n: number }>(
      'select count(*)::int as n from demo.play_by_play where basis_to = $1',
      [basis],
    );
    expect(plays[0]?.n).toBeLessThan(original.playbyplay.game.actions.length / 2);
  });

  test('carries on into the later games and the later season of those players', async () => {
    const { pool } = await testDatabase(filled);
    await loadGames(pool, [revised]);
    const basis = await newest(pool);
    const later = (await versions(pool, 'demo', 'player', 'game', 'season_before')).filter(
      ({ game, from }) => game !== original.gameId && from === basis,
    );
    const careers = (await versions(pool, 'demo', 'player', 'season', 'career_before_type')).filter(
      ({ from }) => from === basis,
    );
    const followers = (folded: readonly SimulatedGame[]) =>
      new Set(folded.flatMap((game) => foldSimulated(game).players.map(({ player }) => player.id)));
    const inSeason = followers(seasons[0].slice(1));
    expect(new Set(later.map(({ id }) => id))).toEqual(change.finals.intersection(inSeason));
    expect(new Set(careers.map(({ id }) => id))).toEqual(change.finals.intersection(followers(seasons[1])));
    expect(later.length).toBeGreaterThan(0);
  });

  test('leaves every earlier state of knowledge as it was', async () => {
    const { pool } = await testDatabase(filled);
    const last = await newest(pool);
    const bases = [1, Math.ceil(last / 2), last];
    const known = await Promise.all(bases.map((basis) => knowledgeAt(pool, 'demo', basis)));
    await loadGames(pool, [revised]);
    expect(await Promise.all(bases.map((basis) => knowledgeAt(pool, 'demo', basis)))).toEqual(known);
    expect(await knowledgeAt(pool, 'demo', last + 1)).not.toEqual(known[2]);
  });
});

/** The game with its date and every instant moved by so many days. */
function moved(game: SimulatedGame, days: number): SimulatedGame {
  const copy = structuredClone(game);
  const shifted = (text: string) =>
    new Date(Date.parse(text.slice(0, 10)) + days * 86_400_000).toISOString().slice(0, 10) + text.slice(10);
  const { game: box } = copy.boxscore;
  box.gameTimeUTC = shifted(box.gameTimeUTC);
  box.gameTimeLocal = shifted(box.gameTimeLocal);
  for (const action of copy.playbyplay.game.actions) {
    action.timeActual = new Date(Date.parse(action.timeActual) + days * 86_400_000).toISOString();
  }
  return copy;
}

test.each([9, -9])(
  'a game found to have been played %i days off changes places with those between',
  async (days) => {
    const [first, , third] = seasons[0];
    const game = moved(days > 0 ? (first ?? original) : (third ?? original), days);
    const { pool } = await testDatabase(filled);
    await loadGames(pool, [game]);
    const { pool: fresh } = await testDatabase();
    await loadGames(fresh, replaced(game));
    expect(await openState(pool, 'demo')).toEqual(await openState(fresh, 'demo'));
  },
);

test('a version without one of the players takes him out of the game and of what follows', async () => {
  const without = structuredClone(original);
  const bench = without.boxscore.game.homeTeam.players.findIndex(({ played }) => played !== '1');
  const [gone] = without.boxscore.game.homeTeam.players.splice(bench, 1);
  const { pool } = await testDatabase(filled);
  await loadGames(pool, [without]);
  const rows = (await versions(pool, 'demo', 'player', 'game')).filter(
    ({ id, game, to }) => id === String(gone?.personId) && game === original.gameId && to === null,
  );
  expect(rows).toEqual([]);
});
