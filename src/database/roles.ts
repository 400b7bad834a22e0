/** The roles that run: each signs in by token, and can do what it is for and no more. */
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { LEAGUES } from '../sports/leagues.ts';

export const ROLES = {
  migrator: 'playclock_migrator',
  loader: 'playclock_loader',
  reader: 'playclock_reader',
};

/** On RDS, membership makes a role sign in by IAM token and by nothing else. */
const IAM = 'rds_iam';

/** Make the roles, as the master user. Safe to repeat. The migrator owns what it makes: the others get grants. */
export async function createRoles(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ database: string; iam: boolean }>(
    'select current_database() as database, exists (select from pg_roles where rolname = $1) as iam',
    [IAM],
  );
  const database = `"${rows[0]?.database}"`;
  for (const role of Object.values(ROLES)) {
    const known = await client.query('select from pg_roles where rolname = $1', [role]);
    if (known.rowCount === 0) await client.query(`create role ${role} login`);
    if (rows[0]?.iam) await client.query(`grant ${IAM} to ${role}`);
    await client.query(`grant connect on database ${database} to ${role}`);
  }
  await client.query(`revoke connect, temporary on database ${database} from public`);
  await client.query(`grant create, temporary on database ${database} to ${ROLES.migrator}`);
  // A load sorts its rows in temporary tables.
  await client.query(`grant temporary on database ${database} to ${ROLES.loader}`);
  await client.query(`grant create on schema public to ${ROLES.migrator}`);
  await client.query('create extension if not exists pg_trgm with schema public');
}

/** Whether all the roles are there. */
export async function hasRoles(client: pg.ClientBase): Promise<boolean> {
  const { rowCount } = await client.query('select from pg_roles where rolname = any($1)', [
    Object.values(ROLES),
  ]);
  return rowCount === Object.keys(ROLES).length;
}

/** Give a role a password that nobody knows: it signs in again only after RDS is told to set another. */
export async function forgetPassword(client: pg.ClientBase, role: string): Promise<void> {
  const password = randomBytes(32).toString('base64url');
  await client.query(`alter role ${pg.escapeIdentifier(role)} password ${pg.escapeLiteral(password)}`);
}

/** Grants on everything there is, as the migrator, after each migration. */
export async function grantRoles(client: pg.ClientBase): Promise<void> {
  const { loader, reader } = ROLES;
  const known = await client.query<{ rolname: string }>(
    'select rolname from pg_roles where rolname = any($1)',
    [[loader, reader]],
  );
  if (known.rowCount !== 2) return;
  const schemas = ['playclock', ...LEAGUES.map((league) => league.code)].join(', ');
  await client.query(`grant usage on schema ${schemas} to ${loader}, ${reader}`);
  await client.query(`grant select on all tables in schema ${schemas} to ${loader}, ${reader}`);
  await client.query(`grant insert, update on all tables in schema ${schemas} to ${loader}`);
  await client.query(`grant usage on all sequences in schema ${schemas} to ${loader}`);
  await client.query(`grant execute on all functions in schema ${schemas} to ${loader}, ${reader}`);
  // What was known is never taken away: of all rows only a name that its own ingest corrects is replaced.
  await client.query(`revoke delete on all tables in schema ${schemas} from ${loader}`);
  const names = LEAGUES.map((league) => `${league.code}.player_details`).join(', ');
  await client.query(`grant delete on ${names} to ${loader}`);
  // Who may call is not the loader's business.
  await client.query(`revoke all on playclock.api_keys from ${loader}`);
}
