import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RegisterAnswer, RegisterRequest } from '../../app/ports/registers';
import { type Alarm, httpRegisters } from './http';
import { interactive, type Patience } from './policy';
import { everyone, referenceBooks } from './reference/books';
import { type Fault, faults } from './reference/faults';
import { listen } from './reference/server';

const token = 'a-token-of-the-test';
const quick: Patience = { ...interactive, budgetMs: 400, attemptMs: 400, backoffMs: 5, restMs: 60_000 };
const xiaoman = everyone.find((p) => p.id === 'liu-xiaoman')!;
const key = { datum: 'idNumber', value: xiaoman.document.number };
const purpose = { basis: 'duty:data-sharing-regulations', journey: 'newborn', draft: 'draft-1', actor: 'sample:person:liu-xiaoman' };
const request: RegisterRequest = { register: 'population', key, data: ['name', 'sex', 'birthDate'], evidence: ['id-card'], purpose };
const found: RegisterAnswer = { state: 'found', data: { name: xiaoman.name, sex: 'female', birthDate: '1994-05-21' }, evidence: ['id-card'], asOf: xiaoman.asOf };

let server: Awaited<ReturnType<typeof listen>>;
beforeAll(async () => {
  server = await listen({ books: referenceBooks(), token, now: () => new Date('2026-10-28T10:00:00Z'), slowMs: 100 });
});
afterAll(() => server.close());

const url = () => `http://127.0.0.1:${server.port}`;
/** A reader of its own: no breaker is shared between tests. */
function reader(fault: Fault, patience = quick) {
  const alarms: Alarm[] = [];
  const registers = httpRegisters({ endpoint: () => ({ url: url(), token, headers: { 'x-fault': fault } }), patience, alarm: (a) => alarms.push(a) });
  return { registers, alarms };
}
const asked = () => server.usage('population').length;

/** What the applicant's side sees of each fault, and how often the register was asked for it. */
const outcomes: { [F in Fault]: { answer: RegisterAnswer; asked: number; alarm?: Alarm['what'] } } = {
  ok: { answer: found, asked: 1 },
  slow: { answer: found, asked: 1 },
  hang: { answer: { state: 'unavailable' }, asked: 1, alarm: 'unreachable' },
  '500': { answer: { state: 'unavailable' }, asked: 2, alarm: 'unreachable' },
  reset: { answer: { state: 'unavailable' }, asked: 2, alarm: 'unreachable' },
  truncated: { answer: { state: 'unavailable' }, asked: 2, alarm: 'unreachable' },
  garbage: { answer: { state: 'unavailable' }, asked: 1, alarm: 'unreadable' },
  misshapen: { answer: { state: 'unavailable' }, asked: 1, alarm: 'unreadable' },
  oversized: { answer: { state: 'unavailable' }, asked: 1, alarm: 'unreadable' },
  'wrong-subject': { answer: { state: 'no-match' }, asked: 1, alarm: 'wrong-subject' },
  extra: { answer: found, asked: 1 },
  stale: { answer: { ...found, asOf: '2003-01-01T00:00:00+08:00' }, asked: 1 },
  none: { answer: { state: 'none' }, asked: 1 },
  multiple: { answer: { state: 'multiple' }, asked: 1 },
  later: { answer: { state: 'later', notBefore: '2026-10-28T11:00:00.000Z' }, asked: 1 },
  denied: { answer: { state: 'denied', reason: '本数据不予共享（示例）' }, asked: 1 },
  flaky: { answer: found, asked: 2 },
};

describe('a register that behaves like', () => {
  it.each([...faults])('%s', async (fault) => {
    const { registers, alarms } = reader(fault);
    const before = asked();
    // `flaky` fails every other time; the reference register counts per key, so start on an even turn.
    const who = fault === 'flaky' ? everyone.find((p) => p.id === 'zhou-lan')! : xiaoman;
    const answer = await registers.read({ ...request, key: { datum: 'idNumber', value: who.document.number } });
    if (fault === 'flaky') expect(answer).toMatchObject({ state: 'found', data: { name: who.name } });
    else expect(answer).toEqual(outcomes[fault].answer);
    expect(asked() - before).toBe(outcomes[fault].asked);
    expect(alarms.map((a) => a.what)).toEqual(outcomes[fault].alarm ? [outcomes[fault].alarm] : []);
    await registers.close();
  });
});

