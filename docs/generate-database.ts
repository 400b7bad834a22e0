/**
 * docs/database.md, from the table definitions. A table or column without its line in `descriptions.ts` is an error, so
 * the page cannot fall behind the schema.
 */
import { is, SQL, Table } from 'drizzle-orm';
import {
  getTableConfig,
  IndexedColumn,
  isPgEnum,
  type PgColumn,
  PgDialect,
  type PgTable,
} from 'drizzle-orm/pg-core';
import * as nba from '../drizzle/leagues/nba.ts';
import * as ledger from '../drizzle/ledger.ts';
import { LEAGUES } from '../src/sports/leagues.ts';
import { columnOf } from '../src/sports/sport.ts';
import { INTRODUCTION, MEANINGS, PURPOSES } from './descriptions.ts';
import { code, GENERATED, table, UndocumentedError } from './markdown.ts';

type TableConfig = ReturnType<typeof getTableConfig>;

const ORDER = Object.keys(PURPOSES);

/** Keys that may stand without a foreign key. */
const KEYS = new Set(['team_key', 'player_key', 'game_key']);

/** The page docs/database.md. */
export function renderSchema(): string {
  const all = [...tablesOf(ledger), ...tablesOf(nba)];
  return [
    GENERATED,
    '',
    INTRODUCTION,
    '## Types',
    '',
    ...table(
      ['type', 'values, in order'],
      enums().map(({ enumName, enumValues }) => [`\`playclock.${enumName}\``, code(enumValues)]),
    ),
    '',
    '## Tables at a glance',
    '',
    ...table(
      ['table', 'what it holds'],
      all.map((config) => [`[\`${titleOf(config)}\`](#${anchorOf(config)})`, purposeOf(config)]),
    ),
    '',
    ...all.flatMap(renderTable),
  ].join('\n');
}

function renderTable(config: TableConfig): string[] {
  return [
    `## ${titleOf(config)}`,
    '',
    purposeOf(config),
    '',
    ...table(['column', 'type', 'null', 'meaning'], columnRows(config)),
    '',
    ...rulesOf(config),
    '',
  ];
}

/** A row a column; the counters of a level stand together. */
function columnRows(config: TableConfig): string[][] {
  const sport = LEAGUES.find((league) => league.code === config.schema)?.sport;
  const counters = new Set((sport?.counters ?? []).map(columnOf));
  const rows: string[][] = [];
  let shown = false;
  for (const column of config.columns) {
    if (!counters.has(column.name)) {
      rows.push([`\`${column.name}\``, typeOf(column), nullability(column), meaningOf(config, column)]);
    } else if (!shown) {
      shown = true;
      const level = config.columns.filter((candidate) => counters.has(candidate.name));
      for (const [type, group] of Map.groupBy(level, typeOf)) {
        rows.push([spanOf(group), type, nullability(column), 'within the game']);
      }
    }
  }
  return rows;
}

function spanOf(columns: readonly PgColumn[]): string {
  const [first, last] = [columns[0]?.name ?? '', columns.at(-1)?.name ?? ''];
  return columns.length === 1 ? `\`${first}\`` : `${columns.length} counters, \`${first}\` to \`${last}\``;
}

function typeOf(column: PgColumn): string {
  const identity = column.generatedIdentity === undefined ? '' : ', generated always as identity';
  const type = column.getSQLType();
  const name = enums().some((candidate) => candidate.enumName === type) ? `playclock.${type}` : type;
  return `${name.replace('timestamp (3) with time zone', 'timestamptz(3)')}${identity}`;
}

function nullability(column: PgColumn): string {
  return column.notNull ? 'not null' : 'null';
}

function meaningOf(config: TableConfig, column: PgColumn): string {
  const meaning = MEANINGS[`${config.name}.${column.name}`] ?? MEANINGS[column.name];
  if (meaning === undefined) throw new UndocumentedError(`${titleOf(config)}.${column.name}`);
  return meaning;
}

function purposeOf(config: TableConfig): string {
  const purpose = PURPOSES[config.name];
  if (purpose === undefined) throw new UndocumentedError(titleOf(config));
  return purpose;
}

/** Keys, references, checks and indexes. */
function rulesOf(config: TableConfig): string[] {
  const columns = (names: readonly { readonly name: string }[]) => names.map(({ name }) => name).join(', ');
  const primary = [
    ...config.columns.filter((column) => column.primary).map((column) => column.name),
    ...config.primaryKeys.map((key) => columns(key.columns)),
  ];
  const unique = config.columns.filter((column) => column.isUnique).map((column) => column.name);
  const references = config.foreignKeys.map((key) => {
    const { columns: from, foreignColumns: to, foreignTable } = key.reference();
    const target = getTableConfig(foreignTable);
    return `\`${columns(from)}\` → \`${target.schema}.${target.name}.${columns(to)}\``;
  });
  const unreferenced = config.columns
    .map((column) => column.name)
    .filter((name) => KEYS.has(name) && !references.some((text) => text.startsWith(`\`${name}\``)))
    .filter((name) => !primary.includes(name))
    .map((name) => `\`${name}\``);
  return [
    ...line(
      'Primary key',
      primary.map((name) => `\`${name}\``),
    ),
    ...line(
      'Unique',
      unique.map((name) => `\`${name}\``),
    ),
    ...line('Foreign keys', references),
    ...line('Keys without a foreign key', unreferenced),
    ...line(
      'Checks',
      config.checks.map((check) => `\`${check.name}\`: \`${textOf(check.value)}\``),
    ),
    ...line(
      'Indexes',
      config.indexes.map(({ config }) => renderIndex(config)),
    ),
  ];
}

function line(label: string, items: readonly string[]): string[] {
  if (items.length === 0) return [];
  return items.length === 1
    ? [`- ${label}: ${items[0]}`]
    : [`- ${label}:`, ...items.map((item) => `  - ${item}`)];
}

function renderIndex(config: TableConfig['indexes'][number]['config']): string {
  const columns = config.columns.map((column) =>
    is(column, SQL) ? textOf(column) : is(column, IndexedColumn) ? (column.name ?? '') : '',
  );
  const kind = `${config.unique ? 'unique ' : ''}${config.method === 'btree' ? '' : config.method}`.trim();
  const where = config.where === undefined ? '' : ` where ${textOf(config.where)}`;
  return `\`${config.name}\`: ${kind === '' ? '' : `${kind} `}\`(${columns.join(', ')})${where}\``;
}

/** SQL as a reader writes it: column names without table and quotes. */
function textOf(value: SQL): string {
  const { sql } = new PgDialect().sqlToQuery(value);
  return sql.replace(/(?:"\w+"\.)*"(\w+)"/g, '$1');
}

function tablesOf(module: Readonly<Record<string, unknown>>): TableConfig[] {
  return Object.values(module)
    .filter((value): value is PgTable => is(value, Table))
    .map((value) => getTableConfig(value))
    .sort((a, b) => ORDER.indexOf(a.name) - ORDER.indexOf(b.name));
}

/** Sorted, for the order of a module's exports depends on who imports it. */
function enums() {
  return Object.values(ledger)
    .filter((value) => isPgEnum(value))
    .sort((a, b) => (a.enumName < b.enumName ? -1 : 1));
}

function titleOf(config: TableConfig): string {
  return `${config.schema}.${config.name}`;
}

function anchorOf(config: TableConfig): string {
  return titleOf(config).replaceAll('.', '');
}
