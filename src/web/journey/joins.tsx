/** What the journey joins: every service with its authority, what it gives, who decides, and whether this situation needs it. */
import type { PlanService } from '../../core/journey';
import { citationOf, evidenceName, list, say, stepName } from '../text';
import { ServiceTag, SourceLink, to } from '../ui';
import { WhyPlan } from '../why/why-plan';
import type { Shown } from './shown';

export const JoinsSection = (s: Shown) => {
  const { t } = s.v;
  const services = s.compiled.plan.services;
  return (
    <section>
      <h2 id="joins">{t.journey.joinsTitle}</h2>
      <p>{t.journey.joinsLead(services.length)}</p>
      <ol class="joins">
        {services.map((x) => (
          <Joined {...s} x={x} />
        ))}
      </ol>
    </section>
  );
};

const Joined = ({ v, journey, compiled, x }: Shown & { x: PlanService }) => {
  const { t, law } = v;
  const service = law.services.get(x.service)!;
  const outputs = compiled.situation.prepared.steps.find((s) => s.id === x.id)!.outputs.flatMap((o) => (o.item.kind === 'evidence' ? [evidenceName(t, law, o.item.id)] : []));
  const decides = service.level?.decide;
  const nearest = (['village', 'town', 'county', 'city'] as const).find((l) => service.level?.file?.includes(l));
  const why = x.state === 'out' ? x.why.find((w) => w.source)?.source : undefined;
  return (
    <li class={x.state === 'out' ? 'not-in' : undefined}>
      <div>
        <a class="joins-name" href={to('/services', service.id)}>
          {stepName(t, law, journey.id, x.id)}
        </a>{' '}
        {x.state !== 'in' && <ServiceTag t={t} status={x.state} />}
        <p class="muted">
          {say(t, law.authorities.get(service.authority)!.name)}
          {nearest && ` · ${t.journey.fileAt(t.journey.office[nearest])}`}
          {decides && ` · ${t.journey.decidedBy(t.journey.office[decides])}`}
          {outputs.length > 0 && ` · ${t.journey.gives(list(t, outputs))}`}
        </p>
        {why && (
          <p class="muted">
            {t.ui.source}
            {t.joins.colon}
            <SourceLink href={citationOf(t, law, why).href}>{citationOf(t, law, why).says ?? citationOf(t, law, why).title}</SourceLink>
          </p>
        )}
        <WhyPlan v={v} journey={journey.id} compiled={compiled} asked={{ service: x.id }} title={t.why.service} about={stepName(t, law, journey.id, x.id)} />
      </div>
    </li>
  );
};
