/**
 * People answer at random, with registers that know, do not know, or are not there. At every moment the next question decides
 * something or is certainly needed, and in the end everything is decided. The checks below try answers out; they do not ask the
 * diagrams.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isDeclined } from '../case/declined';
import type { Value, Values } from '../case/event';
import { codesOf, type InForce } from '../catalogue';
import { holds, parts, type Expression, type Facts, type Known } from '../rules';
import { journey as inventedJourney, service } from '../testing/invented';
import { shippedLaw } from '../testing/shipped-city';
import { cityWith } from '../testing/small-city';
import { prepare, type Prepared } from './basket';
import type { Line, StepPlan } from './step-plan';
import { compileLaw } from './compile';
import { interview } from './interview';
import { nothingKnown, type Basket, type KnownFacts } from './plan';
import { demand, registerFor } from './demand';
import { situation, type Situation } from './situation';
import { innerLines } from './step-state';

const day = '2026-01-15';

/** Values of a concept that meet every piece its rules cut it into. */
function candidates(prepared: Prepared, concept: string): Known[] {
  const choice = prepared.choices.get(concept);
  if (choice !== undefined) return choice ? [...choice] : [true, false];
  const type = prepared.datum(concept)?.datum.type ?? 'text';
  const codes = codesOf(prepared.law, type);
  if (codes) return codes.length > 12 ? ['430212', '430203', codes[0]!, codes.at(-1)!] : codes;
  const absent: Known[] = prepared.domain(concept).mayBeAbsent ? [null] : [];
  if (type === 'bool') return [true, false, ...absent];
  if (type === 'number' || type === 'money')
    return [...new Set([0, ...constants(prepared).flatMap((n) => [n - 1, n, n + 1])])]
      .filter((n) => n >= 0)
      .map((n): Known => n)
      .concat(absent);
  // Among them days on which men, women in management and women in production may retire, or only early.
  if (type === 'date') return ['1950-03-01', '1966-01-10', '1970-12-10', '1976-01-10', '1980-06-15', '2008-01-15', '2008-01-16', '2020-02-29', '2025-12-31', '2026-01-14', ...absent];
  return ['某某', ...absent];
}

const seen = new WeakMap<Prepared, number[]>();
function constants(prepared: Prepared): number[] {
  let found = seen.get(prepared);
  if (!found) {
    const all = new Set<number>();
    const visit = (e: Expression): void => {
      if (e.kind === 'literal' && typeof e.value === 'number') all.add(e.value);
      parts(e).forEach(visit);
    };
    for (const step of prepared.steps) for (const line of [...stateLines(step), ...innerLines(step)]) visit(line.rule);
    seen.set(prepared, (found = [...all]));
  }
  return found;
}

const stateLines = (step: StepPlan): Line[] => [...step.gates, ...step.applies, ...step.eligible, ...step.excludes.map((x) => x.line)];

/** The state of a step when everything its lines read is known. */
function stateOf(step: StepPlan, facts: Facts): string {
  if (![...step.gates, ...step.applies].every((l) => holds(l.rule, facts))) return 'out';
  if (!step.eligible.every((l) => holds(l.rule, facts))) return 'barred';
  return step.excludes.some((x) => holds(x.line.rule, facts)) ? 'excluded' : 'in';
}

