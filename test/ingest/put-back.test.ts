import { expect, test } from 'vitest';
import { reviseGame } from '../../src/simulate/revise.ts';
import { scheduleFile } from '../../src/simulate/schedule-file.ts';
import { seasonSchedule, simulateSeason } from '../../src/simulate/season.ts';
import { toStatsV2Csv, toStatsV2ScheduleRow } from '../../src/simulate/stats-v2.ts';
import { testDatabase } from '../setup/database.ts';
import { type Files, folderOf, scheduleCsv } from '../setup/files.ts';
import { loadAll } from '../setup/loading.ts';
import { openState } from '../setup/state.ts';
import { SEASON, small } from '../simulate/games.ts';

const [game = never()] = simulateSeason(small(29));
const [entry = never()] = seasonSchedule(small(29)).filter(({ gameId }) => gameId === game.gameId);
const revised = reviseGame(game, 'put back', 'assist moved').game;
const dated = { 'schedule.csv': scheduleCsv(toStatsV2ScheduleRow(entry)) };
// playbyplayv2 does not say which version of a game it is.
const older = () => toStatsV2Csv(game);
const newer = () => toStatsV2Csv(revised);
const LOADED_BEFORE = /^loaded before, as ingest \d+$/;

async function loader() {
  const { pool } = await testDatabase();
  await loadAll(pool, folderOf(dated));
  return {
    load: async (files: Files) =>
      (await loadAll(pool, folderOf(files))).map(({ outcome, reason }) => [outcome, reason]),
    state: () => openState(pool, 'demo'),
  };
}

test('an older file that is put back answers again, and only then was loaded before', async () => {
  const { load, state } = await loader();
  expect(await load({ 'a.csv': older() })).toEqual([['loaded', null]]);
  const first = await state();
  expect(await load({ 'a.csv': newer() })).toEqual([['loaded', null]]);
  const second = await state();
  expect(second).not.toEqual(first);
  expect(await load({ 'a.csv': newer() })).toEqual([['unchanged', expect.stringMatching(LOADED_BEFORE)]]);

  expect(await load({ 'a.csv': older() })).toEqual([['loaded', null]]);
  expect(await state()).toEqual(first);
  expect(await load({ 'b.csv': older() })).toEqual([['unchanged', expect.stringMatching(LOADED_BEFORE)]]);
  expect(await load({ 'b.csv': newer() })).toEqual([['loaded', null]]);
  expect(await state()).toEqual(second);
});

test('versions beside each other are loaded in the order of their names, and once', async () => {
  const { load, state } = await loader();
  const both = { 'a.csv': older(), 'b.csv': newer() };
  expect(await load(both)).toEqual([
    ['loaded', null],
    ['loaded', null],
  ]);
  const newest = await state();
  const known = expect.stringMatching(LOADED_BEFORE);
  expect(await load(both)).toEqual([
    ['unchanged', known],
    ['unchanged', known],
  ]);
  expect(await load({ 'a.csv': newer(), 'b.csv': older() })).toEqual([
    ['unchanged', known],
    ['loaded', null],
  ]);
  // One that is new stands before one that is known: the known one answers again.
  const other = toStatsV2Csv(reviseGame(game, 'another', 'foul rescinded').game);
  expect(await load({ 'a.csv': other, 'b.csv': older(), 'c.csv': newer() })).toEqual([
    ['loaded', null],
    ['loaded', null],
    ['loaded', null],
  ]);
  expect(await state()).toEqual(newest);
});

test('where the feed itself dates its versions the newer one stays, and the ledger says why', async () => {
  const { load, state } = await loader();
  const files = (of: typeof game) => ({ 'p.json': of.playbyplay, 'b.json': of.boxscore });
  expect(await load(files(game))).toEqual([['loaded', null]]);
  expect(await load(files(revised))).toEqual([['loaded', null]]);
  const newest = await state();
  expect(await load(files(game))).toEqual([
    ['unchanged', 'the feed itself says that a newer version is loaded'],
  ]);
  expect(await state()).toEqual(newest);
});

test('an older schedule that is put back answers again, and is looked at again after another format', async () => {
  const { load, state } = await loader();
  const first = await state();
  const later = dated['schedule.csv'].replace(/\d{4}-\d{2}-\d{2}/, '2099-01-01');
  expect(later).not.toBe(dated['schedule.csv']);
  expect(await load({ 's.csv': later })).toEqual([['loaded', null]]);
  expect(await load({ 's.csv': later })).toEqual([['unchanged', expect.stringMatching(LOADED_BEFORE)]]);
  expect(await load(dated)).toEqual([['loaded', null]]);
  expect(await state()).toEqual(first);
  // The other format says more, and what it says more stays; but it was looked at.
  expect(await load({ 's.json': scheduleFile(SEASON, [entry]) })).toEqual([['loaded', null]]);
  expect(await load(dated)).toEqual([['unchanged', 'everything in it was known']]);
});

function never(): never {
  throw new RangeError('a season without games');
}
