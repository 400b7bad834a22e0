/** An object of reference data: a schedule, season dates, people, season totals. */
import { IncompleteInput } from '../../feeds/bad-input.ts';
import { newestDependency, type ObjectRow, recordObject, referenceObjects } from '../../store/objects.ts';
import { asBadInput, gameEntry, type LoadReport, leagueOf } from '../load.ts';
import { loadReference } from '../reference.ts';
import { OvertakenError, type Settling, settleAs, settlingIngest } from './commit.ts';
import { named } from './game.ts';
import type { Given, Member, Settled } from './member.ts';
import { withMembers } from './members.ts';
import { byArrival, earlierVersion } from './object.ts';

/** Load it, and over it what the bucket got later: of two that state one thing the later answers. */
export async function settleReference(given: Given): Promise<Settled> {
  const { own, services } = given;
  const { pool, spool } = services;
  const { league, role } = own.file.claim;
  const settling = { pool, own: own.row, seen: await newestDependency(pool, league, null) };
  const later = (await referenceObjects(pool, league, role)).filter((row) => isLater(own.row, row));
  const told = [own.row, ...later.sort(byArrival)];
  let report: LoadReport | null = null;
  for (const row of told) {
    report = await withMembers(spool, [row], [own], async (members) => {
      const member = members.find((one) => one.row === row);
      return member === undefined ? report : write(given, settling, member, row === told.at(-1));
    });
    if (report === null) return wait(given, settling);
  }
  return { state: 'settled', report };
}

function isLater(own: ObjectRow, row: ObjectRow): boolean {
  const sameKey = row.key === own.key && row.bucket === own.bucket;
  return sameKey ? earlierVersion(own, row) : byArrival(own, row) < 0;
}

async function write(
  { own }: Given,
  settling: Settling,
  member: Member,
  settles: boolean,
): Promise<LoadReport | null> {
  const league = leagueOf(member.file);
  try {
    return await settlingIngest(settling, async (client, basis) => {
      const { records, written } = await loadReference(client, league, member.file, basis);
      if (settles) await recordObject(client, own.row, basis);
      return {
        ...named(gameEntry({ plays: member.file, companions: [] }), [member]),
        ...(written === 0 ? { outcome: 'unchanged' as const, reason: 'everything in it was known' } : null),
        rowsWritten: written,
        counts: { records },
      };
    });
  } catch (cause) {
    if (cause instanceof OvertakenError) throw cause;
    const error = asBadInput(cause, member.file.file);
    if (error instanceof IncompleteInput) return null;
    throw error;
  }
}

async function wait(given: Given, settling: Settling): Promise<Settled> {
  if (given.waited) return { state: 'waiting', report: null };
  const row = { ...given.own.row, state: 'waiting' as const };
  const report = await settleAs(settling, row, { reason: 'waits for the dates of its seasons' });
  return { state: 'waiting', report };
}
