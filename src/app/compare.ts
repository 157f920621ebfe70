/**
 * What was said in an application beside what registers hold. Only facts the step may see are compared, only by a key that is one of them, and each
 * register is asked once per key, with its basis; the asking is on the record and the resident can see it.
 */
import type { Provenance, Value } from '../core/case';
import type { Label, Text } from '../core/catalogue';
import { instantOf } from './clocks';
import { conceptLabel, lawOfCase, preparedCase, shown, valueNow } from './case-view';
import type { DeskStep } from './desk';
import type { Access } from './ports/store';
import type { Clerk } from './ports/identity';
import type { RegisterAnswer } from './ports/registers';
import type { Product } from './product';

/** `unasked`: no register in use holds it, or its key is not known here. `unanswered`: the register did not say. */
export type Outcome = 'same' | 'different' | 'not-held' | 'unanswered' | 'unasked';
export type Compared = {
  concept: string;
  label: Label;
  subject: Label | null;
  said: Text;
  provenance: Provenance | null;
  register: string | null;
  held: Text | null;
  asOf: string | null;
  outcome: Outcome;
};

/** Whether any register in use could say something about the step's facts. */
export const canCompare = (product: Product, found: DeskStep): boolean => found.facts.some((f) => !Array.isArray(f.value) && questionFor(product, found, f.concept) !== null);

type Question = { register: string; keyDatum: string; key: string; concepts: string[] };

export async function compareWithRegisters(product: Product, clerk: Clerk, found: DeskStep): Promise<Compared[]> {
  const { state } = found.open;
  const law = lawOfCase(product, state);
  const prepared = preparedCase(law, state);
  const facts = found.facts.filter((f) => !Array.isArray(f.value));
  const questions = new Map<string, Question>();
  const asked = new Map<string, Question>();
  for (const f of facts) {
    const q = questionFor(product, found, f.concept);
    if (!q) continue;
    const one = questions.get(`${q.register}|${q.key}`) ?? q;
    one.concepts.push(f.concept);
    questions.set(`${q.register}|${q.key}`, one);
    asked.set(f.concept, one);
  }
  const answers = await ask(product, clerk, found, [...questions.values()]);
  const all = facts.map((f): Compared => {
    const question = asked.get(f.concept);
    const base = { concept: f.concept, ...conceptLabel(prepared, f.concept), said: f.shown, provenance: f.provenance };
    if (!question) return { ...base, register: null, held: null, asOf: null, outcome: 'unasked' };
    const answer = answers.get(question)!;
    const none = { ...base, register: question.register, held: null, asOf: answer.state === 'found' ? answer.asOf : null };
    if (answer.state === 'none' || answer.state === 'no-match') return { ...none, outcome: 'not-held' };
    if (answer.state !== 'found') return { ...none, outcome: 'unanswered' };
    const value = answer.data[bare(f.concept)];
    if (value === undefined) return { ...none, outcome: 'not-held' };
    return { ...none, held: shown(law, prepared, f.concept, value), outcome: alike(value, f.value) ? 'same' : 'different' };
  });
  // What asks for attention first; within that as the step lists its facts.
  return order.flatMap((outcome) => all.filter((x) => x.outcome === outcome));
}

const order: readonly Outcome[] = ['different', 'same', 'not-held', 'unanswered', 'unasked'];

const bare = (concept: string): string => concept.slice(concept.indexOf('.') + 1);

/** The first register in use that supplies the concept by a key this step may see. */
function questionFor(product: Product, { open: { state }, step }: DeskStep, concept: string): Question | null {
  const prepared = preparedCase(lawOfCase(product, state), state);
  const subject = concept.slice(0, concept.indexOf('.'));
  for (const by of prepared?.datum(concept)?.datum.suppliedBy ?? []) {
    const keyConcept = `${subject}.${by.key}`;
    const key = step.filed.facts.includes(keyConcept) && keyConcept !== concept ? valueNow(state, keyConcept)?.value : null;
    if (product.connected.has(by.register) && typeof key === 'string' && key !== '') return { register: by.register, keyDatum: by.key, key, concepts: [] };
  }
  return null;
}

async function ask(product: Product, clerk: Clerk, { open: { state }, step }: DeskStep, questions: readonly Question[]): Promise<Map<Question, RegisterAnswer>> {
  const at = instantOf(product);
  const answers = await Promise.all(
    questions.map(async (q) => {
      const basis = product.law().registers.get(q.register)?.basis;
      const answer = await product.registers.read({
        register: q.register,
        key: { datum: q.keyDatum, value: q.key },
        data: q.concepts.map(bare),
        evidence: [],
        purpose: { basis: basis ? `${basis.kind}${basis.source ? `:${basis.source}` : ''}` : '', journey: state.journey, draft: state.number, actor: clerk.id },
      });
      return [q, answer] as const;
    }),
  );
  await (await product.store()).recordAccess(
    answers.map(([q, a]): Access => ({ at, who: clerk.id, capacity: 'officer', register: q.register, subject: q.key, purpose: step.filed.service, caseNumber: state.number, result: a.state })),
  );
  return new Map(answers);
}

const plain = (x: Value | undefined): string => (typeof x === 'string' ? x.normalize('NFKC').replace(/\s+/g, '').toUpperCase() : JSON.stringify(x ?? null));
/** Blanks, width of signs and case make no difference. */
const alike = (a: Value, b: Value): boolean => plain(a) === plain(b);
