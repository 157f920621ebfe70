/** A set's own examples: read, run, and held against every boundary of its rules. */
import { isCivilDate } from '../declare/scalar';
import { evaluate, isLiteral, nearest, show, simplify, type Expression, type Facts, type Known, type RowOf } from '../../rules';
import { comesTo, expandAll, inOrder, look, measureAll, mutants, outcomes, shiftedValues, tableBody, type Definition } from '../../rules/set';
import type { InForce } from '../catalogue';
import type { Example, RuleSet } from '../declare/rule-set';
import { finding, type Finding, type Place } from '../finding';
import { codesOf } from '../names';
import { dayOf, domainIn, entitiesOf, type Say } from './of-set';
import { leafForm } from './leaf-form';
import type { Written } from './written';

/** What an example says: `undefined` is what its facts leave open. */
type Read = { facts: Facts; says: { rule: string; value: Known | undefined }[]; path: (string | number)[] };

export function exampleFindings(law: InForce, sets: readonly Written[], say: Say): void {
  for (const s of sets) for (const [i, example] of s.set.examples.entries()) oneExample(law, s, example, ['examples', i], say);
}

function oneExample(law: InForce, s: Written, example: Example, path: (string | number)[], say: Say): void {
  const read = readExample(law, s.set, example, path, (p, zh, en) => say(s.file, p, { error: true, code: 'YJ425', at: 0, zh, en }));
  if (!read) return;
  for (const { rule, value } of read.says) {
    const body = law.rules.bodies.get(`${s.set.id}.${rule}`);
    if (!body) continue;
    const got = result(leafForm(law, body, entitiesOf(s.set)), read.facts, domainIn(law, s.set));
    if (got !== value)
      say(s.file, [...path, 'then', rule], {
        error: true,
        code: 'YJ424',
        at: 0,
        zh: `例子不符：${rule} 得出 ${said(got)}，例子说 ${said(value)}；改规则，或改例子`,
        en: `the example does not hold: ${rule} comes to ${said(got)}, the example says ${said(value)}; correct the rule or the example`,
      });
  }
}

const said = (x: Known | undefined): string => (x === undefined ? 'unknown' : x === null ? 'absent' : String(x));

/** What a rule comes to: where Kleene's reading leaves it open, the diagram says whether it is. */
function result(e: Expression, facts: Facts, domain: ReturnType<typeof domainIn>): Known | undefined {
  const plain = evaluate(e, facts);
  if (plain !== undefined) return plain;
  const residual = simplify(e, facts);
  for (const value of outcomes(residual) ?? [true, false]) {
    const { root } = look(simplify(comesTo(residual, value), facts), domain, { left: 200_000 });
    if (root.leaf && root.value) return value;
  }
  return undefined;
}

