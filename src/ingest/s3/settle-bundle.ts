/** A bundle: each member is settled as an object of its own would be, then the bundle itself. */
import { memberStates, type ObjectRow } from '../../store/objects.ts';
import { settleAs } from './commit.ts';
import type { HeldBundle } from './held-bundles.ts';
import { rowOf, type Settled, type SettleServices } from './member.ts';
import { nameOf, type ObjectVersion } from './object.ts';

/** The time was over before all was settled. What is settled stays so: deliver the object again. */
export class OutOfTimeError extends Error {
  override readonly name = 'OutOfTimeError';
  readonly object: ObjectVersion;
  /** Files settled before the time was over. */
  readonly progress: number;

  constructor(object: ObjectVersion, progress: number) {
    super(`time was over with ${object.key}, after ${progress} files`);
    this.object = object;
    this.progress = progress;
  }
}

/** Settle the members that are not, in the order of the bundle. Throws `OutOfTimeError`. */
export async function settleBundle(
  services: SettleServices,
  object: ObjectVersion,
  bundle: HeldBundle,
  settleMember: (member: ObjectVersion) => Promise<Settled>,
): Promise<Settled> {
  const { pool, isOver, onMember } = services;
  const looked = await memberStates(pool, nameOf(object));
  let progress = 0;
  for (const member of bundle.members.keys()) {
    if (looked.has(member)) continue;
    if (isOver?.() === true) throw new OutOfTimeError(object, progress);
    const one = { ...object, member };
    const settled = await settleMember(one);
    onMember?.(one, settled);
    progress++;
  }
  const own: ObjectRow = rowOf(object, { path: '', bytes: 0, modifiedAt: bundle.modifiedAt }, null);
  const counts = tally([...(await memberStates(pool, nameOf(object))).values()]);
  const words = Object.entries(counts).map(([state, count]) => `${count} ${state}`);
  const reason = `a bundle of ${bundle.members.size} files, each an ingest of its own: ${words.join(', ')}`;
  return { state: 'settled', report: await settleAs({ pool, own, seen: null }, own, { reason, counts }) };
}

function tally(states: readonly string[]): Record<string, number> {
  const groups = Map.groupBy(states.toSorted(), (state) => state);
  return Object.fromEntries([...groups].map(([state, { length }]) => [state, length]));
}
