/** What a tablet sends: once a case, or what differs; the day of the signature; whose consent; and who may see it afterwards. */
import { createHash, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { residentId } from '../../app/open-case';
import type { Arrived } from '../../app/station/arrive';
import { openTown, type Town } from '../testing/town';
import { type Made, madeFiling } from './testing/filings';

const helperId = 'sample:helper:sample-station-1';
const jpeg = (bytes: number) => new Uint8Array([0xff, 0xd8, 0xff, ...randomBytes(bytes - 3)]);
const sha256 = (b: Uint8Array) => createHash('sha256').update(b).digest('hex');
const now = '2026-11-23T09:30:00+08:00';

describe('a station', () => {
  let town: Town;
  let token = '';
  let paper: { kind: 'paper'; file: { sha256: string; name: string; type: 'image/jpeg'; size: number }; at: string };
  const call = (path: string, init: RequestInit = {}, bearer = token) => town.app.request(`/station/api/${path}`, { ...init, headers: { authorization: `Bearer ${bearer}`, ...init.headers } });
  const file = async (filing: object) => (await (await call('filings', { method: 'POST', body: JSON.stringify(filing) })).json()) as Arrived;
  const made = (n: number, change: Partial<Made> = {}, at = now) => ({ ...madeFiling(town.law, 'newborn', n, at), consent: paper, ...change });
  const put = (bytes: Uint8Array<ArrayBuffer>, offset: number, end: number) =>
    call(`files/${sha256(bytes)}`, { method: 'PUT', body: bytes.slice(offset, end), headers: { 'x-offset': `${offset}`, 'x-size': `${bytes.length}` } });

  beforeAll(async () => {
    town = await openTown({ connected: ['population'] });
    const opened = await town.app.request('/station/api/open', { method: 'POST', headers: { cookie: await town.as(helperId) } });
    ({ token } = (await opened.json()) as { token: string });
    const signed = jpeg(2000);
    await put(signed, 0, 2000);
    paper = { kind: 'paper', file: { sha256: sha256(signed), name: 'signed.jpg', type: 'image/jpeg', size: 2000 }, at: now };
  });
  afterAll(() => town.close());

  test('sends nothing without having been opened by a helper, and nothing after it was ended', async () => {
    expect((await town.app.request('/station/api/open', { method: 'POST' })).status).toBe(401);
    expect((await town.app.request('/station/api/open', { method: 'POST', headers: { cookie: await town.as(town.product.identity.samples()[0]!.id) } })).status).toBe(403);
    expect((await call('filings', { method: 'POST' }, 'x'.repeat(43))).status).toBe(401);
    const second = (await (await town.app.request('/station/api/open', { method: 'POST', headers: { cookie: await town.as(helperId) } })).json()) as { token: string; device: string };
    expect((await call('devices', {}, second.token)).status).toBe(200);
    await call(`devices/${second.device}/end`, { method: 'POST' });
    expect((await call('devices', {}, second.token)).status).toBe(401);
  });

  test('sends a photo in pieces, from where it was cut off, and only the whole counts', async () => {
    const bytes = jpeg(300_000);
    expect(await (await put(bytes, 0, 100_000)).json()).toEqual({ have: 100_000, whole: false });
    expect((await put(bytes, 200_000, 300_000)).status).toBe(409);
    // A piece that arrived and was not heard of comes again.
    expect(await (await put(bytes, 0, 100_000)).json()).toEqual({ have: 100_000, whole: false });
    const document = { ...made(90).documents[0]!, form: 'file' as const, file: { sha256: sha256(bytes), name: 'a.jpg', type: 'image/jpeg' as const, size: bytes.length } };
    expect(await file(made(90, { documents: [document, ...made(90).documents.slice(1)] }))).toEqual({ kind: 'refused', because: 'files' });
    expect(await (await put(bytes, 100_000, 300_000)).json()).toEqual({ have: 300_000, whole: true });
    expect(await (await call(`files/${sha256(bytes)}`)).json()).toEqual({ have: 300_000, whole: true });
    expect(await file(made(90, { documents: [document, ...made(90).documents.slice(1)] }))).toMatchObject({ kind: 'filed' });
    const other = jpeg(1000);
    const wrong = await call(`files/${sha256(bytes).replace(/^./, (c) => (c === '0' ? '1' : '0'))}`, { method: 'PUT', body: other, headers: { 'x-offset': '0', 'x-size': '1000' } });
    expect(await wrong.json()).toEqual({ wrong: 'damaged' });
  });

  test('files once, however often it is sent, and never something else under the same key', async () => {
    const filing = made(1);
    const all = await Promise.all([file(filing), file(filing), file(filing)]);
    const numbers = new Set(all.map((a) => (a.kind === 'filed' ? a.number : a.kind)));
    expect(numbers.size).toBe(1);
    expect(await file(filing)).toMatchObject({ kind: 'filed', repeated: true, number: [...numbers][0] });
    expect(await file({ ...filing, principal: { ...filing.principal, name: '别人' } })).toEqual({ kind: 'refused', because: 'other-content', number: [...numbers][0] });
  });

  test('names both people, and the day of the signature is the day of receipt', async () => {
    const signedAt = '2026-11-20T16:10:00+08:00';
    const done = await file(made(2, {}, signedAt));
    if (done.kind !== 'filed') throw new Error(JSON.stringify(done));
    const { case: row } = (await town.store.caseByNumber(done.number))!;
    const [first, received] = await town.store.events(row.caseId);
    expect(first).toMatchObject({
      at: now,
      actor: { id: helperId, capacity: 'helper', behalf: { name: '示例2' } },
      event: { receipt: { signedAt, on: signedAt }, mandate: { consent: 'paper' }, lawOf: '2026-11-20' },
    });
    expect(received).toMatchObject({ event: { type: 'received', on: signedAt, due: '2026-11-27T17:00:00+08:00' } });
    expect(row.submittedAt).toBe(signedAt);
    const found = await town.app.request(`/track?number=${made(2, {}, signedAt).provisional}`);
    expect(found.headers.get('location')).toBe(`/track/${done.number}`);
  });

  test('reaches back four days and no further', async () => {
    expect(await file(made(3, {}, '2026-11-19T09:31:00+08:00'))).toMatchObject({ kind: 'filed', because: 'signed', on: '2026-11-19T09:31:00+08:00' });
    expect(await file(made(4, {}, '2026-11-19T09:29:00+08:00'))).toMatchObject({ kind: 'filed', because: 'too-old', on: now });
    expect(await file(made(5, {}, '2026-11-24T09:29:00+08:00'))).toMatchObject({ kind: 'filed', because: 'in-the-future', on: now });
  });

  test('files nothing without consent', async () => {
    expect(await file({ ...made(6), consent: { kind: 'sms', id: 'nothing' } })).toEqual({ kind: 'refused', because: 'consent' });
    const asked = (await (await call('consents/sms', { method: 'POST', body: JSON.stringify({ matter: ['newborn'], phone: '16900000001' }) })).json()) as { id: string; shown: { en: string } };
    const code = /(\d{6})/.exec(asked.shown.en)![1]!;
    const wrong = code === '000000' ? '111111' : '000000';
    expect(await (await call(`consents/${asked.id}/code`, { method: 'POST', body: JSON.stringify({ code: wrong }) })).json()).toEqual({ state: 'wrong' });
    expect(await file({ ...made(6), consent: { kind: 'sms', id: asked.id } })).toEqual({ kind: 'refused', because: 'consent' });
    expect(await (await call(`consents/${asked.id}/code`, { method: 'POST', body: JSON.stringify({ code }) })).json()).toEqual({ state: 'given' });
    expect(await file({ ...made(6, { principal: { ...made(6).principal, phone: '16900000002' } }), consent: { kind: 'sms', id: asked.id } })).toEqual({ kind: 'refused', because: 'consent' });
    expect(await file({ ...made(6), consent: { kind: 'sms', id: asked.id } })).toMatchObject({ kind: 'filed' });
  });

  test('by her own sign-in, without JavaScript', async () => {
    const asked = (await (await call('consents/login', { method: 'POST', body: JSON.stringify({ matter: ['newborn'] }) })).json()) as { id: string };
    const mother = town.product.identity.samples().find((p) => p.kind === 'person' && p.gives['idNumber'])!;
    const cookie = await town.as(mother.id);
    const page = await town.app.request(`/station/consent/${asked.id}`, { headers: { cookie } });
    expect(await page.text()).toContain('易春生');
    await town.app.request(`/station/consent/${asked.id}`, { method: 'POST', headers: { cookie } });
    const done = await file({ ...made(7, { principal: { ...made(7).principal, name: mother.name } }), consent: { kind: 'login', id: asked.id } });
    expect(done.kind).toBe('filed');
    if (done.kind !== 'filed') return;
    expect((await town.store.caseByNumber(done.number))!.case.applicantId).toBe(mother.id);
    expect((await town.app.request(`/track/${done.number}`, { headers: { cookie } })).status).toBe(200);
  });

  test('shows what a register holds otherwise, and takes the helper’s choice', async () => {
    const known = town.product.identity.samples().find((p) => p.kind === 'person' && p.gives['idNumber']);
    if (known?.kind !== 'person') throw new Error('nobody');
    const idNumber = known.gives['idNumber']!;
    const given = { 'mother.idNumber': idNumber, 'mother.name': '抄错的名字' };
    const base = made(8, madeFiling(town.law, 'newborn', 8, now, given));
    const filing = { ...base, principal: { ...base.principal, name: known.name, idNumber } };
    const first = await file(filing);
    if (first.kind !== 'conflicts') throw new Error(JSON.stringify(first));
    const differing = first.conflicts.flatMap((c) => (c.kind === 'register' ? [c.concept] : []));
    expect(first.conflicts).toContainEqual(expect.objectContaining({ kind: 'register', concept: 'mother.name', typed: '抄错的名字', held: known.name }));
    const registers = Object.fromEntries(differing.map((c) => [c, 'register' as const]));
    const meanwhile = first.conflicts.flatMap((c) => (c.kind === 'meanwhile' ? [c.number] : []));
    const done = await file({ ...filing, settled: { registers, plan: null, meanwhile } });
    if (done.kind !== 'filed') throw new Error(JSON.stringify(done));
    const { case: row } = (await town.store.caseByNumber(done.number))!;
    const submitted = (await town.store.events(row.caseId))[0]!.event;
    expect(submitted).toMatchObject({ answers: { 'mother.name': known.name }, provenance: { 'mother.name': { from: 'register', register: 'population' } } });
    expect(await town.store.accesses(idNumber, 5)).toContainEqual(expect.objectContaining({ who: helperId, capacity: 'helper', register: 'population' }));
    // The same person and matter once more: shown, not filed.
    const again = made(9, madeFiling(town.law, 'newborn', 9, now, { ...given, 'mother.name': known.name }));
    const second = await file({ ...again, principal: filing.principal, settled: { registers, plan: null, meanwhile } });
    expect(second).toMatchObject({ kind: 'conflicts', conflicts: [{ kind: 'meanwhile', number: done.number }] });
  });

  test('shows what the rules make of it now, where the tablet made something else', async () => {
    const base = made(10);
    const step = Object.keys(base.states)[0]!;
    const first = await file({ ...base, states: { ...base.states, [step]: 'out' }, catalogue: 'f'.repeat(64) });
    expect(first).toMatchObject({ kind: 'conflicts', conflicts: [{ kind: 'plan', changed: [{ step, was: 'out' }], ask: [], bring: [] }] });
    const missing = await file({ ...base, documents: base.documents.slice(1) });
    expect(missing).toMatchObject({ kind: 'conflicts', conflicts: [{ kind: 'plan', bring: [`${base.documents[0]!.evidence}@${base.documents[0]!.subject}`] }] });
    const { [Object.keys(base.answers)[0]!]: _, ...fewer } = base.answers;
    expect(await file({ ...base, answers: fewer })).toMatchObject({ kind: 'conflicts', conflicts: [{ kind: 'plan' }] });
    expect(await file({ ...base, answers: { ...base.answers, 'no.such': 'x' } })).toEqual({ kind: 'refused', because: 'answers' });
  });

  test('is out of the case once the principal takes her consent back', async () => {
    const person = town.product.identity.samples().filter((p) => p.kind === 'person' && p.gives['idNumber'])[1]!;
    if (person.kind !== 'person') throw new Error('nobody');
    const base = made(11);
    const done = await file({ ...base, principal: { name: person.name, idNumber: person.gives['idNumber']!, phone: null } });
    if (done.kind !== 'filed') throw new Error(JSON.stringify(done));
    const [helper, hers] = [await town.as(helperId), await town.as(person.id)];
    expect((await town.app.request(`/track/${done.number}`, { headers: { cookie: helper } })).status).toBe(200);
    const page = await (await town.app.request(`/track/${done.number}`, { headers: { cookie: hers } })).text();
    expect(page).toContain('易春生');
    const ended = await town.app.request(`/track/${done.number}/mandate`, { method: 'POST', headers: { cookie: hers }, body: new URLSearchParams({ key: `mandate-end:${done.number}` }) });
    expect(ended.status).toBe(303);
    expect((await town.app.request(`/track/${done.number}`, { headers: { cookie: helper } })).status).toBe(404);
    expect((await town.app.request(`/track/${done.number}`, { headers: { cookie: hers } })).status).toBe(200);
  });

  test('keeps no identity number in the id of somebody whose sign-in is unknown', () => {
    expect(residentId('430212199405210020')).toMatch(/^resident:[0-9a-f]{32}$/);
  });
});
