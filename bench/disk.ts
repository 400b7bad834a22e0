/** Measure: the disk that seasons take, by table, as bytes a play. */
import { LEAGUE } from './as-of-statement.ts';
import { atMost, count, type Section, table } from './measure.ts';
import { withClient } from './server.ts';

const REACH_MEGABYTES = 8 * 1024;
const REACH_SEASONS = 30;

/** What is known beyond the figures of a run. */
const FINDINGS = `A play took 1,450 bytes while its feed's own row lay beside it; in compressed bundles of a game it takes 53 of what is
left ([ADR 11](adr/0011-documents-in-bundles.md)). Loads leave the indexes of running rows and plays 51 to 60 % full, since PostgreSQL splits pages of keys wider
than 16 bytes in half wherever rows arrive; the weekly maintenance (\`compact\`) rebuilds them, and is done here. Running rows took 310 bytes a play as rows
of their own, and take 84 in runs ([ADR 22](adr/0022-runs-of-running-rows.md)).`;

interface TableSize {
  readonly name: string;
  readonly rows: number;
  /** The table itself, with what is stored out of line. */
  readonly heap: number;
  readonly indexes: number;
}

/** Sizes of a database of whole simulated seasons, and what thirty would take. */
export async function measureDisk(url: string, seasons: number): Promise<Section> {
  return withClient(url, async (client) => {
    const { rows: tables } = await client.query<TableSize>(
      `select c.relname as name, greatest(c.reltuples, 0)::int as rows, pg_table_size(c.oid)::float8 as heap,
         pg_indexes_size(c.oid)::float8 as indexes
       from pg_class c where c.relnamespace = $1::regnamespace and c.relkind = 'r'
       order by pg_total_relation_size(c.oid) desc`,
      [LEAGUE],
    );
    const { rows } = await client.query<{ bytes: number; plays: number; carried: number }>(
      `select pg_database_size(current_database())::float8 as bytes,
         (select count(*)::int from ${LEAGUE}.play_by_play) as plays,
         (select count(*)::int from ${LEAGUE}.play_documents where format = 'json') as carried`,
    );
    const { bytes = 0, plays = 0, carried = 0 } = rows[0] ?? {};
    const megabytes = ((bytes / seasons) * REACH_SEASONS) / 1048576;
    const each = (size: number) => (size / plays).toFixed(1);
    const shown = tables.filter(({ heap, indexes }) => (heap + indexes) / plays >= 0.5);
    const older =
      carried === 0
        ? []
        : [
            `The documents of ${count(carried)} games were carried over from an older schema, uncompressed by the loader.`,
          ];
    return {
      title: 'Disk',
      measures: [
        atMost(
          `${REACH_SEASONS} seasons on disk, plays, indexes and all`,
          REACH_MEGABYTES,
          megabytes,
          'MB',
          `${count(bytes / 1048576)} MB for ${seasons} of ${count(plays / seasons)} plays: ${each(bytes)} bytes a play`,
        ),
      ],
      details: [
        'Bytes a play, by table:',
        table(
          ['table', 'rows', 'table', 'indexes'],
          shown.map(({ name, rows: n, heap, indexes }) => [
            `\`${name}\``,
            count(n),
            each(heap),
            each(indexes),
          ]),
        ),
        ...older,
        FINDINGS,
      ],
    };
  });
}
