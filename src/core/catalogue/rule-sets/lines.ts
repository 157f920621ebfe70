/** The conditions of services and journeys, read like the rules of a set: a question that never matters, a condition that always or never holds. */
import { conceptsOf, isRuleError, parse, type DomainOf } from '../../rules';
import { reading, type Work } from '../../rules/set';
import type { InForce } from '../catalogue';
import type { Entity } from '../declare/concept';
import { finding, type Finding } from '../finding';
import type { Path } from '../kit';
import { choicesOf, domainOf } from '../scope';
import { leafForm } from './leaf-form';
import { dayOf } from './of-set';
import { ruleIn } from './rules';

type Where = { file: string; entityOf: (role: string) => Entity | undefined; domain: DomainOf };

export function lineFindings(law: InForce): Finding[] {
  const out: Finding[] = [];
  const work: Work = { left: 1_000_000 };
  for (const s of law.services.values()) {
    const entityOf = (role: string) => s.subjects?.[role];
    for (const line of conditions(s)) look(law, line, { file: `services/${s.id}.yaml`, entityOf, domain: domainBy(law, entityOf) }, work, out);
  }
  for (const j of law.journeys.values()) {
    const entityOf = (role: string) => law.subjects.get(role)?.entity;
    const choices = choicesOf(j);
    const data = domainBy(law, entityOf);
    const domain: DomainOf = (concept) => {
      const choice = choices.get(concept);
      return choice ? (choice.codes ? { kind: 'code', codes: choice.codes } : { kind: 'bool' }) : data(concept);
    };
    for (const line of conditions(j.services, ['services'])) look(law, line, { file: `journeys/${j.id}.yaml`, entityOf, domain }, work, out);
  }
  return out;
}

const domainBy =
  (law: InForce, entityOf: (role: string) => Entity | undefined): DomainOf =>
  (concept) => {
    const dot = concept.indexOf('.');
    const role = concept.slice(0, Math.max(dot, 0));
    const entity = entityOf(role);
    const datum = entity && law.data.get(entity)?.get(concept.slice(dot + 1));
    // Any role may be bound to somebody who does not exist.
    return datum ? domainOf(law, datum, law.subjects.get(role)?.mayBeAbsent !== false) : { kind: 'other', mayBeAbsent: true };
  };

/** Every `when` of a declaration, with its place. */
function* conditions(x: unknown, path: Path = []): Generator<{ text: string; path: Path }> {
  if (typeof x !== 'object' || x === null) return;
  for (const [key, value] of Array.isArray(x) ? x.entries() : Object.entries(x))
    if (key === 'when' && typeof value === 'string') yield { text: value, path: [...path, key] };
    else yield* conditions(value, [...path, key]);
}

function look(law: InForce, line: { text: string; path: Path }, where: Where, work: Work, out: Finding[]): void {
  const e = work.left < 0 ? null : ruleIn(law, line.text);
  if (!e || isRuleError(e)) return;
  const found = reading(leafForm(law, e, where.entityOf), true, dayOf(law), where.domain, work);
  const say = (code: string, zh: string, en: string) => void out.push(finding(code, law.place(where.file, line.path), zh, en));
  // What a named rule brings along may be idle here and matter elsewhere.
  const read = parse(line.text);
  const own = isRuleError(read) ? new Set<string>() : conceptsOf(read);
  const idle = found.idle.filter((c) => own.has(c));
  if (idle.length)
    say(
      'YJ422',
      `问了也没用：${idle.join('、')} 怎么答结果都一样；删去，或改条件`,
      `a question that never matters: whatever ${idle.join(', ')} is, the result is the same; remove it, or change the condition`,
    );
  if (found.constant !== null)
    say('YJ423', `这个条件总是${found.constant ? '成立' : '不成立'}；改条件，或删去`, `this condition ${found.constant ? 'always' : 'never'} holds; change it, or remove it`);
}
