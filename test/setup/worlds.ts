/** Where examples run: a database with something loaded, a server over it, and a folder. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import { type Serving, serving } from '../http/serving.ts';
import { cloneDatabase } from './database.ts';
import { loadFirstDemoGames } from './demo.ts';
import { loadAll } from './loading.ts';
import type { Notebook } from './notebooks.ts';
import { realPath } from './real-data.ts';

const MAIN = join(import.meta.dirname, '..', '..', 'src', 'cli', 'main.ts');
const CLIENT = join(import.meta.dirname, '..', '..', 'src', 'client', 'index.ts');
const ORIGIN = 'http://localhost:8080';
/** `npm run playclock --` without npm, and a curl that fails where the server refuses. */
const SHELL = `npm() { shift 3; "$NODE" "$MAIN" "$@"; }
curl() { command curl --silent --show-error --fail-with-body "$@"; }
`;

/** What each world has loaded. Those with real games are there where the real files are. */
const WORLDS: Readonly<Record<string, (pool: pg.Pool) => Promise<unknown>>> = {
  /** Nothing: what it has, its examples load. */
  tour: async () => {},
  /** The first games of the season that `npm start` loads. */
  demo: (pool) => loadFirstDemoGames(pool, 3),
  /** Facts, and the Lakers' games of autumn 2015. */
  nba: (pool) => {
    const schedule = realPath('nba-stats-v2', 'schedule.csv');
    const lakers = readFileSync(schedule, 'utf8')
      .split('\n')
      .filter((row) => /,LAL\b/.test(row));
    const games = lakers.map((row) => realPath('nba-stats-v2', 'events', `${row.slice(0, 10)}.csv.gz`));
    return loadAll(pool, realPath('facts'), schedule, ...games);
  },
  /** The Eagles' games of 2024. */
  nfl: (pool) => {
    const home = realPath('nfl', '2024');
    const games = readdirSync(home).filter((name) => name.includes('PHI'));
    return loadAll(pool, ...games.map((name) => join(home, name)));
  },
};

export const REAL_WORLDS: readonly string[] = ['nba', 'nfl'];

export class World {
  readonly name: string;
  readonly #server: Serving;
  readonly #database: Awaited<ReturnType<typeof cloneDatabase>>;
  readonly #variables = new Set<string>();
  readonly #folder = mkdtempSync(join(tmpdir(), 'playclock-docs-'));

  private constructor(name: string, database: Awaited<ReturnType<typeof cloneDatabase>>, server: Serving) {
    this.name = name;
    this.#database = database;
    this.#server = server;
  }

  static async open(name: string): Promise<World> {
    const load = WORLDS[name];
    if (load === undefined) throw new RangeError(`there is no world "${name}" for examples`);
    const database = await cloneDatabase();
    await load(database.pool);
    return new World(name, database, await serving(database.pool));
  }

  async close(): Promise<void> {
    await this.#server.stop();
    await this.#database.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  /** Run commands in a shell, up to the first that fails; the output, errors among it. Variables stay set. */
  shell(command: string): Promise<{ readonly code: number | null; readonly output: string }> {
    const known = [...this.#variables].map((line) => `${line}\n`).join('');
    for (const [line] of command.matchAll(/^[A-Z_]+=\S+$/gm)) this.#variables.add(line);
    return this.#run('bash', ['-c', this.#here(`set -e\n${SHELL}${known}${command}`)]);
  }

  /** Run a module that imports the client. */
  module(code: string): Promise<{ readonly code: number | null; readonly output: string }> {
    const file = join(this.#folder, 'example.ts');
    writeFileSync(file, this.#here(code).replaceAll("'playclock/client'", JSON.stringify(CLIENT)));
    return this.#run(process.execPath, [file]);
  }

  /** Run a notebook's next cell; what it prints. The cells before it run again, in a process of their own. */
  async cell(
    { program, words }: Notebook,
    before: readonly string[],
    code: string,
  ): Promise<{ readonly code: number | null; readonly output: string }> {
    const run = (cells: readonly string[]) => this.#run(program, [...words, this.#here(cells.join('\n'))]);
    const known = before.length === 0 ? '' : (await run(before)).output;
    const { code: status, output } = await run([...before, code]);
    return { code: status, output: output.startsWith(known) ? output.slice(known.length) : output };
  }

  async sql(statements: string): Promise<void> {
    await this.#database.pool.query(statements);
  }

  #here(text: string): string {
    return text.replaceAll(ORIGIN, this.#server.url);
  }

  #run(program: string, words: string[]): Promise<{ code: number | null; output: string }> {
    const { promise, resolve } = Promise.withResolvers<{ code: number | null; output: string }>();
    const child = spawn(program, words, {
      cwd: this.#folder,
      env: {
        ...process.env,
        DATABASE_URL: this.#database.url,
        NODE: process.execPath,
        MAIN,
        LC_ALL: 'C.UTF-8',
      },
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8');
      stream.on('data', (chunk) => {
        output += chunk;
      });
    }
    child.on('close', (code) => resolve({ code, output: output.replaceAll(this.#server.url, ORIGIN) }));
    return promise;
  }
}
