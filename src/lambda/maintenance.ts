/**
 * The maintenance function: on deploy it makes the roles and migrates; invoked by hand it manages keys and says
 * what the database holds; every week it rebuilds loose indexes. It alone signs in as the migrator.
 */
import { join } from 'node:path';
import pg from 'pg';
import { z } from 'zod';
import { takeFingerprint } from '../asof/fingerprint.ts';
import { migrate } from '../database/migrate.ts';
import { createPool } from '../database/pool.ts';
import { createRoles, forgetPassword, hasRoles } from '../database/roles.ts';
import { connectTo, type Target } from '../database/target.ts';
import { createKey, endKey, rotateKey } from '../keys/manage.ts';
import { listKeys, SCOPES } from '../store/api-keys.ts';
import { compactIndexes } from '../store/compact.ts';
import { databaseTarget } from './connection.ts';

/** CloudFormation's request, as far as it is read. */
const ResourceEvent = z.object({
  RequestType: z.enum(['Create', 'Update', 'Delete']),
  ResponseURL: z.url(),
  StackId: z.string(),
  RequestId: z.string(),
  LogicalResourceId: z.string(),
  PhysicalResourceId: z.string().optional(),
  ResourceProperties: z.object({ Task: z.enum(['roles', 'migrate']) }),
});
type ResourceEvent = z.infer<typeof ResourceEvent>;

const Command = z.discriminatedUnion('command', [
  z.object({
    command: z.literal('create-key'),
    name: z.string().min(1),
    scopes: z.array(z.enum(SCOPES)).default(['read']),
    perMinute: z.int().min(1).default(600),
  }),
  z.object({ command: z.literal('list-keys') }),
  z.object({ command: z.literal('rotate-key'), id: z.string() }),
  z.object({ command: z.literal('revoke-key'), id: z.string() }),
  z.object({
    command: z.literal('fingerprint'),
    /** Another instance of the same account and region, restored from a backup of this one. */
    instance: z
      .string()
      .regex(/^[a-z][a-z0-9-]{0,62}$/)
      .optional(),
    basis: z.int().min(0).optional(),
  }),
  z.object({ command: z.literal('compact') }),
]);
type Command = z.infer<typeof Command>;

const WRONG_PASSWORD = '28P01';
const REMEDY = 'set it to that with "aws rds modify-db-instance --master-user-password" and deploy again';
const MIGRATIONS = join(import.meta.dirname, 'migrations');

/** Time in which the largest index of a full disk is rebuilt, milliseconds: none is begun with less. */
const ONE_INDEX = 5 * 60_000;

interface Invocation {
  getRemainingTimeInMillis(): number;
}

/** A custom resource's request, or a command. */
export async function handler(event: unknown, invocation: Invocation): Promise<unknown> {
  const resource = ResourceEvent.safeParse(event);
  return resource.success ? answerStack(resource.data) : run(Command.parse(event), invocation);
}

/** Always tell CloudFormation how it went: it would wait an hour for an answer that does not come. */
async function answerStack(event: ResourceEvent): Promise<void> {
  const { StackId, RequestId, LogicalResourceId, PhysicalResourceId = LogicalResourceId } = event;
  let outcome: { Status: 'SUCCESS' | 'FAILED'; Reason?: string } = { Status: 'SUCCESS' };
  try {
    // Nothing is taken back when the stack goes: the database leaves its final snapshot.
    if (event.RequestType !== 'Delete') await perform(event.ResourceProperties);
  } catch (cause) {
    outcome = { Status: 'FAILED', Reason: cause instanceof Error ? cause.message : String(cause) };
  }
  const response = await fetch(event.ResponseURL, {
    method: 'PUT',
    body: JSON.stringify({ ...outcome, StackId, RequestId, LogicalResourceId, PhysicalResourceId }),
  });
  if (!response.ok) throw new MaintenanceError(`CloudFormation did not take the answer: ${response.status}`);
}

async function perform({ Task }: ResourceEvent['ResourceProperties']): Promise<void> {
  const target = databaseTarget(process.env);
  if (Task === 'migrate') return migrate(target, MIGRATIONS);
  const { MASTER_USER: user = '', MASTER_PASSWORD: password = '' } = process.env;
  const master = new pg.Client(connectTo(signedInAs(target, user, password)));
  try {
    await master.connect();
  } catch (cause) {
    if (cause instanceof pg.DatabaseError && cause.code === WRONG_PASSWORD) return expectRoles(target, cause);
    throw cause;
  }
  try {
    await createRoles(master);
    await forgetPassword(master, user);
  } finally {
    await master.end();
  }
}

/** The master's password is gone: so the roles were made, and this request is a repetition. */
async function expectRoles(target: Target, cause: Error): Promise<void> {
  const client = new pg.Client(connectTo(target));
  await client.connect();
  try {
    if (await hasRoles(client)) return;
    const what = `roles are missing, and the master's password is not that of the secret: ${REMEDY}`;
    throw new MaintenanceError(what, { cause });
  } finally {
    await client.end();
  }
}

function signedInAs(target: Target, user: string, password: string): Target {
  if (typeof target !== 'string') return { ...target, user, password };
  const url = new URL(target);
  url.username = encodeURIComponent(user);
  url.password = encodeURIComponent(password);
  return url.toString();
}

async function run(command: Command, invocation: Invocation): Promise<unknown> {
  const instance = command.command === 'fingerprint' ? command.instance : undefined;
  const environment = instance === undefined ? process.env : { ...process.env, ...hostOf(instance) };
  const pool = createPool({ url: databaseTarget(environment), max: 1, name: 'playclock maintenance' });
  try {
    switch (command.command) {
      case 'create-key':
        return await createKey(pool, command);
      case 'list-keys':
        return (await listKeys(pool)).map(({ secretSha256: _hash, ...key }) => key);
      case 'rotate-key':
        return await rotateKey(pool, command.id);
      case 'revoke-key':
        await endKey(pool, command.id);
        return { revoked: command.id };
      case 'fingerprint':
        return await takeFingerprint(pool, command.basis);
      case 'compact':
        return await compactIndexes(pool, {
          goOn: () => invocation.getRemainingTimeInMillis() > ONE_INDEX,
        });
    }
  } finally {
    await pool.end();
  }
}

/** Instances of one account and region differ in the first label of their names. */
function hostOf(instance: string): { DATABASE_HOST: string } {
  return { DATABASE_HOST: (process.env.DATABASE_HOST ?? '').replace(/^[^.]+/, instance) };
}

/** What was asked for could not be done; the message says why. */
class MaintenanceError extends Error {
  override readonly name = 'MaintenanceError';
}
