/** What only the compiler can see wrong in a city folder: circles, two suppliers at once, examples that do not hold, promises that cannot be kept. */
import { finding, placedUses, type Finding, type InForce, type Journey } from '../catalogue';
import { diagram, simplify, witness, type Expression, type Facts } from '../rules';
import { prepare, type Prepared, type StepPlan } from './basket';
import { compileLaw } from './compile';
import { scenarioInput } from './scenario';
import { situation } from './situation';
import { edgesOf, schedule } from './schedule';
import { nothingKnown, type ServiceState } from './plan';
import { documentsFor } from './documents';

const nothing: Facts = { today: '', value: () => undefined, rows: () => undefined };

export function lintJourneys(law: InForce, day: string): { errors: Finding[]; warnings: Finding[] } {
  const errors: Finding[] = [];
  const warnings: Finding[] = [];
  for (const journey of law.journeys.values()) {
    const prepared = prepare(law, { journey: journey.id });
    const found = [...suppliers(prepared, journey, day), ...circles(prepared, journey, day)];
    errors.push(...found);
    if (found.length === 0) errors.push(...scenarios(law, journey, day));
  }
  for (const s of law.services.values()) if (!s.aliases?.length) warnings.push(finding('YJ502', law.place(`services/${s.id}.yaml`, ['name']), '没有 aliases：人们不会用正式名称来找', 'no aliases: people do not search by the official name'));
  return { errors, warnings };
}

/** Everything that must be true for a step to be in, as one expression. */
const conditionOf = (s: StepPlan): Expression => ({
  kind: 'and',
  of: [...s.gates, ...s.applies, ...s.eligible].map((l): Expression => l.rule).concat(s.excludes.map((x): Expression => ({ kind: 'not', of: x.line.rule, at: 0 }))),
  at: 0,
});

/** Two suppliers of one output are an error only if an answer exists under which both are in; the finding shows it. */
function suppliers(prepared: Prepared, journey: Journey, day: string): Finding[] {
  const out: Finding[] = [];
  const by = new Map<string, StepPlan[]>();
  for (const step of prepared.steps)
    for (const { item } of step.outputs) {
      const key = item.kind === 'concept' ? item.id : `${item.id}@${item.subject}`;
      by.set(key, [...(by.get(key) ?? []), step]);
    }
  const told = new Set<string>();
  for (const [output, steps] of by)
    for (let i = 0; i < steps.length; i++)
      for (let k = i + 1; k < steps.length; k++) {
        const [a, b] = [steps[i]!, steps[k]!];
        if (told.has(`${a.id}|${b.id}`)) continue;
        const both = simplify({ kind: 'and', of: [conditionOf(a), conditionOf(b)], at: 0 }, { ...nothing, today: day });
        const path = witness(diagram(both, prepared.domain).root, true);
        if (!path) continue;
        told.add(`${a.id}|${b.id}`);
        const example = path.map((p) => `${p.term} = ${p.value}`).join(', ');
        const placed = placedUses(journey).find((p) => p.step === b.id)!;
        out.push(
          finding(
            'YJ503',
            prepared.law.place(`journeys/${journey.id}.yaml`, placed.path),
            `${a.id} 与 ${b.id} 都给出 ${output}，而且可能同时办理${example ? `（例如 ${example}）` : ''}；用 when 或 oneOf 分开`,
            `${a.id} and ${b.id} both give ${output} and can both be in${example ? ` (for example ${example})` : ''}; tell them apart with when or oneOf`,
          ),
        );
      }
  return out;
}

/** A circle of steps in which each waits for the next, with every step in that can be. */
function circles(prepared: Prepared, journey: Journey, day: string): Finding[] {
  const forced = new Map(prepared.steps.map((s) => [s.id, 'in' as ServiceState]));
  const s = situation(prepared, day, {}, nothingKnown, forced);
  const { cycle } = schedule(s, s.active, edgesOf(s, s.active, documentsFor(s, s.active, { reuse: true, openCounts: true })));
  if (!cycle) return [];
  const placed = placedUses(journey).find((p) => p.step === cycle[0])!;
  const round = [...cycle, cycle[0]].join(' → ');
  return [finding('YJ504', prepared.law.place(`journeys/${journey.id}.yaml`, placed.path), `互相等待：${round}；检查各自的 needs、evidence 与 by`, `they wait for each other: ${round}; look at their needs, evidence and by`)];
}

function scenarios(law: InForce, journey: Journey, day: string): Finding[] {
  const out: Finding[] = [];
  const file = `journeys/${journey.id}.yaml`;
  const registers = new Set([...law.registers.values()].filter((r) => r.connected).map((r) => r.id));
  for (const [id, scenario] of Object.entries(journey.scenarios)) {
    const input = scenarioInput(law, journey.id, id, registers)!;
    for (const r of input.refused) out.push(finding('YJ505', law.place(file, ['scenarios', id, r.concept in (scenario.outputs ?? {}) ? 'outputs' : 'answers', r.concept]), `${r.concept}：${r.message.zh}`, `${r.concept}: ${r.message.en}`));
    if (input.refused.length) continue;
    const { plan } = compileLaw(law, { journey: journey.id }, input.answers, input.known, day);
    const open = plan.services.filter((s) => s.state === 'undecided');
    if (id === 'typical' && open.length)
      out.push(finding('YJ506', law.place(file, ['scenarios', id]), `typical 没有决定 ${open.map((s) => s.id).join('、')}：补上 ${[...new Set(open.flatMap((s) => s.undecidedBy))].join('、')}`, `typical leaves ${open.map((s) => s.id).join(', ')} undecided: answer ${[...new Set(open.flatMap((s) => s.undecidedBy))].join(', ')}`));
    const wanted = scenario.expect?.in;
    if (wanted) {
      const got = plan.services.filter((s) => s.state === 'in' || s.state === 'later').map((s) => s.id);
      const missing = wanted.filter((s) => !got.includes(s));
      const extra = got.filter((s) => !wanted.includes(s));
      if (missing.length || extra.length)
        out.push(
          finding(
            'YJ507',
            law.place(file, ['scenarios', id, 'expect', 'in']),
            `情形 ${id} 不符：${missing.length ? `缺 ${missing.join('、')}` : ''}${missing.length && extra.length ? '；' : ''}${extra.length ? `多 ${extra.join('、')}` : ''}`,
            `scenario ${id} does not hold: ${missing.length ? `missing ${missing.join(', ')}` : ''}${missing.length && extra.length ? '; ' : ''}${extra.length ? `unexpected ${extra.join(', ')}` : ''}`,
          ),
        );
    }
    const joint = journey.jointPromise;
    const day7 = law.city.workday.hours;
    const limit = joint?.wd !== undefined ? joint.wd * day7 : joint?.h;
    const hours = Math.max(0, ...plan.steps.flatMap((s) => s.stages.map((x) => x.finish)));
    if (limit !== undefined && id === 'typical' && hours > limit)
      out.push(finding('YJ508', law.place(file, ['jointPromise']), `联办承诺 ${limit} 小时短于联办所需的 ${hours} 小时`, `the joint promise of ${limit} h is below the joint critical path of ${hours} h`));
  }
  return out;
}
