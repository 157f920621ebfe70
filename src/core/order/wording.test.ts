/** What the wording of the order says and does not say: 39 questions and their answers, put to the shipped files as a program would put them. */
import { describe, expect, test } from 'vitest';
import { parseInstant } from '../calendar/instant';
import { decide } from './decide';
import { parseQuestions } from './question';
import { youxian } from './testing/youxian';

type Facts = Record<string, unknown>;
type Case = [number: number, what: string, question: Facts, answer: string];

const on29 = '2021-10-29T08:00:00+08:00';
const noon29 = '2021-10-29T12:00:00+08:00';
const goOut = (person: Facts, at = on29, knownAt?: string) => ({ kind: 'go-out', area: '430223', at, ...(knownAt && { knownAt }), person });
const leave = (person: Facts, at = noon29) => ({ kind: 'leave-area', area: '430223', at, person: { presentIn: '430223', ...person } });
const venue = (facts: Facts, at = on29) => ({ kind: 'venue', area: '430223', at, venue: facts });

/** "A resident" of the table has no exempt work; not to say so would leave it unknown. */
const resident = { residentOf: '430223', presentIn: '430223', work: 'retired', onDuty: false };
const worker = (work: string) => ({ residentOf: '430223', presentIn: '430223', work, onDuty: true });
const test4h = { kind: 'nucleic-acid', result: 'negative', sampledAt: '2021-10-29T08:00:00+08:00', own: true };

