/** Cases made up for tests and benches: small, valid, and in their own numbers. */
import { hash } from 'node:crypto';
import type { CaseRow, Command, StepRow } from '../../../app/ports/store';
import { chained, genesis } from '../../../core/case/chain';
import type { CaseEvent, FiledStep, Values } from '../../../core/case/event';

export const sha256 = (bytes: Uint8Array | string) => hash('sha256', bytes);
const person = { id: 'p-1', name: '欧阳·阿依古丽', capacity: 'self' as const };

let counter = 0;
/** Case ids in order, apart from those of other processes by `offset`. */
export const nextId = (offset = 0): string => String(BigInt(Date.now()) * 4096n * 1024n + BigInt(offset) * 1_000_000n + BigInt(counter++));

export const filed = (id: string): FiledStep => ({
  id,
  service: id,
  authority: 'lukou-market',
  initiator: 'applicant',
  waitsFor: [],
  inputs: [],
  facts: ['business.name'],
  evidence: [],
  outputs: { evidence: ['business-licence'], concepts: [] },
  clock: { statutory: { wd: 3 }, promised: { wd: 1 } },
  delivery: ['electronic'],
  finish: 7,
  clerkDecides: [],
  state: 'in',
});

export type Sample = {
  caseId?: string;
  key?: string;
  at?: string;
  applicantId?: string;
  answers?: Values;
  /** One step each; a step's due instant, or null. */
  steps?: { step: string; due?: string | null; authority?: string; division?: string; status?: string; service?: string; promised?: string | null }[];
};

/** A submission: `submitted` and a `received` per step. */
export function submission(sample: Sample = {}): Command {
  const { caseId = nextId(), at = '2026-03-02T09:00:00+08:00', applicantId = 'p-1', steps = [{ step: 'register' }, { step: 'licence', due: null }] } = sample;
  const number = `430212-${caseId}`;
  const events: CaseEvent[] = [
    {
      type: 'submitted',
      number,
      division: '430212',
      journey: 'open-business',
      basket: ['register'],
      catalogue: 'test',
      lawOf: '2026-03-02',
      applicant: { id: applicantId, name: person.name, kind: 'person' },
      answers: sample.answers ?? { 'business.name': '渌口区·𰻝𰻝面馆' },
      provenance: { 'business.name': { from: 'applicant' } },
      documents: [],
      steps: steps.map((s) => filed(s.step)),
    },
    ...steps.map((s): CaseEvent => ({ type: 'received', step: s.step, due: s.due === undefined ? '2026-03-05T17:30:00+08:00' : s.due, promised: null })),
  ];
  const stored = chained(
    caseId,
    genesis,
    events.map((event, i) => ({ n: i + 1, at, actor: { ...person, id: applicantId }, event })),
    sha256,
  );
  const kase: CaseRow = {
    caseId,
    number,
    division: '430212',
    journey: 'open-business',
    applicantId,
    applicantName: person.name,
    actorId: applicantId,
    status: 'submitted',
    outcome: null,
    version: stored.length,
    head: stored.at(-1)!.hash,
    submittedAt: at,
    updatedAt: at,
  };
  const rows = steps.map(
    (s, i): StepRow => ({
      caseId,
      step: s.step,
      ord: i,
      service: s.service ?? s.step,
      authority: s.authority ?? 'lukou-market',
      division: s.division ?? '430212',
      status: s.status ?? 'received',
      due: s.due === undefined ? '2026-03-05T17:30:00+08:00' : s.due,
      promised: s.promised ?? null,
      turn: s.due === undefined ? '2026-03-05T17:30:00+08:00' : s.due,
      claimedBy: null,
    }),
  );
  const key = sample.key ?? `k-${caseId}`;
  return {
    actor: applicantId,
    key,
    fingerprint: sha256(JSON.stringify([key, sample.answers ?? null, caseId])),
    case: kase,
    steps: rows,
    events: stored,
    notices: [{ topic: 'sms', key: `submitted-${caseId}`, body: { to: applicantId, text: '已收到' } }],
    response: { number },
  };
}

/** One more event behind a command's: a step is granted. */
export function grant(before: Command, step: string, key = `grant-${before.case.caseId}-${step}`): Command {
  const { caseId } = before.case;
  const at = '2026-03-03T10:00:00+08:00';
  const officer = { id: 'o-1', name: '李四', capacity: 'officer' as const, authority: 'lukou-market' };
  const event: CaseEvent = { type: 'granted', step, values: {}, evidence: [{ evidence: 'business-licence', number: '湘〔2026〕1号' }] };
  const events = chained(caseId, before.case.head, [{ n: before.case.version + 1, at, actor: officer, event }], sha256);
  return {
    actor: officer.id,
    key,
    fingerprint: sha256(key),
    case: { ...before.case, version: events.at(-1)!.n, head: events.at(-1)!.hash, updatedAt: at },
    steps: before.steps.filter((s) => s.step === step).map((s) => ({ ...s, status: 'granted', due: null, turn: null })),
    events,
    notices: [{ topic: 'sms', key: `granted-${caseId}-${step}`, body: { text: '已办结' } }],
    response: { ok: true },
  };
}