/** Two completions that differ in this concept alone bring about two outcomes – of a service that is open, or of a line within one that is in. */
function reallyDecides(s: Situation, concept: string, random: () => number): boolean {
  const known = (c: string): Known | undefined => {
    const v = s.value(c);
    return typeof v === 'object' && v !== null ? undefined : v;
  };
  const outcomes: { lines: Line[]; of: (facts: Facts) => unknown }[] = [];
  for (const step of s.prepared.steps) {
    const state = s.states.get(step.id)!.state;
    if (state === 'undecided') {
      outcomes.push({ lines: stateLines(step), of: (f) => stateOf(step, f) });
      // Two conditions of one step may each be open though the step falls by one or the other: which one it is, is her answer too.
      for (const o of s.states.get(step.id)!.open) outcomes.push({ lines: [o.line], of: (f) => holds(o.line.rule, f) });
    }
    if (state === 'in') for (const line of innerLines(step)) outcomes.push({ lines: [line], of: (f) => holds(line.rule, f) });
  }
  return outcomes.some(({ lines, of }) => {
    const read = [...new Set(lines.flatMap((l) => l.concepts))];
    if (!read.includes(concept)) return false;
    const open = read.filter((c) => c !== concept && known(c) === undefined);
    const lists = new Map(open.map((c) => [c, candidates(s.prepared, c)]));
    const total = [...lists.values()].reduce((n, l) => n * l.length, 1);
    for (let k = 0; k < Math.min(total, 4000); k++) {
      let rest = total <= 4000 ? k : Math.floor(random() * total);
      const completed = new Map<string, Known>();
      for (const [c, list] of lists) {
        completed.set(c, list[rest % list.length]!);
        rest = Math.floor(rest / list.length);
      }
      const found = new Set(candidates(s.prepared, concept).map((v) => of({ today: day, rows: () => [], value: (c) => (c === concept ? v : completed.has(c) ? completed.get(c) : known(c)) })));
      if (found.size > 1) return true;
    }
    return false;
  });
}

/** Numbers from 0 to 1, the same for the same seed. */
function chance(seed: number): () => number {
  let x = seed | 1;
  return () => {
    x ^= x << 13;
    x ^= x >>> 17;
    x ^= x << 5;
    return (x >>> 0) / 2 ** 32;
  };
}

type Walk = { answers: Values; known: KnownFacts; asked: string[] };

