/** What only the compiler can see wrong in a city folder: circles, two suppliers at once, examples that do not hold, promises that cannot be kept. */
import { finding, placedUses, type Finding, type InForce, type Journey } from '../catalogue';
import { diagram, simplify, witness, type Expression, type Facts } from '../rules';
import { prepare, type Prepared } from './basket';
import type { StepPlan } from './step-plan';
import { scenarioInput } from './scenario';
import { situation } from './situation';
import { edgesOf, hoursOf, schedule } from './schedule';
import { nothingKnown, type ServiceState } from './plan';
import { documentsFor } from './documents';

/** How many everyday names a service has at least. */
const everydayNames = 3;
const nothing: Facts = { today: '', value: () => undefined, rows: () => undefined };

export function lintJourneys(law: InForce, day: string): { errors: Finding[]; warnings: Finding[] } {
  const errors: Finding[] = [];
  const warnings: Finding[] = [];
  for (const journey of law.journeys.values()) {
    const prepared = prepare(law, { journey: journey.id });
    const found = [...suppliers(prepared, journey, day), ...alternatives(prepared, journey, day), ...circles(prepared, journey, day)];
    errors.push(...found);
    if (found.length === 0) errors.push(...scenarios(law, journey, day));
    if (Object.keys(journey.scenarios).length === 0)
      warnings.push(
        finding(
          'YJ511',
          law.place(`journeys/${journey.id}.yaml`, ['id']),
          '没有 scenarios：没有例子，也就没有可公布的数字；写一个 typical',
          'no scenarios: without an example there are no numbers to publish; write typical',
        ),
      );
  }
  for (const s of law.services.values())
    if ((s.aliases?.length ?? 0) < everydayNames)
      warnings.push(
        finding(
          'YJ502',
          law.place(`services/${s.id}.yaml`, ['name']),
          `aliases 不足 ${everydayNames} 个：人们不会用正式名称来找；写上平常的叫法`,
          `fewer than ${everydayNames} aliases: people do not search by the official name; add what people say`,
        ),
      );
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
  const by = new Map<string, { step: StepPlan; gives: Expression }[]>();
  for (const step of prepared.steps)
    for (const { item, when } of step.outputs) {
      const key = item.kind === 'concept' ? item.id : `${item.id}@${item.subject}`;
      by.set(key, [...(by.get(key) ?? []), { step, gives: all([conditionOf(step), ...(when ? [when.rule] : [])]) }]);
    }
  const told = new Set<string>();
  for (const [output, given] of by)
    for (let i = 0; i < given.length; i++)
      for (let k = i + 1; k < given.length; k++) {
        const [a, b] = [given[i]!, given[k]!];
        if (a.step === b.step || told.has(`${a.step.id}|${b.step.id}`)) continue;
        const example = together([a.gives, b.gives], prepared, day);
        if (example === null) continue;
        told.add(`${a.step.id}|${b.step.id}`);
        out.push(
          finding(
            'YJ503',
            placeOf(prepared, journey, b.step.id),
            `${a.step.id} 与 ${b.step.id} 都给出 ${output}，而且可能同时办理${example && `（例如 ${example}）`}；用 when 或 oneOf 分开`,
            `${a.step.id} and ${b.step.id} both give ${output} and can both be in${example && ` (for example ${example})`}; tell them apart with when or oneOf`,
          ),
        );
      }
  return out;
}

const all = (of: Expression[]): Expression => ({ kind: 'and', of, at: 0 });
const placeOf = (prepared: Prepared, journey: Journey, step: string) => prepared.law.place(`journeys/${journey.id}.yaml`, placedUses(journey).find((p) => p.step === step)!.path);

/** Answers under which all the conditions hold, in words – empty where they always do –, or null when there are none. */
function together(conditions: Expression[], prepared: Prepared, day: string): string | null {
  const path = witness(diagram(simplify(all(conditions), { ...nothing, today: day }), prepared.domain).root, true);
  return path === null ? null : path.map((p) => (/^[<>]/.test(p.value) ? `${p.term} ${p.value}` : `${p.term} = ${p.value}`)).join(', ');
}

