/**
 * The rule sets of a city, checked in stages: syntax, names, types, circles, tables, questions that never matter and outcomes never
 * reached, examples, size. All findings of a stage at once; a stage that fails stops the next. docs/findings.md lists them.
 */
import { check, isRuleError, mapParts, parse, typed, type Expression, type RuleError } from '../../rules';
import { column, type Definition, expandAll, inOrder, measureAll, tooLarge } from '../../rules/set';
import type { InForce } from '../catalogue';
import type { NamedRule, RuleSet } from '../declare/rule-set';
import { finding, type Finding } from '../finding';
import type { Path } from '../kit';
import { nameOf } from '../names';
import { exampleFindings } from './examples';
import { reachFindings, tableFindings } from './meaning';
import { entitiesOf, type Say } from './of-set';
import { noRules, type Rules } from './rule-book';
import { namingFaults, tooLargeError } from './rules';
import { type Piece, written, type Written } from './written';

export function checkRuleSets(law: InForce): { rules: Rules; findings: Finding[] } {
  const sets = [...law.ruleSets.values()].map((s) => written(law, s));
  const findings: Finding[] = [];
  const say: Say = (file, path, e) => void findings.push(finding(e.code, law.scalar(file, path)?.at(e.at) ?? law.place(file, path), e.zh, e.en));
  const refused = () => ({ rules: noRules, findings });

  for (const s of sets) {
    declared(law, s, say);
    for (const f of s.faults) say(s.file, f.path, f.error);
  }
  if (findings.length) return refused();
  const errors = sets.flatMap((s) => s.pieces.flatMap((p) => pieceErrors(p, s.pieces).map((error) => ({ file: s.file, path: p.path, error }))));
  const isName = (e: RuleError) => e.code === 'YJ403' || e.code === 'YJ405';
  for (const e of errors) if (isName(e.error)) say(e.file, e.path, e.error);
  if (findings.length) return refused();
  for (const e of errors) if (!isName(e.error)) say(e.file, e.path, e.error);
  if (findings.length) return refused();

  const definitions = new Map(sets.flatMap((s) => s.definitions.map((d) => [d.name, d] as const)));
  const graph = new Map([...definitions.values(), ...derivations(law)].map((d) => [d.name, graphed(law, d)] as const));
  const { order, circles } = inOrder(graph);
  for (const circle of circles) circular(definitions, circle, say);
  if (findings.length) return refused();
  const measures = measureAll(order);
  const bodies = expandAll(
    order.flatMap((d) => definitions.get(d.name) ?? []),
    definitions,
    measures,
  );
  const rules: Rules = { definitions, bodies, measures };
  const whole: InForce = { ...law, rules };
  for (const s of sets) for (const p of s.pieces) for (const error of namingFaults(whole, p.e, entitiesOf(s.set))) if (error.code === 'YJ403') say(s.file, p.path, error);
  if (findings.length) return refused();

  const stages = [tableFindings, reachFindings, exampleFindings];
  for (const stage of stages) {
    stage(whole, sets, say);
    if (findings.length) return { rules, findings };
  }
  for (const d of definitions.values()) {
    const m = measures.get(d.name);
    if (m && tooLarge(m)) say(d.file, [...d.path, 'id'], tooLargeError(m, 0));
  }
  return { rules, findings };
}
/** Ids once each and readable as names, every line with a source or marked a sample, code lists that exist. */
function declared(law: InForce, { set, file, pieces }: Written, say: Say): void {
  const fail = (code: string, path: Path, zh: string, en: string) => say(file, path, { error: true, code, at: 0, zh, en });
  const readable = (id: string, path: Path) => {
    const e = parse(id);
    if (isRuleError(e) || e.kind !== 'concept' || e.id !== id)
      fail('YJ412', path, `“${id}”是规则语言自己的词，或会被读成几个词；换一个名字`, `"${id}" is a word of the rule language, or is read as several; choose another name`);
  };
  readable(set.id, ['id']);
  if (law.subjects.has(set.id) || [...law.services.values()].some((s) => Object.hasOwn(s.subjects ?? {}, set.id)))
    fail('YJ301', ['id'], `“${set.id}”已经是主体或角色；给规则集换一个名字`, `"${set.id}" is a subject or role already; give the rule set another name`);
  const seen = new Set<string>();
  const type = (t: string, path: Path) => {
    const list = /^code<(.+)>$/.exec(t)?.[1];
    if (list && list !== 'division' && !law.codes.has(list)) fail('YJ303', path, `没有叫“${list}”的代码表；改正，或先定义它`, `no code list is called "${list}"; correct it, or define it first`);
  };
  const cited = (x: { source?: string | undefined; illustrative?: boolean | undefined }) => x.source !== undefined || x.illustrative === true;
  const inherited = cited(set);
  const own = (x: NamedRule | RuleSet['parameters'][number], path: Path) => {
    readable(x.id, [...path, 'id']);
    if (seen.has(x.id)) fail('YJ301', [...path, 'id'], `“${x.id}”已经定义过；改名或删去`, `"${x.id}" is defined already; rename or remove one`);
    seen.add(x.id);
    type(x.type, [...path, 'type']);
    const rows = 'table' in x ? x.table?.rows : undefined;
    if (!inherited && !cited(x) && !rows?.every(cited)) fail('YJ411', path, `“${x.id}”没有来源：写 source，或标 illustrative`, `"${x.id}" has no source: give source, or mark it illustrative`);
  };
  set.parameters.forEach((p, i) => void own(p, ['parameters', i]));
  set.rules.forEach((r, i) => {
    own(r, ['rules', i]);
    const args = new Set<string>();
    r.args.forEach((a, k) => {
      readable(a.id, ['rules', i, 'args', k, 'id']);
      type(a.type, ['rules', i, 'args', k, 'type']);
      if (args.has(a.id)) fail('YJ301', ['rules', i, 'args', k, 'id'], `“${a.id}”写了两次；改名`, `"${a.id}" is written twice; rename one`);
      args.add(a.id);
    });
  });
  for (const p of pieces)
    if (p.quoted && law.scalar(file, p.path)?.quoted === false)
      fail('YJ210', p.path, "规则要加引号，例如 '…'：不加引号时 # 后面的字会丢失", "put the rule in quotes, as in '…': without them what follows a # is lost");
}

