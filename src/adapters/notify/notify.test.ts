/** Against a mail server and a gateway on the loopback: what goes over the wire, and what a refusal means. */
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { gatewaysOf, notifySettings, smsGateway, smtpGateway } from './index';

const message = { key: 'sms m', to: 'her@example.org', subject: '一件：430212-1 有新消息', text: '【株洲一件】办件430212-1已收件。' };

describe('a mail server', () => {
  const letters: { to: string[]; raw: string }[] = [];
  let answer: { at: 'rcpt' | 'data'; code: number } | null = null;
  const refuse = (at: 'rcpt' | 'data') => (answer?.at === at ? Object.assign(new Error('refused'), { responseCode: answer.code }) : null);
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onRcptTo: (_, __, done) => done(refuse('rcpt')),
    onData: (stream, session, done) => {
      const parts: Buffer[] = [];
      stream.on('data', (b: Buffer) => parts.push(b));
      stream.on('end', () => {
        const no = refuse('data');
        if (!no) letters.push({ to: session.envelope.rcptTo.map((r) => r.address), raw: Buffer.concat(parts).toString() });
        done(no);
      });
    },
  });
  let gateway: ReturnType<typeof smtpGateway>;
  beforeAll(async () => {
    server.listen(0, '127.0.0.1');
    await once(server.server, 'listening');
    gateway = smtpGateway({ url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`, from: '一件 <no-reply@yijian.example>' });
  });
  afterEach(() => {
    answer = null;
  });
  afterAll(async () => {
    gateway.close();
    await new Promise<void>((done) => server.close(() => done()));
  });

  it('gets plain text in Chinese, and the same Message-ID when the same message comes again', async () => {
    expect([await gateway.give(message), await gateway.give(message), await gateway.give({ ...message, key: 'other' })]).toEqual(['sent', 'sent', 'sent']);
    const ids = letters.map((l) => /^Message-ID: (.+)$/im.exec(l.raw)![1]!.trim());
    expect(ids[0]).toBe(ids[1]);
    expect(ids[2]).not.toBe(ids[0]);
    const [letter] = letters;
    expect(letter!.to).toEqual(['her@example.org']);
    expect(letter!.raw).toMatch(/^Auto-Submitted: auto-generated/im);
    expect(letter!.raw).toMatch(/^Content-Type: text\/plain; charset=utf-8/im);
    const body = letter!.raw.split('\r\n\r\n').slice(1).join('');
    expect(
      Buffer.from(
        body.replace(/=([0-9A-F]{2})|=\r\n/g, (_, h: string | undefined) => (h ? String.fromCharCode(Number.parseInt(h, 16)) : '')),
        'latin1',
      ).toString() + Buffer.from(body, 'base64').toString(),
    ).toContain(message.text);
  });

  it.each([
    [{ at: 'rcpt' as const, code: 550 }, false],
    [{ at: 'rcpt' as const, code: 451 }, true],
    [{ at: 'data' as const, code: 554 }, false],
    [{ at: 'data' as const, code: 452 }, true],
  ])('that says %o: again %s', async (said, again) => {
    answer = said;
    expect(await gateway.give(message)).toMatchObject({ again });
  });

  it('puts nothing of a message into its headers', async () => {
    letters.length = 0;
    await gateway.give({ ...message, subject: 'a\r\nBcc: other@example.org', to: 'her@example.org, other@example.org' }).catch(() => null);
    for (const l of letters) {
      expect(l.raw).not.toMatch(/^Bcc:/im);
      expect(l.to).not.toContain('other@example.org');
    }
  });

  it('that is not there, or would take a password in the clear, is tried again later', async () => {
    const away = smtpGateway({ url: 'smtp://127.0.0.1:1', from: 'a@b.example' });
    expect(await away.give(message)).toMatchObject({ again: true });
    away.close();
    const bare = smtpGateway({ url: `smtp://user:secret@127.0.0.1:${(server.server.address() as AddressInfo).port}`, from: 'a@b.example' });
    expect(await bare.give(message)).toMatchObject({ again: true, refused: expect.not.stringContaining('secret') });
    bare.close();
  });
});

describe('a short-message gateway', () => {
  const got: { headers: Record<string, unknown>; body: unknown }[] = [];
  let status = 200;
  let server: Server;
  let url = '';
  beforeAll(async () => {
    server = createServer(async (q, a) => {
      const parts: Buffer[] = [];
      for await (const p of q) parts.push(p as Buffer);
      got.push({ headers: q.headers, body: JSON.parse(Buffer.concat(parts).toString()) });
      a.writeHead(status, { location: 'http://127.0.0.1:1/' }).end('{}');
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/send`;
  });
  afterAll(() => void server.close());

  it('gets the key, the number and the text', async () => {
    expect(await smsGateway({ url, token: 't0' }).give({ ...message, to: '13800000000' })).toBe('sent');
    expect(got[0]).toMatchObject({ headers: { authorization: 'Bearer t0', 'idempotency-key': 'sms%20m' }, body: { key: 'sms m', to: '13800000000', text: message.text } });
  });
  it.each([
    [500, true],
    [429, true],
    [401, true],
    [400, false],
    [302, true],
  ])('that says %d: again %s', async (said, again) => {
    status = said;
    expect(await smsGateway({ url }).give(message)).toMatchObject({ again });
  });
  it('that is not there is tried again', async () => {
    expect(await smsGateway({ url: 'http://127.0.0.1:1/' }).give(message)).toMatchObject({ again: true });
  });
});

describe('settings', () => {
  it('open the ways they name; the demonstration takes the others, each key once', async () => {
    const kept = new Map<string, unknown>();
    const store = async () => ({ takeIn: async (source: string, key: string, body: unknown) => !kept.has(`${source} ${key}`) && !!kept.set(`${source} ${key}`, body) });
    const gateways = gatewaysOf(notifySettings({}), store);
    expect([await gateways.sms!.give(message), await gateways.sms!.give(message), await gateways.email!.give(message)]).toEqual(['sent', 'sent', 'sent']);
    expect([...kept.keys()]).toEqual(['sample-sms sms m', 'sample-email sms m']);
  });
  it.each([
    [{ YIJIAN_SMTP_URL: 'https://user:secret@x' }, 'YIJIAN_SMTP_URL'],
    [{ YIJIAN_SMTP_URL: 'smtp://user:secret@x' }, 'YIJIAN_MAIL_FROM'],
    [{ YIJIAN_SMS_URL: 'secret' }, 'YIJIAN_SMS_URL'],
  ])('that cannot be meant are refused by name: %o', (env, setting) => {
    expect(() => notifySettings(env)).toThrow(expect.objectContaining({ setting, message: expect.not.stringContaining('secret') }));
  });
  it('are read whole', () => {
    expect(notifySettings({ YIJIAN_SMTP_URL: 'smtps://h', YIJIAN_MAIL_FROM: 'a@b', YIJIAN_SMS_URL: 'https://g', YIJIAN_SMS_TOKEN: 't' })).toEqual({
      smtp: { url: 'smtps://h', from: 'a@b' },
      sms: { url: 'https://g', token: 't' },
    });
  });
});
