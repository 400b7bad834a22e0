/** What a deploy does to the database, by the function as it is uploaded, asked as CloudFormation asks. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import pg from 'pg';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { Fingerprint } from '../../src/asof/fingerprint.ts';
import { createPool } from '../../src/database/pool.ts';
import { ROLES } from '../../src/database/roles.ts';
import { createKey } from '../../src/keys/manage.ts';
import { simulateSeason } from '../../src/simulate/season.ts';
import { asking } from '../http/api.ts';
import { loadGames } from '../setup/loading.ts';
import { type Artefact, startArtefact } from './artefact.ts';

const NAME = 'test_roles';
const MASTER = 'playclock_master';
const PASSWORD = 'only for this test';
const [game] = simulateSeason({ seed: 'roles', season: '2023-24', teams: 2, gamesPerTeam: 1 });
if (game === undefined) throw new RangeError('no game');

let admin: pg.Client;
let maintenance: Artefact;
let stack: Server;
/** What CloudFormation was told. */
const told: { Status: string; Reason?: string }[] = [];

function urlAs(role: string | null): string {
  const url = new URL(inject('serverUrl'));
  url.pathname = `/${NAME}`;
  if (role !== null) [url.username, url.password] = [role, PASSWORD];
  return url.toString();
}

async function request(Task: string, RequestType = 'Create') {
  const { port } = stack.address() as AddressInfo;
  await maintenance.invoke({
    RequestType,
    ResponseURL: `http://127.0.0.1:${port}/signed`,
    StackId: 'stack',
    RequestId: 'request',
    LogicalResourceId: 'Resource',
    ResourceProperties: { ServiceToken: 'arn', Task },
  });
  return told.at(-1);
}

beforeAll(async () => {
  admin = new pg.Client({ connectionString: inject('serverUrl') });
  await admin.connect();
  await admin.query(`create database ${NAME}`);
  // As on RDS, where membership decides how a role signs in.
  await admin.query('create role rds_iam');
  await admin.query(`create role ${MASTER} superuser login password '${PASSWORD}'`);
  stack = createServer(async (incoming, response) => {
    const [body] = await incoming.setEncoding('utf8').toArray();
    told.push(JSON.parse(body));
    response.end();
  });
  await new Promise<void>((resolve) => stack.listen(0, '127.0.0.1', resolve));
  maintenance = await startArtefact('maintenance', {
    DATABASE_URL: urlAs(ROLES.migrator),
    MASTER_USER: MASTER,
    MASTER_PASSWORD: PASSWORD,
  });
});
afterAll(async () => {
  await maintenance.close();
  stack.close();
  await admin.query(`drop database ${NAME} with (force)`);
  for (const role of [...Object.values(ROLES), 'rds_iam', MASTER])
    await admin.query(`drop role if exists ${role}`);
  await admin.end();
});

test('the bundle is under 5 MB, with the migrations in it', () => {
  expect(maintenance.bytes).toBeLessThan(5 * 1024 ** 2);
  expect(maintenance.bytes).toBeGreaterThan(1024 ** 2);
});

test('a deploy makes the roles, ends the password it was given, and migrates', async () => {
  expect(await request('roles')).toEqual({
    Status: 'SUCCESS',
    StackId: 'stack',
    RequestId: 'request',
    LogicalResourceId: 'Resource',
    PhysicalResourceId: 'Resource',
  });
  await expect(new pg.Client({ connectionString: urlAs(MASTER) }).connect()).rejects.toThrow(/password/);
  for (const role of Object.values(ROLES)) await admin.query(`alter role ${role} password '${PASSWORD}'`);
  expect((await request('migrate'))?.Status).toBe('SUCCESS');

  // Asked again, after the password is gone, it finds everything done.
  expect((await request('roles', 'Update'))?.Status).toBe('SUCCESS');
  expect((await request('migrate', 'Update'))?.Status).toBe('SUCCESS');
  expect((await request('migrate', 'Delete'))?.Status).toBe('SUCCESS');
});

