/**
 * Giving back what indexes waste. A game's rows go to the ends of its players' ranges, in the middle of an index
 * whose entries are too wide for PostgreSQL to split a page anywhere but in half (it splits where rows arrive up to 16
 * bytes of key, `_bt_afternewitemoff`; player, instant and order take 24): a season loaded leaves pages 51 % full.
 */
import type pg from 'pg';

/** An index with its size, and the size that a rebuild would leave. Bytes. */
export interface LooseIndex {
  readonly name: string;
  readonly bytes: number;
  readonly packed: number;
}

interface IndexRow {
  readonly name: string;
  readonly bytes: number;
  readonly entries: number;
  readonly columns: readonly { readonly width: number; readonly align: 'c' | 's' | 'i' | 'd' }[];
}

/** What a rebuild fills of a page, and bytes an entry takes beside its columns. */
const FILL = 0.9;
const ENTRY_HEADER = 8;
const LINE_POINTER = 4;
const ALIGNMENT = { c: 1, s: 2, i: 4, d: 8 } as const;

/** Rebuilding is worth its reading and writing where it gives back a third of an index, and megabytes. */
const WORTH_SHARE = 1 / 3;
export const WORTH_BYTES = 32 * 1024 ** 2;

/** Indexes of tables this role owns that a rebuild would shrink by a third and `least` bytes, by the planner's statistics. */
export async function looseIndexes(db: pg.Pool | pg.ClientBase, least = WORTH_BYTES): Promise<LooseIndex[]> {
  const rows = await readIndexes(db);
  return rows
    .map(({ name, bytes, entries, columns }) => ({ name, bytes, packed: packedSize(entries, columns) }))
    .filter(({ bytes, packed }) => bytes - packed >= Math.max(least, bytes * WORTH_SHARE));
}

/**
 * Rebuild loose indexes one after another; readers and loads go on meanwhile. Those for which there is no time any more are
 * left for the next call. Returns what was rebuilt.
 *
 * @param goOn whether there is time for another.
 */
export async function compactIndexes(
  pool: pg.Pool,
  { least = WORTH_BYTES, goOn = () => true }: { least?: number; goOn?: () => boolean } = {},
): Promise<LooseIndex[]> {
  await dropUnfinished(pool);
  const rebuilt: LooseIndex[] = [];
  for (const index of await looseIndexes(pool, least)) {
    if (!goOn()) break;
    await pool.query(`reindex index concurrently ${index.name}`);
    rebuilt.push(index);
  }
  return rebuilt;
}

async function readIndexes(db: pg.Pool | pg.ClientBase): Promise<IndexRow[]> {
  const { rows } = await db.query<IndexRow>(
    `select format('%I.%I', n.nspname, i.relname) as name, pg_relation_size(i.oid)::float8 as bytes,
       i.reltuples::float8 as entries, c.columns
     from pg_index x
       join pg_class i on i.oid = x.indexrelid
       join pg_class t on t.oid = x.indrelid
       join pg_namespace n on n.oid = i.relnamespace
       join pg_am m on m.oid = i.relam
       cross join lateral (
         select json_agg(json_build_object(
             'width', case when a.attlen > 0 then a.attlen else coalesce(s.avg_width, 16) end,
             'align', case when a.attlen > 0 then a.attalign else 'c' end
           ) order by a.attnum) as columns
         from pg_attribute a
           left join pg_stats s on s.schemaname = n.nspname and s.tablename = t.relname and s.attname = a.attname
         where a.attrelid = i.oid
       ) c
     where m.amname = 'btree' and i.reltuples > 0 and pg_get_userbyid(i.relowner) = current_user
       and n.nspname !~ '^pg_'`,
  );
  return rows;
}

function packedSize(entries: number, columns: IndexRow['columns']): number {
  const up = (size: number, to: number) => Math.ceil(size / to) * to;
  const key = columns.reduce((size, { width, align }) => up(size, ALIGNMENT[align]) + width, 0);
  return (entries * (ENTRY_HEADER + up(key, 8) + LINE_POINTER)) / FILL;
}

/** A rebuild that was interrupted leaves a copy that is written to and never read. */
async function dropUnfinished(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ name: string }>(
    `select format('%I.%I', n.nspname, i.relname) as name
     from pg_index x join pg_class i on i.oid = x.indexrelid join pg_namespace n on n.oid = i.relnamespace
     where not x.indisvalid and i.relname ~ '_cc(new|old)\\d*$' and pg_get_userbyid(i.relowner) = current_user`,
  );
  for (const { name } of rows) await pool.query(`drop index concurrently if exists ${name}`);
}