/** What is wrong with one text; a cell reads its column by its type, so that what is wrong with the column is said once. */
function pieceErrors(p: Piece, all: readonly Piece[]): RuleError[] {
  if (!p.of) return [...check(p.e, p.scope, p.wanted.type), ...strangeCodes(p)];
  const { errors, gives } = typed(p.of.e, p.of.scope, 'any');
  if (errors.length || !all.includes(p.of)) return [];
  return check(p.e, { ...p.scope, name: (id) => (id === column ? gives : p.scope.name(id)) }, 'bool');
}

/** A rule that gives a code gives one of its list. */
function strangeCodes(p: Piece): RuleError[] {
  const { codes } = p.wanted;
  if (p.wanted.type !== 'code' || !codes) return [];
  const last = (e: Expression): Expression[] => (e.kind === 'if' ? [...last(e.yes), ...last(e.no)] : [e]);
  return last(p.e).flatMap((e) => {
    if (e.kind !== 'literal' || e.value === null || codes.includes(String(e.value))) return [];
    // The check of a comparison knows how to say it.
    const same: Expression = { kind: 'compare', op: '=', left: { kind: 'concept', id: column, at: e.at }, right: e, at: e.at };
    return check(same, { list: () => undefined, names: () => [], name: () => p.wanted });
  });
}

/** Derived data take part in circles and sizes; they are no rules of a set. */
function derivations(law: InForce): Definition[] {
  return [...law.data].flatMap(([entity, data]) =>
    [...data.values()].flatMap((d): Definition[] => {
      const e = d.derive === undefined ? null : parse(d.derive);
      if (!e || isRuleError(e)) return [];
      const body = mapConcepts(e, (id) => (data.get(id)?.derive === undefined ? id : `~${entity}.${id}`));
      return [{ name: `~${entity}.${d.id}`, kind: 'formula', args: [], gives: nameOf(law, d), body, table: null, file: '', path: [], source: null }];
    }),
  );
}

/** The definition with derived data of its roles named as what they are. */
function graphed(law: InForce, d: Definition): Definition {
  const set = law.ruleSets.get(d.name.slice(0, d.name.indexOf('.')));
  if (!set) return d;
  return {
    ...d,
    body: mapConcepts(d.body, (id) => {
      const dot = id.indexOf('.');
      const entity = set.subjects[id.slice(0, Math.max(dot, 0))];
      const derived = entity && law.data.get(entity)?.get(id.slice(dot + 1))?.derive !== undefined;
      return derived ? `~${entity}.${id.slice(dot + 1)}` : id;
    }),
  };
}

const mapConcepts = (e: Expression, f: (id: string) => string): Expression => (e.kind === 'concept' ? { ...e, id: f(e.id) } : mapParts(e, (p) => mapConcepts(p, f)));

function circular(definitions: ReadonlyMap<string, Definition>, circle: readonly string[], say: Say): void {
  const d = circle.map((name) => definitions.get(name)).find((x) => x !== undefined);
  // A circle of derivations alone is told where the data are checked.
  if (!d) return;
  const i = circle.indexOf(d.name);
  const round = [...circle.slice(i, -1), ...circle.slice(0, i), d.name].map((n) => n.replace(/^~/, '')).join(' → ');
  say(d.file, [...d.path, 'id'], { error: true, code: 'YJ406', at: 0, zh: `规则绕回了自己：${round}；断开其中一处`, en: `the rule comes back to itself: ${round}; break it at one place` });
}
