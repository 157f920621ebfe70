import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyRule, completions, domainOf, exactRule, factsOf, inner, pairRule, partly, samples, ways, type Assignment } from '../testing/arbitrary-rule';
import { diagram, jointOutcomes, walk, witness, type Node } from './diagram';
import type { Domain } from './domain';
import { isRuleError } from './error';
import { evaluate, holds, type Facts } from './evaluate';
import { conceptsOf, type Expression } from './expression';
import { parse } from './parse';
import { simplify } from './simplify';

const read = (text: string): Expression => {
  const e = parse(text);
  if (isRuleError(e)) throw new Error(`${text}: ${e.en}`);
  return e;
};
const rest = (text: string, known: Assignment = {}) => simplify(read(text), factsOf(known));
const of = (text: string, known: Assignment = {}) => diagram(rest(text, known), domainOf);

/** By trying everything: does the outcome ever change when only this concept does? */
function decides(e: Expression, concept: string, known: Assignment): boolean {
  const others = [...conceptsOf(e)].filter((c) => c !== concept);
  for (const facts of completions(others, known)) {
    let first: boolean | undefined;
    for (const v of samples[concept]!) {
      const outcome = holds(e, { ...facts, value: (c) => (c === concept ? v : facts.value(c)) });
      if (first === undefined) first = outcome;
      else if (outcome !== first) return true;
    }
  }
  return false;
}

test('the support is exactly what the outcome still depends on', () => {
  fc.assert(
    fc.property(exactRule, partly, (text, known) => {
      const e = read(text);
      const d = diagram(simplify(e, factsOf(known)), domainOf);
      expect(d.exact).toBe(true);
      fc.pre(ways([...conceptsOf(e)].filter((c) => !(c in known))) < 20_000);
      const wanted = [...conceptsOf(e)].filter((c) => !(c in known) && decides(e, c, known));
      expect([...d.support].sort()).toEqual(wanted.sort());
    }),
    { numRuns: 120 },
  );
}, 120_000);

test('where two unknowns meet, the support is exact too, or says that it is not', () => {
  let exact = 0;
  let tried = 0;
  fc.assert(
    fc.property(pairRule, partly, (text, some) => {
      const known = Object.fromEntries(Object.entries(some).filter(([c, v]) => inner(c, v)));
      const e = read(text);
      const d = diagram(simplify(e, factsOf(known)), domainOf);
      fc.pre(ways([...conceptsOf(e)].filter((c) => !(c in known))) < 20_000);
      tried++;
      const wanted = [...conceptsOf(e)].filter((c) => !(c in known) && decides(e, c, known));
      if (d.exact) exact++;
      if (d.exact) expect([...d.support].sort()).toEqual(wanted.sort());
      else for (const c of wanted) expect(d.support).toContain(c);
    }),
    { numRuns: 200 },
  );
  expect(exact / tried).toBeGreaterThan(0.9);
}, 120_000);

describe('what only two unknowns together show', () => {
  test.each([
    ['d.area > e.fen and d.area < e.fen', false],
    ['d.area > e.fen and d.area < 0', false],
    ['d.area > e.fen or d.area <= e.fen or e.fen = absent', true],
    ['c.kind = h.kind and c.kind = "office" and h.kind = "canteen"', false],
    ['i.day > f.born and f.born > i.day', false],
    ['days(f.born, i.day) > 3 and i.day < f.born', false],
    ['a.yes = b.maybe and a.yes and not b.maybe', false],
    ['count(row) < 1 and (some r in row satisfies r.size > 1)', false],
    ['(every r in row satisfies r.ok) or (some r in row satisfies not r.ok) or (some r in row satisfies r.ok = absent)', true],
  ])('%s is always %s', (text, wanted) => expect(diagram(rest(text), rowsToo).root).toEqual({ leaf: true, value: wanted }));
});
const rowsToo = (c: string): Domain => (c === 'row.size' ? { kind: 'number' } : c === 'row.ok' ? { kind: 'bool' } : domainOf(c));

test('the support never leaves out what the outcome depends on, also where unknowns meet', () => {
  fc.assert(
    fc.property(anyRule, partly, (text, known) => {
      const e = read(text);
      const d = diagram(simplify(e, factsOf(known)), domainOf);
      fc.pre(ways([...conceptsOf(e)].filter((c) => !(c in known))) < 20_000);
      for (const c of conceptsOf(e)) if (c in samples && !(c in known) && decides(e, c, known)) expect(d.support).toContain(c);
    }),
    { numRuns: 120 },
  );
}, 120_000);

test('what Kleene decides, the diagram decides; what the diagram decides, every completion gives', () => {
  fc.assert(
    fc.property(anyRule, partly, (text, known) => {
      const e = read(text);
      const d = diagram(simplify(e, factsOf(known)), domainOf);
      const kleene = holds(e, factsOf(known));
      if (kleene !== undefined) expect(d.root).toEqual({ leaf: true, value: kleene });
      if (d.root.leaf) for (const facts of completions([...conceptsOf(e)], known, 1000)) expect(holds(e, facts)).toBe(d.root.value);
    }),
    { numRuns: 250 },
  );
}, 120_000);

test('a witness is a way to bring the outcome about', () => {
  fc.assert(
    fc.property(exactRule, (text) => {
      const e = rest(text);
      const { root } = diagram(e, domainOf);
      for (const outcome of [true, false]) {
        const path = witness(root, outcome);
        expect(path === null).toBe(root.leaf && root.value !== outcome);
        if (!path) continue;
        const known = Object.fromEntries(path.map((p) => [p.term, p.known]));
        const full = Object.fromEntries([...conceptsOf(e)].map((c) => [c, c in known ? known[c]! : samples[c]![0]!]));
        expect(holds(e, factsOf(full))).toBe(outcome);
      }
    }),
    { numRuns: 300 },
  );
});

