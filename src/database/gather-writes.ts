/**
 * What is ready to be sent at one time goes to the socket at once. A load sends some 25 statements a game, each message by
 * itself, and handing those of a football season to the system one by one was a fifth of what its writing thread did.
 */
import type pg from 'pg';

/** What the driver's connection has beyond its published types. */
interface SendingConnection {
  readonly stream: { cork(): void; uncork(): void };
  _send(message: Buffer): boolean;
}

/** Send together what the client sends until this turn's pending work is done. For connected clients. */
export function gatherWrites(client: pg.ClientBase): void {
  const { connection } = client as unknown as { readonly connection: SendingConnection };
  const send = connection._send.bind(connection);
  let gathering = false;
  connection._send = (message) => {
    if (!gathering) {
      gathering = true;
      connection.stream.cork();
      // Behind what answers have already set going, before what that sets going in turn: rows are encoded there.
      queueMicrotask(() => {
        gathering = false;
        connection.stream.uncork();
      });
    }
    return send(message);
  };
}
