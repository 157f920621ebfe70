/**
 * Random rule sets of seven yes/no questions mentioned twelve times, each a service of its own: the product's interview is walked
 * with every one of the 128 answer vectors, and the fewest questions any order can do with are counted on the truth table.
 */
import { interview, nothingKnown } from '../journey';
import { service } from './invented';
import { cityWith, smallCity } from './small-city';

export type Formula = { q: number } | { not: Formula } | { join: 'and' | 'or'; of: [Formula, Formula] };
export type RuleSet = { formula: Formula; truth: readonly boolean[] };

export const questions = 7;
const mentions = 12;
const vectors = 2 ** questions;
const day = '2026-01-15';
const bit = (vector: number, q: number) => ((vector >> q) & 1) === 1;

export function randomRuleSet(chance: () => number): RuleSet {
  for (;;) {
    const formula = grown(mentions, chance);
    const truth = Array.from({ length: vectors }, (_, v) => holds(formula, v));
    if (truth.includes(true) && truth.includes(false)) return { formula, truth };
  }
}

function grown(size: number, chance: () => number): Formula {
  if (size === 1) {
    const q = { q: Math.floor(chance() * questions) };
    return chance() < 0.4 ? { not: q } : q;
  }
  const left = 1 + Math.floor(chance() * (size - 1));
  return { join: chance() < 0.5 ? 'and' : 'or', of: [grown(left, chance), grown(size - left, chance)] };
}

const holds = (f: Formula, v: number): boolean => ('q' in f ? bit(v, f.q) : 'not' in f ? !holds(f.not, v) : f.join === 'and' ? f.of.every((x) => holds(x, v)) : f.of.some((x) => holds(x, v)));
const text = (f: Formula): string => ('q' in f ? `applicant.q${f.q}` : 'not' in f ? `not (${text(f.not)})` : `(${f.of.map(text).join(` ${f.join} `)})`);

/** Questions per session of the product over all answers; `vain` were asked when no answer to them could change anything. */
export function asked({ formula, truth }: RuleSet): { perSession: number; vain: number } {
  const data = Array.from({ length: questions }, (_, q) => `  - {id: q${q}, type: bool, label: {zh: 问, en: Question}}`).join('\n');
  const law = cityWith({ ...service('s', `applies: [{when: '${text(formula)}'}]`), 'concepts/person.yaml': `${smallCity['concepts/person.yaml']}${data}\n` });
  let [count, vain] = [0, 0];
  for (let v = 0; v < vectors; v++) {
    const answers: { [concept: string]: boolean } = {};
    for (let known = 0; ; ) {
      const { next } = interview(law, { services: ['s'] }, answers, nothingKnown, day);
      if (next === null) break;
      const q = Number(next.slice('applicant.q'.length));
      if (!decides(truth, known, v, q)) vain++;
      answers[next] = bit(v, q);
      known |= 1 << q;
      count++;
    }
  }
  return { perSession: count / vectors, vain };
}

function decides(truth: readonly boolean[], known: number, v: number, q: number): boolean {
  for (let w = 0; w < vectors; w++) if ((w & known) === (v & known) && truth[w] !== truth[w ^ (1 << q)]) return true;
  return false;
}

/** The least expected number of questions, by trying every order from every state of knowledge. */
export function fewest({ truth }: RuleSet): number {
  const seen = new Map<number, number>();
  const best = (known: number, values: number): number => {
    const key = known * vectors + values;
    const before = seen.get(key);
    if (before !== undefined) return before;
    const here = truth.filter((_, w) => (w & known) === values);
    let found = here.every((x) => x === here[0]) ? 0 : Infinity;
    if (found > 0)
      for (let q = 0; q < questions; q++) {
        const mask = 1 << q;
        if (known & mask) continue;
        found = Math.min(found, 1 + (best(known | mask, values) + best(known | mask, values | mask)) / 2);
      }
    seen.set(key, found);
    return found;
  };
  return best(0, 0);
}

type Engine = { setSituation(s: { [rule: string]: string }): Engine; evaluate(rule: string): { missingVariables: { [rule: string]: number } } };
export type NewEngine = new (rules: { [rule: string]: unknown }, options?: unknown) => Engine;

/** Questions per session of publicodes: the missing variable of the highest score, until none is missing. */
export function askedByPublicodes({ formula }: RuleSet, Publicodes: NewEngine): number {
  const rule = (f: Formula): unknown =>
    'q' in f ? `q${f.q}` : 'not' in f ? `q${(f.not as { q: number }).q} = non` : { [f.join === 'and' ? 'toutes ces conditions' : 'une de ces conditions']: f.of.map(rule) };
  const rules: { [rule: string]: unknown } = { r: { valeur: rule(formula) } };
  for (let q = 0; q < questions; q++) rules[`q${q}`] = { question: `q${q} ?`, type: 'booléen' };
  const quiet = { log() {}, warn() {}, error() {} };
  const engine = new Publicodes(rules, { logger: quiet });
  let count = 0;
  for (let v = 0; v < vectors; v++) {
    const situation: { [rule: string]: string } = {};
    for (;;) {
      const missing = Object.entries(engine.setSituation({ ...situation }).evaluate('r').missingVariables).filter(([q]) => !(q in situation));
      if (missing.length === 0) break;
      const [next] = missing.reduce((a, b) => (b[1] > a[1] ? b : a));
      situation[next] = bit(v, Number(next.slice(1))) ? 'oui' : 'non';
      count++;
    }
  }
  return count / vectors;
}
