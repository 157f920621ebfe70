/** Broken orders: each is told its number, its line and what to do. Every case is the shipped order with one thing spoilt. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { load, shipped } from './testing/youxian';

const three = 'orders/youxian-2021-3.yaml';
const two = 'orders/youxian-2021-2.yaml';

type Spoilt = [what: string, code: string, replaced: string | RegExp, by: string, remedy: RegExp, file?: string];
const venuesHead = / {2}- id: venues\n {4}kind: venue-closure\n {4}title[^\n]*\n {4}says[^\n]*\n/;
const spoilt: Spoilt[] = [
  ['the file has another name', 'YJ750', 'id: youxian-2021-3\n', 'id: youxian-2021-4\n', /orders\/youxian-2021-4\.yaml/],
  ['an instant without an offset', 'YJ751', '{at: "2021-10-28T00:00:00+08:00", source: zhuzhou-daily-2021-10-28#S4.start}', '"2021-10-28T00:00:00"', /\+08:00/],
  ['a date without its year', 'YJ751', '"2021-10-27T18:00:00+08:00"', '"10月27日"', /年份/],
  ['a day that does not exist', 'YJ751', '"2021-11-01T00:00:00+08:00"', '"2021-10-32T00:00:00+08:00"', /2021-10-28T00:00:00\+08:00/],
  ["24 o'clock", 'YJ752', '"2021-11-01T00:00:00+08:00"', '"2021-10-31T24:00:00+08:00"', /next day/],
  ['an end before the beginning', 'YJ753', '"2021-11-01T00:00:00+08:00"', '"2021-10-27T23:00:00+08:00"', /first instant/],
  ['days and dates that disagree', 'YJ754', 'days: 4', 'days: 5', /correct one/],
  ['neither an end nor words for none', 'YJ755', '    until: {zh: 暂时（没有写截止日期）, en: For the time being (no end date is given)}\n', '', /"until"/],
  ['an end and words for none', 'YJ756', 'days: 4', 'until: {zh: 暂时, en: For now}', /keep/],
  ['an unknown earlier order', 'YJ757', 'order: youxian-2021-2', 'order: youxian-2021-1', /orders\//],
  ['an order of another area', 'YJ758', /"430223"/g, '"430224"', /cannot continue/],
  ['continuing a clause of another kind', 'YJ759', 'stay-home: stay-home', 'leave: stay-home', /mine: theirs/],
  ['a gap after the continued clause', 'YJ760', '    to: "2021-10-28T00:00:00+08:00"\n    days: 3', '    to: "2021-10-27T00:00:00+08:00"\n    days: 2', /continuation/, two],
  ['in force before it was published', 'YJ761', '"2021-10-27T18:00:00+08:00"', '"2021-10-28T18:00:00+08:00"', /retroactive/],
  ['an issuer without authority over the area', 'YJ762', 'area: "430223"\n  source', 'area: "430224"\n  source', /issuer/],
  ['an unknown area', 'YJ763', 'area: "430223"\nhistorical', 'area: "430299"\nhistorical', /divisions\.yaml/],
  ['an unknown kind of work', 'YJ764', 'work: epidemic-control', 'work: epidemic-contrl', /did you mean epidemic-control/],
  ['the same exemption twice', 'YJ765', 'work: emergency-management', 'work: epidemic-control', /keep one/],
  ['a length of time without a unit', 'YJ766', 'within: PT24H', 'within: "24"', /PT24H/],
  ['an unknown kind of venue', 'YJ767', 'venue: cinema', 'venue: cinemas', /did you mean cinema/],
  ['the open end of the list among the kinds', 'YJ768', 'venue: cinema', 'venue: others', /"others"/],
  ['a venue both closed and not meant', 'YJ768', 'venues: [pharmacy, convenience-store]', 'venues: [pharmacy, temple]', /remove one/],
  ['assumed, but not what', 'YJ772', /\n {6}note: \{zh: 这一条没有印[^\n]*/, '', /note/],
  ['two orders on one matter', 'YJ773', 'clauses: {stay-home: stay-home, venues: venues}', 'clauses: {stay-home: stay-home}', /continues or ends/],
  [
    'two clauses of one kind at once',
    'YJ774',
    venuesHead,
    '  - id: more\n    kind: venue-closure\n    title: {zh: 甲, en: A}\n    says: {zh: 甲, en: A}\n    from: "2021-10-28T00:00:00+08:00"\n    until: {zh: 暂时, en: For now}\n    closed: [{venue: cinema}]\n$&',
    /part their windows/,
  ],
  [
    'published before the order it continues',
    'YJ775',
    /"2021-10-24T18:00:00\+08:00"([\s\S]*?)\nclauses:/,
    '"2021-10-27T19:00:00+08:00"$1\nretroactive: {reason: {zh: 甲, en: A}}\nclauses:',
    /publication/,
    two,
  ],
  ['lifting a clause that is not there', 'YJ776', 'readings:\n', 'ends: [{order: youxian-2021-2, clause: leave, at: "2021-10-28T00:00:00+08:00"}]\nreadings:\n', /no youxian-2021-2#leave/],
  ['lifting a clause that is over', 'YJ777', 'readings:\n', 'ends: [{order: youxian-2021-2, clause: stay-home, at: "2021-10-29T00:00:00+08:00"}]\nreadings:\n', /remove/],
  ['a reading of no clause', 'YJ778', 'clause: leave\n', 'clause: leaving\n', /it has stay-home, leave, venues/],
  ['leaving without any reason', 'YJ780', 'reason: true', 'reason: false', /reason: true/],
  ['an unknown key', 'YJ201', 'historical: true', 'historic: true', /historic/],
  ['a missing key', 'YJ202', '    binds: residents\n', '', /binds/],
  ['a kind of clause nobody knows', 'YJ203', 'kind: leave-area', 'kind: curfew', /stay-home, leave-area, venue-closure/],
  ['a citation of a source that is not there', 'YJ769', 'zhuzhou-daily-2021-10-28#S4.days', 'zhuzhou-daily#S4.days', /sources\/zhuzhou-daily\.yaml/],
  ['a citation of a fact that is not there', 'YJ770', 'zhuzhou-daily-2021-10-28#S4.days', 'guides#nothing', /sources\/guides\.yaml/],
];

