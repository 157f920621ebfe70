/** What is still to be asked, and of whom: concepts that could change an open line, and concepts a line certainly in lists that nobody else supplies. */
import type { Values } from '../case/event';
import { leaves, type StepPlan } from './basket';
import { innerLines, isDeclined, type Situation } from './situation';

export type Demand = {
  /** Concepts that could still change an open line, in catalogue order, with the steps whose lines read them. */
  deciding: Map<string, Set<string>>;
  /** Concepts a line that is certainly in lists and nobody else supplies, in catalogue order; `later` for those only a later step needs. */
  needed: Map<string, { steps: Set<string>; later: boolean; mode: 'ask' | 'confirm' }>;
};

/** The register that supplies a concept: in use, not refused, and keyed by something this basket does not create. */
export function registerFor(s: Situation, concept: string): { register: string; key: string } | null {
  const found = s.prepared.datum(concept);
  if (!found || found.datum.reuse === 'always-ask' || s.known.unavailable.has(concept)) return null;
  const subject = concept.slice(0, concept.indexOf('.'));
  for (const by of found.datum.suppliedBy ?? []) {
    const key = `${subject}.${by.key}`;
    if (s.known.registers.has(by.register) && key !== concept && keyIsKnowable(s, key)) return { register: by.register, key };
  }
  return null;
}

/** Not created by this basket, not known to be missing, and not "I don't know". */
const keyIsKnowable = (s: Situation, key: string): boolean => !s.supplier('concept', key, '', '') && s.value(key) !== null && !isDeclined(s.value(key));

/** @param given what the person says in the end, when `s` knows only her answers so far: her answer comes before a register. */
export function demand(s: Situation, given: Values = s.answers): Demand {
  const deciding: Demand['deciding'] = new Map();
  const needed: Demand['needed'] = new Map();
  const decide = (concepts: readonly string[], step: string) => {
    for (const c of concepts) deciding.set(c, (deciding.get(c) ?? new Set()).add(step));
  };
  const need = (concept: string, step: StepPlan, later: boolean) => {
    for (const leaf of leaves(s.prepared.law, concept)) {
      if (s.supplier('concept', leaf, '', step.id) || leaf in s.known.outputs) continue;
      const reuse = s.prepared.datum(leaf)?.datum.reuse ?? 'free';
      const register = registerFor(s, leaf);
      if (register) need(register.key, step, later);
      if (leaf in s.known.signIn && !(leaf in given) && reuse !== 'always-ask') continue;
      // Supply order: a step, the person's own answer, a register, an earlier case, and only then a question.
      const supplied = register !== null || (leaf in s.known.values && !s.known.unavailable.has(leaf) && reuse !== 'always-ask');
      if (supplied && reuse !== 'confirm' && !(leaf in given)) continue;
      const mode = supplied && !(leaf in given) ? 'confirm' : 'ask';
      const entry = needed.get(leaf) ?? { steps: new Set(), later: true, mode };
      entry.steps.add(step.id);
      if (!later) entry.later = false;
      needed.set(leaf, entry);
    }
  };
  for (const step of s.prepared.steps) {
    const state = s.states.get(step.id)!;
    for (const o of state.open) decide(o.state.askable, step.id);
    if (state.state !== 'in' && state.state !== 'later') continue;
    if (state.state === 'in') {
      for (const line of innerLines(step)) {
        const ls = s.lineState(line);
        if ('open' in ls) decide(ls.askable, step.id);
      }
    }
    if (step.initiator === 'authority') continue;
    for (const n of step.needs) if (s.holds(n.when)) need(n.item.concept, step, state.state === 'later');
    // A register that holds a document in the applicant's stead needs its key.
    for (const e of step.evidence) {
      if (e.item.line.necessity === 'optional' || !s.holds(e.when)) continue;
      for (const p of e.item.lists.flat().filter((x) => !s.supplier('evidence', x.evidence, x.subject, step.id)))
        for (const held of heldBy(s, p.evidence, p.subject)) need(held.key, step, state.state === 'later');
    }
  }
  return { deciding, needed };
}

/** Registers in use that hold a document of a subject, with the key concept each reads it by. */
export function heldBy(s: Situation, evidence: string, subject: string): { register: string; key: string }[] {
  return (s.prepared.law.evidence.get(evidence)?.heldBy ?? [])
    .map((h) => ({ register: h.register, key: `${subject}.${h.key}` }))
    .filter((h) => s.known.registers.has(h.register) && !s.known.unavailable.has(`${evidence}@${subject}`) && keyIsKnowable(s, h.key));
}
