/** Following a case: per step the authority, the state, the date in working days, what is waited for, and outputs as they come. */
import { afterWorkingHours } from '../core/calendar';
import {
  type CaseState,
  finalStatuses,
  type Hearing,
  type Mandate,
  isFinal,
  type Moment,
  type Move,
  type Paper,
  type Postal,
  type Rating,
  sentenceOf,
  type Sentence,
  type StepState,
  type StepStatus,
  type Ticket,
  type Value,
  type Visit,
  whoseMove,
} from '../core/case';
import type { Label } from '../core/catalogue';
import type { Prepared } from '../core/journey';
import { instantOf } from './clocks';
import { authorityName, evidenceName, factsOf, type Fact, journeyName, lawOfCase, preparedCase, stepName } from './case-view';
import { placesOf } from './delivery';
import type { DraftBody } from './draft';
import { includes } from './entrust';
import { isHelping, type OpenCase, openFor, residentId } from './open-case';
import type { Principal } from './ports/identity';
import type { Access, CaseRow, Correction } from './ports/store';
import { papersOfCase } from './papers';
import type { Product } from './product';
import { isGentle } from './tone';
import { type ToDo, toDoOf } from './to-do';

export type TrackStep = {
  id: string;
  name: Label;
  authority: Label;
  status: StepStatus;
  /** Statutory and promised ends of the period that runs now. */
  due: string | null;
  promised: string | null;
  pending: string | null;
  /** Where the plan expects the result, while nothing binding runs. */
  expected: string | null;
  waitsFor: Label[];
  /** What is not given because this step ended badly, or why it ended. */
  reasons: string[];
  because: Label | null;
  defects: { about: string; says: string }[];
  /** Facts the notice asks about, as they stand: answered as facts, not only in words. */
  asks: { concept: string; value: Value }[];
  outputs: Fact[];
  evidence: { label: Label; number: string }[];
  pausedFor: string | null;
  /** Documents this step may be given. */
  pieces: { evidence: string; subject: string }[];
  moments: Moment[];
  /** Documents owed on a promise, and by when. */
  deferred: { evidence: string; subject: string; due: string | null }[];
  /** When the applicant's own time ends. */
  respondBy: string | null;
  visits: Visit[];
  hearing: Hearing | null;
  /** Clocks that were overrun, and whom that was told. */
  overrun: { at: string; clock: string }[];
  /** Whose move it is, and by when. */
  move: Move | null;
  /** Since when its documents can be collected, and how they were handed over. */
  readyAt: string | null;
  handedOver: StepState['handedOver'];
  collectAt: string | null;
};
export type TrackView = {
  number: string;
  name: Label;
  status: CaseState['status'];
  outcome: CaseState['outcome'];
  sentence: Sentence;
  submittedAt: string;
  /** Filed by somebody else for her: who, from where, how she agreed, whether she has taken that back; and when her receipt was signed. */
  helped: (Mandate & { revokedAt?: string | undefined; where: Label; capacity: 'helper' | 'counter-clerk' }) | null;
  provisional: string | null;
  applicant: string;
  division: string;
  done: number;
  total: number;
  steps: TrackStep[];
  version: number;
  /** Nothing cheerful, and no rating asked for. */
  gentle: boolean;
  papers: Paper[];
  tickets: Ticket[];
  ratings: Rating[];
  /** Matters that can be rated now: the case (null), or a step of it. */
  rateable: (string | null)[];
  joint: CaseState['joint'];
  todo: ToDo;
  /** Where results are posted, and her telephone. */
  post: Postal | null;
  phone: string | null;
  journey: string | null;
  /** What whoever looks at it may do: act in it, and change its facts or file again. */
  may: { act: boolean; change: boolean };
  /** What its facts are called and of what type they are; null where that version of the folder is gone. */
  prepared: Prepared | null;
};

/** Null when there is no such case or it is not the visitor's: the two are not told apart. */
export async function track(product: Product, who: Principal | null, number: string): Promise<TrackView | null> {
  const open = await openFor(product, who, number, 'look');
  return open && trackView(product, open, who);
}

