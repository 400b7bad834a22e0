/** An object of a game: its play-by-play, or what belongs to it. */
import { BadInput, IncompleteInput } from '../../feeds/bad-input.ts';
import { acceptGame } from '../../store/accept-game.ts';
import { gameObjects, newestDependency, type ObjectRow, recordObject } from '../../store/objects.ts';
import { scheduledGames } from '../../store/reference.ts';
import { asBadInput, gameEntry, type LoadReport, leagueOf } from '../load.ts';
import { prepareGame } from '../prepare.ts';
import type { GameFiles } from '../survey.ts';
import { keptGame } from '../transfer.ts';
import { OvertakenError, type Settling, settleAs, settlingIngest } from './commit.ts';
import type { Given, Member, Settled } from './member.ts';
import { withMembers } from './members.ts';
import {
  byArrival,
  earlierVersion,
  isSameObject,
  latestVersions,
  slotOf,
  uriOf,
  versionNamed,
} from './object.ts';
import { reject } from './reject.ts';

/** Load the game as it stands with this object. */
export async function settleGame(given: Given): Promise<Settled> {
  const { services, own } = given;
  const { league, gameId, feed } = own.file.claim;
  const { pool } = services;
  const seen = await newestDependency(pool, league, gameId);
  const settling: Settling = { pool, own: own.row, seen };
  const rows = (await gameObjects(pool, league, gameId ?? '')).filter(
    (row) => row.feed === feed && !isSameObject(row, own.row),
  );
  const sameKey = rows.filter((row) => slotOf(row) === slotOf(own.row));
  if (sameKey.some((row) => earlierVersion(own.row, row))) {
    const row = { ...own.row, state: 'superseded' as const };
    return {
      state: row.state,
      report: await settleAs(settling, row, { reason: 'a later version of the object came first' }),
    };
  }
  const others = latestVersions(rows.filter((row) => !sameKey.includes(row)));
  const current = [...others, own.row].sort(byArrival);
  const plays = current.filter((row) => row.role === 'plays');
  if (plays.length === 0) return wait(given, settling, 'waits for its play-by-play');
  const companions = ['box', 'summary'].flatMap((role) => current.findLast((row) => row.role === role) ?? []);

  // A new object goes in at its place, and what was put later over it. One that stands in for another, or
  // changes what belongs to the game, may change which of them answers: then all are told again.
  const isNew = own.row.role === 'plays' && sameKey.length === 0;
  const told = isNew ? plays.slice(plays.indexOf(own.row)) : plays;
  let report: LoadReport | null = null;
  for (const [position, row] of told.entries()) {
    const isLast = position === told.length - 1;
    const outcome = await tell(given, settling, [row, ...companions], {
      replaces: !isNew && position === 0,
      settles: isLast,
      released: rows
        .filter((one) => one.state === 'waiting' && (one.role !== 'plays' || !current.includes(one)))
        .map((one): ObjectRow => ({ ...one, state: current.includes(one) ? 'settled' : 'superseded' })),
    });
    if (outcome instanceof IncompleteInput) {
      if (row === own.row || told.length === 1) return wait(given, settling, outcome.reason);
    } else report = outcome;
  }
  return report === null
    ? {
        state: 'settled',
        report: await settleAs(settling, own.row, { reason: 'nothing of the game can be loaded' }),
      }
    : { state: 'settled', report };
}

/** Write one telling of the game; the last one settles the object. */
async function tell(
  given: Given,
  settling: Settling,
  rows: readonly ObjectRow[],
  how: {
    readonly replaces: boolean;
    readonly settles: boolean;
    /** Objects of the game that need not wait any more, whether they were used or not. */
    readonly released: readonly ObjectRow[];
  },
): Promise<LoadReport | IncompleteInput | null> {
  const { services, own } = given;
  const { pool, spool } = services;
  return withMembers(spool, rows, [own], async (members) => {
    const plays = members.find((member) => member.row === rows[0]);
    if (plays === undefined) return null;
    const used = members.filter((member) => rows.includes(member.row));
    const game: GameFiles = {
      plays: plays.file,
      companions: used.filter((member) => member !== plays).map((member) => member.file),
    };
    try {
      const league = leagueOf(plays.file);
      const id = plays.file.claim.gameId ?? '';
      const schedule = (await scheduledGames(pool, league.code, [id])).get(id) ?? null;
      const prepared = keptGame(prepareGame(game, league, schedule));
      return await settlingIngest(settling, async (client, basis) => {
        const blank = named(gameEntry(game), members);
        const entry = { ...blank, ...(await acceptGame(client, league, prepared, basis, how.replaces)) };
        const settled = used.filter(({ row }) => row.state === 'waiting');
        if (how.settles && !settled.includes(own)) settled.push(own);
        for (const { row } of settled) await recordObject(client, { ...row, state: 'settled' }, basis);
        for (const row of how.released) await recordObject(client, row, basis);
        return entry;
      });
    } catch (cause) {
      if (cause instanceof OvertakenError) throw cause;
      return refused(given, asBadInput(cause, plays.file.file), plays, used);
    }
  });
}

/** The file at fault is rejected; where that is another object, this one is looked at anew without it. */
async function refused(
  { services, own }: Given,
  error: BadInput,
  plays: Member,
  used: readonly Member[],
): Promise<IncompleteInput | null> {
  if (error instanceof IncompleteInput) return error;
  const guilty = used.find((member) => member.file.file === error.file) ?? plays;
  const told = new BadInput(uriOf(versionNamed(guilty.row)), error.place, error.reason, error.remedy, error);
  if (guilty === own) throw told;
  if (guilty.row.state !== 'waiting') return null;
  await reject(services, versionNamed(guilty.row), told);
  throw new OvertakenError(own.row.key);
}

async function wait(given: Given, settling: Settling, reason: string): Promise<Settled> {
  if (given.waited) return { state: 'waiting', report: null };
  const row = { ...given.own.row, state: 'waiting' as const };
  return { state: row.state, report: await settleAs(settling, row, { reason }) };
}

/** A ledger row names objects, not this disk's files. */
export function named<T extends ReturnType<typeof gameEntry>>(entry: T, members: readonly Member[]): T {
  const uris = new Map(members.map(({ row, file }) => [file.source, uriOf(versionNamed(row))]));
  const nameOf = (source: string) => uris.get(source) ?? source;
  return {
    ...entry,
    source: nameOf(entry.source),
    files: entry.files.map((file) => ({ ...file, source: nameOf(file.source) })),
  };
}
