/** What is still to be asked, and of whom: concepts that could change an open line, and concepts a line certainly in lists that nobody else supplies. */
import { isDeclined } from '../case/declined';
import type { Values } from '../case/event';
import type { Prepared } from './basket';
import type { EvidenceNeed, Held, StepPlan } from './step-plan';
import { leaves } from './bound-rule';
import { readByAny, type LineState } from './line-state';
import { keptIn, stillHolds, type Kept } from './memory';
import type { KnownFacts } from './plan';
import type { Situation } from './situation';
import { innerLines, touchedBy, type StepState } from './step-state';
import { differing, type SupplyTable } from './supply-table';

/** One demand is looked at in many ways, mostly for a single concept: the two tables are put together when somebody wants them whole. */
export type Demand = {
  /** Concepts that could still change an open line, in catalogue order, with the steps whose lines read them. */
  readonly deciding: ReadonlyMap<string, ReadonlySet<string>>;
  /** Concepts a line that is certainly in lists and nobody else supplies, in catalogue order; `later` for those only a later step needs. */
  readonly needed: ReadonlyMap<string, { steps: Set<string>; later: boolean; mode: 'ask' | 'confirm' }>;
  /** Step by step, in basket order. */
  readonly wants: readonly StepWants[];
  /** Registers' keys known to be missing: they change who supplies what. */
  readonly keys: string;
  /** Needed by a step that is in. */
  isNeededNow(concept: string): boolean;
};
type StepWants = { step: StepPlan; later: boolean; wants: Wants };

export const isNeeded = (d: Demand, concept: string): boolean => d.wants.some((w) => w.wants.needed.has(concept));
/** Steps that hang on a concept. */
export function decidesFor(d: Demand, concept: string): Set<string> {
  const steps = new Set<string>();
  for (const w of d.wants) if (w.wants.deciding.includes(concept)) steps.add(w.step.id);
  return steps;
}

/** The register that supplies a concept: in use, not refused, and keyed by something this basket does not create. */
export function registerFor(s: Situation, concept: string): { register: string; key: string } | null {
  const about = s.prepared.datum(concept);
  if (!about || about.suppliers.length === 0 || about.datum.reuse === 'always-ask' || s.known.unavailable.has(concept)) return null;
  return about.suppliers.find((by) => s.known.registers.has(by.register) && keyIsKnowable(s, by.key)) ?? null;
}

/** Not created by this basket, not known to be missing, and not "I don't know". */
const keyIsKnowable = (s: Situation, key: string): boolean => !s.supplier('concept', key, '', '') && s.value(key) !== null && !isDeclined(s.value(key));

/** @param given what the person says in the end, when `s` knows only her answers so far: her answer comes before a register. */
export function demand(s: Situation, given: Values = s.answers): Demand {
  const tally = keptIn(s.kept.own, newTally);
  const { last } = tally;
  const goesOn =
    last !== null && s.turn.changed !== null && (last.turn === s.turn.at || last.turn === s.turn.at - 1) && last.supplying === s.supplying && last.known === s.known && last.given === given;
  const keys = goesOn && !s.prepared.keys.some((c) => s.turn.changed!.has(c)) ? last.demand.keys : keysMissing(s);
  const stands = goesOn && last.states === s.states && last.demand.keys === keys;
  const touched = touchedBy(s.prepared, s.turn.changed, 'inner');
  if (stands && touched!.every((x) => x === 0)) {
    last.turn = s.turn.at;
    return last.demand;
  }
  const at = ++tally.at;
  const wants: StepWants[] = [];
  for (const [i, step] of s.prepared.steps.entries()) {
    const before = tally.wants[i];
    if (stands && touched![i] === 0) {
      wants.push(before!);
      continue;
    }
    const later = s.states.get(step.id)!.state === 'later';
    const found = wantsOf(s, step, given, keys, touched !== null && touched[i] === 0);
    if (before?.wants === found && before.later === later) wants.push(before);
    else {
      if (before && !before.later) count(tally.now, before.wants, -1);
      if (!later) count(tally.now, found, 1);
      wants.push((tally.wants[i] = { step, later, wants: found }));
    }
  }
  const { now } = tally;
  const whole = demandOf(wants, keys, (concept) => (tally.at === at ? now.has(concept) : neededNow(wants, concept)));
  tally.last = { turn: s.turn.at, states: s.states, supplying: s.supplying, known: s.known, given, demand: whole };
  return whole;
}

