/**
 * Whole lives of cases for tests and benches, rows folded from events as the program does it: filed, received, accepted, reviewed, granted,
 * delivered, closed, rated. As one command, so that many are quickly there.
 */
import { fold, type CaseEvent, type Recorded, type Values } from '../../../core/case';
import { chained, genesis } from '../../../core/case/chain';
import type { Command, StepRow, StoredEvent } from '../../../app/ports/store';
import { caseRow, checkoutChange, stepRows, storyRows, voiceChanges } from '../../../app/rows';
import type { Calendar } from '../../../core/calendar';
import { filed, nextId, sha256 } from './sample';

const person = { id: 'p-1', name: '欧阳·阿依古丽', capacity: 'self' as const };
const officer = { id: 'o-1', name: '易家俭', capacity: 'officer' as const, authority: 'lukou-market' };
/** Nine in the morning, n days after. */
const after = (date: string) => (n: number) => `${new Date(Date.parse(date) + n * 86_400_000).toISOString().slice(0, 10)}T09:00:00+08:00`;
const filedOn = '2026-03-02';
const day = after(filedOn);

/** @param i applicant and answers; two steps, 13 events. `underWay`: still in review. `on`: the date of filing. */
export function lived(
  i: number,
  caseId = nextId(),
  {
    steps = ['register', 'licence'],
    answers = {},
    underWay = false,
    number = `430212-${caseId}`,
    on = filedOn,
  }: { steps?: string[]; answers?: Values; underWay?: boolean; number?: string; on?: string } = {},
): Command {
  const day = after(on);
  const applicant = { ...person, id: `p-${i}` };
  const recorded: Recorded[] = [];
  const says = (n: number, actor: Recorded['actor'], event: CaseEvent) => recorded.push({ n: recorded.length + 1, at: day(n), actor, event });
  says(0, applicant, {
    type: 'submitted',
    number,
    division: '430212',
    journey: 'open-business',
    basket: steps,
    catalogue: 'test',
    lawOf: on,
    applicant: { id: applicant.id, name: applicant.name, kind: 'person' },
    answers: { 'business.name': `渌口区第${i}家面馆`, ...answers },
    provenance: { 'business.name': { from: 'applicant' } },
    documents: [],
    steps: steps.map(filed),
  });
  for (const step of steps) says(0, applicant, { type: 'received', step, due: day(7), promised: day(3) });
  for (const step of steps) says(1, officer, { type: 'accepted', step, deemed: false, due: day(7), promised: day(3) });
  for (const step of steps) says(2, officer, { type: 'review-started', step });
  if (!underWay) {
    for (const step of steps) says(3, officer, { type: 'granted', step, values: {}, evidence: [{ evidence: 'business-licence', number: `示〔2026〕${i}号` }] });
    for (const step of steps) says(4, officer, { type: 'delivered', step, by: 'electronic' });
    says(4, officer, { type: 'closed', outcome: 'granted' });
    says(5, applicant, { type: 'rated', grade: 5 });
  }
  const events = chained(caseId, genesis, recorded, sha256);
  const state = fold(recorded)!;
  const head = { caseId, head: events.at(-1)!.hash, updatedAt: events.at(-1)!.at };
  const rows: StepRow[] = stepRows(state, head);
  const key = `k-${caseId}`;
  return {
    actor: applicant.id,
    key,
    fingerprint: sha256(key),
    case: caseRow(state, head),
    steps: rows,
    events,
    notices: [{ topic: 'case-submitted', key: `submitted:${number}`, body: { number } }],
    response: { number },
  };
}

/**
 * A life as the program writes it, a command for each event after the filing, with what is kept beside the record: asked for more, paused near the end,
 * told upwards, complained about and answered, handed over to another office, granted and refused, rated badly and answered.
 */
