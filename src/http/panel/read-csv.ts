/** Rows of a panel as CSV: `player_id` or `team_id`, and `as_of`; other columns are passed over. */
import { StringDecoder } from 'node:string_decoder';
import { CsvError, type Parser, parse } from 'csv-parse';
import { usualInstantIn } from '../../asof/panel/instants.ts';
import type { PanelRows } from '../../asof/panel/rows.ts';
import { badBody, MAX_ROW_LENGTH } from './body.ts';
import { IdTable } from './id-table.ts';

const NEWLINE = 10;
const RETURN = 13;
const SPACE = 32;
const QUOTE = 34;
const COMMA = 44;
const DELETE = 127;
const LONGEST_ID = 80;

/** Places of the columns that a panel reads; -1 where there is none. */
interface Header {
  readonly player: number;
  readonly team: number;
  readonly instant: number;
  /** How many columns there are. */
  readonly count: number;
}

const NO_HEADER: Header = { player: -1, team: -1, instant: -1, count: 0 };

/** Columns of the ids that the body had. */
export interface IdColumns {
  readonly player: boolean;
  readonly team: boolean;
}

/**
 * Add all rows. Lines without quotes are read from their bytes here, a tenth of the parser's time; from the first
 * quote on the parser takes over. Throws a problem where the body is no CSV, or its header names no id or no instant.
 */
export async function readCsv(body: AsyncIterable<Buffer>, rows: PanelRows): Promise<IdColumns> {
  const reader = new CsvRows(rows);
  const decoder = new StringDecoder('utf8');
  let rest: Buffer = Buffer.alloc(0);
  let parser: Parser | null = null;
  for await (const chunk of body) {
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    if (parser === null && !chunk.includes(QUOTE)) {
      rest = bytes.subarray(reader.lines(bytes));
      if (rest.length > MAX_ROW_LENGTH) throw badBody('a line is too long to be a row');
      continue;
    }
    rest = Buffer.alloc(0);
    parser ??= parserOf(reader);
    await feed(parser, decoder.write(bytes));
  }
  if (parser === null) reader.line(rest.toString());
  else await feed(parser, decoder.end(), true);
  return reader.columns();
}

/** Give the parser text, and wait until it has read it. */
function feed(parser: Parser, text: string, last = false): Promise<void> {
  return new Promise((resolve, reject) => {
    const refuse = (cause: Error) =>
      reject(cause instanceof CsvError ? badBody(`the body is no CSV: ${cause.message}`) : cause);
    if (last) parser.once('error', refuse).once('end', resolve).end(text);
    else if (text === '') resolve();
    else parser.write(text, (cause) => (cause == null ? resolve() : refuse(cause)));
  });
}

function parserOf(reader: CsvRows): Parser {
  const parser = parse({
    bom: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: MAX_ROW_LENGTH,
    on_record: (record: string[]) => {
      reader.record(record);
      return null;
    },
  });
  // Told to the write that met it; without a listener it would end the process.
  parser.on('error', () => {});
  parser.resume();
  return parser;
}

/** Where a cell lies among the bytes. */
class Cell {
  from = 0;
  to = 0;

  get isEmpty(): boolean {
    return this.to === this.from;
  }

  set(from: number, to: number): void {
    this.from = from;
    this.to = to;
  }
}

/** Takes records; the first is the header. */
class CsvRows {
  readonly #rows: PanelRows;
  #header: Header | null = null;
  readonly #player = new Cell();
  readonly #team = new Cell();
  readonly #instant = new Cell();
  readonly #players = new IdTable();
  readonly #teams = new IdTable();
  readonly #makePlayer = (id: string) => this.#rows.entityOf('player', id);
  readonly #makeTeam = (id: string) => this.#rows.entityOf('team', id);

  constructor(rows: PanelRows) {
    this.#rows = rows;
  }