/** One person, from the first question to the last; every moment is checked. */
function walk(law: InForce, basket: Basket, seed: number, registers: ReadonlySet<string>, check: boolean): Walk {
  const random = chance(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const prepared = prepare(law, basket);
  const answers: Values = {};
  const values: Values = {};
  const unavailable = new Set<string>();
  const known: KnownFacts = { ...nothingKnown, registers, values, unavailable };
  const asked: string[] = [];
  for (;;) {
    const result = interview(law, basket, answers, known, day);
    const s = situation(prepared, day, answers, known);
    if (result.next === null) {
      expect(result.undecided, JSON.stringify(answers)).toEqual([]);
      expect(result.support).toEqual([]);
      return { answers, known, asked };
    }
    const concept = result.next;
    expect(asked, 'a question twice').not.toContain(concept);
    asked.push(concept);
    if (check) {
      const d = demand(s);
      const keyed = [...d.deciding.keys()].filter((c) => registerFor(s, c)?.key === concept);
      if (result.reason === 'deciding') {
        expect(result.support.includes(concept) || keyed.length > 0, concept).toBe(true);
        expect(
          [concept, ...keyed].some((c) => reallyDecides(s, c, random)),
          `${concept} decides nothing, after ${JSON.stringify(answers)}`,
        ).toBe(true);
      } else {
        const steps = [...d.needed.get(concept)!.steps];
        expect(steps.length).toBeGreaterThan(0);
        for (const id of steps) expect(['in', 'later']).toContain(s.states.get(id)!.state);
      }
    }
    const subject = concept.split('.')[0]!;
    if (law.subjects.get(subject)?.many) {
      const datum = concept.slice(subject.length + 1);
      const rows = (answers[subject] as { [d: string]: string }[] | undefined) ?? Array.from({ length: Math.floor(random() * 3) }, () => ({}));
      answers[subject] = rows.map((row) => (datum === '' ? row : { ...row, [datum]: pick(candidates(prepared, concept)) as string }));
      continue;
    }
    const value: Value = random() < 0.08 ? { declined: true } : (pick(candidates(prepared, concept)) as Value);
    answers[concept] = value;
    for (const d of law.data.get(law.subjects.get(subject)?.entity ?? 'person') ?? [])
      for (const by of d[1].suppliedBy ?? [])
        if (registers.has(by.register) && `${subject}.${by.key}` === concept && value !== null && !isDeclined(value)) {
          const supplied = `${subject}.${d[0]}`;
          if (random() < 0.7) values[supplied] = pick(candidates(prepared, supplied)) as Value;
          else unavailable.add(supplied);
        }
  }
}

const people = fc.integer({ min: 1, max: 2 ** 31 - 1 });
const shipped = shippedLaw(day);
const connected = new Set([...shipped.registers.values()].filter((r) => r.connected).map((r) => r.id));

describe.each([...shipped.journeys.keys()])('%s', (id) => {
  test('every question decides or is needed when it is shown, and in the end all is decided', () => {
    fc.assert(
      fc.property(people, fc.constantFrom('none', 'connected', 'all'), (seed, registers) => {
        walk(shipped, { journey: id }, seed, registers === 'none' ? new Set() : registers === 'all' ? new Set(shipped.registers.keys()) : connected, true);
      }),
      { numRuns: 30 },
    );
  }, 120_000);
  test('the plan lists the questions as they were asked, and its fields are theirs', () => {
    fc.assert(
      fc.property(people, (seed) => {
        const { answers, known, asked } = walk(shipped, { journey: id }, seed, new Set(), false);
        const { plan } = compileLaw(shipped, { journey: id }, answers, known, day);
        expect(plan.questions.map((q) => q.concept)).toEqual(asked);
        expect(plan.numbers.fields.after).toBe(asked.length);
        expect(plan.services.some((s) => s.state === 'undecided')).toBe(false);
        for (const n of Object.values(plan.numbers)) if ('joined' in n) expect(typeof n.after).toBe('number');
      }),
      { numRuns: 20 },
    );
  }, 120_000);
  test('while people answer, every number stays within the range it had', () => {
    fc.assert(
      fc.property(people, (seed) => {
        const { answers, known, asked } = walk(shipped, { journey: id }, seed, new Set(), false);
        const at = (n: number) => compileLaw(shipped, { journey: id }, Object.fromEntries(asked.slice(0, n).map((c) => [c, answers[c]!])), known, day).plan;
        const half = at(Math.floor(asked.length / 2)).numbers.documents.after;
        const end = at(asked.length).numbers.documents.after as number;
        if (Array.isArray(half)) {
          expect(end).toBeLessThanOrEqual(half[1]);
          expect(end).toBeGreaterThanOrEqual(half[0]);
        }
      }),
      { numRuns: 6 },
    );
  }, 120_000);
});

test('rows are asked datum by datum, and the plan counts them', () => {
  const files = {
    'concepts/subjects.yaml':
      '- {id: applicant, entity: person}\n- {id: business, entity: organisation}\n- {id: premises, entity: place}\n- {id: employee, entity: person, many: {max: 200, key: idNumber}}\n',
    ...service('a', `subjects: {business: organisation, employee: person}\napplies: [{when: 'some e in employee satisfies e.age < 18'}]\nneeds: [business.name, employee.name]`),
    ...service('b', `subjects: {business: organisation, employee: person}\nneeds: [{concept: employee.phone, when: 'count(employee) > 1'}]`),
    ...inventedJourney('  - a\n  - b'),
  };
  const law = cityWith(files);
  fc.assert(
    fc.property(people, (seed) => {
      const { answers, known, asked } = walk(law, { journey: 'j' }, seed, new Set(), false);
      const { plan } = compileLaw(law, { journey: 'j' }, answers, known, day);
      expect(plan.questions.map((q) => q.concept)).toEqual(asked);
      const rows = Array.isArray(answers.employee) ? answers.employee.length : 1;
      expect(plan.numbers.fields.after).toBe(asked.reduce((n, c) => n + (c.startsWith('employee.') ? rows : 1), 0));
    }),
    { numRuns: 60 },
  );
});

test('the same answers in another order give the same plan but for the order of questions', () => {
  fc.assert(
    fc.property(people, (seed) => {
      const { answers, known } = walk(shipped, { journey: 'newborn' }, seed, new Set(), false);
      const turned = Object.fromEntries(Object.entries(answers).reverse());
      expect(compileLaw(shipped, { journey: 'newborn' }, turned, known, day).plan).toEqual(compileLaw(shipped, { journey: 'newborn' }, answers, known, day).plan);
    }),
    { numRuns: 6 },
  );
});
