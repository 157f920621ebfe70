/**
 * `copy (…) to stdout (format binary)` through `pg`, which has no word for it: rows as the server's own bytes, never turned into text and back.
 * What `pg` calls on a query of its own, by its names (pg/lib/client.js).
 */
import type pg from 'pg';

/** The rows as PostgreSQL lays them out (documentation of COPY, "Binary Format"), from header to trailer. Rejects as a query does. */
export function copyOut(client: pg.ClientBase, text: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    let bytes = Buffer.allocUnsafe(1 << 16);
    let length = 0;
    let failed: Error | null = null;
    const nothing = () => {};
    const query = {
      callback: (error: Error | null) => (error ? reject(error) : resolve(bytes.subarray(0, length))),
      submit: (connection: { query(text: string): void }) => connection.query(text),
      // The chunk lies in a buffer that is used again.
      handleCopyData: ({ chunk }: { chunk: Buffer }) => {
        if (length + chunk.length > bytes.length) {
          const larger = Buffer.allocUnsafe(2 * (length + chunk.length));
          bytes.copy(larger, 0, 0, length);
          bytes = larger;
        }
        length += chunk.copy(bytes, length);
      },
      handleError: (error: Error) => {
        failed ??= error;
        query.callback(error);
      },
      handleReadyForQuery: () => failed ?? query.callback(null),
      handleCommandComplete: nothing,
      handleRowDescription: nothing,
      handleDataRow: nothing,
      handleEmptyQuery: nothing,
      handlePortalSuspended: nothing,
      handleCopyInResponse: nothing,
    };
    client.query(query as unknown as pg.Submittable);
  });
}
