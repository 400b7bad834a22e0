import { expect, test } from 'vitest';
import { answerGame } from '../../src/asof/game.ts';
import { inSnapshot } from '../../src/asof/query.ts';
import { simulateSeason } from '../../src/simulate/season.ts';
import { leagueNamed } from '../../src/sports/leagues.ts';
import { testDatabase } from '../setup/database.ts';
import { folderOf, gameFiles } from '../setup/files.ts';
import { loadAll } from '../setup/loading.ts';
import { describeReal, realPath } from '../setup/real-data.ts';
import { small } from '../simulate/games.ts';

test('the notes of a game are those of the plays counted, by text, in order of play', async () => {
  const { pool } = await testDatabase();
  const [game] = simulateSeason(small(31));
  if (game === undefined) throw new RangeError('a season without games');
  const files = gameFiles(game);
  const { actions } = structuredClone(game.playbyplay).game;
  const noted = { 20: 'read twice', 40: 'a word of the feed', 60: 'read twice' };
  for (const [position, value] of Object.entries(noted))
    Object.assign(actions[Number(position)] ?? {}, { value });
  const told = { ...game.playbyplay, game: { ...game.playbyplay.game, actions } };
  await loadAll(pool, folderOf({ ...files, [`playbyplay_${game.gameId}.json`]: told }));
  const notesAt = async (position: number | null, boundary: 'at' | 'before' = 'at') => {
    const at = position === null ? null : Date.parse(actions[position]?.timeActual ?? '');
    const question = { league: leagueNamed('demo'), id: game.gameId, at, boundary, basis: null };
    return (await inSnapshot(pool, (db) => answerGame(db, question)))?.notes;
  };
  expect(await notesAt(null)).toEqual([
    { note: 'read twice', plays: 2 },
    { note: 'a word of the feed', plays: 1 },
  ]);
  expect(await notesAt(20)).toEqual([{ note: 'read twice', plays: 1 }]);
  expect(await notesAt(20, 'before')).toEqual([]);
});

describeReal('the games with known faults', () => {
  test('tell in their answer what was mended', async () => {
    const { pool } = await testDatabase();
    await loadAll(pool, realPath('nfl', 'odd'));
    const notes = async (id: string) => {
      const question = { league: leagueNamed('nfl'), id, at: null, boundary: 'at', basis: null } as const;
      return (await inSnapshot(pool, (db) => answerGame(db, question)))?.notes.map(({ note }) => note) ?? [];
    };
    expect(await notes('10012003-0904-00a6-ff62-12e477623f1a')).toEqual([
      "the file writes the venue's local time with a Z that means UTC; read in America/New_York",
    ]);
    expect(await notes('10012016-1030-0024-6fe8-b218b986cfc5')).toEqual([
      'stamped 2016-10-31T11:43:04Z, which contradicts its neighbours; not believed',
    ]);
    const copied = await notes('10012011-1204-0624-926c-bd13922150d0');
    expect(copied[0]).toContain('the scheduled time 2011-12-04T09:00:00Z cannot be that of this kickoff');
    expect(copied.filter((note) => note.includes('stands twice in the file')).length).toBeGreaterThan(10);
  });
});
