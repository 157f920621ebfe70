/** One service: its roles, lines and stages name what there is, and its stages keep its promise. */
import { isRuleError, jointOutcomes, type Expression } from '../rules';
import type { Service } from './declare/service';
import type { Kit, Path } from './kit';
import { ruleIn } from './rule-sets';
import { domainOf, rolesOf, scopeOf } from './scope';

export function checkService({ law, say, named, rule }: Kit, s: Service): void {
  const file = `services/${s.id}.yaml`;
  const roles = rolesOf(law, s.id);
  const lists = new Set([...roles.keys()].filter((r) => law.subjects.get(r)?.many));
  const scope = scopeOf(law, roles, lists);
  const stages = new Map(s.stages.map((x) => [x.id, x]));
  named(['部门', 'authority'], s.authority, law.authorities, file, ['authority']);
  if (s.filing?.counter) named(['窗口', 'counter'], s.filing.counter, law.counters, file, ['filing', 'counter']);
  if (s.filing && !s.filing.counter && s.filing.online === false) say('YJ304', file, ['filing'], '不能网上办，又没有窗口；写明 counter', 'neither online nor at a counter: name a counter');

  const concept = (id: string, path: Path) => {
    const dot = id.indexOf('.');
    const entity = roles.get(id.slice(0, dot));
    if (!entity) return named(['角色（见 subjects）', 'role (see subjects)'], id.slice(0, dot), roles, file, path);
    return named(['数据项', 'datum'], id.slice(dot + 1), law.data.get(entity) ?? new Map(), file, path);
  };
  const piece = (id: string, of: string | undefined, path: Path) => {
    if (!named(['材料', 'document'], id, law.evidence, file, path)) return;
    const entity = law.evidence.get(id)!.entity;
    if (of !== undefined) {
      if (named(['角色（见 subjects）', 'role (see subjects)'], of, roles, file, path) && roles.get(of) !== entity)
        say('YJ305', file, path, `“${id}”是 ${entity} 的材料，而 ${of} 是 ${roles.get(of)}；换一个角色`, `"${id}" belongs to a ${entity}, but ${of} is a ${roles.get(of)}; name another role`);
    } else {
      const fitting = [...roles].filter(([, e]) => e === entity);
      if (fitting.length !== 1) say('YJ305', file, path, `“${id}”是谁的？写明 of（${entity} 角色有 ${fitting.length} 个）`, `whose is "${id}"? add of (${fitting.length} roles are a ${entity})`);
    }
  };
  const when = (line: { when?: string | undefined }, path: Path) => line.when !== undefined && rule(line.when, scope, file, [...path, 'when']);
  const atStage = (id: string | undefined, path: Path) => named(['环节（见 stages）', 'stage'], id, stages, file, path);
  const unlawfulFloor = (line: { irreducible?: unknown; illustrative?: boolean | undefined }, path: Path) => {
    if (line.irreducible && line.illustrative)
      say(
        'YJ306',
        file,
        path,
        '示例行不能标 irreducible：法定底线必须有依据；删去 irreducible 或 illustrative',
        'an illustrative line cannot be irreducible, a legal floor needs its source; remove one of the two',
      );
  };

  for (const key of ['applies', 'eligible', 'excludes'] as const) s[key]?.forEach((c, i) => void rule(c.when, scope, file, [key, i, 'when']));
  s.needs?.forEach((n, i) => {
    concept(n.concept, ['needs', i]);
    atStage(n.by, ['needs', i, 'by']);
    when(n, ['needs', i]);
    unlawfulFloor(n, ['needs', i]);
  });
  const lineIds = new Set<string>();
  s.evidence?.forEach((e, i) => {
    const path = ['evidence', i];
    if (lineIds.has(e.id)) say('YJ301', file, [...path, 'id'], `材料行“${e.id}”写了两次；改名`, `the evidence line "${e.id}" is written twice; rename one`);
    lineIds.add(e.id);
    atStage(e.by, [...path, 'by']);
    when(e, path);
    if (e.per) named(['角色（见 subjects）', 'role (see subjects)'], e.per, roles, file, [...path, 'per']);
    e.anyOf.forEach((list, a) => {
      list.forEach((p, b) => void piece(p.id, p.of ?? (e.per && law.evidence.get(p.id)?.entity === roles.get(e.per) ? e.per : undefined), [...path, 'anyOf', a, b]));
    });
    unlawfulFloor(e, path);
  });
  s.outputs?.evidence?.forEach((o, i) => {
    piece(o.id, o.of, ['outputs', 'evidence', i]);
    atStage(o.from, ['outputs', 'evidence', i, 'from']);
    if (o.renewal) named(['事项', 'service'], o.renewal.service, law.services, file, ['outputs', 'evidence', i, 'renewal', 'service']);
    when(o, ['outputs', 'evidence', i]);
  });
  s.outputs?.concepts?.forEach((o, i) => {
    concept(o.concept, ['outputs', 'concepts', i]);
    atStage(o.from, ['outputs', 'concepts', i, 'from']);
    when(o, ['outputs', 'concepts', i]);
  });
  s.acts?.forEach((a, i) => {
    atStage(a.stage, ['acts', i, 'stage']);
    if (a.counter) named(['窗口', 'counter'], a.counter, law.counters, file, ['acts', i, 'counter']);
    when(a, ['acts', i]);
    unlawfulFloor(a, ['acts', i]);
  });
  checkStages({ law, say, named }, s, file);
  checkClock({ law, say }, s, file);
  s.stages.forEach((x, i) => {
    when(x, ['stages', i]);
    unlawfulFloor(x, ['stages', i]);
  });
  s.clock?.alternatives?.forEach((a, i) => void rule(a.when, scope, file, ['clock', 'alternatives', i, 'when']));
  const feeAt = law.scalar(file, ['fee', 'when']) ? () => ['fee'] : (i: number) => ['fee', i];
  s.fee?.forEach((f, i) => {
    when(f, feeAt(i));
    unlawfulFloor(f, feeAt(i));
  });
}

