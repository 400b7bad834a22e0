/** What a database holds, short enough to compare: the ledger's hash, and answers to a sample of questions. */
import { createHash } from 'node:crypto';
import type pg from 'pg';
import { findLeague, LEAGUES } from '../sports/leagues.ts';
import { answerStats } from './stats.ts';

/** Players asked about in each league. */
const SAMPLE = 20;

export interface Fingerprint {
  readonly basis: number;
  /** When the newest ingest was committed, ISO 8601; null where nothing is loaded. */
  readonly committedAt: string | null;
  /** SHA-256 over ids, outcomes and files of all ingests. */
  readonly ledger: string;
  /** SHA-256 over the answers. */
  readonly answers: string;
  readonly asked: number;
}

/** Take it, at a basis: of two databases the one behind names the basis at which to compare. */
export async function takeFingerprint(pool: pg.Pool, basis?: number): Promise<Fingerprint> {
  const newest = await newestIngest(pool, basis ?? 2_147_483_647);
  const answers = createHash('sha256');
  let asked = 0;
  for (const { code } of LEAGUES) {
    const league = findLeague(code);
    if (league === undefined || newest.basis === 0) continue;
    for (const id of await samplePlayers(pool, code, newest.basis)) {
      const body = await answerStats(pool, {
        league,
        kind: 'player',
        id,
        asOf: { at: Date.UTC(2100, 0), boundary: 'at', basis: newest.basis },
        scope: 'all',
        seasonType: 'all',
      });
      answers.update(JSON.stringify(body));
      asked++;
    }
  }
  const ledger = await hashLedger(pool, newest.basis);
  return { ...newest, ledger, answers: answers.digest('hex'), asked };
}

async function newestIngest(
  pool: pg.Pool,
  upTo: number,
): Promise<{ basis: number; committedAt: string | null }> {
  const { rows } = await pool.query<{ basis: number; committed: number }>(
    `select ingest_id as basis, committed_at as committed from playclock.ingests
     where ingest_id <= $1 order by ingest_id desc limit 1`,
    [upTo],
  );
  const [row] = rows;
  return row === undefined
    ? { basis: 0, committedAt: null }
    : { basis: row.basis, committedAt: new Date(row.committed).toISOString() };
}

async function hashLedger(pool: pg.Pool, basis: number): Promise<string> {
  const { rows } = await pool.query<{ hash: string }>(
    `select encode(sha256(convert_to(coalesce(string_agg(line, '|' order by id, line), ''), 'UTF8')), 'hex') as hash
     from (
       select i.ingest_id as id, concat_ws(' ', i.ingest_id, i.outcome, i.rows_written, f.source, f.sha256) as line
       from playclock.ingests i left join playclock.ingest_files f using (ingest_id)
       where i.ingest_id <= $1
     ) lines`,
    [basis],
  );
  return rows[0]?.hash ?? '';
}

/** Players spread over the ids, the same in every copy of a database. */
async function samplePlayers(pool: pg.Pool, league: string, basis: number): Promise<string[]> {
  const { rows } = await pool.query<{ id: string }>(
    `select p.player_id as id from ${league}.players p
     where exists (select from ${league}.player_stats s where s.player_key = p.player_key and s.basis_from <= $1)
     order by md5(p.player_id) limit $2`,
    [basis, SAMPLE],
  );
  return rows.map((row) => row.id);
}