test('the diagram is reduced: no node whose branches are all the same, no node twice', () => {
  fc.assert(
    fc.property(anyRule, (text) => {
      const seen = new Map<string, Node>();
      walk(of(text).root, (b) => {
        expect(new Set(b.children).size).toBeGreaterThan(1);
        const key = `${b.variable.key}|${b.children.map((c) => (c.leaf ? c.value : c.id)).join()}`;
        expect(seen.has(key)).toBe(false);
        seen.set(key, b);
      });
    }),
    { numRuns: 300 },
  );
});

describe('what Kleene cannot see', () => {
  test.each([
    ['a.yes or not a.yes', true],
    ['d.area > 3 and d.area < 2', false],
    ['d.area > 3 or d.area <= 3', true],
    ['c.kind = "office" and c.kind = "canteen"', false],
    ['c.kind in ["restaurant", "office", "canteen", "retail"]', true],
    ['e.fen >= 0 or e.fen = absent', true],
    ['e.fen > 2 and e.fen < 3', false],
    ['years(f.born, at) >= 18 and f.born > date("2020-01-01")', false],
    ['months(f.born, at) < 6 and years(f.born, at) >= 1', false],
    ['abs(d.area) < 0', false],
    ['4 * (months(f.born, at) - 600) > months(date("1975-01-01"), f.born) and f.born > date("1990-01-01")', false],
    ['d.area * 2 > 4 and d.area < 2', false],
    ['(if a.yes then 1 else 2) > 2', false],
    ['count(row) > 2 and count(row) < 2', false],
    ['count(row) < 0', false],
    ['b.maybe or not b.maybe', true],
    ['f.born <= at or f.born > at or f.born = absent', true],
  ])('%s is always %s', (text, wanted) => expect(of(text).root).toEqual({ leaf: true, value: wanted }));
});

test('a date that may be absent is neither before nor after', () => {
  expect(of('f.born <= at or f.born > at').support).toEqual(['f.born']);
  const never: Domain = { kind: 'date' };
  expect(diagram(rest('f.born <= at or f.born > at'), () => never).root).toEqual({ leaf: true, value: true });
});

test('the support stands in order of first mention', () => expect(of('e.fen > 1 and (a.yes or d.area > 1)').support).toEqual(['e.fen', 'a.yes', 'd.area']));

test('where two unknowns meet, both are asked', () => {
  expect(of('d.area > e.fen').support).toEqual(['d.area', 'e.fen']);
  expect(of('d.area > e.fen', { 'e.fen': 2 }).support).toEqual(['d.area']);
});

test('joint outcomes are those the same answers bring about, each once', () => {
  const lines = ['d.area > 50', 'd.area > 300', 'd.area <= 50 and a.yes'].map((t) => rest(t));
  expect(
    jointOutcomes(lines, domainOf, 1000)!
      .map((o) => o.map(Number).join(''))
      .sort(),
  ).toEqual(['000', '001', '100', '110']);
  expect(jointOutcomes(lines, domainOf, 2)).toBe(null);
  expect(jointOutcomes([], domainOf, 10)).toEqual([[]]);
});

test('joint outcomes are exactly those found by trying everything', () => {
  fc.assert(
    fc.property(exactRule, exactRule, (a, b) => {
      const lines = [rest(a), rest(b)];
      const found = jointOutcomes(lines, domainOf, 20_000);
      if (!found) return;
      const concepts = [...new Set(lines.flatMap((l) => [...conceptsOf(l)]))];
      const keys = found.map((o) => o.join());
      expect(new Set(keys).size).toBe(keys.length);
      for (const facts of completions(concepts, {}, 2000)) expect(keys).toContain(lines.map((l) => holds(l, facts)).join());
    }),
    { numRuns: 20 },
  );
}, 120_000);

test('past its cap the diagram says so and names every unknown', () => {
  const sum = Array.from({ length: 16 }, (_, i) => `(if p${i}.x then ${2 ** (i % 8)} else 0)`).join(' + ');
  const d = diagram(rest(`${sum} > 100`), () => ({ kind: 'bool' }));
  expect(d.support).toHaveLength(16);
});

test('a line of many thresholds is decided fast', () => {
  const text = Array.from({ length: 60 }, (_, i) => `(d.area > ${i} and c.kind = "${['office', 'canteen'][i % 2]}" and e.fen < ${i * 3})`).join(' or ');
  const start = process.cpuUsage();
  expect(of(text).support).toEqual(['d.area', 'c.kind', 'e.fen']);
  expect(process.cpuUsage(start).user / 1000).toBeLessThan(1500);
});

test('evaluating the rest with the answers gives the rule’s outcome at every leaf', () => {
  fc.assert(
    fc.property(exactRule, fc.nat(), (text, seed) => {
      const e = rest(text);
      const values: { [c: string]: (typeof samples)[string][number] } = {};
      [...conceptsOf(e)].forEach((c, i) => {
        values[c] = samples[c]![(seed + i * 7919) % samples[c]!.length]!;
      });
      const facts: Facts = factsOf(values);
      const d = diagram(simplify(e, facts), domainOf);
      expect(d.root).toEqual({ leaf: true, value: evaluate(e, facts) === true });
    }),
    { numRuns: 300 },
  );
});
