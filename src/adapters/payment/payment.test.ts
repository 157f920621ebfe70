/** The demonstration till and the signature of its confirmations. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { demonstrationPayments } from './demonstration';
import { isSigned, sign } from './signature';

const dir = mkdtempSync(join(tmpdir(), 'yijian-till-'));
afterAll(() => rmSync(dir, { recursive: true }));
const order = { key: 'c-P1', amount: 500, says: { zh: '件', en: 'case' }, lines: [], returnTo: '/track/c/pay/c-P1' };
const now = () => new Date('2026-11-23T01:30:00Z');

describe('a signature', () => {
  it('is that of the Standard Webhooks scheme', () => {
    // The example of the specification's reference libraries.
    const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
    const body = '{"test": 2432232314}';
    const headers = { 'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek', 'webhook-timestamp': '1614265330', 'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=' };
    const at = new Date(1614265330_000);
    expect(sign(secret, headers['webhook-id'], at, body)).toEqual(headers);
    expect(isSigned(secret, headers, at, body)).toBe(true);
    expect(isSigned(secret, { ...headers, 'webhook-signature': `v1,AAAA ${headers['webhook-signature']}` }, at, body)).toBe(true);
    for (const change of [
      { 'webhook-id': 'msg_other' },
      { 'webhook-timestamp': '1614265331' },
      { 'webhook-signature': 'v1,' },
      { 'webhook-signature': headers['webhook-signature'].replace('v1', 'v2') },
    ])
      expect(isSigned(secret, { ...headers, ...change }, at, body), JSON.stringify(change)).toBe(false);
    expect(isSigned(secret, headers, at, `${body} `)).toBe(false);
    expect(isSigned(secret, headers, new Date(at.getTime() + 301_000), body)).toBe(false);
  });
});

describe('the demonstration till', () => {
  it('keeps its book through a restart: twice begun is one payment, twice refunded one refund, never more than was paid', async () => {
    const file = join(dir, 'till.jsonl');
    const first = demonstrationPayments({ now, file });
    const { page } = await first.begin(order);
    await first.sample!.settle(page.split('/').at(-1)!, 'paid');
    const again = demonstrationPayments({ now, file });
    expect(await again.begin(order)).toEqual({ page });
    expect(await again.ask('c-P1')).toMatchObject({ state: 'paid', amount: 500 });
    expect((await again.cancel('c-P1')).state).toBe('paid');
    const refund = await again.refund('c-P1', 'r1', 300);
    expect(await demonstrationPayments({ now, file }).refund('c-P1', 'r1', 300)).toEqual(refund);
    expect(await again.refund('c-P1', 'r2', 201)).toBeNull();
    expect(await again.ask('c-P9')).toEqual({ state: 'unknown' });
  });

  it('tells of an outcome with a signature that nobody else can make', async () => {
    const told: { headers: { [name: string]: string }; body: string }[] = [];
    const till = demonstrationPayments({ now, file: null, notify: async (headers, body) => told.push({ headers, body }) });
    const { page } = await till.begin(order);
    await till.sample!.settle(page.split('/').at(-1)!, 'failed');
    await till.sample!.settle(page.split('/').at(-1)!, 'paid');
    expect(told).toHaveLength(1);
    expect(till.confirmed(told[0]!.headers, told[0]!.body)).toMatchObject({ key: 'c-P1' });
    expect(till.confirmed(told[0]!.headers, told[0]!.body.replace('c-P1', 'c-P2'))).toBeNull();
    expect(demonstrationPayments({ now, file: null }).confirmed(told[0]!.headers, told[0]!.body)).toBeNull();
  });
});