  /** Take the whole lines of some bytes; returns where the rest begins. */
  lines(bytes: Buffer): number {
    let start = 0;
    if (this.#header === null) {
      const end = bytes.indexOf(NEWLINE);
      if (end < 0) return 0;
      this.line(bytes.toString('utf8', 0, end));
      start = end + 1;
    }
    const { player, team, instant, count } = this.#header ?? NO_HEADER;
    let cell = 0;
    let from = start;
    for (let at = start; at < bytes.length; at++) {
      const byte = bytes[at];
      if (byte !== COMMA && byte !== NEWLINE) continue;
      const to = byte === NEWLINE && at > from && bytes[at - 1] === RETURN ? at - 1 : at;
      if (cell === player) this.#player.set(from, to);
      else if (cell === team) this.#team.set(from, to);
      else if (cell === instant) this.#instant.set(from, to);
      from = at + 1;
      cell++;
      if (byte === COMMA) continue;
      if (cell > count || !this.#plainRow(bytes)) this.line(bytes.toString('utf8', start, at));
      this.#player.set(0, 0);
      this.#team.set(0, 0);
      this.#instant.set(0, 0);
      start = from;
      cell = 0;
    }
    return start;
  }

  /** Add the row of the cells found; false where it is not of the plain kind. */
  #plainRow(bytes: Uint8Array): boolean {
    const isTeam = !this.#team.isEmpty;
    if (isTeam && !this.#player.isEmpty) return false;
    const { from, to } = isTeam ? this.#team : this.#player;
    if (!isId(bytes, from, to)) return false;
    const at = usualInstantIn(bytes, this.#instant.from, this.#instant.to);
    if (Number.isNaN(at)) return false;
    const entity = isTeam
      ? this.#teams.find(bytes, from, to, this.#makeTeam)
      : this.#players.find(bytes, from, to, this.#makePlayer);
    this.#rows.addAt(entity, at);
    return true;
  }

  line(text: string): void {
    const line = text.endsWith('\r') ? text.slice(0, -1) : text;
    if (line === '') return;
    this.record((this.#header === null ? line.replace(/^\uFEFF/, '') : line).split(','));
  }

  record(cells: readonly string[]): void {
    if (this.#header === null) {
      this.#header = readHeader(cells);
      return;
    }
    const { player, team, instant, count } = this.#header;
    const playerId = player < 0 ? '' : (cells[player] ?? '').trim();
    const teamId = team < 0 ? '' : (cells[team] ?? '').trim();
    // With a comma too many nobody knows where the instant ends, as in "19:02:34,560": it is shown as it stands, and refused.
    const hasTooMany = cells.length > count && cells.slice(count).some((cell) => cell.trim() !== '');
    const at = (hasTooMany ? cells.slice(instant).join(',') : (cells[instant] ?? '')).trim();
    if (playerId !== '' && teamId !== '') this.#rows.add('player', '', at);
    else if (teamId !== '') this.#rows.add('team', teamId, at);
    else this.#rows.add('player', playerId, at);
  }

  columns(): IdColumns {
    if (this.#header === null) throw badBody('the body is empty: its first line names the columns');
    return { player: this.#header.player >= 0, team: this.#header.team >= 0 };
  }
}

/** Whether bytes are an id as it usually is: characters of ASCII without space among them. */
function isId(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const byte = bytes[at] ?? 0;
    if (byte <= SPACE || byte >= DELETE) return false;
  }
  return to > from && to - from <= LONGEST_ID;
}

function readHeader(cells: readonly string[]): Header {
  const names = cells.map((cell) => cell.trim());
  const header = {
    player: names.indexOf('player_id'),
    team: names.indexOf('team_id'),
    instant: names.indexOf('as_of'),
    count: names.length,
  };
  if (header.instant < 0 || (header.player < 0 && header.team < 0)) {
    throw badBody('the first line must name the columns: player_id or team_id, and as_of');
  }
  const twice = ['player_id', 'team_id', 'as_of'].find(
    (name) => names.indexOf(name) !== names.lastIndexOf(name),
  );
  if (twice !== undefined) throw badBody(`the first line names ${twice} twice`);
  return header;
}
