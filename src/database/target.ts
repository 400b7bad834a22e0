/** Where a database is and how to sign in: a connection string, or parts with a password made when it is needed. */
import type pg from 'pg';

export type Target =
  | string
  | {
      readonly host: string;
      readonly port: number;
      readonly database: string;
      readonly user: string;
      /** Asked anew for every connection: a token of RDS lives fifteen minutes. */
      readonly password: string | (() => Promise<string>);
      readonly ssl: { readonly rejectUnauthorized: true };
    };

/** The driver's settings for a target. */
export function connectTo(target: Target): pg.ClientConfig {
  return typeof target === 'string' ? { connectionString: target } : { ...target };
}
