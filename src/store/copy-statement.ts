/**
 * COPY as one round trip. The rows are all there, so they follow the statement at once; a server that refuses the
 * statement passes over rows that come after it, as its protocol asks.
 */
import type pg from 'pg';

/** What the driver's connection offers beyond its published types. */
interface CopyConnection {
  query(text: string): void;
  sendCopyFromChunk(bytes: Buffer): void;
  endCopyFrom(): void;
}

/** Run `copy ... from stdin` with its rows. Rejects with the server's error. */
export function copyRows(client: pg.ClientBase, statement: string, rows: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    client.query(new CopyStatement(statement, rows, resolve, reject));
  });
}

class CopyStatement implements pg.Submittable {
  readonly #statement: string;
  readonly #rows: Buffer;
  readonly #done: () => void;
  readonly #failed: (cause: Error) => void;

  constructor(statement: string, rows: Buffer, done: () => void, failed: (cause: Error) => void) {
    this.#statement = statement;
    this.#rows = rows;
    this.#done = done;
    this.#failed = failed;
  }

  submit(given: pg.Connection): void {
    const connection = given as unknown as CopyConnection;
    connection.query(this.#statement);
    connection.sendCopyFromChunk(this.#rows);
    connection.endCopyFrom();
  }

  handleCopyInResponse(): void {}

  handleCommandComplete(): void {}

  handleReadyForQuery(): void {
    this.#done();
  }

  handleError(cause: Error): void {
    this.#failed(cause);
  }
}
