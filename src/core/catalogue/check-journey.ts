/** One journey: its uses bind what their services want, its choices can be made, its scenarios answer what there is. */
import type { Journey } from './declare/journey';
import type { Kit } from './kit';
import { choicesOf, placedUses, scopeOf } from './scope';

export function checkJourney({ law, say, named, rule }: Kit, j: Journey): void {
  const file = `journeys/${j.id}.yaml`;
  const subjects = new Map([...law.subjects].map(([id, s]) => [id, s.entity] as const));
  const lists = new Set([...law.subjects.values()].filter((s) => s.many).map((s) => s.id));
  const scope = scopeOf(law, subjects, lists, choicesOf(j));
  const steps = new Set<string>();
  for (const p of placedUses(j)) {
    const service = named(['事项', 'service'], p.use.use, law.services, file, p.path) ? law.services.get(p.use.use) : undefined;
    if (steps.has(p.step)) say('YJ301', file, p.path, `环节“${p.step}”出现两次；用 as 区分`, `the step "${p.step}" appears twice; tell them apart with as`);
    steps.add(p.step);
    if (p.use.when !== undefined) rule(p.use.when, scope, file, [...p.path, 'when']);
    if (p.use.per && named(['主体', 'subject'], p.use.per, law.subjects, file, [...p.path, 'per']) && !lists.has(p.use.per))
      say('YJ305', file, [...p.path, 'per'], `“${p.use.per}”不是名单；per 只能写 many 主体`, `"${p.use.per}" is not a list; per names a subject with many`);
    for (const [role, entity] of Object.entries(service?.subjects ?? {})) {
      const subject = p.use.with?.[role] ?? role;
      if (!named(['主体（见 concepts/subjects.yaml）', 'subject (see concepts/subjects.yaml)'], subject, law.subjects, file, p.use.with?.[role] ? [...p.path, 'with', role] : p.path)) continue;
      if (law.subjects.get(subject)!.entity !== entity)
        say(
          'YJ305',
          file,
          [...p.path, 'with', role],
          `${role} 应是 ${entity}，而 ${subject} 是 ${law.subjects.get(subject)!.entity}；用 with 绑定另一个主体`,
          `${role} is a ${entity}, but ${subject} is a ${law.subjects.get(subject)!.entity}; bind another subject in with`,
        );
    }
    for (const role of Object.keys(p.use.with ?? {}))
      if (service && !service.subjects?.[role]) named(['角色', 'role'], role, new Map(Object.entries(service.subjects ?? {})), file, [...p.path, 'with', role]);
  }
  j.services.forEach((item, i) => {
    if (!('oneOf' in item)) return;
    const path = ['services', i, 'oneOf'];
    item.oneOf.forEach((u, k) => {
      if (u.optional) say('YJ309', file, [...path, k, 'optional'], 'oneOf 里的选项不能再写 optional；移到 oneOf 之外', 'an alternative of oneOf cannot be optional; move it out of oneOf');
      if (item.ask === undefined && u.when === undefined)
        say('YJ309', file, [...path, k], '分不清何时用哪一个：给 oneOf 写 ask，或给每个选项写 when', 'it is open which alternative is meant: give oneOf an ask, or each alternative a when');
    });
    if (item.default !== undefined) named(['选项', 'alternative'], item.default, new Set(item.oneOf.map((u) => u.as ?? u.use)), file, ['services', i, 'default']);
  });
  if (Object.keys(j.scenarios).length > 0 && !('typical' in j.scenarios))
    say('YJ308', file, ['scenarios'], '缺少 typical 情形；补上一个能决定每个事项的', 'the scenario typical is missing; add one that decides every service');
  for (const [id, sc] of Object.entries(j.scenarios)) {
    for (const key of ['answers', 'outputs'] as const)
      for (const [name, value] of Object.entries(sc[key] ?? {})) {
        const path = ['scenarios', id, key, name];
        if (lists.has(name)) continue;
        const found = scope.name(name);
        if (!found) named(['信息项', 'concept'], name, new Set(scope.names()), file, path);
        else if (found.codes && typeof value === 'string' && value !== 'null' && !found.codes.includes(value)) named(['代码', 'code'], value, new Set(found.codes), file, path);
      }
    sc.expect?.in?.forEach((step, k) => void named(['环节', 'step'], step, steps, file, ['scenarios', id, 'expect', 'in', k]));
  }
  if (j.theme) named(['主题（见 city.yaml）', 'theme (see city.yaml)'], j.theme, new Set(law.city.themes?.map((t) => t.id)), file, ['theme']);
}
