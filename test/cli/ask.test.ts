import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { formatInstant } from '../../src/asof/instant.ts';
import { findBasis } from '../../src/asof/ledger.ts';
import { type AskOptions, ask } from '../../src/cli/ask.ts';
import { reviseGame } from '../../src/simulate/revise.ts';
import { simulateSeason } from '../../src/simulate/season.ts';
import { cloneDatabase, type TestDatabase } from '../setup/database.ts';
import { loadGames } from '../setup/loading.ts';

const MAIN = join(import.meta.dirname, '..', '..', 'src', 'cli', 'main.ts');
const [game] = simulateSeason({ seed: 'ask', season: '2023-24', teams: 2, gamesPerTeam: 1 });
if (game === undefined) throw new RangeError('no game');
const revision = reviseGame(game, 'ask', 'assist moved');
const { homeTeam, awayTeam } = game.boxscore.game;
const late = '2031-01-01T00:00:00Z';
const middle = formatInstant(Date.parse(game.playbyplay.game.actions[300]?.timeActual ?? ''));
const [shown] = homeTeam.players;
const name = shown?.name ?? '';

let database: TestDatabase & { close(): Promise<void> };
beforeAll(async () => {
  database = await cloneDatabase();
  await loadGames(database.pool, [game]);
});
afterAll(() => database.close());

/** What the command prints, or the message it refuses with. */
async function said(
  who: string,
  when: string | undefined,
  options: Partial<AskOptions> = {},
): Promise<string> {
  const out: string[] = [];
  const log = vi.spyOn(console, 'log').mockImplementation((text: string) => void out.push(text));
  const error = vi.spyOn(console, 'error').mockImplementation((text: string) => void out.push(text));
  try {
    await ask(database.pool, who, when, { scope: 'all', seasonType: 'all', ...options });
  } finally {
    log.mockRestore();
    error.mockRestore();
  }
  return out.join('\n');
}

describe('ask', () => {
  test('answers players, teams and games by name or id', async () => {
    expect(await said(name, late)).toContain(`${name} (demo ${shown?.personId})`);
    expect(await said(`${homeTeam.teamCity} ${homeTeam.teamName}`, late)).toContain(
      `(demo ${homeTeam.teamId})`,
    );
    const score = `${awayTeam.teamTricode} ${awayTeam.score} at ${homeTeam.teamTricode} ${homeTeam.score}, final`;
    for (const who of [game.gameId, `${awayTeam.teamName} at ${homeTeam.teamName}`]) {
      const page = await said(who, undefined);
      expect(page).toContain(score);
      expect(page).toContain(name);
    }
  });

  test('knows which leagues there are', async () => {
    await expect(said(name, late, { league: 'cricket' })).rejects.toThrow(
      /no league "cricket"; there are nba/,
    );
  });

  test('takes a misspelt name for the likeliest, and says so', async () => {
    const misspelt = name.slice(0, 3) + name.slice(4);
    const page = await said(misspelt, late);
    expect(page).toContain(`taking "${misspelt}" for ${name}`);
    expect(page).toContain(`${name} (demo ${shown?.personId})`);
  });

  test('takes the instant as a word or with --at, and now where there is none', async () => {
    const body = async (...asked: Parameters<typeof said>) => JSON.parse(await said(...asked));
    const word = await body(name, middle, { json: true });
    expect(word.as_of).toBe(middle);
    expect(await body(name, undefined, { at: middle, json: true })).toEqual(word);
    const before = Date.now();
    expect(Date.parse((await body(name, undefined, { json: true })).as_of)).toBeGreaterThanOrEqual(before);
    await expect(said(name, middle, { at: middle })).rejects.toThrow('give the instant once');
  });

  test('leaves out plays at the instant with --before, and shows a game as it stood', async () => {
    const at = JSON.parse(await said(game.gameId, middle, { json: true }));
    const before = JSON.parse(await said(game.gameId, middle, { json: true, before: true }));
    expect([at.boundary, before.boundary]).toEqual(['at', 'before']);
    expect(at.state.status).toBe('in_progress');
    expect(await said(game.gameId, middle)).toMatch(/period \d, \d+:\d\d(\.\d)? left/);
  });

  test('gives figures from other lines of the games with --derived all', async () => {
    const box = JSON.parse(await said(game.gameId, undefined, { json: true })).box.home;
    const own = box.players.find(
      ({ player }: { player: { id: string } }) => player.id === String(shown?.personId),
    );
    const { season, career } = JSON.parse(await said(name, late, { json: true, derived: 'all' })).totals;
    expect(season.derived).toEqual(own.derived);
    expect(career.derived).not.toHaveProperty('usg_pct');
    expect(await said(name, late, { derived: 'all' })).toMatch(/usg_pct/);
    expect(await said(name, late)).not.toMatch(/usg_pct/);
  });

  test('asks at a basis, or at what was known at an instant', async () => {
    const { committedAt } = (await findBasis(database.pool, 1)) ?? { committedAt: 0 };
    const known = await said(name, late, { json: true, knownAt: formatInstant(committedAt) });
    expect(known).toBe(await said(name, late, { json: true, basis: '1' }));
    await expect(said(name, late, { basis: '9' })).rejects.toThrow('no ingest has the id 9');
    await expect(said(name, late, { knownAt: '1999-01-01T00:00:00Z' })).rejects.toThrow(
      'nothing was known yet',
    );
    await expect(said(name, late, { basis: '1', watch: true })).rejects.toThrow('leave --basis');
  });

  test('watches: answers again when an ingest changes the answer, and stops when told to', async () => {
    const moved = revision.box.find((change) => change.statistic === 'assists' && change.personId > 0);
    const child = spawn(process.execPath, [MAIN, 'ask', String(moved?.personId), late, '--watch', '--json'], {
      env: { ...process.env, DATABASE_URL: database.url },
    });
    onTestFinished(() => void child.kill('SIGKILL'));
    const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    const assists = async () => JSON.parse((await lines.next()).value ?? '').totals.career.counters.ast;
    const first = await assists();
    await loadGames(database.pool, [game]);
    await loadGames(database.pool, [revision.game]);
    expect(await assists()).not.toBe(first);
    const closed = new Promise<number | null>((resolve) => child.on('close', resolve));
    child.kill('SIGTERM');
    expect(await closed).toBe(0);
  });
});
