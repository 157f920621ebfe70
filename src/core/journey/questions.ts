/**
 * Which questions a person meets, in order. The path is walked as she walks it: one question at a time, each deciding or
 * needed at the moment it is shown, with only her earlier answers known. This version asks in catalogue order, deciding
 * facts before detail.
 */
import type { Values } from '../case/event';
import type { Prepared } from './basket';
import type { KnownFacts, Question } from './plan';
import { demand, registerFor, situation, type Demand, type Situation } from './situation';

export type Next = { concept: string; reason: 'deciding' | 'needed'; mode: 'ask' | 'confirm' };

const answered = (s: Situation, concept: string) => {
  const dot = concept.indexOf('.');
  const subject = concept.slice(0, dot);
  return concept in s.answers || (s.prepared.law.subjects.get(subject)?.many !== undefined && subject in s.answers);
};

/** The next question, or null when nothing open or needed is left to ask. `passed` are questions shown and left for now. */
export function nextQuestion(s: Situation, d: Demand = demand(s), passed: ReadonlySet<string> = new Set()): Next | null {
  const waitingForRegister: string[] = [];
  for (const concept of d.deciding.keys()) {
    const register = registerFor(s, concept);
    if (!register) {
      if (!passed.has(concept) && !answered(s, concept)) return { concept, reason: 'deciding', mode: 'ask' };
    } else if (!passed.has(register.key) && s.value(register.key) === undefined) return { concept: register.key, reason: d.needed.has(register.key) ? 'needed' : 'deciding', mode: 'ask' };
    else waitingForRegister.push(concept);
  }
  for (const [concept, n] of d.needed) if (!passed.has(concept) && !answered(s, concept)) return { concept, reason: 'needed', mode: n.mode };
  // The register was to give it and has not: the person is asked after all.
  for (const concept of waitingForRegister) if (!passed.has(concept) && !answered(s, concept)) return { concept, reason: 'deciding', mode: 'ask' };
  return null;
}

/** Every question of the path: those answered, and those still open as far as they can be seen from here. */
export function questionPath(prepared: Prepared, at: string, answers: Values, known: KnownFacts): Question[] {
  const said: Values = {};
  const passed = new Set<string>();
  const path: { next: Next; deciding: Set<string> }[] = [];
  const limit = 500;
  for (;;) {
    const s = situation(prepared, at, said, known);
    const d = demand(s);
    const next = nextQuestion(s, d, passed);
    if (!next || path.length >= limit) return path.map((p) => questionOf(prepared, p, d));
    path.push({ next, deciding: d.deciding.get(next.concept) ?? new Set() });
    passed.add(next.concept);
    const list = next.concept.slice(0, next.concept.indexOf('.'));
    if (next.concept in answers) said[next.concept] = answers[next.concept]!;
    else if (list in answers) said[list] = answers[list]!;
  }
}

function questionOf(prepared: Prepared, { next, deciding }: { next: Next; deciding: Set<string> }, last: Demand): Question {
  const needed = last.needed.get(next.concept);
  const steps = new Set([...deciding, ...(needed?.steps ?? [])]);
  return {
    concept: next.concept,
    group: groupOf(prepared, next.concept),
    kind: needed ? (deciding.size ? 'both' : 'needed') : next.reason,
    mode: next.mode,
    neededBy: prepared.steps.filter((s) => steps.has(s.id)).map((s) => s.id),
    when: needed?.later && deciding.size === 0 ? 'later' : 'now',
  };
}

/** Questions of one group may share a page: the catalogue's group, else the subject they are about. */
export function groupOf(prepared: Prepared, concept: string): string {
  return prepared.datum(concept)?.datum.group ?? concept.slice(0, concept.indexOf('.'));
}
