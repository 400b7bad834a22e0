/** What the tables said at a basis: it must be the same for ever. */
import type pg from 'pg';

/** A fingerprint of the rows of every versioned table of a league that a reader at that basis sees. */
export async function knowledgeAt(
  pool: pg.Pool,
  league: string,
  basis: number,
): Promise<Record<string, string>> {
  const { rows: tables } = await pool.query<{ name: string; columns: string }>(
    `select table_name as name, string_agg('t.' || column_name, ', ' order by ordinal_position) as columns
     from information_schema.columns c
     where table_schema = $1 and column_name <> 'basis_to' and exists (
       select from information_schema.columns b
       where b.table_schema = c.table_schema and b.table_name = c.table_name and b.column_name = 'basis_to')
     group by table_name order by table_name`,
    [league],
  );
  const parts = tables.map(
    ({ name, columns }) =>
      `select '${name}' as name,
         count(*) || ' ' || coalesce(md5(string_agg(row(${columns})::text, '|' order by row(${columns})::text)), '') as rows
       from ${league}.${name} t where basis_from <= ${basis} and (basis_to is null or basis_to > ${basis})`,
  );
  const { rows } = await pool.query<{ name: string; rows: string }>(parts.join(' union all '));
  return Object.fromEntries(rows.map((row) => [row.name, row.rows]));
}
