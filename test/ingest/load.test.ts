import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type LoadReport, load } from '../../src/ingest/load.ts';
import { scheduleFile } from '../../src/simulate/schedule-file.ts';
import { seasonSchedule, simulateSeason } from '../../src/simulate/season.ts';
import { toStatsV2Csv, toStatsV2ScheduleRow } from '../../src/simulate/stats-v2.ts';
import { testDatabase } from '../setup/database.ts';
import { folderOf, gameFiles, scheduleCsv } from '../setup/files.ts';
import { leagueContents, ledger, loadAll } from '../setup/loading.ts';
import { openState } from '../setup/state.ts';
import { SEASON, small } from '../simulate/games.ts';

const games = [...simulateSeason(small(21))];
const schedule = seasonSchedule(small(21));
const allFiles = () => ({
  'schedule.json': scheduleFile(SEASON, schedule),
  ...Object.assign({}, ...games.map(gameFiles)),
});
const outcomes = (reports: readonly LoadReport[]) => reports.map(({ outcome }) => outcome);

test('of a folder links to files are taken, and links to folders are not followed', async () => {
  const { pool } = await testDatabase();
  const [game] = games;
  if (game === undefined) throw new RangeError('no games');
  const folder = folderOf({ ...gameFiles(game), 'below/schedule.json': scheduleFile(SEASON, schedule) });
  const elsewhere = folderOf({ 'second.json': games[1]?.playbyplay });
  symlinkSync('.', join(folder, 'again'));
  symlinkSync(join(elsewhere, 'second.json'), join(folder, 'below', 'second.json'));
  symlinkSync('nowhere.json', join(folder, 'broken.json'));
  const reports = await loadAll(pool, folder);
  expect(
    reports.map(({ source, outcome, reason }) => [source.slice(folder.length + 1), outcome, reason]),
  ).toEqual([
    ['broken.json', 'rejected', 'there is no such file'],
    ['below/schedule.json', 'loaded', null],
    ...[`playbyplay_${game.gameId}.json`, 'below/second.json'].map((name) => [name, 'loaded', null]),
  ]);
});

test('a game that is loaded under another id is refused, saying so', async () => {
  const { pool } = await testDatabase();
  const [game, other] = games;
  if (game === undefined || other === undefined) throw new RangeError('no games');
  await loadAll(pool, folderOf(gameFiles(game)));
  const text = JSON.stringify(gameFiles(game)).replaceAll(game.gameId, other.gameId);
  const reports = await loadAll(pool, folderOf(JSON.parse(text)));
  expect(reports).toMatchObject([
    {
      outcome: 'rejected',
      place: 'plays',
      reason: 'somebody in it has a play of another game at the same instant',
    },
  ]);
});

test('loading a folder again changes nothing and says so', async () => {
  const { pool } = await testDatabase();
  const folder = folderOf(allFiles());
  const first = await loadAll(pool, folder);
  expect(outcomes(first)).toEqual(['loaded', ...games.map(() => 'loaded')]);
  expect(first.every(({ rowsWritten }) => rowsWritten > 0)).toBe(true);
  const contents = await leagueContents(pool);

  const again = await loadAll(pool, folder);
  expect(outcomes(again)).toEqual(first.map(() => 'unchanged'));
  again.forEach((report, index) => {
    expect(report).toMatchObject({
      rowsWritten: 0,
      reason: `loaded before, as ingest ${first[index]?.basis}`,
    });
  });
  expect(await leagueContents(pool)).toEqual(contents);
  expect((await ledger(pool)).map(({ outcome }) => outcome)).toEqual([
    ...outcomes(first),
    ...outcomes(again),
  ]);
});

test('the same game in other bytes changes nothing either: every play was known', async () => {
  const { pool } = await testDatabase();
  await loadAll(pool, folderOf(allFiles()));
  const contents = await leagueContents(pool);
  const files = Object.entries(allFiles()).map(([name, value]) => [name, JSON.stringify(value, null, 2)]);
  const again = await loadAll(pool, folderOf(Object.fromEntries(files)));
  expect(outcomes(again)).toEqual(['unchanged', ...games.map(() => 'unchanged')]);
  expect(again.slice(1).map(({ reason }) => reason)).toEqual(games.map(() => 'every play was known'));
  expect(await leagueContents(pool)).toEqual(contents);
});

test('live files find each other whatever their names and their order', async () => {
  const { pool } = await testDatabase();
  const folder = folderOf(
    Object.fromEntries([
      ...games.map((game, index) => [`a${9 - index}.json`, game.boxscore]),
      ...games.map((game, index) => [`b${index}.json`, game.playbyplay]),
      ['z.json', scheduleFile(SEASON, schedule)],
    ]),
  );
  const reports = await loadAll(pool, folder);
  expect(outcomes(reports)).toEqual(['loaded', ...games.map(() => 'loaded')]);
  expect(reports.map(({ discrepancies }) => discrepancies)).toEqual(reports.map(() => 0));
  const { pool: other } = await testDatabase();
  await loadAll(other, folderOf(allFiles()));
  expect(await openState(pool, 'demo')).toEqual(await openState(other, 'demo'));
});