/** Alternatives of a oneOf that asks nobody must never both be in. */
function alternatives(prepared: Prepared, journey: Journey, day: string): Finding[] {
  const byId = new Map(prepared.steps.map((s) => [s.id, s]));
  return journey.services.flatMap((item): Finding[] => {
    if (!('oneOf' in item) || item.ask !== undefined) return [];
    const steps = item.oneOf.map((u) => byId.get(u.as ?? u.use)!);
    for (let i = 0; i < steps.length; i++)
      for (let k = i + 1; k < steps.length; k++) {
        const [a, b] = [steps[i]!, steps[k]!];
        const example = together(
          [...a.gates, ...b.gates].map((l) => l.rule),
          prepared,
          day,
        );
        if (example !== null)
          return [
            finding(
              'YJ509',
              placeOf(prepared, journey, b.id),
              `${a.id} 与 ${b.id} 是二选一，却可能同时成立${example && `（例如 ${example}）`}；改 when，或写 ask 让人选`,
              `${a.id} and ${b.id} are alternatives, but both can hold${example && ` (for example ${example})`}; change a when, or let people choose with ask`,
            ),
          ];
      }
    return [];
  });
}

/** A circle of steps in which each waits for the next and which can all be in together. */
function circles(prepared: Prepared, journey: Journey, day: string, without: ReadonlySet<string> = new Set()): Finding[] {
  const forced = new Map(prepared.steps.map((s) => [s.id, (without.has(s.id) ? 'out' : 'in') as ServiceState]));
  const s = situation(prepared, day, {}, nothingKnown, { states: forced });
  const { cycle } = schedule(s, s.active, edgesOf(s, s.active, documentsFor(s, s.active, { reuse: true, openCounts: true })));
  if (!cycle) return [];
  const steps = cycle.map((id) => prepared.steps.find((x) => x.id === id)!);
  if (together(steps.map(conditionOf), prepared, day) !== null) {
    const round = [...cycle, cycle[0]].join(' → ');
    return [
      finding('YJ504', placeOf(prepared, journey, cycle[0]!), `互相等待：${round}；检查各自的 needs、evidence 与 by`, `they wait for each other: ${round}; look at their needs, evidence and by`),
    ];
  }
  // These can never meet; a circle may still be hidden behind any one of them.
  if (without.size >= 4) return [];
  for (const id of cycle) {
    const found = circles(prepared, journey, day, new Set([...without, id]));
    if (found.length) return found;
  }
  return [];
}

function scenarios(law: InForce, journey: Journey, day: string): Finding[] {
  const out: Finding[] = [];
  const file = `journeys/${journey.id}.yaml`;
  const registers = new Set([...law.registers.values()].filter((r) => r.connected).map((r) => r.id));
  for (const [id, scenario] of Object.entries(journey.scenarios)) {
    const input = scenarioInput(law, journey.id, id, registers)!;
    for (const r of input.refused)
      out.push(
        finding(
          'YJ505',
          law.place(file, ['scenarios', id, r.concept in (scenario.outputs ?? {}) ? 'outputs' : 'answers', r.concept]),
          `${r.concept}：${r.message.zh}`,
          `${r.concept}: ${r.message.en}`,
        ),
      );
    if (input.refused.length) continue;
    // Which services are in, and how long they take; what would be asked in which order is nothing an example states.
    const here = situation(prepare(law, { journey: journey.id }), day, input.answers, input.known);
    const states = [...here.states].map(([step, state]) => ({ id: step, ...state }));
    const open = states.filter((s) => s.state === 'undecided');
    if (id === 'typical' && open.length)
      out.push(
        finding(
          'YJ506',
          law.place(file, ['scenarios', id]),
          `typical 没有决定 ${open.map((s) => s.id).join('、')}：补上 ${[...new Set(open.flatMap((s) => s.undecidedBy))].join('、')}`,
          `typical leaves ${open.map((s) => s.id).join(', ')} undecided: answer ${[...new Set(open.flatMap((s) => s.undecidedBy))].join(', ')}`,
        ),
      );
    const wanted = scenario.expect?.in;
    if (wanted) {
      const got = states.filter((s) => s.state === 'in' || s.state === 'later').map((s) => s.id);
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
    const limit = journey.jointPromise && hoursOf(journey.jointPromise, law.city.workday.hours);
    if (limit === undefined || open.length > 0) continue;
    const path = schedule(here, here.active, edgesOf(here, here.active, documentsFor(here, here.active, { reuse: true, openCounts: true })));
    if (path.hours > limit)
      out.push(
        finding(
          'YJ508',
          law.place(file, ['jointPromise']),
          `联办承诺 ${limit} 小时短于情形 ${id} 所需的 ${path.hours} 小时；延长承诺或缩短环节`,
          `the joint promise of ${limit} h is below the joint critical path of ${path.hours} h in the scenario ${id}; promise more or shorten the stages`,
        ),
      );
  }
  return out;
}
