/** The members of a bundle on their way to the disk, a file each, in bounded memory and with one file open at a time. */
import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

/** Bytes held before all are appended to their files. */
const BUDGET = 32 * 1024 ** 2;

/** What comes after a member's path: where its lines stand in the bundle. */
export const LINES = '.lines';

interface Piece {
  readonly path: string;
  readonly held: Buffer[];
  /** Entries for the file of lines: "17 4001", from line 17 of the piece on it is line 4001 of the bundle. */
  lines: string;
  nextLine: number;
  offset: number | null;
  bytes: number;
}

/** Takes runs of lines, each of one member, and appends them to the member's file. */
export class Pieces {
  readonly #folder: string;
  readonly #extension: string;
  readonly #head: Buffer;
  readonly #pieces = new Map<string, Piece>();
  #held = 0;

  /** @param head what every member begins with: the header of a CSV, with its line feed. */
  constructor(folder: string, extension: string, head: Buffer = Buffer.alloc(0)) {
    this.#folder = folder;
    this.#extension = extension;
    this.#head = head;
  }

  get size(): number {
    return this.#pieces.size;
  }

  /** Add bytes that begin at this line of the bundle and hold so many line ends. */
  add(name: string, bytes: Buffer, line: number, lineEnds: number): void {
    const piece = this.#pieces.get(name) ?? this.#begin(name);
    const offset = line - piece.nextLine;
    if (offset !== piece.offset) piece.lines += `${piece.nextLine} ${line}\n`;
    piece.offset = offset;
    piece.nextLine += lineEnds;
    piece.held.push(bytes);
    piece.bytes += bytes.length;
    this.#held += bytes.length;
    if (this.#held > BUDGET) this.flush();
  }

  /** Append all that is held. Nothing is on the disk before the first call. */
  flush(): void {
    mkdirSync(this.#folder, { recursive: true });
    for (const piece of this.#pieces.values()) {
      if (piece.held.length > 0) appendFileSync(piece.path, Buffer.concat(piece.held.splice(0)));
      if (piece.lines !== '') appendFileSync(`${piece.path}${LINES}`, piece.lines);
      piece.lines = '';
    }
    this.#held = 0;
  }

  /** Path of each member's file, in the order in which they began. */
  paths(): Map<string, string> {
    return new Map([...this.#pieces].map(([name, { path }]) => [name, path]));
  }

  #begin(name: string): Piece {
    const piece: Piece = {
      path: join(this.#folder, `${name}${this.#extension}`),
      held: this.#head.length === 0 ? [] : [this.#head],
      lines: '',
      nextLine: this.#head.length === 0 ? 1 : 2,
      offset: null,
      bytes: this.#head.length,
    };
    this.#pieces.set(name, piece);
    return piece;
  }
}