const cases: Case[] = [
  [1, 'a resident, last second of the earlier order', goOut(resident, '2021-10-27T23:59:59+08:00'), 'refused:stay-home youxian-2021-2#stay-home'],
  [2, 'a resident, first second of this order', goOut(resident, '2021-10-28T00:00:00+08:00'), 'refused:stay-home youxian-2021-3#stay-home'],
  [3, 'a resident, last second of the fourth day', goOut(resident, '2021-10-31T23:59:59+08:00'), 'refused:stay-home youxian-2021-3#stay-home'],
  [4, 'a resident, midnight after it', goOut(resident, '2021-11-01T00:00:00+08:00'), 'allowed:no-order'],
  [5, 'the same instant written in UTC', goOut(resident, '2021-10-31T16:00:00Z'), 'allowed:no-order'],
  [6, 'epidemic control, on duty', goOut(worker('epidemic-control')), 'allowed:exempt'],
  [7, 'emergency management, on duty', goOut(worker('emergency-management')), 'allowed:exempt'],
  [8, 'production, on duty', goOut(worker('enterprise-production')), 'allowed:exempt'],
  [9, 'construction, on duty', goOut(worker('project-construction')), 'allowed:exempt'],
  [10, 'medical support, on duty', goOut(worker('medical-support')), 'allowed:exempt'],
  [11, 'urgent official duty', goOut(worker('urgent-official')), 'allowed:exempt'],
  [12, 'a doctor going shopping', goOut({ ...worker('medical-support'), onDuty: false, purpose: 'shopping' }), 'refused:exemption-is-for-the-duty'],
  [13, 'a teacher', goOut(worker('teacher')), 'refused:stay-home'],
  [14, 'a visitor from the neighbouring county', goOut({ residentOf: '430224', presentIn: '430223', work: 'retired', onDuty: false }), 'undetermined:not-a-resident'],
  [15, 'asked on the 26th about the 29th', goOut(resident, on29, '2021-10-26T12:00:00+08:00'), 'allowed:no-order'],
  [16, 'a test, no reason', leave({ reason: false, test: test4h }), 'refused:no-reason'],
  [17, 'a reason, no test', leave({ reason: true, test: null }), 'refused:no-test'],
  [18, 'a reason and a test four hours old', leave({ reason: true, test: test4h }), 'allowed:document-valid'],
  [19, 'sampled exactly 24 hours ago', leave({ reason: true, test: { ...test4h, sampledAt: '2021-10-28T12:00:00+08:00' } }), 'allowed:document-valid'],
  [20, 'sampled 24 hours and a second ago', leave({ reason: true, test: { ...test4h, sampledAt: '2021-10-28T11:59:59+08:00' } }), 'refused:test-too-old'],
  [21, 'an exempt doctor without a test', leave({ ...worker('medical-support'), reason: true, test: null }), 'refused:no-test'],
  [22, 'a positive test', leave({ reason: true, test: { ...test4h, result: 'positive' } }), 'refused:test-positive'],
  [23, 'a result not out yet', leave({ reason: true, test: { ...test4h, result: 'pending' } }), 'refused:test-pending'],
  [24, 'an antigen test', leave({ reason: true, test: { ...test4h, kind: 'antigen' } }), 'refused:test-not-nucleic-acid'],
  [25, 'a sample from the future', leave({ reason: true, test: { ...test4h, sampledAt: '2021-10-29T12:00:01+08:00' } }), 'refused:test-in-future'],
  [26, "another person's report", leave({ reason: true, test: { ...test4h, own: false } }), 'refused:test-not-own'],
  [27, 'no test on 2 November: this clause has no end', leave({ reason: true, test: null }, '2021-11-02T12:00:00+08:00'), 'refused:no-test'],
  [28, 'leaving before the 28th', leave({ reason: true, test: null }, '2021-10-27T12:00:00+08:00'), 'allowed:no-order'],
  [29, 'an instant without an offset', leave({ reason: true, test: test4h }, '2021-10-29T12:00:00'), 'YJ791'],
  [30, 'a cinema on the 29th', venue({ type: 'cinema' }), 'closed:listed'],
  [31, 'a cinema on 1 November', venue({ type: 'cinema' }, '2021-11-01T12:00:00+08:00'), 'closed:listed'],
  [32, 'entertainment, indoors and enclosed', venue({ type: 'entertainment', indoor: true, enclosed: true }), 'closed:listed'],
  [33, 'entertainment in the open air, with a crowd', venue({ type: 'entertainment', indoor: false, enclosed: false, crowd: true }), 'undetermined:open-list'],
  [34, 'a produce market in town', venue({ type: 'farmers-market', urban: true }), 'closed:listed'],
  [35, 'a produce market in a township', venue({ type: 'farmers-market', urban: false }), 'undetermined:open-list'],
  [36, 'a produce market somewhere', venue({ type: 'farmers-market' }), 'undetermined:need-urban'],
  [37, 'a pharmacy', venue({ type: 'pharmacy' }), 'open:not-listed'],
  [38, 'a gymnasium', venue({ type: 'gymnasium' }), 'undetermined:open-list'],
  [39, 'a temple', venue({ type: 'temple' }), 'closed:listed'],
];

/** `answer:reason`, and the clause where the case names it. */
function ask(question: Facts): string {
  const parsed = parseQuestions('q.json', JSON.stringify([question]));
  if ('findings' in parsed) return parsed.findings.map((f) => f.code).join();
  const [{ question: q, at, knownAt } = { question: null, at: null, knownAt: null }] = parsed.asked;
  const a = decide(youxian.book, q!, { at: at!, ...(knownAt !== null && { knownAt }) });
  return `${a.answer}:${a.reason}${a.clause ? ` ${a.clause}` : ''}`;
}

describe('the wording of the order', () => {
  test('the shipped files have no finding', () => expect(youxian.errors).toEqual([]));
  test('there are 39 cases', () => expect(cases.map(([n]) => n)).toEqual(Array.from({ length: 39 }, (_, i) => i + 1)));
  test.each(cases)('%i: %s', (_n, _what, question, answer) => {
    const given = ask(question);
    expect(answer.includes(' ') ? given : given.split(' ')[0]).toBe(answer);
  });
});

