import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSampleName } from '../registers/reference/people';
import { localPath } from './return-to';
import { sampleIdentity, sampleStories } from './sample';

const authorities = [
  { id: 'public-security', name: { zh: '公安机关', en: 'Public security' } },
  { id: 'health', name: { zh: '卫生健康部门', en: 'Health' } },
];
const identity = sampleIdentity({ authorities, division: '430212' });
const chosen = (sample: string) => identity.complete(new URLSearchParams({ sample }));

describe('sample sign-in', () => {
  it('is for loopback only', () => expect(identity.loopbackOnly).toBe(true));
  it('marks everyone as a sample, in the data and in the name', () => {
    for (const p of identity.samples()) {
      expect(p.sample).toBe(true);
      expect(p.name).toSatisfy(isSampleName);
      expect(p.id).toMatch(/^sample:(person|clerk|helper):/);
    }
  });
  it('offers each person, clerk and helper once, with an id that holds no number', () => {
    const all = identity.samples();
    expect(new Set(all.map((p) => p.id)).size).toBe(all.length);
    expect(all.filter((p) => p.kind === 'person').length).toBeGreaterThanOrEqual(12);
    for (const p of all) if (p.kind === 'person') for (const given of [p.gives.idNumber, p.gives['idDocument.number']]) expect(given === undefined || !p.id.includes(given)).toBe(true);
  });
  it('offers a clerk and a lead per authority and division', () => {
    const clerks = sampleIdentity({ authorities, division: '430212', otherDivisions: ['430200'] })
      .samples()
      .filter((p) => p.kind === 'clerk');
    const places = ['public-security 430212', 'health 430212', 'public-security 430200', 'health 430200'];
    expect(clerks.map((c) => `${c.authority} ${c.division}`)).toEqual([...places, ...places]);
    expect(clerks.map((c) => c.lead === true)).toEqual([...places.map(() => false), ...places.map(() => true)]);
  });
  it('puts a helper at each of the first two stations', () => {
    const stations = ['a', 'b', 'c'].map((id) => ({ id, name: { zh: id, en: id }, division: `430212101${id}` }));
    const helpers = sampleIdentity({ authorities, division: '430212', stations })
      .samples()
      .filter((p) => p.kind === 'helper');
    expect(helpers.map((h) => [h.station, h.division])).toEqual([
      ['a', '430212101a'],
      ['b', '430212101b'],
    ]);
    expect(identity.samples().filter((p) => p.kind === 'helper')).toHaveLength(2);
  });
  it('signs in whoever was chosen', async () => {
    for (const principal of identity.samples()) expect(await chosen(principal.id)).toEqual({ principal });
  });
  it('refuses who is not there and who chose nobody', async () => {
    expect(await chosen('sample:person:nobody')).toEqual({ refused: 'unknown' });
    expect(await chosen('sample:person:chen-anan')).toEqual({ refused: 'unknown' });
    expect(await chosen('__proto__')).toEqual({ refused: 'unknown' });
    expect(await identity.complete(new URLSearchParams())).toEqual({ refused: 'cancelled' });
  });
  it('gives a document instead of a number to those who have none, and no telephone to whom has none', async () => {
    expect(await chosen('sample:person:maria-villanueva')).toMatchObject({ principal: { gives: { 'idDocument.kind': 'passport', 'idDocument.number': 'L898902C3' } } });
    const elderly = await chosen('sample:person:he-guixiang');
    expect('principal' in elderly && elderly.principal.kind === 'person' && Object.keys(elderly.principal.gives)).toEqual(['name', 'idNumber']);
  });
  it('tells what each person is there to show', () => {
    for (const p of identity.samples()) if (p.kind === 'person') expect(sampleStories().get(p.id)?.en).toBeTruthy();
  });
});

describe('the way back after sign-in', () => {
  it('keeps a path of this site', async () => {
    expect(await identity.begin('/mine?a=1#b')).toBe('/sign-in?to=%2Fmine%3Fa%3D1%23b');
    expect(localPath('/journeys/newborn')).toBe('/journeys/newborn');
  });
  it.each(['//evil.example', '/\\evil.example', '\\/evil.example', 'https://evil.example', 'javascript:alert(1)', '', 'mine', '/\t/evil.example', '/a\nb', '/a\\b'])('drops %j', (to) =>
    expect(localPath(to)).toBe('/'));
  it('never leads to another site', () =>
    fc.assert(
      fc.property(
        fc.oneof(
          fc.webUrl(),
          fc.string(),
          fc.string().map((s) => `/${s}`),
        ),
        (to) => new URL(localPath(to), 'http://here.test').origin === 'http://here.test',
      ),
      { numRuns: 1000 },
    ));
});