export function trackView(product: Product, open: OpenCase, who: Principal | null = null): TrackView {
  const { state } = open;
  const law = lawOfCase(product, state);
  const prepared = preparedCase(law, state);
  const name = (id: string): Label => {
    const s = state.steps.get(id);
    return s ? stepName(law, s) : { zh: id, en: id };
  };
  const steps = [...state.steps.values()].map((s): TrackStep => {
    const paused = s.status === 'paused' ? s.pauses.at(-1) : undefined;
    return {
      id: s.filed.id,
      name: stepName(law, s),
      authority: authorityName(law, s.authority),
      status: s.status,
      due: s.due,
      promised: s.promised,
      pending: s.pending,
      expected: expected(product, state, s),
      waitsFor:
        s.status === 'depends' && s.filed.decidedBy
          ? [name(s.filed.decidedBy)]
          : s.status === 'waiting' || s.status === 'depends' || paused
            ? s.filed.inputs
                .filter((i) => !given(state, i.step))
                .map((i) => name(i.step))
                .filter(once)
            : [],
      reasons: s.status === 'moot' ? [] : s.reasons.filter((r) => r.trim() !== ''),
      because: s.because ? name(s.because) : null,
      defects: s.defects,
      asks: prepared ? askedAgain(state, s, prepared) : [],
      outputs: factsOf(law, prepared, state, Object.keys(s.values)),
      evidence: s.evidence.map((e) => ({ label: evidenceName(law, e.evidence), number: e.number })),
      pausedFor: paused && paused.procedure !== 'awaiting-output' ? paused.reason : null,
      pieces: s.filed.evidence,
      moments: s.moments,
      deferred: s.deferred,
      respondBy: s.respondBy,
      visits: s.visits,
      hearing: s.hearing,
      overrun: s.escalations,
      move: whoseMove(state, s),
      readyAt: s.readyAt,
      handedOver: s.handedOver,
      collectAt: state.checkout.delivery[s.filed.id]?.place ?? placesOf(law, s)[0]?.id ?? null,
    };
  });
  const counted = steps.filter((s) => s.status !== 'not-needed');
  return {
    number: state.number,
    name: journeyName(law, state),
    status: state.status,
    outcome: state.outcome,
    sentence: sentenceOf(state, { step: name, authority: (id) => authorityName(law, id) }, instantOf(product)),
    submittedAt: state.submittedAt,
    helped: state.mandate
      ? {
          ...state.mandate,
          where: law.halls.get(state.mandate.station)?.name ?? { zh: state.mandate.station, en: state.mandate.station },
          capacity: state.actor.capacity === 'helper' ? 'helper' : 'counter-clerk',
        }
      : null,
    provisional: state.receipt?.provisional ?? null,
    applicant: state.applicant.name,
    division: state.division,
    done: counted.filter((s) => s.status === 'granted' || s.status === 'delivered').length,
    total: counted.length,
    steps,
    version: state.version,
    gentle: isGentle(law, state),
    papers: papersOfCase(open),
    tickets: state.tickets,
    ratings: state.ratings,
    rateable: isGentle(law, state) ? [] : rateable(state),
    joint: state.joint,
    todo: toDoOf(product, open),
    post: state.checkout.post,
    phone: state.applicant.contact ?? null,
    journey: state.journey,
    may: mayDo(open, who),
    prepared,
  };
}

/** A colleague who may only look, and a relative who filed once, are offered nothing that would be refused. */
function mayDo(open: OpenCase, who: Principal | null): TrackView['may'] {
  const act = open.right === undefined || includes(open.right, 'submit');
  return { act, change: act && who?.kind === 'person' && !isHelping(open, who) };
}

/** What she said herself and can say anew; a list, or what another step gave, is not among it. */
const askedAgain = (state: CaseState, s: StepState, prepared: Prepared): TrackStep['asks'] =>
  s.defects.flatMap(({ about }) => {
    const value = state.answers[about];
    return value !== undefined && !Array.isArray(value) && prepared.datum(about) ? [{ concept: about, value }] : [];
  });

/** Each matter once: a step when it is over, the whole when it is closed. */
function rateable(state: CaseState): (string | null)[] {
  const rated = new Set(state.ratings.map((r) => r.step));
  const over = [...state.steps.values()].filter((s) => isFinal(s) && s.status !== 'not-needed' && s.status !== 'withdrawn').map((s) => s.filed.id);
  const whole: (string | null)[] = state.status === 'submitted' ? [] : [null];
  return [...whole, ...over].filter((x) => !rated.has(x));
}

const once = <T extends Label>(x: T, i: number, all: T[]) => all.findIndex((y) => y.zh === x.zh) === i;
const given = (state: CaseState, id: string) => {
  const status = state.steps.get(id)?.status;
  return status === 'granted' || status === 'delivered';
};

/** The plan's date: working hours from filing on the city's calendar. */
function expected(product: Product, state: CaseState, s: StepState): string | null {
  if (finalStatuses.has(s.status)) return null;
  const at = afterWorkingHours(product.calendar(), state.submittedAt, s.filed.finish);
  return at.due;
}

/** Those she filed, and those a helper filed for her under her number. */
export async function myCases(product: Product, who: Principal, before?: string): Promise<CaseRow[]> {
  const store = await product.store();
  const number = who.kind === 'person' && who.assurance >= 2 ? who.gives['idNumber'] : undefined;
  const lists = await Promise.all([who.id, ...(number ? [residentId(number)] : [])].map((id) => store.casesOf(id, { limit: 30, ...(before && { before }) })));
  const newest = (a: CaseRow, b: CaseRow) => (BigInt(a.caseId) < BigInt(b.caseId) ? 1 : -1);
  return lists.flat().sort(newest).slice(0, 30);
}

/** Corrections she asked registers for, newest first. */
export async function myCorrections(product: Product, who: Principal): Promise<Correction[]> {
  return (await (await product.store()).corrections(null, 500)).filter((c) => c.requestedBy === who.id);
}

/** Applications begun and not submitted, newest first. */
export async function myDrafts(product: Product, who: Principal): Promise<{ id: string; updatedAt: string; body: DraftBody }[]> {
  const drafts = (await (await product.store()).draftsOf(who.id)).map(({ id, updatedAt, body }) => ({ id, updatedAt, body: body as DraftBody }));
  return drafts.filter((d) => !d.body.submitted).sort((a, b) => (a.updatedAt < b.updatedAt ? 1 : -1));
}

/** Who looked at a person's data: registers read for her, and officers who opened her case. */
export async function whoLooked(product: Product, who: Principal): Promise<Access[]> {
  const store = await product.store();
  const keys = who.kind === 'person' ? [who.id, who.gives['idNumber'] ?? ''] : [];
  const found = await Promise.all(keys.filter(Boolean).map((k) => store.accesses(k, 50)));
  return found.flat().sort((a, b) => (a.at < b.at ? 1 : -1));
}