describe('the reader', () => {
  it('says why it asked, and the register keeps it', async () => {
    const { registers } = reader('ok');
    await registers.read(request);
    expect(server.usage('population')[0]).toEqual({ at: '2026-10-28T10:00:00.000Z', what: 'read', key, data: request.data, evidence: ['id-card'], purpose, state: 'found' });
    const response = await fetch(`${url()}/population/usage`, { headers: { authorization: `Bearer ${token}` } });
    expect(((await response.json()) as { usage: unknown[] }).usage[0]).toEqual(server.usage('population')[0]);
  });
  it('answers none for a number the register does not hold', async () => {
    expect(await reader('ok').registers.read({ ...request, key: { datum: 'idNumber', value: '11010519491231002X' } })).toEqual({ state: 'none' });
  });
  it('opens the breaker after five failed calls and then fails fast', async () => {
    const { registers, alarms } = reader('500');
    for (let i = 0; i < 5; i++) expect(await registers.read(request)).toEqual({ state: 'unavailable' });
    const before = asked();
    const start = performance.now();
    expect(await registers.read(request)).toEqual({ state: 'unavailable' });
    expect(performance.now() - start).toBeLessThan(50);
    expect(asked()).toBe(before);
    expect(alarms.map((a) => a.what)).toEqual([...Array<string>(5).fill('unreachable'), 'resting']);
  });
  it('opens the breaker on time too, and asks again after the rest', async () => {
    let fault: Fault = 'hang';
    const registers = httpRegisters({ endpoint: () => ({ url: url(), token, headers: { 'x-fault': fault } }), patience: { ...quick, budgetMs: 60, attemptMs: 60, restMs: 150 } });
    for (let i = 0; i < 5; i++) await registers.read(request);
    fault = 'ok';
    expect(await registers.read(request)).toEqual({ state: 'unavailable' });
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(await registers.read(request)).toEqual(found);
  });
  it('never opens the breaker on answers it cannot use', async () => {
    for (const fault of ['garbage', 'wrong-subject', 'none', 'denied'] as const) {
      const { registers, alarms } = reader(fault);
      for (let i = 0; i < 8; i++) await registers.read(request);
      expect(alarms.some((a) => a.what === 'resting')).toBe(false);
    }
  });
  it('keeps one register running while another rests', async () => {
    const faultOf: { [register: string]: Fault } = { population: 'reset', enterprise: 'ok' };
    const registers = httpRegisters({ endpoint: (r) => ({ url: url(), token, headers: { 'x-fault': faultOf[r]! } }), patience: quick });
    for (let i = 0; i < 6; i++) await registers.read(request);
    expect(await registers.related('enterprise', key, purpose)).toEqual([]);
  });
  it('answers within its budget however long the register takes', async () => {
    const { registers } = reader('hang', { ...quick, budgetMs: 200, attemptMs: 150, retries: 3 });
    const start = performance.now();
    expect(await registers.read(request)).toEqual({ state: 'unavailable' });
    expect(performance.now() - start).toBeLessThan(400);
  });
  it('tries again after an attempt ran out of time, if the budget allows', async () => {
    const { registers } = reader('hang', { ...quick, budgetMs: 400, attemptMs: 100, retries: 2 });
    const before = asked();
    await registers.read(request);
    expect(asked() - before).toBe(3);
  });
  it('lets few calls through at once and turns the rest away', async () => {
    const { registers, alarms } = reader('slow', { ...quick, atOnce: 2, queued: 2 });
    const answers = await Promise.all(Array.from({ length: 6 }, () => registers.read(request)));
    expect(answers.filter((a) => a.state === 'found')).toHaveLength(4);
    expect(alarms.map((a) => a.what)).toEqual(['busy', 'busy']);
  });
  it('is unavailable with the wrong token, without a second try', async () => {
    const alarms: Alarm[] = [];
    const registers = httpRegisters({ endpoint: () => ({ url: url(), token: 'another' }), patience: quick, alarm: (a) => alarms.push(a) });
    expect(await registers.read(request)).toEqual({ state: 'unavailable' });
    expect(alarms).toEqual([{ register: 'population', what: 'unreadable' }]);
  });
  it('is unavailable for a register that is not connected, not known, or closed', async () => {
    expect(await httpRegisters({ endpoint: () => null }).read(request)).toEqual({ state: 'unavailable' });
    expect(await reader('ok').registers.read({ ...request, register: 'unknown/../x' })).toEqual({ state: 'unavailable' });
    const { registers } = reader('ok');
    await registers.close();
    expect(await registers.read(request)).toEqual({ state: 'unavailable' });
  });
  it('gives up a call in flight when it is closed', async () => {
    const { registers } = reader('hang', interactive);
    const start = performance.now();
    const reading = registers.read(request);
    setTimeout(() => registers.close(), 50);
    expect(await reading).toEqual({ state: 'unavailable' });
    expect(performance.now() - start).toBeLessThan(1000);
  });
  it('refuses to send numbers in the clear to another machine', async () => {
    const registers = httpRegisters({ endpoint: () => ({ url: 'http://register.example', token }), patience: quick });
    await expect(registers.read(request)).rejects.toThrow('https is required');
  });
});