/** The demand before in a walk, from what it was made; and how many steps that are in need a fact, kept up from demand to demand. */
type Tally = {
  wants: StepWants[];
  now: Map<string, number>;
  at: number;
  last: { turn: number; states: Situation['states']; supplying: SupplyTable; known: KnownFacts; given: Values; demand: Demand } | null;
};
const newTally = (): Tally => ({ wants: [], now: new Map(), at: 0, last: null });
function count(now: Map<string, number>, { needed }: Wants, by: 1 | -1): void {
  for (const concept of needed.keys()) {
    const n = (now.get(concept) ?? 0) + by;
    if (n === 0) now.delete(concept);
    else now.set(concept, n);
  }
}
const neededNow = (wants: readonly StepWants[], concept: string): boolean => wants.some((w) => !w.later && w.wants.needed.has(concept));

/** Only what says whether services can be had: nothing is asked for its own sake. */
export function eligibility(s: Situation): Demand {
  const decides = (step: StepPlan) => s.states.get(step.id)!.open.flatMap((o) => o.state.askable);
  const wants = s.prepared.steps.map((step): StepWants => ({ step, later: false, wants: { deciding: decides(step), needed: new Map() } }));
  return demandOf(wants, keysMissing(s), () => false);
}

function demandOf(wants: readonly StepWants[], keys: string, isNeededNow: Demand['isNeededNow']): Demand {
  let [deciding, needed]: [Demand['deciding'] | null, Demand['needed'] | null] = [null, null];
  return {
    wants,
    keys,
    isNeededNow,
    get deciding() {
      return (deciding ??= decidingOf(wants));
    },
    get needed() {
      return (needed ??= neededOf(wants));
    },
  };
}

function decidingOf(all: readonly StepWants[]): Demand['deciding'] {
  const deciding = new Map<string, Set<string>>();
  for (const { step, wants } of all)
    for (const c of wants.deciding) {
      const steps = deciding.get(c);
      if (steps) steps.add(step.id);
      else deciding.set(c, new Set([step.id]));
    }
  return deciding;
}

function neededOf(all: readonly StepWants[]): Demand['needed'] {
  const needed = new Map<string, { steps: Set<string>; later: boolean; mode: 'ask' | 'confirm' }>();
  for (const { step, later, wants } of all)
    for (const [concept, mode] of wants.needed) {
      let entry = needed.get(concept);
      if (!entry) needed.set(concept, (entry = { steps: new Set(), later: true, mode }));
      entry.steps.add(step.id);
      if (!later) entry.later = false;
    }
  return needed;
}

/** What one step would have asked, in its own order. */
type Wants = { deciding: string[]; needed: Map<string, 'ask' | 'confirm'> };
type Earlier = Kept<LineState[], Wants> & { state: StepState; supplying: SupplyTable; keys: string; given: Values; known: KnownFacts };
const byStep = (): Map<StepPlan, Earlier> => new Map();

/** @param untouched none of its own lines reads what was answered last. Computed again only when the step's own state or lines, who supplies, or a register's key came out differently. */
function wantsOf(s: Situation, step: StepPlan, given: Values, keys: string, untouched: boolean): Wants {
  const mine = keptIn(s.kept.own, byStep);
  const state = s.states.get(step.id)!;
  const lines = innerLines(step);
  const before = mine.get(step);
  if (
    before &&
    before.state === state &&
    (before.supplying === s.supplying || !suppliedOtherwise(s, step, before.supplying)) &&
    before.keys === keys &&
    before.given === given &&
    before.known === s.known &&
    ((untouched && (before.at === s.turn.at || before.at === s.turn.at - 1)) || stillHolds(before, s.turn, readByAny(lines)) || lines.every((line, i) => s.lineState(line) === before.from[i]))
  ) {
    before.at = s.turn.at;
    before.supplying = s.supplying;
    return before.found;
  }
  const found = newWants(s, step, given);
  mine.set(step, { state, from: lines.map(s.lineState), supplying: s.supplying, keys, given, known: s.known, found, at: s.turn.at });
  return found;
}

