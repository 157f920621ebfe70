/** Against a daemon on the loopback that speaks INSTREAM as ClamAV's does. */
import { once } from 'node:events';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { clamdScanner, clamdSettings } from './clamd';

/** The harmless file that every scanner reports; put together here so that this file is not it. */
const eicar = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE', '!$H+H*'].join('');
const most = 500_000;
let server: Server;
let where = { host: '127.0.0.1', port: 0 };
let mute = false;
beforeAll(async () => {
  server = createServer((s) => {
    let got = Buffer.alloc(0);
    s.on('error', () => {});
    s.on('data', (part) => {
      got = Buffer.concat([got, part as Buffer]);
      if (mute) return;
      if (!'zINSTREAM\0'.startsWith(got.subarray(0, 10).toString())) return void s.end('UNKNOWN COMMAND\0');
      const stream: Buffer[] = [];
      for (let at = 10; at + 4 <= got.length; ) {
        const n = got.readUInt32BE(at);
        if (n === 0) return void s.end(Buffer.concat(stream).includes(eicar) ? 'stream: Eicar-Test-Signature FOUND\0' : 'stream: OK\0');
        if (at + 4 + n > got.length) break;
        stream.push(got.subarray(at + 4, at + 4 + n));
        at += 4 + n;
      }
      if (got.length > most) s.end('INSTREAM size limit exceeded. ERROR\0');
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  where = { host: '127.0.0.1', port: (server.address() as AddressInfo).port };
});
afterAll(() => void server.close());

async function* pieces(...all: (string | Buffer)[]) {
  for (const p of all) yield Buffer.from(p);
}

it('tells clean from harmful, also across pieces', async () => {
  const scanner = clamdScanner(where);
  expect(await scanner.scan(pieces('%PDF-1.7', '', Buffer.alloc(100_000)))).toBe('clean');
  expect(await scanner.scan(pieces('%PDF-1.7', eicar.slice(0, 20), eicar.slice(20)))).toEqual({ found: 'Eicar-Test-Signature' });
});

it('is unable, and the file not harmful, when the daemon is away, mute, or the file too much for it', async () => {
  expect(await clamdScanner({ host: '127.0.0.1', port: 1 }).scan(pieces('x'))).toEqual({ unable: expect.stringContaining('ECONNREFUSED') });
  expect(await clamdScanner(where).scan(pieces(...Array.from({ length: 20 }, () => Buffer.alloc(60_000))))).toEqual({ unable: expect.anything() });
  mute = true;
  expect(await clamdScanner(where, 100).scan(pieces('x'))).toEqual({ unable: 'clamd did not answer in time' });
  mute = false;
});

it('is set by one variable', () => {
  expect(clamdSettings({})).toBeNull();
  expect(clamdSettings({ YIJIAN_CLAMD: 'tcp://127.0.0.1:3310' })).toEqual({ host: '127.0.0.1', port: 3310 });
  expect(clamdSettings({ YIJIAN_CLAMD: 'unix:///run/clamav/clamd.ctl' })).toEqual({ path: '/run/clamav/clamd.ctl' });
  expect(() => clamdSettings({ YIJIAN_CLAMD: 'clamd' })).toThrow(expect.objectContaining({ setting: 'YIJIAN_CLAMD' }));
});
