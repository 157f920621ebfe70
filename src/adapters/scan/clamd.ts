/**
 * ClamAV’s daemon over TCP or a socket (INSTREAM): the file goes in pieces, each behind its length, and the answer is one line. It is asked for each file anew; a
 * daemon that is away, slow or too small for the file makes it unable, not the file harmful.
 */
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import type { Scanner, Verdict } from '../../app/ports/scanner';
import { WrongSetting } from '../wrong-setting';

export type ClamdOptions = { host: string; port: number } | { path: string };

const patience = 30_000;

export const clamdScanner = (where: ClamdOptions, within = patience): Scanner => ({
  scan: async (bytes) => {
    const socket = connect(where);
    socket.setTimeout(within, () => socket.destroy(new Error('clamd did not answer in time')));
    try {
      return await scanned(socket, bytes);
    } catch (error) {
      return { unable: error instanceof Error ? error.message : String(error) };
    } finally {
      socket.destroy();
    }
  },
});

async function scanned(socket: Socket, bytes: AsyncIterable<Uint8Array>): Promise<Verdict> {
  const answer = answerOf(socket);
  answer.catch(() => {});
  await Promise.race([once(socket, 'connect'), answer]);
  socket.write('zINSTREAM\0');
  for await (const piece of bytes) {
    if (piece.length === 0) continue;
    const length = Buffer.alloc(4);
    length.writeUInt32BE(piece.length);
    socket.write(length);
    // The daemon may have had enough and answered already.
    if (!socket.write(piece)) await Promise.race([once(socket, 'drain'), answer]);
    if (socket.destroyed || socket.readableEnded) break;
  }
  if (!socket.destroyed) socket.write(Buffer.alloc(4));
  return verdictOf(await answer);
}

async function answerOf(socket: Socket): Promise<string> {
  let said = '';
  for await (const part of socket) {
    said += String(part);
    if (said.length > 4096 || said.includes('\0')) break;
  }
  return said.replace(/\0.*$/s, '').trim();
}

function verdictOf(answer: string): Verdict {
  if (answer === 'stream: OK') return 'clean';
  const found = /^stream: (.+) FOUND$/.exec(answer)?.[1];
  return found ? { found } : { unable: answer === '' ? 'clamd went away' : `clamd: ${answer}` };
}

/** YIJIAN_CLAMD: `tcp://127.0.0.1:3310` or `unix:///run/clamav/clamd.ctl`; null: no scanner. @throws WrongSetting */
export function clamdSettings({ YIJIAN_CLAMD: where }: NodeJS.ProcessEnv): ClamdOptions | null {
  if (!where) return null;
  const url = URL.canParse(where) ? new URL(where) : null;
  if (url?.protocol === 'unix:' && url.pathname.length > 1) return { path: url.pathname };
  if (url?.protocol === 'tcp:' && url.hostname && url.port) return { host: url.hostname.replace(/^\[|\]$/g, ''), port: Number(url.port) };
  throw new WrongSetting('YIJIAN_CLAMD', '应写成 tcp://127.0.0.1:3310 或 unix:///run/clamav/clamd.ctl', 'write tcp://127.0.0.1:3310 or unix:///run/clamav/clamd.ctl');
}