function suppliedOtherwise({ prepared, supplying }: Situation, step: StepPlan, before: SupplyTable): boolean {
  const names = differing(prepared, before, supplying);
  if (names.size === 0) return false;
  const reads = suppliesReadBy(prepared, step);
  for (const name of names) if (reads.has(name)) return true;
  return false;
}

/** What somebody may supply to a step or to a register on the way: the facts it lists and their keys, documents that may be held, facts its lines read. */
const supplyReads = new WeakMap<StepPlan, ReadonlySet<string>>();
function suppliesReadBy(prepared: Prepared, step: StepPlan): ReadonlySet<string> {
  let reads = supplyReads.get(step);
  if (reads) return reads;
  const names = new Set<string>(innerLines(step).flatMap((l) => l.concepts));
  const add = (listed: readonly string[]) => {
    for (const leaf of listed) {
      if (names.has(leaf) && asked.has(leaf)) continue;
      names.add(leaf);
      asked.add(leaf);
      for (const by of prepared.datum(leaf)?.suppliers ?? []) add([by.key, ...leaves(prepared.law, by.key)]);
    }
  };
  const asked = new Set<string>();
  for (const n of step.needs) add(n.item.leaves);
  for (const e of step.evidence)
    for (const h of e.item.held) {
      names.add(`${h.piece.evidence}@${h.piece.subject}`);
      add([h.key, ...leaves(prepared.law, h.key)]);
    }
  supplyReads.set(step, (reads = names));
  return reads;
}

function newWants(s: Situation, step: StepPlan, given: Values): Wants {
  const deciding: string[] = [];
  const needed: Wants['needed'] = new Map();
  const need = (listed: readonly string[]) => {
    for (const leaf of listed) {
      if (s.supplier('concept', leaf, '', step.id) || leaf in s.known.outputs) continue;
      const reuse = s.prepared.datum(leaf)?.datum.reuse ?? 'free';
      const register = registerFor(s, leaf);
      if (register) need(leaves(s.prepared.law, register.key));
      if (leaf in s.known.signIn && !(leaf in given) && reuse !== 'always-ask') continue;
      // Supply order: a step, the person's own answer, a register, an earlier case, and only then a question.
      const supplied = register !== null || (leaf in s.known.values && !s.known.unavailable.has(leaf) && reuse !== 'always-ask');
      if (supplied && reuse !== 'confirm' && !(leaf in given)) continue;
      if (!needed.has(leaf)) needed.set(leaf, supplied && !(leaf in given) ? 'confirm' : 'ask');
    }
  };
  const { state, open } = s.states.get(step.id)!;
  for (const o of open) deciding.push(...o.state.askable);
  if (state !== 'in' && state !== 'later') return { deciding, needed };
  if (state === 'in')
    for (const line of innerLines(step)) {
      const ls = s.lineState(line);
      if ('open' in ls) deciding.push(...ls.askable);
    }
  if (step.initiator === 'authority') return { deciding, needed };
  for (const n of step.needs) if (s.holds(n.when)) need(n.item.leaves);
  // A register that holds a document in the applicant's stead needs its key.
  for (const e of step.evidence) {
    if (e.item.held.length === 0 || e.item.line.necessity === 'optional' || !s.holds(e.when)) continue;
    for (const h of e.item.held) if (isInUse(s, h) && !s.supplier('evidence', h.piece.evidence, h.piece.subject, step.id)) need(leaves(s.prepared.law, h.key));
  }
  return { deciding, needed };
}

/** Registers' keys known to be missing: they change who supplies what. */
const keysMissing = (s: Situation): string => s.prepared.keys.filter((c) => s.value(c) === null || isDeclined(s.value(c))).join();

const isInUse = (s: Situation, { piece, register, key }: Held): boolean => s.known.registers.has(register) && !s.known.unavailable.has(`${piece.evidence}@${piece.subject}`) && keyIsKnowable(s, key);

/** Registers in use that hold a piece of this requirement in the applicant's stead, with the key concept each reads it by. */
export const heldBy = (s: Situation, need: EvidenceNeed): Held[] => need.held.filter((h) => isInUse(s, h));