test('a deploy that cannot go on says why, and what to do', async () => {
  await admin.query(`alter role ${ROLES.reader} rename to set_aside`);
  try {
    const answer = await request('roles', 'Update');
    expect(answer?.Status).toBe('FAILED');
    expect(answer?.Reason).toContain('modify-db-instance --master-user-password');
  } finally {
    await admin.query(`alter role set_aside rename to ${ROLES.reader}`);
  }
});

test('keys are managed by invoking it, and the database tells what it holds', async () => {
  const made = await maintenance.invoke<{ keyId: string; key: string }>({
    command: 'create-key',
    name: 'somebody',
  });
  expect(made.key).toContain(made.keyId);
  const listed = await maintenance.invoke<object[]>({ command: 'list-keys' });
  expect(listed).toMatchObject([{ keyId: made.keyId, name: 'somebody', scopes: ['read'], revokedAt: null }]);
  expect(JSON.stringify(listed)).not.toContain('ecret');
  await maintenance.invoke({ command: 'revoke-key', id: made.keyId });
  await expect(maintenance.invoke({ command: 'rotate-key', id: made.keyId })).rejects.toThrow(
    'or it was revoked',
  );
  expect(await maintenance.invoke<Fingerprint>({ command: 'fingerprint' })).toMatchObject({
    basis: 0,
    asked: 0,
  });
  await expect(maintenance.invoke({ command: 'fingerprint', instance: 'evil.example/x' })).rejects.toThrow();
  expect(await maintenance.invoke({ command: 'compact' })).toEqual([]);
});

test('each role does its part, and no other part', async () => {
  const pools = Object.values(ROLES).map((role) => createPool({ url: urlAs(role), max: 2 }));
  const [migrator, loader, reader] = pools;
  if (migrator === undefined || loader === undefined || reader === undefined) throw new RangeError('no pool');
  try {
    expect((await loadGames(loader, [game])).map(({ outcome, reason }) => [outcome, reason])).toEqual([
      ['loaded', null],
    ]);
    const scorer = game.boxscore.game.homeTeam.players[0];
    const reply = await asking(reader)(
      `/v1/demo/players/${scorer?.personId}/stats?as_of=2031-01-01T00:00:00Z`,
    );
    expect(reply.body.totals.career.counters.pts).toBe(scorer?.statistics.points);
    expect((await asking(reader)('/v1/basis?known_at=2031-01-01T00:00:00Z')).status).toBe(200);
    await createKey(migrator, { name: 'n', scopes: ['read'], perMinute: 1 });
    expect((await reader.query('select from playclock.api_keys')).rowCount).toBe(2);

    const refused = (pool: pg.Pool, statement: string) =>
      expect(pool.query(statement), statement).rejects.toThrow(/permission denied|must be owner/);
    await refused(reader, 'update demo.player_stats set pts = 0');
    await refused(reader, 'insert into playclock.journals values (1, 1)');
    await refused(loader, 'select from playclock.api_keys');
    await refused(loader, 'delete from playclock.ingests');
    await refused(loader, 'delete from demo.player_stats');
    // A name that the same ingest had otherwise is the one row that is replaced; nothing is, here.
    expect((await loader.query('delete from demo.player_details where false')).rowCount).toBe(0);
    await refused(loader, 'create table demo.more (id int)');
    await refused(loader, 'alter table demo.player_stats add column more int');
    await refused(reader, 'create temporary table t (id int)');
    await refused(migrator, 'create role another');
  } finally {
    for (const pool of pools) await pool.end();
  }
});

test('all three sign in by token, and none is more than a user', async () => {
  const { rows } = await admin.query(
    `select r.rolname as role, pg_has_role(r.oid, 'rds_iam', 'member') as iam,
       r.rolsuper or r.rolcreaterole or r.rolcreatedb or r.rolbypassrls as mighty
     from pg_roles r where r.rolname like 'playclock\\_%' and r.rolname <> $1 order by 1`,
    [MASTER],
  );
  expect(rows).toEqual(
    Object.values(ROLES)
      .sort()
      .map((role) => ({ role, iam: true, mighty: false })),
  );
});
