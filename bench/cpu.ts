/** CPU time of this process and of a PostgreSQL server on the same machine. */
import { readdirSync, readFileSync } from 'node:fs';
import { withClient } from './server.ts';

export interface CpuTime {
  /** Microseconds. */
  readonly node: number;
  /** Microseconds; null where there is no /proc to tell. */
  readonly postgres: number | null;
}

/** Linux counts CPU time for programs in hundredths of a second, whatever the kernel's own tick. */
const MICROSECONDS_A_TICK = 10_000;

/** A function that tells the CPU time used so far. Null pid: another system, or a server elsewhere. */
export function cpuClock(postmaster: number | null): () => CpuTime {
  return () => {
    const { user, system } = process.cpuUsage();
    return { node: user + system, postgres: postmaster === null ? null : treeTicks(postmaster) };
  };
}

/** What was used between two tellings. */
export function used(before: CpuTime, after: CpuTime): CpuTime {
  const postgres =
    before.postgres === null || after.postgres === null ? null : after.postgres - before.postgres;
  return { node: after.node - before.node, postgres };
}

/** Process id of the server that a connection leads to, if it runs on this machine. */
export async function postmasterOf(url: string): Promise<number | null> {
  return withClient(url, async (client) => {
    const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
    const pid = rows[0]?.pid;
    return pid === undefined ? null : (readStat(pid)?.parent ?? null);
  });
}

/** The server's processes are its children; what those that have ended used is on its own account. */
function treeTicks(postmaster: number): number {
  let ticks = 0;
  for (const entry of readdirSync('/proc')) {
    if (!/^\d+$/.test(entry)) continue;
    const stat = readStat(Number(entry));
    if (stat === null) continue;
    if (stat.parent === postmaster) ticks += stat.own;
    if (Number(entry) === postmaster) ticks += stat.own + stat.children;
  }
  return ticks * MICROSECONDS_A_TICK;
}

interface Stat {
  readonly parent: number;
  readonly own: number;
  readonly children: number;
}

/** Of a process that is gone, or on a system without /proc, null. */
function readStat(pid: number): Stat | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The program's name may hold anything; fields are counted from the parenthesis that ends it.
    const fields = text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    const [, parent = 0] = fields;
    const [user = 0, system = 0, childUser = 0, childSystem = 0] = fields.slice(11, 15);
    return { parent, own: user + system, children: childUser + childSystem };
  } catch {
    return null;
  }
}