function checkStages({ law, say, named }: Pick<Kit, 'law' | 'say' | 'named'>, s: Service, file: string): void {
  const seen = new Set<string>();
  s.stages.forEach((x, i) => {
    if (seen.has(x.id)) say('YJ301', file, ['stages', i, 'id'], `环节“${x.id}”写了两次；改名`, `the stage "${x.id}" is written twice; rename one`);
    seen.add(x.id);
    x.after?.forEach((gate, k) => void named(['事项', 'service'], gate.slice(0, gate.lastIndexOf('.')), law.services, file, ['stages', i, 'after', k]));
  });
  const granting = s.stages.flatMap((x, i) => (x.grants ? [i] : []));
  if (granting.length > 1) say('YJ307', file, ['stages', granting[1]!, 'grants'], '只能有一个环节写 grants；留下一个', 'only one stage may be marked grants; keep one');
}

const monthDays = 22;
/** Working hours of a length of time as the numbers count them. */
const hoursIn = (
  d: { h?: number | undefined; wd?: number | undefined; days?: number | undefined; weeks?: number | undefined; months?: number | undefined; 'next-month'?: number | undefined },
  day: number,
): number => (d.h ?? 0) + day * ((d.wd ?? 0) + Math.ceil(((d.days ?? 0) * 5) / 7) + (d.weeks ?? 0) * 5 + ((d.months ?? 0) + (d['next-month'] ?? 0)) * monthDays);

/** The authority's own stages never add up to more than the clock that goes with them, whichever conditions hold. */
function checkClock({ law, say }: Pick<Kit, 'law' | 'say'>, s: Service, file: string): void {
  const day = law.city.workday.hours;
  const roles = rolesOf(law, s.id);
  const read = (text: string | undefined): Expression | null => {
    const parsed = text === undefined ? null : ruleIn(law, text);
    return isRuleError(parsed) ? null : parsed;
  };
  const own = s.stages.filter((x) => (x.kind ?? 'authority') === 'authority').map((x) => ({ hours: hoursIn(x, day), when: read(x.when), conditional: x.when !== undefined }));
  const clocks = [...(s.clock?.alternatives ?? []), { when: undefined, statutory: s.clock?.statutory, promised: s.clock?.promised }].map((c) => ({
    limit: c.promised ?? c.statutory,
    when: read(c.when),
  }));
  const lines = [...own, ...clocks].flatMap((x) => (x.when ? [x.when] : []));
  const domain = (concept: string) => {
    const entity = roles.get(concept.slice(0, concept.indexOf('.')));
    const datum = entity && law.data.get(entity)?.get(concept.slice(concept.indexOf('.') + 1));
    return datum ? domainOf(law, datum, false) : { kind: 'other' as const };
  };
  // Where there are too many ways to walk, what is unconditional is checked.
  const ways = jointOutcomes(lines, domain, 4000) ?? [lines.map(() => false)];
  let worst: { hours: number; limit: number } | null = null;
  for (const way of ways) {
    const truth = (e: Expression | null) => e === null || way[lines.indexOf(e)] === true;
    const limit = clocks.find((c) => truth(c.when))?.limit;
    if (!limit) continue;
    const hours = own.filter((x) => (x.conditional ? x.when !== null && truth(x.when) : true)).reduce((n, x) => n + x.hours, 0);
    if (hours > hoursIn(limit, day) && (!worst || hours - hoursIn(limit, day) > worst.hours - worst.limit)) worst = { hours, limit: hoursIn(limit, day) };
  }
  if (worst)
    say(
      'YJ501',
      file,
      ['stages'],
      `各环节共 ${worst.hours} 小时，超过承诺的 ${worst.limit} 小时；缩短环节或改承诺`,
      `the stages add up to ${worst.hours} h, more than the ${worst.limit} h promised; shorten them or promise more`,
    );
}
