/** A CSV with the rows of many games, one after the other or mixed: a CSV a game. */
import type { GameColumn } from '../../feeds/feed.ts';
import { cellAt, lineEnds, RecordEnds } from './csv-record.ts';
import type { Pieces } from './pieces.ts';
import { type Astray, Runs } from './runs.ts';

/** Name of rows before the first that names a game: no feed will recognise them, and the refusal names the line. */
const NO_GAME = 'game=none';

/** Splits a text, given piece by piece, after its header. */
export class CsvSplitter {
  readonly #pieces: Pieces;
  readonly #column: GameColumn;
  readonly #position: number;
  readonly #astray: Astray;
  readonly #runs = new Runs();
  #name = NO_GAME;
  #cell = '';
  #line = 2;

  /**
   * @param position place of the column that names the game.
   * @param astray rows that go with the game they stand in, whatever they name: its reader refuses them.
   */
  constructor(pieces: Pieces, column: GameColumn, position: number, astray: Astray) {
    this.#pieces = pieces;
    this.#column = column;
    this.#position = position;
    this.#astray = astray;
  }

  /** Rows that name another game than those around them; known when all has been taken. */
  astray(): Astray {
    return this.#runs.astray();
  }

  /** Take the whole records in these bytes; how many bytes they are. */
  take(bytes: Buffer, isLast: boolean): number {
    const ends = new RecordEnds(bytes, isLast);
    let begun = 0;
    let from = 0;
    while (from < bytes.length) {
      const end = ends.after(from);
      if (end < 0) break;
      const cell = cellAt(bytes, from, end, this.#position);
      if (cell !== this.#cell) {
        this.#pass(bytes, begun, from);
        begun = from;
        // A row that names no game is the fault of the game it stands with.
        if (this.#column.isGame(cell)) this.#name = this.#astray.get(this.#line) ?? `game=${cell}`;
        this.#cell = cell;
        this.#runs.begin(this.#name, this.#line);
      }
      this.#runs.row();
      from = end;
    }
    this.#pass(bytes, begun, from);
    return from;
  }

  #pass(bytes: Buffer, from: number, end: number): void {
    if (end === from) return;
    const lines = lineEnds(bytes, from, end);
    this.#pieces.add(this.#name, bytes.subarray(from, end), this.#line, lines);
    this.#line += lines;
  }
}
