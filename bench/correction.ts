/** Measure: an assist moved in the oldest game of a long career, against loading that game afresh. */
import { createPool } from '../src/database/pool.ts';
import type { SimulatedGame } from '../src/simulate/game.ts';
import { reviseGame } from '../src/simulate/revise.ts';
import { type Alternated, alternate, middle, ratio } from './alternate.ts';
import { LEAGUE } from './as-of-statement.ts';
import { type LedgerRow, loadGame } from './game-load.ts';
import { readProfile, type ServerTime, startProfile, stopProfile } from './load-profile.ts';
import { atMost, count, type Measure, table } from './measure.ts';
import { type BenchServer, withClient } from './server.ts';

const REACH_ROWS = 300;
const REACH_MS = 50;
const AFRESH = 'careers_afresh';

export interface CorrectionFindings {
  readonly compared: Alternated<LedgerRow>;
  /** Of all corrections, the first included. */
  readonly profile: ServerTime;
  /** Rows of one correction, by table. */
  readonly tables: readonly TableRows[];
  /** The game as it was corrected last. */
  readonly game: SimulatedGame;
}

interface TableRows {
  readonly table: string;
  readonly opened: number;
  readonly closed: number;
}

/**
 * Publish corrections of the oldest game one after another; in between, load it where nothing is known but a
 * game of the same players before it.
 */
export async function compareCorrections(
  server: BenchServer,
  url: string,
  oldest: SimulatedGame,
  earlier: SimulatedGame,
  rounds: number,
): Promise<CorrectionFindings> {
  await startProfile(url);
  const pool = createPool({ url, max: 2, name: 'playclock bench', pipeline: true });
  let game = oldest;
  // The first ingest of a connection finds empty caches.
  const correct = () => {
    game = reviseGame(game, 'bench', 'assist moved').game;
    return loadGame(pool, game);
  };
  try {
    const first = await correct();
    const compared = await alternate(rounds, correct, () => loadAfresh(server, oldest, earlier));
    const profile = await readProfile(url);
    return { compared, profile, tables: await rowsByTable(url, first.basis), game };
  } finally {
    await pool.end();
    await stopProfile(url);
    await server.drop(AFRESH);
  }
}

/** Into an empty database, by a connection that has loaded a game of the same teams before. */
async function loadAfresh(
  server: BenchServer,
  game: SimulatedGame,
  earlier: SimulatedGame,
): Promise<LedgerRow> {
  const pool = createPool({
    url: await server.create(AFRESH),
    max: 2,
    name: 'playclock bench',
    pipeline: true,
  });
  try {
    await loadGame(pool, earlier);
    return await loadGame(pool, game);
  } finally {
    await pool.end();
  }
}

async function rowsByTable(url: string, basis: number): Promise<TableRows[]> {
  return withClient(url, async (client) => {
    const { rows: names } = await client.query<{ name: string; closes: boolean }>(
      `select c.table_name as name, bool_or(c.column_name = 'basis_to') as closes
       from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
       where c.table_schema = $1 and c.column_name in ('basis_from', 'basis_to') and t.table_type = 'BASE TABLE'
       group by 1 order by 1`,
      [LEAGUE],
    );
    const found: TableRows[] = [];
    for (const { name, closes } of names) {
      const { rows } = await client.query<Omit<TableRows, 'table'>>(
        `select count(*) filter (where basis_from = $1)::int as opened,
           ${closes ? 'count(*) filter (where basis_to = $1)::int' : '0'} as closed from ${LEAGUE}.${name}`,
        [basis],
      );
      const [row] = rows;
      if (row !== undefined && row.opened + row.closed > 0) found.push({ table: name, ...row });
    }
    return found;
  });
}

export function correctionMeasures({ compared }: CorrectionFindings, seasons: number): Measure[] {
  const rows = (row: LedgerRow) => row.rows;
  const ms = (row: LedgerRow) => row.ms;
  const most = (figure: (row: LedgerRow) => number) => Math.max(...compared.a.map(figure));
  return [
    atMost(
      `an assist moved in the oldest game of a ${seasons}-season career: rows written`,
      REACH_ROWS,
      middle(compared.a, rows),
      'rows',
      `median of ${compared.a.length}; at most ${count(most(rows))}; the game afresh writes ${count(middle(compared.b, rows))}`,
    ),
    atMost(
      'the same: database time of the ingest',
      REACH_MS,
      middle(compared.a, ms),
      'ms',
      `median; at most ${count(most(ms))} ms; the game afresh takes ${count(middle(compared.b, ms))} ms`,
    ),
    {
      name: 'the same / loading that game afresh, database time',
      reach: '',
      measured: `**${ratio(compared, ms).toFixed(2)}** (rows: ${ratio(compared, rows).toFixed(2)})`,
      met: null,
    },
  ];
}

export function correctionDetails({ compared, tables, profile }: CorrectionFindings): string {
  const times = compared.a.length + 1;
  const share = (ms: number) => (ms / times).toFixed(1);
  const each = compared.a.map((row) => `${row.rows} rows in ${row.ms} ms`).join(', ');
  return [
    `The corrections, one after another: ${each}. Where the rows of one of them are:`,
    table(
      ['table', 'closed', 'opened'],
      tables.map((row) => [`\`${row.table}\``, count(row.closed), count(row.opened)]),
    ),
    `Where the server's time goes, milliseconds a correction (what is left of the transaction's time is the client's: reading the stored version, comparing, encoding):`,
    table(
      ['statement', 'calls', 'ms'],
      [
        ['all, execution', '', share(profile.copy + profile.other)],
        ['all, planning', '', share(profile.planning)],
        ...profile.top.map(({ text, calls, ms }) => [
          `\`${text.replaceAll('|', '\\|')}\``,
          (calls / times).toFixed(0),
          share(ms),
        ]),
      ],
    ),
  ].join('\n\n');
}
