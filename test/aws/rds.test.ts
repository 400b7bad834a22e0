/** The `rds` commands against a server that answers as RDS does. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { RDSClient } from '@aws-sdk/client-rds';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Fingerprint, takeFingerprint } from '../../src/asof/fingerprint.ts';
import { type Action, remove, resize, restore, snapshot, start, stop } from '../../src/rds/actions.ts';
import { withAdvice } from '../../src/rds/advice.ts';
import { drill } from '../../src/rds/drill.ts';
import { existingInstance, RdsError } from '../../src/rds/instance.ts';
import { simulateSeason } from '../../src/simulate/season.ts';
import { testDatabase } from '../setup/database.ts';
import { loadGames } from '../setup/loading.ts';
import { type RdsServer, startRdsServer } from './rds-server.ts';

let server: RdsServer;
let rds: RDSClient;
let seen: string[];
const credentials = { accessKeyId: 'a', secretAccessKey: 'b' };
beforeEach(async () => {
  server = await startRdsServer();
  rds = new RDSClient({ endpoint: server.endpoint, region: 'us-east-1', credentials, maxAttempts: 3 });
  seen = [];
});
afterEach(async () => {
  rds.destroy();
  await server.close();
});

const waiting = { every: 1, limit: 20_000, onStatus: (status: string) => void seen.push(status) };
const context = (id = 'playclock') => ({ rds, id, waiting });
const run = async (action: Promise<Action>) => (await action).run();

describe('each command', () => {
  test('stops and starts, waiting through the states between, and does nothing the second time', async () => {
    const stopping = await stop(context());
    expect(stopping.plan?.join('\n')).toMatch(
      /only storage and backups are billed: \$2\.30 .* instead of \$15\.44/,
    );
    expect(server.asked).toEqual([]);
    expect(await stopping.run()).toBe('playclock is stopped');
    expect(seen).toContain('stopping');
    expect((await stop(context())).plan).toBeNull();
    expect(await run(start(context()))).toBe('playclock is available');
    expect(seen).toContain('starting');
    expect((await start(context())).plan).toBeNull();
    expect(server.asked).toEqual(['StopDBInstance', 'StartDBInstance']);
  });

  test('given again while AWS is at it, only waits', async () => {
    const instance = server.instances.get('playclock');
    if (instance === undefined) throw new RangeError('no instance');
    instance.statuses = ['stopping', 'stopping', 'stopping', 'stopped'];
    await run(stop(context()));
    instance.statuses = ['starting', 'starting', 'starting', 'available'];
    await run(start(context()));
    instance.statuses = ['modifying', 'modifying', 'modifying', 'available'];
    instance.pending = { class: 'db.t3.small', storage: 20 };
    await run(resize(context(), { class: 'db.t3.small', storageGb: 20 }));
    server.snapshots.set('mine', ['creating', 'creating', 'available']);
    await run(snapshot(context(), 'mine'));
    server.instances.set('copy', { ...instance, statuses: ['creating', 'creating', 'available'] });
    await run(restore(context(), 'copy', 'latest'));
    expect(server.asked).toEqual([]);
  });

  test('starts what is still stopping, once it has stopped', async () => {
    const instance = server.instances.get('playclock');
    if (instance === undefined) throw new RangeError('no instance');
    instance.statuses = ['stopping', 'stopping', 'stopping', 'stopped'];
    expect(await run(start(context()))).toBe('playclock is available');
    expect(server.asked).toEqual(['StartDBInstance']);
  });

  test('resizes what AWS is busy with for another reason, once it is done', async () => {
    const instance = server.instances.get('playclock');
    if (instance === undefined) throw new RangeError('no instance');
    instance.statuses = ['modifying', 'modifying', 'modifying', 'available'];
    const action = await resize(context(), { class: 'db.t3.small', storageGb: 20 });
    expect(await action.run()).toBe('playclock is db.t3.small with 20 GB');
    expect(server.asked).toEqual(['ModifyDBInstance']);
  });

  test('takes a snapshot and restores it beside the original, as private as that', async () => {
    expect(await run(snapshot(context(), 'mine'))).toBe('snapshot mine is there');
    const action = await restore(context(), 'copy', { snapshot: 'mine' });
    expect(action.plan?.[0]).toBe(
      'restore playclock as of snapshot mine into a new instance copy (db.t3.micro, Single-AZ)',
    );
    await action.run();
    expect((await existingInstance(rds, 'copy')).status).toBe('available');
    expect((await restore(context(), 'copy', { snapshot: 'mine' })).plan).toBeNull();
    await run(remove(context('copy')));
    expect(server.instances.has('copy')).toBe(false);
    expect((await remove(context('copy'))).plan).toBeNull();
    expect(server.asked).toEqual(['CreateDBSnapshot', 'RestoreDBInstanceFromDBSnapshot', 'DeleteDBInstance']);
  });

  test('resizes, seeing it through the looks at which AWS has not begun', async () => {
    const action = await resize(context(), { class: 'db.t3.small', storageGb: 40 });
    expect(action.plan?.[1]).toBe('$15.44 a month become $30.88');
    await action.run();
    expect(await existingInstance(rds, 'playclock')).toMatchObject({ class: 'db.t3.small', storageGb: 40 });
    expect((await resize(context(), { class: 'db.t3.small', storageGb: 40 })).plan).toBeNull();
    await expect(resize(context(), { class: 'db.t3.small', storageGb: 20 })).rejects.toThrow(
      'storage never shrinks',
    );
  });

  test('removes no instance that is protected, and restores over none', async () => {
    await expect(remove(context())).rejects.toThrow('protected against deletion');
    await expect(restore(context(), 'playclock', 'latest')).rejects.toThrow('another name');
    expect(server.asked).toEqual([]);
  });
});

describe('when AWS refuses', () => {
  test('a throttled call is made again', async () => {
    server.refuse(2, 'Throttling');
    expect((await existingInstance(rds, 'playclock')).status).toBe('available');
  });

  test.each([
    ['InvalidDBInstanceState', 'wait, and give the command again'],
    ['InstanceQuotaExceeded', 'Service Quotas'],
    ['AccessDenied', 'the action that the policy lacks'],
    ['ExpiredToken', 'sign in again'],
    ['Throttling', 'wait a minute'],
  ])('%s is told with what to do', async (code, advice) => {
    server.refuse(10, code, 400, /^Stop/);
    const refused = withAdvice(() => run(stop(context())));
    await expect(refused).rejects.toThrow(RdsError);
    await expect(refused).rejects.toThrow(advice);
  });

  test('an instance that will not come back is not waited for', async () => {
    const instance = server.instances.get('playclock');
    if (instance === undefined) throw new RangeError('no instance');
    instance.statuses = ['starting', 'storage-full'];
    await expect(run(start(context()))).rejects.toThrow('storage-full and will not get over it');
  });

  test('an instance that is not there, and one that takes too long, are told', async () => {
    await expect(existingInstance(rds, 'other')).rejects.toThrow('there is no instance other');
    const slow = { ...context(), waiting: { ...waiting, limit: 0 } };
    await expect(run(stop(slow))).rejects.toThrow('give the command again to wait on');
  });
});

describe('the drill', () => {
  test('tells time and loss by the two databases, and removes the copy', async () => {
    const original = await testDatabase();
    const backup = await testDatabase();
    const [first, second] = simulateSeason({ seed: 'drill', season: '2023-24', teams: 2, gamesPerTeam: 2 });
    if (first === undefined || second === undefined) throw new RangeError('no games');
    await loadGames(original.pool, [first]);
    await loadGames(backup.pool, [first]);
    await loadGames(original.pool, [second]);
    const asked: unknown[] = [];
    const ask = (instance: string | null, basis: number | null): Promise<Fingerprint> => {
      asked.push([instance, basis]);
      return takeFingerprint(instance === null ? original.pool : backup.pool, basis ?? undefined);
    };
    const report = await drill(rds, 'playclock', ask, waiting);
    expect(report).toMatchObject({ basis: 1, lostIngests: 1, answersAgree: true });
    expect(report.asked).toBeGreaterThan(5);
    expect(asked).toEqual([
      [null, null],
      ['playclock-drill', null],
      [null, 1],
    ]);
    expect(server.instances.has('playclock-drill')).toBe(false);
    // The files of both loads lay in folders of different names: the ledgers say so.
    expect(report.ledgerAgrees).toBe(false);
  });

  test('sees a copy that holds other plays', async () => {
    const [original, damaged] = [await testDatabase(), await testDatabase()];
    const games = [...simulateSeason({ seed: 'drill', season: '2023-24', teams: 2, gamesPerTeam: 1 })];
    for (const { pool } of [original, damaged]) await loadGames(pool, games);
    await damaged.pool.query(`update demo.cumulative_stats x set counters_4 =
         (select array_agg(each + 100 order by place) from unnest(x.counters_4) with ordinality u (each, place))`);
    const ask = (instance: string | null) =>
      takeFingerprint(instance === null ? original.pool : damaged.pool);
    expect(await drill(rds, 'playclock', ask, waiting)).toMatchObject({
      lostIngests: 0,
      answersAgree: false,
    });
  });

  test.each([
    ['still being made', ['creating', 'creating', 'available']],
    ['long there', ['available']],
    ['going already', ['deleting', 'gone']],
  ])('does not take a copy that an earlier one left, %s, for its own', async (_, statuses) => {
    const left = { statuses, class: 'db.t3.micro', storage: 20, protected: false, pending: {} };
    server.instances.set('playclock-drill', left);
    const restored = () => server.asked.includes('RestoreDBInstanceToPointInTime');
    const print = { basis: 1, committedAt: null, ledger: '', answers: '', asked: 0 };
    const ask = async (instance: string | null) => {
      if (instance !== null) expect(restored()).toBe(true);
      return print;
    };
    const report = await drill(rds, 'playclock', ask, waiting);
    expect(report.secondsToRecover).toBeGreaterThan(0);
    expect(server.asked.slice(-2)).toEqual(['RestoreDBInstanceToPointInTime', 'DeleteDBInstance']);
    expect(server.instances.has('playclock-drill')).toBe(false);
  });

  test('removes the copy also when the comparison fails', async () => {
    const print = { basis: 1, committedAt: null, ledger: '', answers: '', asked: 0 };
    const ask = (instance: string | null) =>
      instance === null ? Promise.resolve(print) : Promise.reject(new Error('cannot be reached'));
    await expect(drill(rds, 'playclock', ask, waiting)).rejects.toThrow('cannot be reached');
    expect(server.instances.has('playclock-drill')).toBe(false);
  });
});

test('the shell shows what it will do, and does it only when told to', async () => {
  const main = join(import.meta.dirname, '..', '..', 'src', 'cli', 'main.ts');
  const shell = async (...words: string[]) => {
    const child = spawn(
      process.execPath,
      [main, 'rds', ...words, '--endpoint', server.endpoint, '--every', '0.01'],
      {
        env: { ...process.env, AWS_REGION: 'us-east-1', AWS_ACCESS_KEY_ID: 'a', AWS_SECRET_ACCESS_KEY: 'b' },
      },
    );
    const [out, err] = await Promise.all([child.stdout.toArray(), child.stderr.toArray()]);
    return { out: out.join(''), err: err.join('') };
  };
  const refused = await shell('stop');
  expect(refused.out).toContain('- stop playclock (db.t3.micro, available)');
  expect(refused.err).toBe('error: nobody is there to be asked: give --yes\n');
  expect(server.asked).toEqual([]);
  const instance = server.instances.get('playclock');
  if (instance === undefined) throw new RangeError('no instance');
  server.instances.set('playclock-drill', { ...instance, protected: false });
  const drilled = await shell('drill', '--maintenance', 'function');
  expect(drilled.out).toContain('- remove playclock-drill first, which an interrupted drill left');
  expect(server.asked).toEqual([]);
  const stopped = await shell('stop', '--yes');
  expect(stopped.out).toContain('playclock is stopped');
  expect(stopped.err).toContain('stopping');
});
