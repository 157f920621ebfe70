/** "Why?" under a service, a document or a date of a plan: folded, without a script, each reason with the source it rests on. */
import { explain, type Asked, type Compiled, type Reason } from '../../core/journey';
import { citationOf, conceptName, evidenceName, list, ruleInWords, say, stepName } from '../text';
import { Disclosure, SourceLink } from '../ui';
import type { Visit } from '../visit';

type Props = { v: Pick<Visit, 't' | 'law'>; journey: string | null; compiled: Compiled; asked: Asked; title: string; about: string };

export const WhyPlan = (p: Props) => {
  const told = toldOf(p);
  if (told.length === 0) return null;
  return (
    <Disclosure
      title={
        <>
          {p.title}
          <span class="visually-hidden"> {p.about}</span>
        </>
      }
    >
      <ul class="plain">
        {told.map(({ text, source }) => (
          <li>
            {text} {source && <Cited {...p} source={source} />}
          </li>
        ))}
      </ul>
    </Disclosure>
  );
};

const Cited = ({ v: { t, law }, source }: Props & { source: string }) => <SourceLink href={citationOf(t, law, source).href}>{citationOf(t, law, source).title}</SourceLink>;

/** A plan that is shown again – the public guide of a journey – explains itself once in each language. */
function toldOf(p: Props): readonly Told[] {
  let all = explained.get(p.compiled);
  if (!all) explained.set(p.compiled, (all = new Map()));
  const key = `${p.v.t.tag} ${JSON.stringify(p.asked)}`;
  let told = all.get(key);
  if (!told) all.set(key, (told = distinct((explain(p.compiled, p.asked)?.reasons ?? []).map((r) => ({ text: inWords(p, r), source: 'source' in r ? r.source : null })))));
  return told;
}
const explained = new WeakMap<Compiled, Map<string, readonly Told[]>>();

type Told = { text: string; source: string | null };
const distinct = (told: readonly Told[]): Told[] => told.filter((x, i) => x.text !== '' && told.findIndex((y) => y.text === x.text && y.source === x.source) === i);

function inWords({ v: { t, law }, journey, compiled }: Props, r: Reason): string {
  const step = (id: string) => stepName(t, law, journey, id);
  const documents = (ids: readonly string[]) => ids.map((id) => evidenceName(t, law, id)).join(t.joins.and);
  switch (r.kind) {
    case 'condition':
      // A choice of the journey is the person's own, and no rule.
      return /\bchoice\./.test(r.rule) ? '' : t.why.condition(step(r.step), ruleInWords(t, law, r.rule, rolesOf(compiled, r.step)));
    case 'listed':
      return t.why.listed(step(r.step));
    case 'key':
      return t.why.key(registerName(law, t, r.register));
    case 'supplied':
      return t.why.from[r.from](r.by === null ? '' : r.from === 'register' ? registerName(law, t, r.by) : step(r.by));
    case 'waits-for-step':
      return t.why.waitsForStep(step(r.step));
    case 'alternative':
      return t.why.alternative(step(r.step), documents(r.instead), r.copies);
    case 'stage':
      return stageInWords({ t, law }, compiled, step, r);
  }
}

const registerName = (law: Visit['law'], t: Visit['t'], id: string) => say(t, law.registers.get(id)!.name);
const rolesOf = ({ situation }: Compiled, step: string) => {
  const bind = situation.prepared.steps.find((s) => s.id === step)?.bind ?? new Map<string, string>();
  return Object.fromEntries([...bind].map(([role, subject]) => [role, situation.prepared.law.subjects.get(subject)?.entity ?? '']));
};

function stageInWords({ t, law }: Pick<Visit, 't' | 'law'>, compiled: Compiled, step: (id: string) => string, r: Extract<Reason, { kind: 'stage' }>): string {
  const service = law.services.get(compiled.plan.steps.find((s) => s.id === r.step)!.service)!;
  const stage = service.stages.find((x) => x.id === r.stage)!;
  const day = (hours: number) => `${Math.round((hours / law.city.workday.hours) * 10) / 10}`;
  const because =
    typeof r.after === 'string'
      ? simple(t, r.after)
      : law.evidence.has(r.after.because)
        ? t.why.after(step(r.after.step), evidenceName(t, law, r.after.because))
        : gateOrConcept(t, law, step, r.after);
  return list(t, [t.why.stage(step(r.step), stage.label ? say(t, stage.label) : stage.id, day(r.start), day(r.finish)), because]);
}

const simple = (t: Visit['t'], after: 'filing' | 'stage before' | 'joined') => (after === 'filing' ? t.why.filing : after === 'joined' ? t.why.joined : t.why.next);
const gateOrConcept = (t: Visit['t'], law: Visit['law'], step: (id: string) => string, after: { step: string; because: string }): string =>
  /\.(paid|granted|delivered)$/.test(after.because) ? t.why.gate(step(after.step)) : t.why.after(step(after.step), conceptName(t, law, after.because));
