/**
 * Where a basket stands for what is known now: the state of each service, the lines still open with what they depend on,
 * and the data certainly needed. Deciding and needed are kept apart: a concept is *deciding* while it is in the support of
 * an open line's diagram, and *needed* when a line that is certainly in lists it (contracts.md).
 */
import type { Value, Values } from '../case/event';
import { accountOf } from '../catalogue';
import type { Facts, Known } from '../rules';
import type { Prepared } from './basket';
import type { Line, StepPlan } from './step-plan';
import { lineStateOf, linesUnder, type LinesNow, type LineState, type Reading } from './line-state';
import { memory, nextTurn, type Memory, type Turn } from './memory';
import type { KnownFacts, Why } from './plan';
import { settle, tableBefore, type Assumed } from './rounds';
import { innerLines, type StepState } from './step-state';
import { differing, type SupplyTable } from './supply-table';

export type { LineState } from './line-state';
export type { Assumed } from './rounds';

export type Situation = {
  prepared: Prepared;
  at: string;
  answers: Values;
  known: KnownFacts;
  /** The same object in the next situation of a walk, when nothing has changed. */
  states: ReadonlyMap<string, StepState>;
  /** Steps in or later, in basket order: those that supply and are supplied. */
  active: readonly StepPlan[];
  /** The step that supplies a concept or a document, if one of the basket does. */
  supplier(kind: 'concept' | 'evidence', id: string, subject: string, forStep: string): { step: StepPlan; stage: string } | null;
  lineState(line: Line | null): LineState;
  /** True when decided true; open lines count as in where `openCounts`. */
  holds(line: Line | null, openCounts?: boolean): boolean;
  value(concept: string): Value | undefined;
  /** Who supplies what, and what this situation leaves for the next one of the same basket. */
  supplying: SupplyTable;
  kept: Memory;
  turn: Turn;
};

const yes: LineState = { value: true };
/**
 * @param kept what earlier situations of the same basket and day found; a caller that walks through many passes one along.
 * @param told what such a caller has written into the same answers since.
 */
export function situation(prepared: Prepared, at: string, answers: Values, known: KnownFacts, assumed?: Assumed, kept: Memory = memory(), told?: ReadonlySet<string>): Situation {
  const turn = nextTurn(kept, answers, known, told);
  const before = tableBefore(kept, turn);
  let supplying: SupplyTable;
  let lines: LinesNow;
  const under = (table: SupplyTable) => {
    supplying = table;
    lines = { own: linesUnder(kept, table), earlier: before && before !== table ? { lines: linesUnder(kept, before), differing: differing(prepared, before, table) } : null };
  };
  const reading = readingOf(prepared, at, answers, known, (c) => supplying.concepts.has(c));
  const lineState = (line: Line | null): LineState => {
    if (!line) return yes;
    const found = lines.own.get(line);
    return found?.at === turn.at ? found.found : lineStateOf(prepared, line, reading, lines, turn, kept);
  };
  const settled = settle(prepared, turn, kept, { lineState, under }, assumed);
  const states = turn.declined ? withClerks(prepared, settled.states, lineState) : settled.states;

  const holds = (line: Line | null, openCounts = false) => {
    const s = lineState(line);
    return 'value' in s ? s.value : (openCounts && !assumed?.lean) || s.declined;
  };
  return {
    prepared,
    at,
    answers,
    known,
    states,
    active: settled.active,
    supplier: (kind, id, subject, forStep) => {
      const { concepts, evidence } = settled.supplying;
      const list = kind === 'concept' ? concepts.get(id) : evidence.get(id);
      return list?.find((s) => s.step.id !== forStep && (kind === 'concept' || s.subject === subject)) ?? null;
    },
    lineState,
    holds,
    value: reading.value,
    supplying: settled.supplying,
    kept,
    turn,
  };
}

/** What the lines read: a step's output once granted, then what a step will give, the person's answer, sign-in, registers. */
function readingOf(prepared: Prepared, at: string, answers: Values, known: KnownFacts, supplied: (concept: string) => boolean): Reading {
  const value = (concept: string): Value | undefined => {
    // A step's output, once granted, is the value whatever else was said.
    if (concept in known.outputs) return known.outputs[concept];
    if (supplied(concept)) return undefined;
    const about = prepared.datum(concept);
    if (about?.subject.many) {
      const rows = answers[about.subject.id];
      const datum = concept.slice(about.subject.id.length + 1);
      return Array.isArray(rows) && rows.every((r) => r[datum] !== undefined) ? rows : undefined;
    }
    if (concept in answers) return answers[concept];
    if (about?.datum.reuse === 'always-ask') return undefined;
    if (concept in known.signIn) return known.signIn[concept];
    return known.unavailable.has(concept) ? undefined : known.values[concept];
  };
  const facts: Facts = {
    today: at,
    value: (c) => {
      const x = value(c);
      return typeof x === 'object' && x !== null ? undefined : x;
    },
    rows: (list) => {
      const rows = answers[list];
      return Array.isArray(rows) ? (rows as unknown as Record<string, Known>[]) : undefined;
    },
  };
  return { facts, value, supplied, rows: (list) => answers[list] };
}

/** Lines inside a service that "I don't know" leaves open are a clerk's to decide. */
function withClerks({ steps }: Prepared, states: ReadonlyMap<string, StepState>, lineState: (l: Line) => LineState): ReadonlyMap<string, StepState> {
  const marked = new Map(states);
  for (const step of steps) {
    const state = states.get(step.id)!;
    if (state.state !== 'in' && state.state !== 'later') continue;
    const open = innerLines(step).flatMap((line) => {
      const x = lineState(line);
      return 'open' in x && x.declined ? x.open.support : [];
    });
    if (open.length) marked.set(step.id, { ...state, clerkDecides: [...new Set([...state.clerkDecides, ...open])] });
  }
  return marked;
}

/** The account of a line: the rule as written and the facts it read. */
export function account(s: Situation, line: Line): Why {
  const place = s.prepared.law.place(line.file, line.path);
  const facts: Values = {};
  for (const c of line.concepts) {
    const x = s.value(c);
    if (x !== undefined) facts[c] = x;
  }
  const subject = (role: string) => line.bind.get(role) ?? role;
  const plain = (x: Value | undefined) => (typeof x === 'object' && x !== null ? undefined : x);
  const { law } = s.prepared;
  const decidedBy = accountOf(
    law,
    line.text,
    {
      today: s.at,
      rows: (list) => {
        const rows = s.answers[subject(list)];
        return Array.isArray(rows) ? (rows as unknown as Record<string, Known>[]) : undefined;
      },
      value: (c) => plain(s.value(subject(c.slice(0, Math.max(c.indexOf('.'), 0))) + c.slice(Math.max(c.indexOf('.'), 0)))),
    },
    (role) => law.subjects.get(subject(role))?.entity,
  );
  return { rule: line.text, file: line.file, line: place.line, facts, source: line.source, ...(decidedBy.length > 0 && { decidedBy }) };
}