test('playbyplayv2 files find the schedule that dates them, last in the listing or loaded before', async () => {
  const rows = scheduleCsv(...schedule.map(toStatsV2ScheduleRow));
  const plays = Object.fromEntries(games.map((game) => [`${game.gameId}.csv`, toStatsV2Csv(game)]));
  const { pool } = await testDatabase();
  const together = await loadAll(pool, folderOf({ ...plays, 'zz.csv': rows }));
  expect(outcomes(together)).toEqual(['loaded', ...games.map(() => 'loaded')]);

  const { pool: other } = await testDatabase();
  await loadAll(other, folderOf({ 'zz.csv': rows }));
  const later = await loadAll(other, folderOf(plays));
  expect(outcomes(later)).toEqual(games.map(() => 'loaded'));
  expect(await openState(other, 'demo')).toEqual(await openState(pool, 'demo'));
});

test('games are loaded in order of play, each report naming what it did', async () => {
  const { pool } = await testDatabase();
  const folder = folderOf(allFiles());
  const reports = await loadAll(pool, folder);
  expect(reports.slice(1).map(({ gameId }) => gameId)).toEqual(schedule.map(({ gameId }) => gameId));
  expect(reports.map(({ basis }) => basis)).toEqual(reports.map((_, index) => index + 1));
  const [first] = games;
  expect(reports[1]).toMatchObject({
    source: join(folder, `playbyplay_${first?.gameId}.json`),
    league: 'demo',
    format: 'NBA live play-by-play',
    plays: first?.playbyplay.game.actions.length,
    discrepancies: 0,
    place: null,
    reason: null,
    remedy: null,
  });
  const { rows } = await pool.query(
    `select outcome::text, plays, rows_written, counts, committed_at >= started_at as in_order
     from playclock.ingests where ingest_id = 2`,
  );
  expect(rows[0]).toMatchObject({
    outcome: 'loaded',
    plays: reports[1]?.plays,
    rows_written: reports[1]?.rowsWritten,
    in_order: true,
  });
  const { rows: files } = await pool.query(
    'select source, bytes from playclock.ingest_files where ingest_id = 2 order by 1',
  );
  expect(files.map(({ source }) => source)).toEqual([
    join(folder, `boxscore_${first?.gameId}.json`),
    join(folder, `playbyplay_${first?.gameId}.json`),
  ]);
});

test('progress counts every file looked at and every report, to the end', async () => {
  const { pool } = await testDatabase();
  const steps: string[] = [];
  await load({
    pool,
    paths: [folderOf({ ...allFiles(), 'broken.json': '{' })],
    onProgress: ({ phase, done, total }) => steps.push(`${phase} ${done}/${total}`),
  });
  const files = 2 + 2 * games.length;
  const reports = 2 + games.length;
  expect(steps).toEqual([
    ...Array.from({ length: files }, (_, index) => `survey ${index + 1}/${files}`),
    ...Array.from({ length: reports }, (_, index) => `load ${index + 1}/${reports}`),
  ]);
});

test('a feed with a better clock answers for its game, whichever came first', async () => {
  const [game] = games;
  if (game === undefined) throw new RangeError('a season without games');
  const live = folderOf(gameFiles(game));
  const minutes = folderOf({
    'schedule.csv': scheduleCsv(toStatsV2ScheduleRow(game.facts.scheduled)),
    'plays.csv': toStatsV2Csv(game),
  });
  const feedOf = async (pool: Parameters<typeof loadAll>[0]) =>
    (await pool.query('select feed, precision::text from demo.game_details where basis_to is null')).rows;

  const { pool } = await testDatabase();
  await loadAll(pool, minutes);
  expect(await feedOf(pool)).toEqual([{ feed: 'stats_v2', precision: 'minute' }]);
  expect(outcomes(await loadAll(pool, live))).toEqual(['loaded']);
  expect(await feedOf(pool)).toEqual([{ feed: 'nba_live', precision: 'millisecond' }]);

  const { pool: other } = await testDatabase();
  await loadAll(other, live);
  const contents = await leagueContents(other);
  const refused = await loadAll(other, minutes);
  expect(refused.at(-1)).toMatchObject({ outcome: 'unchanged', rowsWritten: 0 });
  expect(refused.at(-1)?.reason).toContain('nba_live has a better clock (millisecond)');
  const { 'demo.play_by_play': plays } = await leagueContents(other);
  expect(plays).toBe(contents['demo.play_by_play']);
  expect(await feedOf(other)).toEqual([{ feed: 'nba_live', precision: 'millisecond' }]);
  const lines = 'select count(*)::int as n from demo.cumulative_rows where basis_to is null';
  expect((await pool.query(lines)).rows).toEqual((await other.query(lines)).rows);
});
