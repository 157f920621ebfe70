/**
 * The numbers over many people: each answers the deciding questions in the order the interview asks them, with a value drawn from
 * one of the cells on which the lines still open agree. Numbers hang only on which services and lines hold and on what was asked,
 * so people alike in that are counted once.
 */
import type { Value, Values } from '../case/event';
import type { InForce } from '../catalogue';
import { simplify, valuesToTry, type Expression } from '../rules';
import { prepare, type Prepared } from './basket';
import { demand, registerFor } from './demand';
import { memory } from './memory';
import { baselineOf, numbersAgainst, type Baseline } from './numbers';
import { variant, type Variant } from './variant';
import { nothingKnown, type KnownFacts, type Numbers, type Question, type ServiceState } from './plan';
import { nextQuestion } from './questions';
import { situation, type Situation } from './situation';
import { innerLines } from './step-state';

/** Chance as an argument: from 0 up to 1, the same whenever the same person is asked the same. */
export type Chance = (person: number, concept: string) => number;
/** `answers` is all the person would say, also where this interview never came to it. */
export type Sampled = { answers: Values; known: KnownFacts; numbers: Numbers };
/** What is true of one person, as far as anybody had to ask. */
type Facts = Map<string, Value>;
/** Where an interview ended; the key is equal for people whose numbers are equal. */
type Ended = { s: Situation; key: string };

/** For no register and then for each set of registers, the same people; what a register in use supplies comes from the register. */
export function sampleNumbers(law: InForce, journey: string, at: string, registers: readonly ReadonlySet<string>[], people: number, chance: Chance): Sampled[][] {
  const prepared = prepare(law, { journey });
  const facts = Array.from({ length: people }, (): Facts => new Map());
  const interviewed = (used: ReadonlySet<string>) => {
    const ask = interviewer(prepared, at, used);
    return facts.map((own, person) => ask(own, (concept) => chance(person, concept)));
  };
  const alone = interviewed(new Set());
  const baseline = once((e: Ended): Baseline => {
    const joined = variantAt(e.s);
    return baselineOf(joined, joined);
  });
  const counted = (ended: readonly Ended[]) => {
    const variants = once((e: Ended) => variantAt(e.s));
    return ended.map((e, i): Sampled => ({ answers: sayable(facts[i]!, e), known: e.s.known, numbers: numbersAgainst(variants(e), baseline(alone[i]!)) }));
  };
  return [counted(alone), ...registers.map((used) => counted(interviewed(used)))];
}

/** All that was drawn of a person and no register holds. */
const sayable = (own: Facts, e: Ended): Values => Object.fromEntries([...own].filter(([concept]) => !(concept in e.s.known.values)));

function once<T>(make: (e: Ended) => T): (e: Ended) => T {
  const made = new Map<string, T>();
  return (e) => {
    let value = made.get(e.key);
    if (value === undefined) made.set(e.key, (value = make(e)));
    return value;
  };
}

type Ask = (own: Facts, chance: (concept: string) => number) => Ended;
type Reached = { concept: string; fromRegister: boolean; cells: readonly Value[] } | { ended: Ended };

function interviewer(prepared: Prepared, at: string, registers: ReadonlySet<string>): Ask {
  const kept = memory();
  const reached = new Map<string, Reached>();
  return (own, chance) => {
    let answers: Values = {};
    const values: Values = {};
    for (const [concept, value] of own) if (supplied(prepared, registers, concept)) values[concept] = value;
    for (;;) {
      const said = JSON.stringify([answers, values]);
      let here = reached.get(said);
      if (!here) reached.set(said, (here = look(situation(prepared, at, { ...answers }, { ...nothingKnown, registers, values: { ...values } }, undefined, kept))));
      if ('ended' in here) return here.ended;
      const { concept, fromRegister, cells } = here;
      if (!own.has(concept)) own.set(concept, cells[Math.floor(chance(concept) * cells.length)]!);
      // A register knew it before anybody was asked, so that the interview begins again.
      if (fromRegister) answers = {};
      (fromRegister ? values : answers)[concept] = own.get(concept)!;
    }
  };
}