export function livedByTurns(i: number, calendar: Calendar): Command[] {
  const filing = lived(i, undefined, { underWay: true });
  const { caseId } = filing.case;
  const opening = filing.events.slice(0, 3);
  const applicant = { ...person, id: `p-${i}` };
  const later: [number, Recorded['actor'], CaseEvent][] = [
    [1, officer, { type: 'supplement-requested', step: 'register', defects: [{ about: 'business.name', says: '名称不全' }], due: null, respondBy: day(9) }],
    [2, applicant, { type: 'ticket-opened', ticket: `t-${i}`, step: 'licence', says: '来回跑', due: day(7) }],
    [3, applicant, { type: 'supplemented', step: 'register', answers: {}, documents: [], due: day(10) }],
    [4, officer, { type: 'transferred', step: 'licence', to: 'county-market', reason: '归县局办' }],
    [4, officer, { type: 'ticket-answered', ticket: `t-${i}`, says: '正在办', solved: false }],
    [5, officer, { type: 'accepted', step: 'register', deemed: false, due: day(8), promised: null }],
    [5, officer, { type: 'escalated', step: 'licence', clock: 'statutory', to: 'lead' }],
    [6, officer, { type: 'review-started', step: 'register' }],
    [7, officer, { type: 'ticket-answered', ticket: `t-${i}`, says: '办好了', solved: true }],
    [7, officer, { type: 'paused', step: 'register', procedure: 'inspection', reason: '检验', until: null }],
    [8, officer, { type: 'resumed', step: 'register', due: day(9), promised: null }],
    [9, officer, { type: 'granted', step: 'register', values: {}, evidence: [] }],
    [9, officer, { type: 'refused', step: 'licence', reasons: ['不符合条件'] }],
    [9, officer, { type: 'closed', outcome: 'partly-granted' }],
    [10, applicant, { type: 'rated', grade: 1, words: '太慢', step: 'licence', contactBy: day(11), mendBy: day(17) }],
    [11, applicant, { type: 'rated', grade: 5 }],
    [11, officer, { type: 'rating-answered', rating: 18, says: '已改', mended: i % 2 === 0 }],
  ];
  const commands = [turn(caseId, [], opening, calendar, applicant.id)];
  const all = [...opening];
  for (const [n, actor, event] of later) {
    const next = chained(caseId, all.at(-1)!.hash, [{ n: all.length + 1, at: day(n), actor, event }], sha256);
    commands.push(turn(caseId, all, next, calendar, actor.id));
    all.push(...next);
  }
  return commands;
}

/**
 * A case with money and a time in it, a command for each event after the filing: paid, one of two steps refused so that its fee must go back, another payment begun, and a
 * place kept at the hall. @param i which of the day's places
 */
export function paidAndBooked(i: number, calendar: Calendar): Command[] {
  const filing = lived(i, undefined, { underWay: true });
  const { caseId } = filing.case;
  const payer = { ...person, id: `p-${i}` };
  const line = (step: string, amount: number) => ({ step, amount, payee: 'lukou-market', refund: 'unless-granted' as const });
  const slot = { slot: 'licence:meet', kind: 'appear' as const, steps: ['licence'], resource: 'hall-a:licence', seat: i + 1, capacity: 50, hall: 'hall-a' };
  const later: [number, Recorded['actor'], CaseEvent][] = [
    [3, payer, { type: 'payment-started', payment: `m-${i}-1`, provider: 'demonstration', amount: 300, lines: [line('register', 100), line('licence', 200)] }],
    [3, payer, { type: 'payment-made', payment: `m-${i}-1`, reference: `r-${i}`, amount: 300 }],
    [3, payer, { type: 'slot-booked', ...slot, from: day(9), to: day(9).replace('T09', 'T10') }],
    [4, officer, { type: 'refused', step: 'register', reasons: ['不符合条件'] }],
    [5, payer, { type: 'payment-started', payment: `m-${i}-2`, provider: 'demonstration', amount: 50, lines: [line('licence', 50)] }],
  ];
  const all = [...filing.events];
  const commands = [turn(caseId, [], all.slice(), calendar, payer.id)];
  for (const [n, actor, event] of later) {
    const next = chained(caseId, all.at(-1)!.hash, [{ n: all.length + 1, at: day(n), actor, event }], sha256);
    commands.push(turn(caseId, all, next, calendar, actor.id));
    all.push(...next);
  }
  return commands;
}

function turn(caseId: string, before: readonly StoredEvent[], events: StoredEvent[], calendar: Calendar, actor: string): Command {
  const state = fold([...before, ...events])!;
  const head = { caseId, head: events.at(-1)!.hash, updatedAt: events.at(-1)!.at };
  const key = `k-${caseId}-${events.at(-1)!.n}`;
  const beside = before.length === 0 ? {} : { voices: voiceChanges(state, events), stories: storyRows([...before, ...events], calendar), checkout: checkoutChange(fold([...before])!, state) };
  return { actor, key, fingerprint: sha256(key), case: caseRow(state, head), steps: stepRows(state, head), events, notices: [], ...beside, response: {} };
}