function readExample(law: InForce, set: RuleSet, example: Example, path: (string | number)[], refuse: (path: (string | number)[], zh: string, en: string) => void): Read | null {
  // An example of another time is run under that time's law.
  if (example.at !== undefined && (example.at < law.from || example.at > law.to)) return null;
  const values = new Map<string, Known>();
  const rows = new Map<string, RowOf[]>();
  let good = true;
  const bad = (p: (string | number)[], zh: string, en: string) => {
    good = false;
    refuse(p, zh, en);
  };
  const typeOf = (concept: string): string | undefined => {
    const dot = concept.indexOf('.');
    const entity = set.subjects[concept.slice(0, Math.max(dot, 0))];
    return entity && law.data.get(entity)?.get(concept.slice(dot + 1))?.type;
  };
  const take = (concept: string, text: string, p: (string | number)[]): Known | undefined => {
    const type = typeOf(concept);
    if (type === undefined) {
      const near = nearest(
        concept,
        Object.entries(set.subjects).flatMap(([role, entity]) => [...(law.data.get(entity)?.keys() ?? [])].map((d) => `${role}.${d}`)),
      );
      bad(p, `没有叫“${concept}”的信息项；${near ? `是不是 ${near}？` : '改正，或先定义它'}`, `no concept is called "${concept}"; ${near ? `did you mean ${near}?` : 'correct it or define it first'}`);
      return undefined;
    }
    const value = valueIn(law, type, text);
    if (value === undefined) bad(p, `“${text.slice(0, 60)}”不是 ${type} 的值；改正`, `"${text.slice(0, 60)}" is no value of ${type}; correct it`);
    return value;
  };
  for (const [concept, given] of Object.entries(example.when)) {
    const p = [...path, 'when', concept];
    if (typeof given === 'string') {
      const value = take(concept, given, p);
      if (value !== undefined) values.set(concept, value);
    } else
      rows.set(
        concept,
        given.map((row, i) => Object.fromEntries(Object.entries(row).flatMap(([d, text]) => ((v) => (v === undefined ? [] : [[d, v]]))(take(`${concept}.${d}`, text, [...p, i, d]))))),
      );
  }
  const says = Object.entries(example.then).flatMap(([rule, text]) => {
    const named = [...set.rules, ...set.parameters].find((r) => r.id === rule && !('args' in r && r.args.length));
    if (!named) {
      const near = nearest(
        rule,
        set.rules.map((r) => r.id),
      );
      bad(
        [...path, 'then', rule],
        `没有叫“${rule}”的规则（带值的规则不能直接举例）；${near ? `是不是 ${near}？` : '改正'}`,
        `no rule without values is called "${rule}"; ${near ? `did you mean ${near}?` : 'correct it'}`,
      );
      return [];
    }
    const value = text === 'unknown' ? undefined : valueIn(law, named.type, text);
    if (value === undefined && text !== 'unknown')
      bad([...path, 'then', rule], `“${text.slice(0, 60)}”不是 ${named.type} 的值；改正`, `"${text.slice(0, 60)}" is no value of ${named.type}; correct it`);
    return [{ rule, value }];
  });
  return good ? { facts: { today: example.at ?? dayOf(law), value: (c) => values.get(c), rows: (l) => rows.get(l) }, says, path } : null;
}

/** A written value of a type; undefined where it is none. */
function valueIn(law: InForce, type: string, text: string): Known | undefined {
  if (text === 'null') return null;
  const codes = codesOf(law, type);
  if (codes) return codes.includes(text) ? text : undefined;
  switch (type) {
    case 'bool':
      return text === 'true' ? true : text === 'false' ? false : undefined;
    case 'number':
      return /^-?\d{1,15}(\.\d{1,6})?$/.test(text) ? Number(text) : undefined;
    case 'money':
    case 'duration':
      return /^\d{1,15}$/.test(text) ? Number(text) : undefined;
    case 'date':
      return isCivilDate(text) ? text : undefined;
    default:
      return text;
  }
}

type Boundaries = { stands: Set<string>; missing: Map<string, Finding> };

/**
 * Boundaries of the sets that have examples at which no example stands: a warning each. A law is looked at with the examples of its time,
 * the last also with those of no time; a boundary is missing an example only if it is missing under every law.
 */
export function boundaryWarnings(laws: readonly InForce[]): Finding[] {
  const bounds: Boundaries = { stands: new Set(), missing: new Map() };
  const work = { left: 1_000_000 };
  const here = (law: InForce, e: Example) => (e.at === undefined ? law === laws[laws.length - 1] : e.at >= law.from && e.at <= law.to);
  const looks = laws.flatMap((law) => [...law.ruleSets.values()].map((set) => ({ law, set, n: set.examples.filter((e) => here(law, e)).length })));
  // What many examples say is looked at first: a boundary they stand at need not be tried again.
  for (const { law, set, n } of looks.toSorted((a, b) => b.n - a.n)) if (n > 0) ofSet(law, set, work, bounds);
  return [...bounds.missing].flatMap(([key, f]) => (bounds.stands.has(key) ? [] : [f]));
}

