/**
 * The plan over working time: one row per step, its words in HTML and its bar in SVG. Bars are placed in percent, so the picture fits any screen
 * without a script; the words say everything the bars do, and the table below gives every stage.
 */
import type { PlanStep } from '../../core/journey';
import { count, evidenceName, conceptName, length, list, say, sentences, stepName } from '../text';
import { Disclosure, Illustrative, Table, Tag } from '../ui';
import { WhyPlan } from '../why/why-plan';
import type { Shown } from './shown';

export const ScheduleSection = (s: Shown) => {
  const { t, law } = s.v;
  const { steps } = s.compiled.schedule;
  const day = law.city.workday.hours;
  const total = Math.max(1, ...steps.flatMap((x) => x.stages.map((g) => g.finish)));
  if (steps.length === 0) return null;
  return (
    <section>
      <h2 id="when">{t.journey.whenTitle}</h2>
      <p>
        {t.journey.whenLead(count(s.compiled.plan.numbers.days.after))} {s.compiled.plan.numbers.days.illustrative && <Illustrative t={t} />}
      </p>
      <figure class="gantt">
        <Axis t={t} total={total} day={day} />
        <ol>
          {steps.map((x) => (
            <Row {...s} x={x} total={total} day={day} />
          ))}
        </ol>
        <figcaption class="muted">{t.journey.whenNote}</figcaption>
      </figure>
      <Faster {...s} day={day} />
      <Disclosure title={t.journey.stagesTable}>
        <Stages {...s} day={day} />
      </Disclosure>
    </section>
  );
};

/** What to speed up for the largest gain; what law fixes is named as such. */
const Faster = ({ v, journey, compiled, day }: Shown & { day: number }) => {
  const { t, law } = v;
  const { stage, step, byLaw } = compiled.plan.speedUp;
  const circle = compiled.schedule.cycle;
  const service = (id: string) => compiled.plan.steps.find((x) => x.id === id)!.service;
  const named = (x: { step: string; stage: string }) => {
    const found = law.services.get(service(x.step))!.stages.find((s) => s.id === x.stage)!;
    return t.journey.stageOf(stepName(t, law, journey.id, x.step), say(t, found.label ?? { zh: found.id, en: found.id }));
  };
  const time = (hours: number) => length(t, hours % day === 0 ? { wd: hours / day } : { h: hours });
  return (
    <>
      {circle && (
        <p>
          {t.journey.waitEachOther(
            list(
              t,
              circle.map((id) => stepName(t, law, journey.id, id)),
            ),
          )}
        </p>
      )}
      <p>
        {sentences(
          t,
          stage ? t.journey.speedUp(named(stage), time(stage.gain)) : t.journey.speedUpNone,
          step && step.gain > (stage?.gain ?? 0) && t.journey.speedUpStep(stepName(t, law, journey.id, step.step), time(step.gain)),
          byLaw && byLaw.gain > (stage?.gain ?? 0) && t.journey.byLaw(named(byLaw), time(byLaw.gain)),
        )}
      </p>
    </>
  );
};

type Scale = { total: number; day: number };
const percent = (hours: number, total: number) => `${Math.round((hours / total) * 10_000) / 100}%`;

/** Whole days that a tidy scale marks: at most six of them. */
function marks({ total, day }: Scale): number[] {
  const days = total / day;
  const every = [1, 2, 5, 10, 20, 50, 100].find((n) => days / n <= 6) ?? 200;
  return Array.from({ length: Math.floor(days / every) }, (_, i) => (i + 1) * every);
}

const Axis = ({ t, total, day }: Scale & Pick<Shown['v'], 't'>) => (
  <svg class="gantt-axis" width="100%" height="1.4em" aria-hidden="true" focusable="false">
    {marks({ total, day })
      .filter((n) => n * day <= total * 0.97)
      .map((n) => (
        <text x={percent(n * day, total)} y="1em" text-anchor="middle">
          {t.journey.dayMark(n)}
        </text>
      ))}
  </svg>
);

const Row = ({ v, journey, compiled, x, total, day }: Shown & Scale & { x: PlanStep }) => {
  const { t } = v;
  const start = Math.min(...x.stages.map((g) => g.start));
  const finish = Math.max(...x.stages.map((g) => g.finish));
  const first = Math.floor(start / day) + 1;
  return (
    <li class={x.critical ? 'critical' : undefined}>
      <p>
        <b>{stepName(t, v.law, journey.id, x.id)}</b> <span class="muted">{t.journey.dayFrom(first, Math.max(first, Math.ceil(finish / day)))}</span>{' '}
        {x.critical && <Tag tone="warning">{t.journey.critical}</Tag>}
        {x.joined.length > 0 && <Tag tone="info">{t.journey.visitsTogether}</Tag>}
      </p>
      <svg width="100%" height="14" aria-hidden="true" focusable="false">
        <rect class="gantt-line" y="6" width="100%" height="2" rx="1" />
        {marks({ total, day }).map((n) => (
          <rect class="gantt-mark" x={percent(n * day, total)} width="1" height="14" />
        ))}
        {x.stages.map((g) => (
          <rect
            class={x.critical ? 'bar-critical' : 'bar-other'}
            x={percent(g.start, total)}
            y={x.critical ? 0 : 2}
            width={percent(Math.max(g.finish - g.start, total / 200), total)}
            height={x.critical ? 14 : 10}
            rx="3"
          />
        ))}
      </svg>
      <Waits v={v} journey={journey} x={x} />
      <WhyPlan v={v} journey={journey.id} compiled={compiled} asked={{ date: x.id }} title={t.why.date} about={stepName(t, v.law, journey.id, x.id)} />
    </li>
  );
};

const Waits = ({ v, journey, x }: Pick<Shown, 'v' | 'journey'> & { x: PlanStep }) => {
  const { t, law } = v;
  const names = [
    ...new Set(
      x.after.map((a) =>
        law.evidence.has(a.because) ? evidenceName(t, law, a.because) : law.services.has(a.because.split('.')[0]!) ? stepName(t, law, journey.id, a.step) : conceptName(t, law, a.because),
      ),
    ),
  ];
  return names.length > 0 ? <p class="muted">{t.journey.waitsFor(list(t, names))}</p> : null;
};

const Stages = ({ v, journey, compiled, day }: Shown & { day: number }) => {
  const { t, law } = v;
  const at = (hours: number) => `${Math.round((hours / day) * 10) / 10}`;
  return (
    <Table
      id="stages"
      caption={t.journey.stagesTable}
      hideCaption
      columns={[{ label: t.journey.service }, { label: t.journey.stage }, { label: `${t.journey.begins} (${t.journey.numbers.days.name})`, number: true }, { label: t.journey.ends, number: true }]}
      rows={compiled.schedule.steps.flatMap((x) =>
        x.stages.map((g) => {
          const stage = law.services.get(x.service)!.stages.find((s) => s.id === g.id)!;
          return [
            stepName(t, law, journey.id, x.id),
            <>
              {say(t, stage.label ?? { zh: stage.id, en: stage.id })}
              {stage.illustrative && <Illustrative t={t} />}
            </>,
            at(g.start),
            at(g.finish),
          ];
        }),
      )}
    />
  );
};
