import { describe, expect, test } from 'vitest';
import { loadLedger } from './load';
import { sampleFiles } from './sample-ledger';

const load = (change: Parameters<typeof sampleFiles>[0]) => loadLedger(sampleFiles(change));

test('the sample is sound: a tree, a book, requests of both folders', () => {
  const { ledger, findings } = loadLedger(sampleFiles());
  expect(findings).toEqual([]);
  expect([...ledger!.agreements.keys()]).toEqual(['frame', 'line']);
  expect(ledger!.agreements.get('line')!.root).toBe('frame');
  expect(ledger!.books.get('frame')!.account).toMatchObject({ intended: 30000n, credited: 4800n, drawn: 1000n, repaid: 250n });
  expect([...ledger!.requests.keys()]).toEqual(['asking', 'frame.deposits']);
});

/** What an author writes wrong: where, in place of what, and the code and words that must come back. */
type Slip = [what: string, change: Parameters<typeof sampleFiles>[0], code: string, file: string, at: string, says: RegExp];
const frame = (from: string, to: string) => ({ frame: [from, to] as [string, string] });
const line = (from: string, to: string) => ({ line: [from, to] as [string, string] });
const asking = (from: string, to: string) => ({ asking: [from, to] as [string, string] });
const moneyOf = (rest: string) => `ref: intent, for: money}\n  - {${rest}}`;
const F = 'agreements/frame.yaml';
const L = 'agreements/line.yaml';
const A = 'requests/asking.yaml';