describe('beside the table', () => {
  test.each<[string, Facts, string]>([
    ['nothing known about a resident’s work leaves it open', goOut({ residentOf: '430223' }), 'undetermined:need-work'],
    ['exempt work, but perhaps off duty', goOut({ residentOf: '430223', work: 'medical-support' }), 'undetermined:need-duty'],
    ['exempt and on duty: where she lives does not matter', goOut({ work: 'medical-support', onDuty: true }), 'allowed:exempt'],
    ['the way to work is not written', goOut({ residentOf: '430223', work: 'medical-support', purpose: 'commute' }), 'undetermined:commute'],
    ['a private errand is one whatever the work', goOut({ residentOf: '430223', purpose: 'shopping' }), 'refused:stay-home'],
    ['a resident of one of its villages', goOut({ ...resident, residentOf: '430223100003' }), 'refused:stay-home'],
    ['a resident of the city, county unknown', goOut({ ...resident, residentOf: '430200' }), 'undetermined:need-residence'],
    ['another county of the city', { ...goOut(resident), area: '430224' }, 'allowed:no-order'],
    ['the whole city: part of it is under the order', { ...goOut(resident), area: '430200' }, 'undetermined:area-too-wide'],
    ['another city', { ...goOut(resident), area: '440100' }, 'undetermined:area-elsewhere'],
    ['a reason, nothing known of a test', leave({ reason: true }), 'needs-document:test-needed'],
    ['no reason: the test does not matter', leave({ reason: false }), 'refused:no-reason'],
    ['no test: the reason does not matter', leave({ test: null }), 'refused:no-test'],
    ['a good test, reason unknown', leave({ test: test4h }), 'undetermined:need-reason'],
    ['a test of unknown age', leave({ reason: true, test: { ...test4h, sampledAt: null } }), 'undetermined:need-test-time'],
    ['a test that may be somebody else’s', leave({ reason: true, test: { ...test4h, own: null } }), 'undetermined:need-test-owner'],
    ['a visitor is bound like everyone present', leave({ residentOf: '430224', reason: true, test: null }), 'refused:no-test'],
    ['somebody who is not there', leave({ presentIn: '430224', reason: false }), 'allowed:not-present'],
    ['leaving a town of the county may not be leaving the county', { ...leave({ reason: false }), area: '430223100' }, 'undetermined:area-inside'],
    ['a pharmacy with a crowd', venue({ type: 'pharmacy', crowd: true }), 'undetermined:open-list'],
    ['a place nobody has told us about', venue({ type: 'planetarium', crowd: false }), 'undetermined:unknown-venue'],
    ['no kind of venue', venue({}), 'undetermined:need-venue'],
    ['a karaoke bar is entertainment', venue({ type: 'KTV', indoor: true, enclosed: true }), 'closed:listed'],
    ['open air: whether it is enclosed does not matter', venue({ type: 'entertainment', indoor: false, crowd: false }), 'open:not-listed'],
    ['a Chinese word for a cinema', venue({ type: '影院' }), 'closed:listed'],
    ['venues known on the 26th: the earlier closure has no end', { ...venue({ type: 'cinema' }), knownAt: '2021-10-26T12:00:00+08:00' }, 'closed:listed youxian-2021-2#venues'],
    ['nothing known before the first order', { ...venue({ type: 'cinema' }), knownAt: '2021-10-24T17:59:59+08:00' }, 'open:no-order'],
  ])('%s', (_what, question, answer) => {
    const given = ask(question);
    expect(answer.includes(' ') ? given : given.split(' ')[0]).toBe(answer);
  });

  test('every answer under a clause cites the line it rests on', () => {
    const at = parseInstant(on29)!;
    const cited = (type: string) => decide(youxian.book, { kind: 'venue', area: '430223', venue: { type } }, { at }).source;
    expect([cited('cinema'), cited('temple'), cited('gymnasium')]).toEqual(['closed-cinemas', 'closed-religious', 'closed-open'].map((x) => `zhuzhou-daily-2021-10-28#S4.${x}`));
  });
});
