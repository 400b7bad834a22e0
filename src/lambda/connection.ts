/** The database from inside Lambda: an IAM token for every new connection, signed here, nothing stored. */
import { Signer } from '@aws-sdk/rds-signer';
import { z } from 'zod';
import type { Target } from '../database/target.ts';

/** Connections of a function's pool at most: reading while writing, or two reads of one request. */
export const POOL_SIZE = 2;
/** Connections of the API beside its pool: while it streams live changes it listens on one (`src/asof/follower.ts`). */
export const LISTENING = 1;

const Environment = z.object({
  DATABASE_HOST: z.string(),
  DATABASE_PORT: z.coerce.number().int().default(5432),
  DATABASE_NAME: z.string().default('playclock'),
  DATABASE_USER: z.string(),
  AWS_REGION: z.string(),
});

/**
 * Where to connect, by the environment. `DATABASE_URL` is for running a function away from AWS, and wins.
 * TLS verifies the server against the roots that Node trusts: `NODE_EXTRA_CA_CERTS` adds those of RDS.
 */
export function databaseTarget(environment: NodeJS.ProcessEnv): Target {
  if (environment.DATABASE_URL) return environment.DATABASE_URL;
  const { DATABASE_HOST, DATABASE_PORT, DATABASE_NAME, DATABASE_USER, AWS_REGION } =
    Environment.parse(environment);
  const signer = new Signer({
    hostname: DATABASE_HOST,
    port: DATABASE_PORT,
    username: DATABASE_USER,
    region: AWS_REGION,
  });
  return {
    host: DATABASE_HOST,
    port: DATABASE_PORT,
    database: DATABASE_NAME,
    user: DATABASE_USER,
    password: () => signer.getAuthToken(),
    ssl: { rejectUnauthorized: true },
  };
}
