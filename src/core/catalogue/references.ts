/** Every id a file names exists, every rule reads what its place may read, and what hangs together agrees. */
import { calendarFaults } from '../calendar/calendar-faults';
import { check, conceptsOf, isRuleError, jointOutcomes, nearest, parse, type Expression, type RuleType, type Scope } from '../rules';
import type { InForce } from './catalogue';
import type { Journey } from './declare/journey';
import type { Service } from './declare/service';
import { finding, type Finding } from './finding';
import { choicesOf, derivationScope, domainOf, nameOf, placedUses, rolesOf, scopeOf } from './scope';

type Path = (string | number)[];

export function checkReferences(law: InForce): Finding[] {
  const out: Finding[] = [];
  const say = (code: string, file: string, path: Path, zh: string, en: string) => void out.push(finding(code, law.place(file, path), zh, en));
  const named = (what: [zh: string, en: string], id: string | undefined, among: { has(id: string): boolean; keys(): Iterable<string> }, file: string, path: Path) => {
    if (id === undefined || among.has(id)) return true;
    const near = nearest(id, among.keys());
    say(
      'YJ303',
      file,
      path,
      `没有叫“${id}”的${what[0]}；${near ? `是不是 ${near}？` : '改正，或先定义它'}`,
      `no ${what[1]} is called "${id}"; ${near ? `did you mean ${near}?` : 'correct it, or define it first'}`,
    );
    return false;
  };
  const rule = (text: string, scope: Scope, file: string, path: Path, wanted: RuleType = 'bool') => {
    const written = law.scalar(file, path);
    if (written && !written.quoted) say('YJ210', file, path, "规则要加引号，例如 '…'：不加引号时 # 后面的字会丢失", "put the rule in quotes, as in '…': without them what follows a # is lost");
    const parsed = parse(text);
    const errors = isRuleError(parsed) ? [parsed] : check(parsed, scope, wanted);
    for (const e of errors) out.push(finding(e.code, written?.at(e.at) ?? law.place(file, path), e.zh, e.en));
  };
  const kit = { law, say, named, rule };

  checkCity(kit);
  checkConcepts(kit);
  for (const e of law.evidence.values()) {
    e.heldBy?.forEach((h, i) => {
      const path = ['heldBy', i];
      named(['登记库', 'register'], h.register, law.registers, `evidence/${e.id}.yaml`, [...path, 'register']);
      named(['数据项', 'datum'], h.key, law.data.get(e.entity) ?? new Map(), `evidence/${e.id}.yaml`, [...path, 'key']);
    });
  }
  for (const s of law.services.values()) {
    checkService(kit, s);
  }
  for (const j of law.journeys.values()) {
    checkJourney(kit, j);
  }
  for (const r of law.registers.values()) {
    named(['部门', 'authority'], r.authority, law.authorities, `registers/${r.id}.yaml`, ['authority']);
  }
  for (const c of law.codes.values()) {
    const seen = new Set<string>();
    c.values.forEach((v, i) => {
      if (seen.has(v.code)) say('YJ301', `codes/${c.id}.yaml`, ['values', i, 'code'], `代码“${v.code}”写了两次；留下一个`, `the code "${v.code}" is written twice; keep one`);
      seen.add(v.code);
    });
  }
  for (const s of law.sources.values())
    s.facts?.forEach((f, i) => {
      if (!f.usedBy?.length && !f.notModelled)
        say(
          'YJ601',
          `sources/${s.id}.yaml`,
          ['facts', i],
          `事实“${f.id}”没有去处：写明 usedBy，或写明 notModelled 的理由`,
          `the fact "${f.id}" has no place: give usedBy, or notModelled with its reason`,
        );
    });
  return out;
}

type Kit = {
  law: InForce;
  say: (code: string, file: string, path: Path, zh: string, en: string) => void;
  named: (what: [string, string], id: string | undefined, among: { has(id: string): boolean; keys(): Iterable<string> }, file: string, path: Path) => boolean;
  rule: (text: string, scope: Scope, file: string, path: Path, wanted?: RuleType) => void;
};

function checkCity({ law, say, named }: Kit): void {
  named(['区划', 'division'], law.city.home, law.divisions, 'city.yaml', ['home']);
  named(['区划', 'division'], law.city.division, law.divisions, 'city.yaml', ['division']);
  const findable = new Map([...law.journeys, ...law.services] as [string, unknown][]);
  law.city.workday.open.forEach((o, i, all) => {
    if (o.to <= o.from || (i > 0 && o.from < all[i - 1]!.to))
      say('YJ211', 'city.yaml', ['workday', 'open', i], '办公时间要从早到晚、互不重叠；改 from 或 to', 'opening hours run from early to late without overlap; change from or to');
  });
  law.city.popular?.forEach((id, i) => void named(['一件事或事项', 'journey or service'], id, findable, 'city.yaml', ['popular', i]));
  [...law.authorities.values()].forEach((a, i) => {
    a.counters?.forEach((c, j) => {
      const path = [i, 'counters', j];
      named(['办事大厅', 'hall'], c.hall, law.halls, 'authorities.yaml', [...path, 'hall']);
      named(['区划', 'division'], c.division, law.divisions, 'authorities.yaml', [...path, 'division']);
    });
  });
  [...law.halls.values()].forEach((h, i) => void named(['区划', 'division'], h.division, law.divisions, 'halls.yaml', [i, 'division']));
  for (const y of law.calendar) {
    for (const f of calendarFaults(y)) say('YJ207', `calendar/${y.year}.yaml`, [f.list, f.index], f.message.zh, f.message.en);
  }
}

function checkConcepts({ law, say, named, rule }: Kit): void {
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

function checkService({ law, say, named, rule }: Kit, s: Service): void {
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
    const parsed = text === undefined ? null : parse(text);
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

function checkJourney({ law, say, named, rule }: Kit, j: Journey): void {
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