describe('related', () => {
  it('gives whom the register proves', async () => {
    const related = await reader('ok').registers.related('population', key, purpose);
    expect(related?.map((r) => [r.relation, r.key.datum])).toEqual([
      ['spouse', 'idNumber'],
      ['child', 'idNumber'],
    ]);
  });
  it.each(['500', 'garbage', 'wrong-subject', 'denied', 'multiple', 'hang'] as const)('gives nothing to build on when the register is %s', async (fault) => {
    expect(await reader(fault).registers.related('population', key, purpose)).toBeNull();
  });
  it('gives an empty list when the register holds nobody', async () => {
    expect(await reader('none').registers.related('population', key, purpose)).toEqual([]);
  });
});

describe('a wrong subject', () => {
  let answer: unknown;
  let liar: Server;
  beforeAll(async () => {
    liar = createServer((_, response) => response.setHeader('content-type', 'application/json').end(JSON.stringify(answer)));
    await new Promise<void>((resolve) => liar.listen(0, '127.0.0.1', resolve));
  });
  afterAll(() => {
    liar.closeAllConnections();
    liar.close();
  });

  const other = '11010519491231002X';
  const record = { state: 'found', data: { name: 'SECRET' }, evidence: ['id-card'], asOf: '2026-01-01T00:00:00+08:00' };
  it.each([
    ['of another number', { ...record, about: { datum: 'idNumber', value: other } }],
    ['of another kind of key', { ...record, about: { datum: 'creditCode', value: key.value } }],
    ['of the same number and a blank', { ...record, about: { datum: 'idNumber', value: `${key.value} ` } }],
    ['whose own data name someone else', { ...record, about: key, data: { name: 'SECRET', idNumber: other } }],
    ['whose own data name nobody', { ...record, about: key, data: { name: 'SECRET', idNumber: null } }],
  ])('is never shown: a record %s', async (_, body) => {
    answer = body;
    const alarms: Alarm[] = [];
    const registers = httpRegisters({ endpoint: () => ({ url: `http://127.0.0.1:${(liar.address() as AddressInfo).port}`, token }), patience: quick, alarm: (a) => alarms.push(a) });
    const got = await registers.read(request);
    expect(got).toEqual({ state: 'no-match' });
    expect(JSON.stringify([got, alarms])).not.toContain('SECRET');
    expect(alarms).toEqual([{ register: 'population', what: 'wrong-subject' }]);
  });
});
