/** Every id a file names exists, every rule reads what its place may read, and what hangs together agrees. */
import { calendarFaults } from '../calendar/calendar-faults';
import { check, isRuleError, parse, type RuleType } from '../rules';
import type { InForce } from './catalogue';
import { checkConcepts } from './check-concepts';
import { checkJourney } from './check-journey';
import { checkService } from './check-service';
import { finding, type Finding } from './finding';
import type { Kit, Path } from './kit';
import { namingFaults } from './rule-sets';
import type { LawScope } from './scope';
import { type Names, unknownName } from './unknown-name';

export function checkReferences(law: InForce): Finding[] {
  const out: Finding[] = [];
  const say = (code: string, file: string, path: Path, zh: string, en: string) => void out.push(finding(code, law.place(file, path), zh, en));
  const named = (what: [zh: string, en: string], id: string | undefined, among: Names, file: string, path: Path) => {
    const unknown = id === undefined ? null : unknownName('YJ303', () => law.place(file, path), what, id, among);
    if (unknown) out.push(unknown);
    return !unknown;
  };
  const rule = (text: string, scope: LawScope, file: string, path: Path, wanted: RuleType = 'bool') => {
    const written = law.scalar(file, path);
    if (written && !written.quoted) say('YJ210', file, path, "规则要加引号，例如 '…'：不加引号时 # 后面的字会丢失", "put the rule in quotes, as in '…': without them what follows a # is lost");
    const parsed = parse(text);
    const errors = isRuleError(parsed) ? [parsed] : [...check(parsed, scope, wanted), ...namingFaults(law, parsed, scope.entity)];
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

/** Names under which acts in person join. */
const joined = (law: InForce): ReadonlyMap<string, unknown> => new Map([...law.services.values()].flatMap((x) => (x.acts ?? []).flatMap((a) => (a.joins ? [[a.joins, a] as const] : []))));

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
  [...law.slots.values()].forEach((r, i) => {
    if (r.counter !== undefined) named(['窗口', 'counter'], r.counter, law.counters, 'slots.yaml', [i, 'counter']);
    if (r.authority !== undefined) named(['部门', 'authority'], r.authority, law.authorities, 'slots.yaml', [i, 'authority']);
    if (r.joins !== undefined) named(['合并的现场', 'joined act'], r.joins, joined(law), 'slots.yaml', [i, 'joins']);
  });
  for (const y of law.calendar) {
    for (const f of calendarFaults(y)) say('YJ207', `calendar/${y.year}.yaml`, [f.list, f.index], f.message.zh, f.message.en);
  }
}
