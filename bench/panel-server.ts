/** A server of its own process, as `playclock serve` starts it, and what memory it has needed. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const ROOT = join(import.meta.dirname, '..');

/** What `npm run playclock` gives Node. */
function wordsOfScript(): string[] {
  const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    scripts: { playclock: string };
  };
  return scripts.playclock.split(' ').slice(1);
}

export interface ServingProcess {
  readonly url: string;
  /** Largest resident set so far, bytes; null on a system that does not tell. */
  peakMemory(): number | null;
  stop(): Promise<void>;
}

/** Start it over a database. */
export async function startServing(database: string): Promise<ServingProcess> {
  const child = spawn(process.execPath, [...wordsOfScript(), 'serve'], {
    cwd: ROOT,
    env: { ...process.env, DATABASE_URL: database, PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return {
    url: await addressOf(child),
    peakMemory: () => peakOf(child.pid),
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}

async function addressOf(child: ChildProcess): Promise<string> {
  if (child.stdout === null) throw new ServerNotStartedError('it has no output');
  for await (const line of createInterface(child.stdout)) {
    const url = /^listening on (.+)$/.exec(line)?.[1];
    if (url !== undefined) return url;
  }
  throw new ServerNotStartedError('it ended before it listened');
}

function peakOf(pid: number | undefined): number | null {
  try {
    const kilobytes = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kilobytes === undefined ? null : Number(kilobytes) * 1024;
  } catch {
    return null;
  }
}

/** The server under measurement did not come up. */
export class ServerNotStartedError extends Error {
  override readonly name = 'ServerNotStartedError';
}
