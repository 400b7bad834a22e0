/** `keys`: who may call the API. */
import Table from 'cli-table3';
import { type Command, InvalidArgumentError } from 'commander';
import { formatInstant } from '../asof/instant.ts';
import { createKey, endKey, rotateKey } from '../keys/manage.ts';
import { type KeyScope, listKeys, SCOPES, type StoredKey } from '../store/api-keys.ts';
import { withSession } from './session.ts';

interface CreateWords {
  readonly name: string;
  readonly scopes: readonly KeyScope[];
  readonly perMinute: number;
}

/** Add the commands. */
export function keyCommands(program: Command): void {
  const keys = program.command('keys').description('keys of the API');
  keys
    .command('create')
    .description('make a key; it is shown once')
    .requiredOption('--name <name>', 'whose it is')
    .option('--scopes <list>', `of ${SCOPES.join(', ')}`, readScopes, ['read'])
    .option('--per-minute <calls>', 'calls allowed in a minute', readLimit, 600)
    .action((words: CreateWords) =>
      withSession(async ({ pool }) => {
        const { keyId, key } = await createKey(pool, words);
        console.log(`${key}\nshown once; its id is ${keyId}`);
      }),
    );
  keys
    .command('list')
    .description('all keys, without their secrets')
    .action(() => withSession(async ({ pool }) => console.log(table(await listKeys(pool)))));
  keys
    .command('rotate')
    .description('give a key another secret; the old one ends within seconds')
    .argument('<id>')
    .action((id: string) =>
      withSession(async ({ pool }) => console.log(`${(await rotateKey(pool, id)).key}\nshown once`)),
    );
  keys
    .command('revoke')
    .description('end a key, within seconds and for good')
    .argument('<id>')
    .action((id: string) =>
      withSession(async ({ pool }) => {
        await endKey(pool, id);
        console.log(`${id} is revoked`);
      }),
    );
}

function readScopes(text: string): KeyScope[] {
  const words = text.split(',').map((word) => word.trim());
  const scopes = SCOPES.filter((scope) => words.includes(scope));
  if (scopes.length !== words.length) throw new InvalidArgumentError(`of ${SCOPES.join(', ')}`);
  return scopes;
}

function readLimit(text: string): number {
  if (!/^[1-9]\d{0,6}$/.test(text)) throw new InvalidArgumentError('a whole number from 1 on');
  return Number(text);
}

function table(keys: readonly StoredKey[]): string {
  const rows = new Table({
    head: ['id', 'name', 'scopes', 'a minute', 'created', 'revoked'],
    style: { head: [], border: [] },
  });
  for (const { keyId, name, scopes, perMinute, createdAt, revokedAt } of keys) {
    const revoked = revokedAt === null ? '' : formatInstant(revokedAt);
    rows.push([keyId, name, scopes.join(', '), perMinute, formatInstant(createdAt), revoked]);
  }
  return rows.toString();
}
