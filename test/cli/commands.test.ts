import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { simulateSeason } from '../../src/simulate/season.ts';
import { EventReader } from '../http/event-reader.ts';
import { testDatabase } from '../setup/database.ts';
import { folderOf, gameFiles } from '../setup/files.ts';

const MAIN = join(import.meta.dirname, '..', '..', 'src', 'cli', 'main.ts');
const [game] = simulateSeason({ seed: 'cli', season: '2023-24', teams: 2, gamesPerTeam: 1 });
if (game === undefined) throw new RangeError('no game');
const scorer = game.boxscore.game.homeTeam.players[0];
const late = '2031-01-01T00:00:00Z';

function start(url: string, ...words: string[]): ChildProcess {
  return startWith({}, url, ...words);
}

function startWith(environment: Record<string, string>, url: string, ...words: string[]): ChildProcess {
  const env = { ...process.env, DATABASE_URL: url, PORT: '0', ...environment };
  return spawn(process.execPath, [MAIN, ...words], { env });
}

async function run(
  url: string,
  ...words: string[]
): Promise<{ code: number | null; out: string; err: string }> {
  return finished(start(url, ...words));
}

async function finished(child: ChildProcess): Promise<{ code: number | null; out: string; err: string }> {
  const text = { out: '', err: '' };
  child.stdout?.on('data', (chunk) => {
    text.out += chunk;
  });
  child.stderr?.on('data', (chunk) => {
    text.err += chunk;
  });
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { code, ...text };
}

describe('the shell', () => {
  test('loads, says what it did, and answers by name', async () => {
    const { url } = await testDatabase();
    const loaded = await run(url, 'load', folderOf(gameFiles(game)));
    expect(loaded.out).toContain(`demo game ${game.gameId}`);
    expect(loaded.out).toMatch(/1 loaded, 0 unchanged, 0 rejected; \d+ plays in .* plays a second/);
    expect(loaded.code).toBe(0);

    const table = await run(url, 'ask', scorer?.name ?? '', late);
    expect(table.out).toContain(scorer?.name);
    expect(table.out).toContain('no game in progress');

    const json = await run(url, 'ask', scorer?.name ?? '', '2031-01-01 00:00', '--tz', 'UTC', '--json');
    expect(JSON.parse(json.out).totals.career.counters.pts).toBe(scorer?.statistics.points);
  });

  test('exits with 1 when a file was rejected, the others loaded', async () => {
    const { url } = await testDatabase();
    const loaded = await run(url, 'load', folderOf({ ...gameFiles(game), 'broken.json': '{' }));
    expect(loaded.code).toBe(1);
    expect(loaded.out).toMatch(/rejected {3}.*broken\.json: line 1: not valid JSON/);
    expect(loaded.out).toContain('1 loaded, 0 unchanged, 1 rejected');
  });

  test('refuses in one line what the user can put right', async () => {
    const { url } = await testDatabase();
    const naive = await run(url, 'ask', 'Anybody', '2024-01-01 12:00');
    expect([naive.code, naive.err.trim().split('\n').length]).toEqual([1, 1]);
    expect(naive.err).toContain('has no offset');
    const nobody = await run(url, 'ask', 'Nobody Known', late);
    expect(nobody.err).toContain('nobody of the name "Nobody Known" is loaded');
  });

  test('says in one line what is wrong with the database, and no password', async () => {
    const { url } = await testDatabase();
    const stranger = new URL(url);
    stranger.pathname = '/nowhere';
    for (const [address, words] of [
      [stranger.href, 'there is no such database'],
      ['postgres://op:sesame@127.0.0.1:1/x', 'the database cannot be reached'],
      ['postgres://op:sesa#me@127.0.0.1/x', 'DATABASE_URL cannot be read'],
      ['127.0.0.1', 'DATABASE_URL is not like'],
    ] as const) {
      const { code, err } = await run(address, 'ask', 'Anybody', late);
      expect([code, err.trim().split('\n').length], err).toEqual([1, 1]);
      expect(err).toContain(words);
      expect(err).not.toContain('sesa');
    }
  });

  test('serves beyond the loopback address only where somebody holds a key', async () => {
    const { url } = await testDatabase();
    const everywhere = { HOST: '0.0.0.0' };
    const refused = await finished(startWith(everywhere, url, 'serve'));
    expect([refused.code, refused.err]).toEqual([1, expect.stringContaining('anybody could read 0.0.0.0')]);
    const made = await run(url, 'keys', 'create', '--name', 'somebody', '--per-minute', '100');
    const [key = ''] = made.out.split('\n');
    const child = startWith(everywhere, url, 'serve');
    const address = await new Promise<string>((resolve) => {
      child.stdout?.on('data', (chunk) => {
        const match = /listening on http:\/\/0\.0\.0\.0:(\d+)/.exec(String(chunk));
        if (match?.[1] !== undefined) resolve(`http://127.0.0.1:${match[1]}`);
      });
    });
    expect((await fetch(`${address}/v1/ingests`)).status).toBe(401);
    const answer = await fetch(`${address}/v1/ingests`, { headers: { authorization: `Bearer ${key}` } });
    expect(answer.status).toBe(200);
    child.kill('SIGTERM');
    const id = key.split('_')[1] ?? '';
    expect((await run(url, 'keys', 'list')).out).toMatch(new RegExp(`${id}.*somebody.*read.*100`));
  });

  test('serves until told to stop, then ends streams and stops cleanly', async () => {
    const { url } = await testDatabase();
    const child = start(url, 'serve');
    const address = await new Promise<string>((resolve) => {
      child.stdout?.on('data', (chunk) => {
        const match = /listening on (http:\/\/127\.0\.0\.1:\d+)/.exec(String(chunk));
        if (match?.[1] !== undefined) resolve(match[1]);
      });
    });
    expect((await fetch(`${address}/healthz`)).status).toBe(200);
    const reader = new EventReader();
    const { over } = await reader.open(`${address}/v1/demo/stream`);
    const closed = new Promise<number | null>((resolve) => child.on('close', resolve));
    child.kill('SIGTERM');
    await over;
    expect(reader.events.map(({ event, data }) => [event, data.reason])).toEqual([
      ['dropped', 'shutting-down'],
    ]);
    expect(await closed).toBe(0);
  });
});
