import { zstdDecompressSync } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import { BadInput } from '../../src/feeds/bad-input.ts';
import type { KeptGame } from '../../src/fold/kept.ts';
import { findFiles } from '../../src/ingest/files.ts';
import { prepareGame } from '../../src/ingest/prepare.ts';
import { type Preparer, preparerFor } from '../../src/ingest/preparer.ts';
import { type GameFiles, survey } from '../../src/ingest/survey.ts';
import { keptGame } from '../../src/ingest/transfer.ts';
import { simulateSeason } from '../../src/simulate/season.ts';
import { leagueNamed } from '../../src/sports/leagues.ts';
import { folderOf, gameFiles } from '../setup/files.ts';
import { small } from '../simulate/games.ts';

const games = [...simulateSeason(small(83))];
const league = leagueNamed('demo');

function surveyed(files: Readonly<Record<string, unknown>>): readonly GameFiles[] {
  const found = findFiles([folderOf(files)]).map((file) => ({ file, source: file }));
  return survey(found, () => {}).games;
}

/** A game is what this thread makes of its files, the feed's own rows one by one and packed. */
async function expectSame(prepared: KeptGame | undefined, files: GameFiles): Promise<void> {
  const { documents, ...rest } = prepared ?? never();
  const here = prepareGame(files, league, null);
  expect(here).toMatchObject(rest);
  const own = keptGame(here).documents;
  expect(documents.texts()).toEqual(here.plays.map(({ play }) => play.raw));
  expect(documents.digests).toEqual(own.digests);
  expect(zstdDecompressSync(await documents.packed())).toEqual(zstdDecompressSync(await own.packed()));
}

/** One for so many games that it works in another thread. */
function beside(): Preparer {
  const preparer = preparerFor(1000);
  onTestFinished(() => preparer.close());
  return preparer;
}

test('games prepared in another thread are those prepared in this one, each for whoever asked', async () => {
  const found = surveyed(Object.assign({}, ...games.map(gameFiles)));
  const preparer = beside();
  const prepared = await Promise.all(found.map((files) => preparer.prepare(files, league, null)));
  expect(prepared.length).toBeGreaterThan(1);
  for (const [position, files] of found.entries()) await expectSame(prepared[position], files);
});

test('bad input is refused with file, place, reason and remedy, and the next game is prepared', async () => {
  const [good, bad] = games;
  if (good === undefined || bad === undefined) throw new RangeError('a season without games');
  const broken = structuredClone(bad);
  Object.assign(broken.playbyplay.game.actions[5] ?? {}, { timeActual: 'yesterday' });
  const [[goodFiles], [badFiles]] = [surveyed(gameFiles(good)), surveyed(gameFiles(broken))];
  if (goodFiles === undefined || badFiles === undefined) throw new RangeError('games that nobody recognises');
  const preparer = beside();
  const refusal = (by: Preparer) => by.prepare(badFiles, league, null).catch((cause: unknown) => cause);
  const there = await refusal(preparer);
  expect(there).toBeInstanceOf(BadInput);
  expect(there).toEqual(await refusal(preparerFor(1)));
  await expectSame(await preparer.prepare(goodFiles, league, null), goodFiles);
});

test('a game asked for as the thread ends, or after, is not waited for', async () => {
  const [files] = surveyed(gameFiles(games[0] ?? never()));
  const preparer = beside();
  const asked = preparer.prepare(files ?? never(), league, null);
  await Promise.all([expect(asked).rejects.toThrow('has ended'), preparer.close()]);
  await expect(preparer.prepare(files ?? never(), league, null)).rejects.toThrow('has ended');
});

function never(): never {
  throw new RangeError('a season without games');
}
