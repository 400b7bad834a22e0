/**
 * A lost database from the bucket alone. The journal tells which ingest loaded which versions; each is repeated
 * under its own id, and what was refused or changed nothing then is only written down again.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { acceptGame } from '../../store/accept-game.ts';
import { type JournalEntry, JournalError, markJournaled, restamp } from '../../store/journal.ts';
import { ingest, type LedgerEntry } from '../../store/ledger.ts';
import { recordObject } from '../../store/objects.ts';
import { scheduledGames } from '../../store/reference.ts';
import { leagueOf } from '../load.ts';
import { prepareGame } from '../prepare.ts';
import { loadReference } from '../reference.ts';
import { look, type SurveyedFile } from '../survey.ts';
import { keptGame } from '../transfer.ts';
import { readJournal } from './journal.ts';
import type { SettleServices } from './member.ts';
import { parseUri } from './object.ts';
import { withObject } from './spool.ts';

/** Repeat the journal of a bucket; what is there already is passed over, so a broken rebuild goes on. */
export async function rebuild(
  services: SettleServices,
  bucket: string,
  onProgress: (basis: number) => void,
): Promise<number> {
  const { pool, spool } = services;
  const { rows } = await pool.query<{ basis: number }>(
    'select coalesce(max(ingest_id), 0) as basis from playclock.ingests',
  );
  const present = rows[0]?.basis ?? 0;
  let newest = 0;
  for await (const entry of readJournal(spool.s3, bucket)) {
    newest = entry.ingest_id;
    if (newest > present) await repeat(services, entry);
    if (newest >= present) await restamp(pool, entry);
    onProgress(newest);
  }
  if (newest > 0) await markJournaled(pool, bucket, newest);
  return newest;
}

async function repeat(services: SettleServices, entry: JournalEntry): Promise<void> {
  if (entry.outcome !== 'loaded') return write(services, entry, async () => entryOf(entry));
  await withFiles(services, entry, entry.files, [], async (files) => {
    const plays = files.find((file) => file.claim.role === 'plays');
    const [first] = files;
    if (first === undefined) throw new JournalError(`ingest ${entry.ingest_id} names no file`);
    if (plays === undefined) {
      const league = leagueOf(first);
      return write(services, entry, async (client, basis) => {
        await loadReference(client, league, first, basis);
        return entryOf(entry);
      });
    }
    const league = leagueOf(plays);
    const id = plays.claim.gameId ?? '';
    const schedule = (await scheduledGames(services.pool, league.code, [id])).get(id) ?? null;
    const companions = files.filter((file) => file !== plays);
    const prepared = keptGame(prepareGame({ plays, companions }, league, schedule));
    await write(services, entry, async (client, basis) => {
      await acceptGame(client, league, prepared, basis, true);
      return entryOf(entry);
    });
  });
}

async function write(
  { pool }: SettleServices,
  entry: JournalEntry,
  work: Parameters<typeof ingest<LedgerEntry>>[2],
): Promise<void> {
  await ingest(pool, Date.parse(entry.started_at), async (client, basis) => {
    if (basis !== entry.ingest_id) throw new JournalError(`ingest ${entry.ingest_id} would become ${basis}`);
    for (const { modified_at, game_id, ...object } of entry.objects) {
      const modifiedAt = modified_at === null ? null : Date.parse(modified_at);
      await recordObject(client, { ...object, modifiedAt, gameId: game_id }, basis);
    }
    return work(client, basis);
  });
}

/** Fetch an ingest's files, each by its version and checked against its hash, play-by-play first. */
async function withFiles(
  services: SettleServices,
  entry: JournalEntry,
  [wanted, ...rest]: JournalEntry['files'],
  held: readonly SurveyedFile[],
  work: (files: readonly SurveyedFile[]) => Promise<void>,
): Promise<void> {
  if (wanted === undefined) return work(held);
  const object = parseUri(wanted.source);
  const where = `ingest ${entry.ingest_id}: ${wanted.source}`;
  if (object === null) throw new JournalError(`${where} did not come from a bucket`);
  const done = await withObject(services.spool, { ...object, etag: '' }, async ({ path }) => {
    const sha256 = createHash('sha256').update(readFileSync(path)).digest('hex');
    const file = look(path, new Map());
    if (sha256 !== wanted.sha256 || 'error' in file) throw new JournalError(`${where} is not what it was`);
    await withFiles(services, entry, rest, [...held, file], work);
    return true;
  });
  if (done === null) throw new JournalError(`${where} is gone`);
}

function entryOf(entry: JournalEntry): LedgerEntry {
  const { league, source, format, outcome, place, reason, plays, discrepancies, counts, files } = entry;
  return {
    ...{ league, source, format, outcome, place, reason, plays, discrepancies, counts, files },
    gameId: entry.game_id,
    rowsWritten: entry.rows_written,
  };
}
