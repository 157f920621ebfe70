/** The services of an application: those that are in with their dates, those still open, and those that are not, each with the reason and what to do. */
import { afterWorkingHours } from '../../core/calendar';
import type { Compiled, PlanService } from '../../core/journey';
import { citationOf, conceptName, list, ruleInWords, say, stepName } from '../text';
import { Disclosure, ServiceTag, SourceLink } from '../ui';
import type { Visit } from '../visit';
import { WhyPlan } from '../why/why-plan';
import { askOf, soon } from './about';

/** `from` is the instant the dates count from: now, if it were submitted now. */
type Props = { v: Visit; journey: string | null; compiled: Compiled; from: string };

export const ServicesPart = (p: Props) => {
  const { t } = p.v;
  const of = (...states: PlanService['state'][]) => p.compiled.plan.services.filter((s) => states.includes(s.state));
  const included = of('in', 'later');
  const blocked = of('barred', 'excluded');
  const open = of('undecided');
  const out = of('out');
  return (
    <section>
      {included.length > 0 && (
        <>
          <h2>{open.length > 0 ? t.apply.servicesIn : t.apply.servicesTitle}</h2>
          <ul class="plan">
            {included.map((s) => (
              <Included {...p} s={s} />
            ))}
          </ul>
        </>
      )}
      {open.length > 0 && (
        <>
          <h2>{t.apply.servicesOpen}</h2>
          <ul class="plan">
            {open.map((s) => (
              <li>
                <Name {...p} s={s} />
                <p class="muted">{t.apply.openBy(asksOf(p, s.undecidedBy))}</p>
              </li>
            ))}
          </ul>
        </>
      )}
      {blocked.length > 0 && (
        <>
          <h2>{t.apply.servicesBarred}</h2>
          <ul class="plan">
            {blocked.map((s) => (
              <NotHere {...p} s={s} />
            ))}
          </ul>
        </>
      )}
      {out.length > 0 && (
        <Disclosure title={`${t.apply.servicesOut} (${out.length})`}>
          <ul class="plan">
            {out.map((s) => (
              <NotHere {...p} s={s} />
            ))}
          </ul>
        </Disclosure>
      )}
    </section>
  );
};

type One = Props & { s: PlanService };

const Name = ({ v, journey, s }: One) => (
  <p class="plan-name">
    <strong>{stepName(v.t, v.law, journey, s.id)}</strong> {s.state !== 'in' && <ServiceTag t={v.t} status={s.state} />}
  </p>
);

const Included = (p: One) => {
  const { v, journey, compiled, s } = p;
  const { t, law } = v;
  const hours = Math.max(0, ...(compiled.plan.steps.find((x) => x.id === s.id)?.stages.map((x) => x.finish) ?? []));
  const at = afterWorkingHours(v.product.calendar(), p.from, hours);
  const authority = say(t, law.authorities.get(law.services.get(s.service)!.authority)!.name);
  return (
    <li>
      <Name {...p} />
      <p class="muted">
        {authority}
        {' · '}
        {s.state === 'later'
          ? t.apply.laterBy(s.decidedBy ? stepName(t, law, journey, s.decidedBy) : '')
          : at.due
            ? t.apply.expected(soon(v, at.due))
            : t.apply.expectedLater((at as { pending: string }).pending.slice(-4))}
      </p>
      {s.clerkDecides && (
        <p class="muted">
          {t.apply.clerkDecides(
            list(
              t,
              s.clerkDecides.map((c) => conceptName(t, law, c)),
            ),
          )}
        </p>
      )}
      <WhyPlan v={v} journey={journey} compiled={compiled} asked={{ service: s.id }} title={t.why.service} about={stepName(t, law, journey, s.id)} />
      <WhyPlan v={v} journey={journey} compiled={compiled} asked={{ date: s.id }} title={t.why.date} about={stepName(t, law, journey, s.id)} />
    </li>
  );
};

/** The questions it still hangs on, as they are asked. */
const asksOf = ({ v, journey, compiled }: Props, concepts: readonly string[]): string =>
  concepts
    .slice(0, 3)
    .map((c) => askOf(v, journey, compiled.situation.prepared, c))
    .join(' ');

/** Why it is not part of this and what to do instead: in the city's words where it has them. */
const NotHere = (p: One) => {
  const { v, compiled, s } = p;
  const { t, law } = v;
  const line = compiled.situation.states.get(s.id)?.why.at(-1);
  const service = law.services.get(s.service)!;
  const [kind, i] = (line?.path ?? []) as [string, number];
  const declared = line?.file.startsWith('services/') && kind !== 'services' ? service[kind as 'applies' | 'eligible' | 'excludes']?.[i] : undefined;
  const says = declared && 'says' in declared ? declared.says : undefined;
  const goTo = declared && 'goTo' in declared ? declared.goTo : undefined;
  const step = compiled.situation.prepared.steps.find((x) => x.id === s.id)!;
  const roles = Object.fromEntries([...step.bind].map(([role, subject]) => [role, law.subjects.get(subject)?.entity ?? '']));
  const negated = s.state === 'out' || s.state === 'barred';
  const cited = line?.source ? citationOf(t, law, line.source) : null;
  return (
    <li>
      <Name {...p} />
      {line && (
        <p class="muted">
          {goTo ? t.apply.whatToDo : t.apply.because}
          {t.joins.colon}
          {line.concepts[0]?.startsWith('choice.') ? t.apply.notChosen : goTo ? say(t, goTo) : says ? say(t, says) : ruleInWords(t, law, negated ? `not(${line.text})` : line.text, roles)}
          {cited && (
            <>
              {' '}
              <SourceLink href={cited.href}>{cited.title}</SourceLink>
            </>
          )}
        </p>
      )}
    </li>
  );
};