function ofSet(law: InForce, set: RuleSet, work: { left: number }, into: Boundaries): void {
  const file = `rules/${set.id}.yaml`;
  const read = set.examples.flatMap((e, i) => readExample(law, set, e, ['examples', i], () => {}) ?? []);
  const { definitions } = law.rules;
  const { order } = inOrder(definitions);
  const domain = domainIn(law, set);
  const targets = [...new Set(read.flatMap((r) => r.says.map((t) => t.rule)))];

  /** Whether some example tells the mutant from the rule; null where nothing could. */
  const told = (mutant: Definition): boolean | null => {
    const others = new Map(definitions).set(mutant.name, mutant);
    const bodies = expandAll(
      order.map((d) => others.get(d.name)!),
      others,
      measureAll(order.map((d) => others.get(d.name)!)),
    );
    let differs = false;
    let reached = false;
    for (const rule of targets) {
      const name = `${set.id}.${rule}`;
      const [was, is] = [law.rules.bodies.get(name), bodies.get(name)];
      if (!was || !is || show(was) === show(is)) continue;
      reached = true;
      work.left -= 200 + 2 * (law.rules.measures.get(name)?.size ?? 0) * read.length;
      const leaf = leafForm({ ...law, rules: { ...law.rules, bodies } }, is, entitiesOf(set));
      for (const r of read) for (const t of r.says) if (t.rule === rule && result(leaf, r.facts, domain) !== t.value) return true;
      differs ||= canDiffer(leafForm(law, was, entitiesOf(set)), leaf, domain, dayOf(law));
    }
    return reached && differs ? false : null;
  };
  for (const d of definitions.values()) {
    if (!d.name.startsWith(`${set.id}.`)) continue;
    const seen = new Map<string, { place: Place; words: string; bad: boolean; good: boolean }>();
    for (const m of mutantsOf(d)) {
      if (work.left < 0) break;
      const place = law.scalar(file, m.path)?.at(m.at) ?? law.place(file, m.path);
      const key = `${place.line}:${place.column} ${m.words}`;
      if (into.stands.has(`${file} ${key}`)) continue;
      const entry = seen.get(key) ?? { place, words: m.words, bad: false, good: false };
      seen.set(key, entry);
      const found = entry.bad ? false : told(m.definition);
      if (found === false) entry.bad = true;
      if (found === true) entry.good = true;
    }
    for (const [key, { place, words, bad, good }] of seen) {
      const name = `${file} ${key}`;
      if (!bad && good) into.stands.add(name);
      if (bad)
        into.missing.set(name, finding('YJ426', place, `这条界线没有例子：${words}；在界线上和两侧各举一例`, `no example stands at this boundary: ${words}; give one at it and one on each side`));
    }
  }
}

/** Every mutant of a rule with the place of what was changed. */
function* mutantsOf(d: Definition): Generator<{ definition: Definition; path: (string | number)[]; at: number; words: string }> {
  if (d.kind === 'parameter') {
    for (const body of shiftedValues(d.body)) yield { definition: { ...d, body }, path: [...d.path, 'value'], at: 0, words: `${d.name} = ${isLiteral(d.body) ? d.body.value : ''}` };
    return;
  }
  if (!d.table) {
    for (const m of mutants(d.body)) yield { definition: { ...d, body: m.body }, path: [...d.path, 'is'], at: m.at, words: m.words };
    return;
  }
  const { table } = d;
  for (const [i, row] of table.rows.entries())
    for (const [k, test] of row.tests.entries())
      if (test)
        for (const m of mutants(test)) {
          const rows = table.rows.with(i, { ...row, tests: row.tests.with(k, m.body) });
          yield { definition: { ...d, body: tableBody({ ...table, rows }) }, path: [...row.path, 'when', k], at: m.at, words: m.words };
        }
  for (const [k, c] of table.columns.entries())
    for (const m of mutants(c))
      yield { definition: { ...d, body: tableBody({ ...table, columns: table.columns.with(k, m.body) }) }, path: [...d.path, 'table', 'columns', k], at: m.at, words: m.words };
}

/** Whether any facts at all tell two rules apart; where that cannot be seen, they may. */
function canDiffer(a: Expression, b: Expression, domain: ReturnType<typeof domainIn>, today: string): boolean {
  const nothing: Facts = { today, value: () => undefined, rows: () => undefined };
  const [x, y] = [outcomes(a), outcomes(b)];
  const values: Known[] = x && y ? [...new Set([...x, ...y])] : [true];
  return values.some((value) => {
    const [p, q] = [comesTo(a, value), comesTo(b, value)];
    const apart: Expression = { kind: 'if', test: p, yes: { kind: 'not', of: q, at: 0 }, no: q, at: 0 };
    const d = look(simplify(apart, nothing), domain, { left: 100_000 });
    return !d.exact || !d.root.leaf || d.root.value;
  });
}
