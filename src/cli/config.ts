/** Settings of the environment, read once. */
import { z } from 'zod';
import { startEmbedded } from '../database/embedded.ts';
import { UsageError } from './usage-error.ts';

const Environment = z.object({
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'DATABASE_URL is not like postgres://USER:PASSWORD@HOST:5432/NAME')
    .refine(
      // A socket's address has no host.
      (url) => URL.canParse(url.replace('@/', '@localhost/')),
      'DATABASE_URL cannot be read: write %23 for # and %2F for / in a password, and so on',
    )
    .optional(),
  PLAYCLOCK_HOME: z.string().default('.playclock'),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'PORT is not a port number')
    .default('8080')
    .transform(Number)
    .refine((port) => port <= 65_535, 'PORT is not a port number'),
  HOST: z.string().default('127.0.0.1'),
  PLAYCLOCK_API_KEYS: z.string().default(''),
});

export interface Config {
  /** Null runs the embedded server in `home`. */
  readonly databaseUrl: string | null;
  readonly home: string;
  readonly port: number;
  readonly host: string;
  readonly keys: readonly string[];
}

/** Read the environment; throws `UsageError` naming what is wrong. */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const result = Environment.safeParse(given);
  if (!result.success)
    throw new UsageError(result.error.issues[0]?.message ?? 'the environment is not usable');
  const { data } = result;
  return {
    databaseUrl: data.DATABASE_URL ?? null,
    home: data.PLAYCLOCK_HOME,
    port: data.PORT,
    host: data.HOST,
    keys: data.PLAYCLOCK_API_KEYS.split(',')
      .map((key) => key.trim())
      .filter((key) => key !== ''),
  };
}

export interface Database {
  readonly url: string;
  close(): Promise<void>;
}

/** The database of the settings; the embedded server is started, or joined where it runs. */
export async function openDatabase(config: Config): Promise<Database> {
  if (config.databaseUrl !== null) return { url: config.databaseUrl, close: async () => {} };
  return startEmbedded({ home: config.home });
}