const slips: readonly Slip[] = [
  ['no commitment', line('commitments:\n  - {id: first, name: {zh: 首笔, en: First}, owners: [bank], amount: "4800"}\n', 'commitments: []\n'), 'YJ801', L, 'commitments', /at least one/],
  ['a term that runs backwards', frame('to: "2025-12-31"', 'to: "2020-12-31"'), 'YJ802', F, 'term', /backwards/],
  ['a term over before the signing', frame('to: "2025-12-31"', 'to: "2021-06-30"'), 'YJ802', F, 'term', /before the signing/],
  ['a name and unnamed', frame('{id: other, part: two, unnamed', '{id: other, name: {zh: 它, en: It}, part: two, unnamed'), 'YJ803', F, 'id: other', /not both/],
  ['neither a name nor unnamed', frame(', unnamed: true', ''), 'YJ803', F, 'id: other', /not neither/],
  ['an unknown part', frame('{id: other, part: two', '{id: other, part: three'), 'YJ804', F, 'id: other', /no part "three"/],
  ['one commitment too few', frame('  - {id: other, part: two, unnamed: true, owners: [city]}\n', ''), 'YJ805', F, 'count: 2', /1 commitments where there should be 2/],
  ['a formula that says otherwise', frame('text: 1+2', 'text: 1+3'), 'YJ806', F, '1+3', /correct one/],
  ['a formula that is no formula', frame('text: 1+2', 'text: one and two'), 'YJ806', F, 'one and two', /does not agree/],
  ['a commitment outside the formula', frame('{id: other, part: two', '{id: other'), 'YJ806', F, 'id: other', /which part/],
  ['an agreement above that is not there', line('under: frame', 'under: nowhere'), 'YJ807', L, 'under', /no agreement "nowhere"/],
  ['an agreement above itself', frame('kind: framework', 'kind: framework\nunder: line'), 'YJ808', F, 'under: line', /leads back to itself/],
  ['signed before the one above', line('signed: "2021-10-28"', 'signed: "2021-10-26"'), 'YJ809', L, 'signed', /signed on 2021-10-26, before/],
  ['nobody to do it', frame('unnamed: true, owners: [city]', 'unnamed: true, owners: []'), 'YJ810', F, 'id: other', /at least one party/],
  ['an owner who is no party', frame('unnamed: true, owners: [city]', 'unnamed: true, owners: [nobody]'), 'YJ811', F, 'id: other', /not among the parties/],
  ['a body asked that is no party', frame('asked: bank', 'asked: ministry'), 'YJ811', F, 'asked: ministry', /not among the parties/],
  ['one id for two commitments', frame('{id: other,', '{id: work,'), 'YJ812', F, '{id: work,', /written twice/],
  ['an amount in yuan with a point', line('amount: "4800", ref', 'amount: "48.00", ref'), 'YJ820', L, 'kind: credited', /write every amount in fen/],
  ['an amount in words', frame('amount: "30000", ref', 'amount: 300亿, ref'), 'YJ820', F, '300亿', /whole fen/],
  ['nothing', line('amount: "1000"', 'amount: "0"'), 'YJ821', L, 'kind: drawn', /more than zero/],
  ['less than nothing', line('amount: "1000"', 'amount: "-1000"'), 'YJ821', L, 'kind: drawn', /more than zero/],
  ['a second currency', line('amount: "1000"', 'amount: "1000", currency: USD'), 'YJ822', L, 'kind: drawn', /one currency/],
  ['no currency at all', line('amount: "1000"', 'amount: "1000", currency: 元'), 'YJ823', L, '元', /three capitals/],
  ['dates reversed', line('at: "2022-06-01"', 'at: "2021-11-01"'), 'YJ824', L, 'kind: repaid', /before the entry above/],
  ['recorded before it took effect', line('at: "2021-12-01"', 'at: "2021-12-01", recorded: "2021-11-30"'), 'YJ824', L, 'kind: drawn', /after it was recorded/],
  ['entered twice', line('ref: repay-1', 'ref: draw-1'), 'YJ825', L, 'kind: repaid', /entered already/],
  ['drawn from a line that is not there', line('kind: drawn, line: credit-1', 'kind: drawn, line: credit-2'), 'YJ826', L, 'kind: drawn', /there is credit-1/],
  ['credit above intent', line('amount: "4800", ref', 'amount: "30001", ref'), 'YJ827', L, 'kind: credited', /above the 300/],
  ['drawn above credit', line('amount: "1000"', 'amount: "4801"'), 'YJ828', L, 'kind: drawn', /above the 48 available/],
  ['repaid above drawn', line('amount: "250"', 'amount: "1001"'), 'YJ829', L, 'kind: repaid', /above the 10 outstanding/],
  ['cancelled above what is free', frame('ref: intent, for: money}', moneyOf('at: "2021-10-27", kind: cancelled, amount: "30001", ref: less')), 'YJ830', F, 'ref: less', /correct the amount/],
  ['an entry before the signing', line('{at: "2021-10-28"', '{at: "2021-10-27"'), 'YJ831', L, 'kind: credited', /before the signing on 2021-10-28/],
  [
    'intent counted a second time',
    line(
      'kind: credited, amount: "4800", ref: credit-1, for: first, shares: [{party: bank, share: "66.67"}, {party: second, share: "33.33"}]',
      'kind: intended, amount: "4800", ref: credit-1, for: first',
    ),
    'YJ832',
    L,
    'kind: intended',
    /counted twice/,
  ],
  ['money for a commitment that is not there', frame('for: money', 'for: roads'), 'YJ833', F, 'for: roads', /no commitment "roads"/],
  [
    'an instrument that was not agreed',
    frame('ref: intent, for: money}', moneyOf('at: "2021-10-27", kind: credited, amount: "5", ref: bonds, instrument: bond')),
    'YJ834',
    F,
    'instrument: bond',
    /not among the agreement's instruments/,
  ],
  ['one figure, written differently', frame('strength: intend, amount: "30000"', 'strength: intend, amount: "40000"'), 'YJ835', F, 'amount: "40000"', /correct one of them/],
  ['a share that is none', line('share: "33.33"', 'share: a third'), 'YJ836', L, 'a third', /percentage/],
  ['shares that do not sum', line('share: "33.33"', 'share: "33.34"'), 'YJ837', L, 'shares', /not 100 %/],
  ['a share for nobody', line('{party: second,', '{party: third,'), 'YJ811', L, 'party: third', /not among the parties/],
  ['a day and a clock', frame('clock: {wd: 5}', 'clock: {wd: 5}, due: "2022-01-01"'), 'YJ840', F, 'id: build', /keep one/],
  ['due before it began', frame('due: "2021-12-31"', 'due: "2021-10-01"'), 'YJ841', F, 'id: plan', /before it began/],
  ['events that go back', frame('kind: moved, at: "2021-12-01"', 'kind: moved, at: "2021-10-31"'), 'YJ842', F, 'id: plan', /in order/],
  [
    'done before it was opened again',
    frame('{kind: assigned, at: "2021-11-01", to: [city]}', '{kind: met, at: "2021-11-01", says: {zh: 完, en: Done}}'),
    'YJ843',
    F,
    'id: plan',
    /write reopened first/,
  ],
  ['moved into the past', frame('due: "2022-01-31"', 'due: "2021-11-30"'), 'YJ844', F, 'id: plan', /give a later day/],
  ['nothing asked', asking('points: [{zh: 支持, en: Support}]', 'points: []'), 'YJ845', A, 'asked', /at least one point/],
  [
    'a request without asking',
    asking('asked: {by: city, of: department, points: [{zh: 支持, en: Support}]}\nanswer: {by: department, points: [{zh: 推动, en: Will push, strength: push}]}\n', ''),
    'YJ846',
    A,
    'id: asking',
    /say what was asked/,
  ],
  ['an answer before the request', asking('answer: {by: department,', 'answer: {by: department, at: "2021-10-25",'), 'YJ848', A, 'answer', /keep the order/],
  [
    'kept after it was withdrawn',
    asking('{kind: reminded, at: "2021-11-01"}', '{kind: withdrawn, at: "2021-11-01", why: {zh: 撤, en: Gone}}\n  - {kind: kept, at: "2021-11-02", says: {zh: 成, en: Done}}'),
    'YJ849',
    A,
    'kind: kept',
    /add what happened between/,
  ],
];

