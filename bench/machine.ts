/** What it was measured on, and with. */
import { readFileSync } from 'node:fs';
import { arch, availableParallelism, cpus, platform, release, totalmem } from 'node:os';
import { join } from 'node:path';
import { withClient } from './server.ts';

/** Rows of a table: what, and which. */
export async function describeMachine(url: string): Promise<[string, string][]> {
  const server = await withClient(url, async (client) => {
    const { rows } = await client.query<{ version: string; settings: string }>(
      `select split_part(version(), ' on ', 1) as version,
         (select string_agg(name || ' = ' || current_setting(name), ', ' order by name) from pg_settings
          where name in ('shared_buffers', 'max_wal_size', 'fsync', 'synchronous_commit', 'jit')) as settings`,
    );
    return rows[0];
  });
  return [
    ['cores', String(availableParallelism())],
    ['CPU', cpus()[0]?.model ?? 'unknown'],
    ['memory', `${(totalmem() / 1024 ** 3).toFixed(0)} GiB`],
    ['system', `${platform()} ${release()} ${arch()}`],
    ['Node', process.version],
    ['PostgreSQL', `${server?.version}, ${server?.settings}`],
    ...['pg', 'hono', '@hono/node-server'].map((name): [string, string] => [name, versionOf(name)]),
  ];
}

function versionOf(name: string): string {
  const file = join(import.meta.dirname, '..', 'node_modules', name, 'package.json');
  const { version }: { version: string } = JSON.parse(readFileSync(file, 'utf8'));
  return version;
}
