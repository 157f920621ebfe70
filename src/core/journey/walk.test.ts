/** What a walk remembers between its questions changes nothing: the same questions and the same situations as made anew at every step. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Row, Value, Values } from '../case/event';
import { loadCatalogue, type InForce } from '../catalogue';
import { generatedCity } from '../testing/generated-city';
import { day } from '../testing/invented';
import { shippedLaw } from '../testing/shipped-city';
import { sha256 } from '../testing/small-city';
import { prepare, type Prepared } from './basket';
import { linesIn } from './step-plan';
import { demand } from './demand';
import { memory } from './memory';
import { nothingKnown, type Basket, type KnownFacts } from './plan';
import { nextQuestion, questionPath } from './questions';
import { situation } from './situation';

let seed = 11;
const chance = () => (seed = (seed * 1103515245 + 12345) % 2147483648) / 2147483648;
const made = generatedCity(60, chance);
const generated = loadCatalogue(made.files, sha256).catalogue.inForce(day).law!;
const shipped = shippedLaw(day);

/** Every question found from a situation made anew, with nothing remembered. */
function plainPath(prepared: Prepared, answers: Values, known: KnownFacts): string[] {
  const said: Values = {};
  const passed = new Set<string>();
  for (;;) {
    const s = situation(prepared, day, said, known);
    const next = nextQuestion(s, demand(s, answers), passed, answers);
    if (!next) return [...passed];
    passed.add(next.concept);
    const list = next.concept.split('.', 1)[0]!;
    const rows = answers[list];
    if (next.concept in answers && !Array.isArray(rows)) said[next.concept] = answers[next.concept]!;
    else if (Array.isArray(rows)) said[list] = rows.map((row, i) => withDatum((said[list] as Row[] | undefined)?.[i] ?? {}, row, next.concept.slice(list.length + 1)));
    else if (rows !== undefined) said[list] = rows;
  }
}
const withDatum = (soFar: Row, row: Row, datum: string): Row => (row[datum] === undefined ? soFar : { ...soFar, [datum]: row[datum] });

/** Some of what the lines read is answered, some known not to exist, some "I don't know". */
const answersFor = (prepared: Prepared) => {
  const concepts = [...new Set(prepared.steps.flatMap(linesIn).flatMap((l) => l.concepts))].filter((c) => c.includes('.'));
  const value = (concept: string): fc.Arbitrary<Value | undefined> => {
    const domain = prepared.domain(concept);
    const plain: fc.Arbitrary<Value> =
      domain.kind === 'bool'
        ? fc.boolean()
        : domain.codes?.length
          ? fc.constantFrom(...domain.codes)
          : domain.kind === 'date'
            ? fc.constantFrom('1990-01-01', '2020-10-28')
            : fc.integer({ min: 0, max: 400 });
    return fc.oneof({ weight: 6, arbitrary: plain }, { weight: 1, arbitrary: fc.constantFrom<Value>(null, { declined: true }) }, { weight: 2, arbitrary: fc.constant(undefined) });
  };
  return fc.tuple(...concepts.map(value)).map((values): Values => Object.fromEntries(concepts.flatMap((c, i) => (values[i] === undefined ? [] : [[c, values[i]]]))));
};

const baskets: fc.Arbitrary<{ law: InForce; basket: Basket }> = fc.oneof(
  fc.shuffledSubarray([...made.services], { minLength: 1, maxLength: 12 }).map((services) => ({ law: generated, basket: { services } })),
  fc.constantFrom(...shipped.journeys.keys()).map((journey) => ({ law: shipped, basket: { journey } })),
);
const cases = baskets.chain(({ law, basket }) => {
  const prepared = prepare(law, basket);
  return fc.tuple(answersFor(prepared), fc.subarray([...law.registers.keys()])).map(([answers, registers]) => ({ prepared, answers, known: { ...nothingKnown, registers: new Set(registers) } }));
});

test('the walk asks what a plain walk asks', () =>
  fc.assert(
    fc.property(cases, ({ prepared, answers, known }) => {
      expect(questionPath(prepared, day, answers, known).map((q) => q.concept)).toEqual(plainPath(prepared, answers, known));
    }),
    { numRuns: 60 },
  ));

test('a situation made with what others left behind is the situation made anew', () =>
  fc.assert(
    fc.property(fc.array(cases, { minLength: 2, maxLength: 5 }), (several) => {
      const { prepared } = several[0]!;
      const kept = memory();
      const pairs = several.map(({ answers, known }) => [situation(prepared, day, answers, known, undefined, kept), situation(prepared, day, answers, known)] as const);
      // Each is looked at once the others have been made, the first ones last.
      for (const [fast, plain] of pairs.toReversed()) {
        const told = (s: typeof plain) => [...s.states].map(([id, x]) => [id, x.state, x.undecidedBy, x.decidedBy, x.clerkDecides]);
        expect(told(fast)).toEqual(told(plain));
        expect([...demand(fast).needed]).toEqual([...demand(plain).needed]);
        expect([...demand(fast).deciding]).toEqual([...demand(plain).deciding]);
        for (const line of prepared.steps.flatMap(linesIn)) expect(fast.holds(line), line.pointer).toBe(plain.holds(line));
      }
    }),
    { numRuns: 40 },
  ));
