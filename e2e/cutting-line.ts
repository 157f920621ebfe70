/** A line between a browser and the product that breaks when told: every connection is destroyed, and none is let through for a while. */
import { connect, createServer, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

export type Line = {
  url: string;
  /** Bytes carried since the last cut. */
  carried(): number;
  cut(milliseconds: number): Promise<void>;
  close(): Promise<void>;
};

export async function cuttingLine(port: number): Promise<Line> {
  const open = new Set<Socket>();
  let down = false;
  let bytes = 0;
  const server = createServer((near) => {
    if (down) return void near.destroy();
    const far = connect(port, '127.0.0.1');
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(from);
      from.on('data', (d) => (bytes += d.length));
      from.on('error', () => {});
      from.on('close', () => {
        open.delete(from);
        to.destroy();
      });
      from.pipe(to);
    }
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    carried: () => bytes,
    cut: async (milliseconds) => {
      down = true;
      for (const socket of open) socket.destroy();
      await new Promise((r) => setTimeout(r, milliseconds));
      bytes = 0;
      down = false;
    },
    close: async () => {
      for (const socket of open) socket.destroy();
      await new Promise<void>((closed) => server.close(() => closed()));
    },
  };
}
