/**
 * COPY as one round trip. The rows are all there, so they follow the statement at once; a server that refuses the
 * statement passes over rows that come after it, as its protocol asks.
 */
import pg from 'pg';

/** What the driver's connection offers beyond its published types. */
interface CopyConnection {
  query(text: string): void;
  sendCopyFromChunk(bytes: Buffer): void;
  endCopyFrom(): void;
}

/** Run `copy ... from stdin` with its rows. Rejects with the server's error. */
export function copyRows(client: pg.ClientBase, statement: string, rows: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    client.query(new CopyStatement(statement, rows, (error) => (error ? reject(error) : resolve())));
  });
}

/** A query of the driver's own kind: of any other it does not know whether it may be pipelined. */
class CopyStatement extends pg.Query {
  constructor(statement: string, rows: Buffer, ended: (error: Error | undefined) => void) {
    super(statement, ended);
    this.submit = (given) => {
      const connection = given as unknown as CopyConnection;
      connection.query(statement);
      connection.sendCopyFromChunk(rows);
      connection.endCopyFrom();
    };
  }

  /** The rows are under way. */
  handleCopyInResponse(): void {}
}
