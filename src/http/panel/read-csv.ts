/** Rows of a panel as CSV: `player_id` or `team_id`, and `as_of`; other columns are passed over. */
import { StringDecoder } from 'node:string_decoder';
import { CsvError, type Parser, parse } from 'csv-parse';
import type { PanelRows } from '../../asof/panel/rows.ts';
import { badBody, MAX_ROW_LENGTH } from './body.ts';

/** Places of the columns that a panel reads; -1 where there is none. */
interface Header {
  readonly player: number;
  readonly team: number;
  readonly instant: number;
}

/** Columns of the ids that the body had. */
export interface IdColumns {
  readonly player: boolean;
  readonly team: boolean;
}

/**
 * Add all rows. Lines without quotes are split here, a tenth of the parser's time; from the first quote on the
 * parser takes over. Throws a problem where the body is no CSV, or its header names no id or no instant.
 */
export async function readCsv(body: AsyncIterable<Buffer>, rows: PanelRows): Promise<IdColumns> {
  const reader = new CsvRows(rows);
  const decoder = new StringDecoder('utf8');
  let rest = '';
  let parser: Parser | null = null;
  for await (const chunk of body) {
    if (parser === null && chunk.includes(34)) {
      parser = parserOf(reader);
      await feed(parser, rest);
      rest = '';
    }
    if (parser !== null) {
      await feed(parser, decoder.write(chunk));
      continue;
    }
    const lines = (rest + decoder.write(chunk)).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) reader.line(line);
    if (rest.length > MAX_ROW_LENGTH) throw badBody('a line is too long to be a row');
  }
  rest += decoder.end();
  if (parser === null) reader.line(rest);
  else await feed(parser, rest, true);
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

/** Takes records; the first is the header. */
class CsvRows {
  readonly #rows: PanelRows;
  #header: Header | null = null;

  constructor(rows: PanelRows) {
    this.#rows = rows;
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
    const { player, team, instant } = this.#header;
    const playerId = player < 0 ? '' : (cells[player] ?? '').trim();
    const teamId = team < 0 ? '' : (cells[team] ?? '').trim();
    const at = (cells[instant] ?? '').trim();
    if (playerId !== '' && teamId !== '') this.#rows.add('player', '', at);
    else if (teamId !== '') this.#rows.add('team', teamId, at);
    else this.#rows.add('player', playerId, at);
  }

  columns(): IdColumns {
    if (this.#header === null) throw badBody('the body is empty: its first line names the columns');
    return { player: this.#header.player >= 0, team: this.#header.team >= 0 };
  }
}

function readHeader(cells: readonly string[]): Header {
  const names = cells.map((cell) => cell.trim());
  const header = {
    player: names.indexOf('player_id'),
    team: names.indexOf('team_id'),
    instant: names.indexOf('as_of'),
  };
  if (header.instant < 0 || (header.player < 0 && header.team < 0)) {
    throw badBody('the first line must name the columns: player_id or team_id, and as_of');
  }
  return header;
}