const lineOf = (text: string, at: string): number => text.slice(0, text.indexOf(at)).split('\n').length;

describe('a slip is told at its line with what to do, in both languages, and nothing is half applied', () => {
  for (const [what, change, code, file, at, says] of slips)
    test(what, () => {
      const files = sampleFiles(change);
      const { ledger, findings } = loadLedger(files);
      const found = findings.filter((f) => f.code === code && f.file === file);
      expect(found, JSON.stringify(findings)).not.toEqual([]);
      expect(found.map((f) => f.line)).toContain(lineOf(files.get(file)!, at));
      expect(found.some((f) => says.test(f.message.en))).toBe(true);
      for (const f of findings) expect(f.message.zh).toMatch(/[\u4e00-\u9fff].*[；，]/);
      expect(ledger).toBeNull();
    });
});

test('a promise without promises, an answer without a question', () => {
  expect(loadLedger(new Map([['requests/a.yaml', 'id: a\nname: {zh: 甲, en: A}\nkind: promise\non: "2021-10-26"\n']])).findings.map((f) => f.code)).toEqual(['YJ847']);
  const answer = 'id: a\nname: {zh: 甲, en: A}\nkind: meeting\non: "2021-10-26"\nparties: [{id: x, name: {zh: 某, en: X}}]\nanswer: {by: x, points: [{zh: 好, en: Yes}]}\n';
  expect(loadLedger(new Map([['requests/a.yaml', answer]])).findings).toMatchObject([{ code: 'YJ846', line: 6 }]);
});

test('what the strict reader and the declarations refuse is refused here too', () => {
  const codes = (change: Parameters<typeof sampleFiles>[0]) => load(change).findings.map((f) => `${f.code}:${f.line}`);
  expect(codes(frame('kind: framework', 'kind: handshake'))).toEqual(['YJ203:3']);
  expect(codes(frame('kind: framework', 'kinds: framework'))).toContain('YJ201:3');
  expect(codes(line('kind: drawn', 'kind: spent'))).toEqual(['YJ203:15']);
  expect(codes(line('at: "2021-12-01"', 'at: "2021-02-30"'))).toEqual(['YJ203:15']);
  expect(codes(frame('id: frame\n', 'id: other-id\n'))).toContain('YJ302:1');
  expect(codes(frame('id: frame\n', 'id: *x\n'))).toHaveLength(1);
  expect(loadLedger(new Map([['agreements/list.csv', 'a,b']])).findings).toMatchObject([{ code: 'YJ108', file: 'agreements/list.csv' }]);
  expect(loadLedger(new Map([['agreements/README.md', '#']])).findings).toEqual([]);
});

test('every source leads somewhere', () => {
  const files = sampleFiles(frame('kind: framework', 'kind: framework\nsource: page#S1'));
  expect(loadLedger(files, new Set(['page#S1'])).findings).toEqual([]);
  expect(loadLedger(files, new Set(['page#S2'])).findings).toMatchObject([{ code: 'YJ838', file: F, line: 4 }]);
});

test('all faults are told at once', () => {
  const { findings } = load({ ...frame('text: 1+2', 'text: 2+2'), ...line('amount: "1000"', 'amount: "-1"'), ...asking('of: department', 'of: ministry') });
  expect(findings.map((f) => f.code)).toEqual(['YJ806', 'YJ821', 'YJ829', 'YJ811']);
});
