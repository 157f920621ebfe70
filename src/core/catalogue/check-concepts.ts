/** Subjects, data and their derivations: nothing comes back to itself. */
import { conceptsOf, isRuleError, parse } from '../rules';
import type { Kit } from './kit';
import { nameOf } from './names';
import { derivationScope } from './scope';

export function checkConcepts({ law, say, named, rule }: Kit): void {
  for (const [entity, data] of law.data) {
    for (const d of data.values()) {
      const { file, path } = law.datumAt(entity, d.id);
      const list = /^code<(.+)>$/.exec(d.type)?.[1];
      if (list && list !== 'division') named(['代码表', 'code list'], list, law.codes, file, [...path, 'type']);
      if (d.derive) {
        rule(d.derive, derivationScope(law, entity), file, [...path, 'derive'], nameOf(law, d).type);
        if (comesBack(d.id, (id) => derivedFrom(data.get(id)?.derive)))
          say('YJ406', file, [...path, 'derive'], `“${d.id}”的推导绕回了自己；从别的信息项推导`, `the derivation of "${d.id}" comes back to itself; derive it from other data`);
      }
      d.suppliedBy?.forEach((s, j) => {
        named(['登记库', 'register'], s.register, law.registers, file, [...path, 'suppliedBy', j, 'register']);
        named(['数据项', 'datum'], s.key, data, file, [...path, 'suppliedBy', j, 'key']);
      });
      if (comesBack(d.id, (id) => data.get(id)?.suppliedBy?.map((s) => s.key) ?? []))
        say(
          'YJ310',
          file,
          [...path, 'suppliedBy'],
          `登记库互相作键：“${d.id}”的键绕回了自己；至少一项要由人填写`,
          `the registers' keys go round: the key of "${d.id}" comes back to itself; at least one must be typed`,
        );
    }
  }
  [...law.subjects.values()].forEach((s, i) => {
    if (s.many) named(['数据项', 'datum'], s.many.key, law.data.get(s.entity) ?? new Map(), 'concepts/subjects.yaml', [i, 'many', 'key']);
  });
}

function derivedFrom(text: string | undefined): string[] {
  const parsed = text === undefined ? null : parse(text);
  return parsed === null || isRuleError(parsed) ? [] : [...conceptsOf(parsed)];
}

/** Following `next` from here leads back here. */
function comesBack(start: string, next: (id: string) => string[]): boolean {
  const seen = new Set<string>();
  const open = next(start);
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (id === start) return true;
    if (seen.has(id)) continue;
    seen.add(id);
    open.push(...next(id));
  }
  return false;
}
