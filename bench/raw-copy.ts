/** The least a load can cost: the very same final rows, copied into the same tables with all they carry. */
import { finished } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { withClient } from './server.ts';

interface Dump {
  readonly table: string;
  readonly text: Buffer;
}

/** Milliseconds to copy all rows of a league's tables back in, one transaction a table. */
export async function rawCopy(url: string, league: string): Promise<number> {
  return withClient(url, async (client) => {
    const tables = await tablesOf(client, league);
    const dumps: Dump[] = [];
    for (const table of tables) dumps.push({ table, text: await dump(client, table) });
    await client.query(`truncate ${tables.join(', ')}`);
    await client.query('checkpoint');
    const started = performance.now();
    for (const { table, text } of dumps) {
      const stream = client.query(copyFrom(`copy ${table} from stdin`));
      stream.end(text);
      await finished(stream);
    }
    return performance.now() - started;
  });
}

/** Tables of a schema, those referred to before those that refer to them. */
async function tablesOf(client: pg.Client, league: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string; needs: string[] }>(
    `select c.oid::regclass::text as name,
       array(select f.confrelid::regclass::text from pg_constraint f
             where f.conrelid = c.oid and f.contype = 'f' and f.confrelid <> c.oid) as needs
     from pg_class c where c.relnamespace = $1::regnamespace and c.relkind = 'r' order by 1`,
    [pg.escapeIdentifier(league)],
  );
  const ordered: string[] = [];
  const wanted = new Map(rows.map((row) => [row.name, row.needs]));
  const place = (name: string) => {
    if (ordered.includes(name)) return;
    for (const needed of wanted.get(name) ?? []) if (wanted.has(needed)) place(needed);
    ordered.push(name);
  };
  for (const name of wanted.keys()) place(name);
  return ordered;
}

async function dump(client: pg.Client, table: string): Promise<Buffer> {
  const chunks: Buffer[] = [];
  const stream = client.query(copyTo(`copy ${table} to stdout`));
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}