describe('a broken order', () => {
  test('there are at least 25 of them', () => expect(spoilt.length).toBeGreaterThanOrEqual(25));
  test.each(spoilt)('%s: %s', (_what, code, replaced, by, remedy, file = three) => {
    const text = shipped[file]!.replace(replaced, by);
    expect(text).not.toBe(shipped[file]);
    const { errors } = load({ ...shipped, [file]: text });
    const found = errors.find((f) => f.code === code);
    expect(found, JSON.stringify(errors)).toBeDefined();
    expect(found!.line).toBeGreaterThan(0);
    expect(`${found!.message.zh} ${found!.message.en}`).toMatch(remedy);
    expect(found!.message.zh).toMatch(/\p{Script=Han}/u);
  });

  test('says the line at fault', () => {
    const text = shipped[three]!.replace('days: 4', 'days: 5');
    const line = text.split('\n').findIndex((l) => l.includes('days: 5')) + 1;
    expect(load({ ...shipped, [three]: text }).errors.map((f) => [f.file, f.line, f.column])).toEqual([[three, line, text.split('\n')[line - 1]!.indexOf('5') + 1]]);
  });
  test('answers nothing, and the sound one beside it still does', () => {
    const { book } = load({ ...shipped, [three]: shipped[three]!.replace('days: 4', 'days: 5') });
    expect(book.orders.map((o) => o.id)).toEqual(['youxian-2021-2']);
  });
  test('a fact that does not point back, or points here in vain, is a warning', () => {
    const { errors, warnings } = load({ ...shipped, [three]: shipped[three]!.replace('cites: [zhuzhou-daily-2021-10-28#S4.days]', 'cites: [guides#guide]') });
    expect(errors).toEqual([]);
    expect(new Set(warnings.map((f) => f.code))).toEqual(new Set(['YJ779']));
    expect(warnings.some((f) => f.message.en.includes('S4.days says it is used here'))).toBe(true);
  });
  test('neither sourced nor assumed', () => {
    const bare = shipped[two]!.replace('source: zhuzhou-daily-2021-10-28#S4.continues\nassumed: true\nnote:', 'note:').replace(/ {4}assumed: true\n {4}note: \{zh: 起止[^\n]*\n/, '');
    expect(load({ ...shipped, [two]: bare }).errors.map((f) => f.code)).toEqual(['YJ771']);
  });

  test('every code of this room is provoked by a test and explained in docs/findings.md', () => {
    const folder = import.meta.dirname;
    const texts = readdirSync(folder)
      .filter((f) => f.endsWith('.ts'))
      .map((f) => [f, readFileSync(join(folder, f), 'utf8')] as const);
    const codes = (all: readonly (readonly [string, string])[]) => new Set(all.flatMap(([, text]) => text.match(/YJ7\d\d/g) ?? []));
    const told = codes(texts.filter(([f]) => !f.endsWith('.test.ts')));
    const provoked = codes(texts.filter(([f]) => f.endsWith('.test.ts')));
    const explained = codes([['', readFileSync(join(folder, '../../../docs/findings.md'), 'utf8')]]);
    expect([...told].filter((c) => !provoked.has(c))).toEqual([]);
    expect([...told].filter((c) => !explained.has(c))).toEqual([]);
  });
});