/** What a register is to supply here, else the deciding question the interview asks next, with a value of each cell; or the end. Nobody draws the rows of a list. */
function look(s: Situation): Reached {
  const d = demand(s);
  const cells = (concept: string) => valuesToTry(openLines(s), concept, s.prepared.domain).map((x) => (typeof x === 'bigint' ? Number(x) : x));
  const held = [...d.deciding.keys()].find((c) => s.value(c) === undefined && registerFor(s, c) !== null && supplied(s.prepared, s.known.registers, c));
  if (held !== undefined) return { concept: held, fromRegister: true, cells: cells(held) };
  const passed = new Set<string>();
  for (;;) {
    const next = nextQuestion(s, d, passed);
    if (!next || !d.deciding.has(next.concept) || s.prepared.lists.has(next.concept.split('.', 1)[0]!)) {
      // A key of a register comes before what decides; it is only passed by.
      if (next && passed.size < d.needed.size && !passed.has(next.concept)) {
        passed.add(next.concept);
        continue;
      }
      return { ended: { s, key: likeness(s) } };
    }
    return { concept: next.concept, fromRegister: false, cells: cells(next.concept) };
  }
}

const mayCount: ReadonlySet<ServiceState> = new Set(['in', 'later', 'undecided']);
const plain = (x: Value | undefined) => (typeof x === 'object' && x !== null ? undefined : x);

function openLines(s: Situation): Expression[] {
  const facts = { today: s.at, value: (c: string) => plain(s.value(c)), rows: () => undefined };
  const lines = s.prepared.steps.flatMap((step) => {
    const { state, open } = s.states.get(step.id)!;
    return [...open.map((o) => o.line), ...(mayCount.has(state) ? innerLines(step).filter((line) => 'open' in s.lineState(line)) : [])];
  });
  return [...new Set(lines)].map((line) => simplify(line.rule, facts));
}

/** A register keyed by something this basket creates supplies nothing before that step (contracts.md). */
function supplied(prepared: Prepared, registers: ReadonlySet<string>, concept: string): boolean {
  const datum = prepared.datum(concept)?.datum;
  if (!datum || datum.reuse === 'always-ask') return false;
  const subject = concept.slice(0, concept.indexOf('.'));
  const created = (key: string) => prepared.steps.some((step) => step.outputs.some((o) => o.item.kind === 'concept' && o.item.id === `${subject}.${key}`));
  return (datum.suppliedBy ?? []).some((by) => registers.has(by.register) && !created(by.key));
}

/** The states, the lines that hold, what was asked, and what is known not to exist. */
function likeness(s: Situation): string {
  const steps = s.prepared.steps.map((step) => {
    const { state } = s.states.get(step.id)!;
    const lines = state === 'in' || state === 'later' ? innerLines(step).map((line) => Number(s.holds(line, true))) : [];
    return `${state} ${lines.join('')}`;
  });
  const had = (values: Values) =>
    Object.entries(values)
      .map(([concept, value]) => `${concept}${value === null ? ' none' : ''}`)
      .sort();
  return JSON.stringify([steps, had(s.answers), had(s.known.values)]);
}

/** The plan's questions are those that decided and those the services that are in need; the interview's order changes no number. */
function variantAt(s: Situation): Variant {
  const { needed } = demand(s);
  const asked = new Set([...Object.keys(s.answers), ...needed.keys()]);
  const questions = [...asked].map((concept): Question => {
    const need = needed.get(concept);
    const decided = concept in s.answers;
    return { concept, group: '', kind: decided ? 'deciding' : 'needed', mode: need?.mode ?? 'ask', neededBy: [...(need?.steps ?? [])], when: need?.later && !decided ? 'later' : 'now' };
  });
  return variant(s, s.active, questions);
}
