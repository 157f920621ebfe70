import type { DeskStep } from '../../app/desk';
import { conceptLabel, journeyName, lawOfCase, preparedCase } from '../../app/case-view';
import { evidenceName, say } from '../text';
import { LinkButton, Notice } from '../ui';
import { Shop } from './shop';
import type { Visit } from '../visit';
import { FiledForHer } from '../station/helped';
import { Actions } from './actions';
import { AmongColleagues } from './among-colleagues';
import { Claim } from './claim';
import { canCompare } from '../../app/compare';
import { Clocks } from './clocks';
import { CompareForm } from './compare';
import { StepDocuments } from './documents';
import { StepFacts } from './facts';
import { queueHref, stepHref } from './kept';
import { lightFor } from './light-for';
import { Moments } from './moments';
import { nameOf, serviceLabel } from './names';
import type { Decided } from './next';
import { Present } from './present';
import { DeskStatus, stateWord } from './status';
import type { StepView } from './step-view';
import { shortDay, TimeTag } from './time-tag';

export const StepPage = ({ v, found, view }: { v: Visit; found: DeskStep; view: StepView }) => {
  const { t } = v;
  const { state } = found.open;
  const claimedBy = found.open.steps.find((s) => s.step === found.step.filed.id)?.claimedBy ?? null;
  return (
    <>
      <Before v={v} decided={view.decided} />
      <Done v={v} found={found} view={view} />
      <div class="desk-head">
        <h1>{say(t, found.name)}</h1>
        <p class="row">
          <DeskStatus t={t} status={found.step.status} />
          <TimeTag t={t} light={lightFor(v, found.step, found.step.filed.service)} />
          {found.actions.length > 0 && <Claim v={v} clerk={view.clerk} item={{ number: state.number, step: found.step.filed.id, claimedBy }} back="step" standIns={view.standIns} />}
        </p>
      </div>
      <dl class="desk-case">
        {(
          [
            [t.desk.number, state.number],
            [t.desk.applicant, state.applicant.name],
            [t.desk.filedOn, shortDay(t, state.submittedAt, v.today, true)],
            ...(state.journey ? [[t.desk.journey, say(t, journeyName(lawOfCase(v.product, state), state))] as const] : []),
          ] as const
        ).map(([label, value]) => (
          <div>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p class="note desk-recorded">{t.desk.recorded}</p>
      <Present v={v} number={state.number} step={found.step.filed.id} names={view.present} />
      {claimedBy !== null && claimedBy !== view.clerk.id && (
        <Notice tone="warning">
          <p>{t.desk.takenByOther(nameOf(v, claimedBy))}</p>
        </Notice>
      )}
      <FiledForHer v={v} mandate={state.mandate} receipt={state.receipt} arrivedAt={found.open.events[0]!.at} />
      <Awaited v={v} found={found} />
      <Shop v={v} found={found} />
      <Beside v={v} found={found} />
      <div class="desk-step">
        <div>
          <h2>{t.desk.facts}</h2>
          <StepFacts v={v} found={found} />
          {canCompare(v.product, found) && <CompareForm v={v} found={found} />}
          <h2>{t.desk.documents}</h2>
          <StepDocuments v={v} found={found} />
        </div>
        <div class="desk-side">
          <h2>{t.desk.clocks}</h2>
          <Clocks v={v} step={found.step} joint={state.joint} />
          <h2>{t.desk.actions}</h2>
          <Actions v={v} found={found} />
        </div>
      </div>
      <h2>{t.desk.moments}</h2>
      <Moments v={v} step={found.step} />
      <AmongColleagues v={v} found={found} view={view} />
    </>
  );
};

/** What stands beside the ordinary course: papers owed, a colleague's proposal, visits, a hearing, a clock overrun. */
const Beside = ({ v, found }: { v: Visit; found: DeskStep }) => {
  const { t } = v;
  const { step } = found;
  const at = (instant: string) => shortDay(t, instant, v.today, true);
  const lines = [
    ...step.deferred.map((d) => `${t.procedure.owed}: ${t.procedure.deferredUntil(evidenceName(t, v.law, d.evidence, d.subject), d.due ? at(d.due) : '')}`),
    ...(step.proposal ? [t.procedure.proposed(step.proposal.by.name, `${t.procedure.choices.decision[step.proposal.decision]} ${step.proposal.says}`)] : []),
    ...(step.proposal && !found.actions.includes('return-proposal') ? [t.procedure.secondDecides] : []),
    ...step.visits.map((x) => (x.findings === null ? t.procedure.visitAt(x.slot ? at(x.slot) : '') : t.procedure.visitDone(x.officers.join('、'), x.passed ?? false, x.findings))),
    ...(step.hearing?.session ? [t.procedure.hearingAt(at(step.hearing.session), step.hearing.place ?? '')] : []),
    ...step.escalations.map((e) => t.procedure.escalated(t.procedure.clocks[e.clock], at(e.at))),
  ];
  return lines.length === 0 ? null : (
    <Notice tone="warning">
      <ul>
        {lines.map((l) => (
          <li>{l}</li>
        ))}
      </ul>
    </Notice>
  );
};

const Awaited = ({ v, found }: { v: Visit; found: DeskStep }) => {
  const { t } = v;
  const prepared = preparedCase(lawOfCase(v.product, found.open.state), found.open.state);
  const open = found.step.filed.clerkDecides;
  return (
    <>
      {found.missing.length > 0 && (
        <Notice tone="plain" title={t.desk.waitsFor}>
          <ul>
            {found.missing.map((m) => (
              <li>{t.desk.waitsForItem(say(t, m.step), say(t, m.because))}</li>
            ))}
          </ul>
        </Notice>
      )}
      {open.length > 0 && (
        <Notice tone="warning" title={t.desk.clerkFinds}>
          <p>{t.desk.clerkFindsLead}</p>
          <ul>
            {open.map((concept) => (
              <li>{say(t, conceptLabel(prepared, concept).label)}</li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  );
};

const Done = ({ v, found, view }: { v: Visit; found: DeskStep; view: StepView }) => {
  const { t } = v;
  const last = found.step.moments.at(-1);
  if (view.done === null || (view.did === null && last?.actor.id !== view.clerk.id)) return null;
  const says = view.did ? t.procedure.acts[view.did].title : t.desk.done[found.step.status as keyof typeof t.desk.done];
  return (
    <Notice tone="good" title={t.desk.doneTitle} live>
      {view.done === 'repeated' && <p>{t.desk.repeated}</p>}
      {says && <p>{says}</p>}
      <p class="row">
        {view.next && (
          <LinkButton kind={found.actions.length ? 'secondary' : 'primary'} dataKey="n" href={stepHref(v, view.next.number, view.next.step)}>
            {t.desk.nextInQueue(`${say(t, serviceLabel(v.law, view.next.service))} · ${view.next.applicantName}`)}
          </LinkButton>
        )}
        <LinkButton href={queueHref(v)}>{t.desk.backToQueue}</LinkButton>
      </p>
    </Notice>
  );
};

/** The one before was decided and this one opened by itself: said first, with the way back. */
const Before = ({ v, decided }: { v: Visit; decided: Decided | null }) => {
  if (!decided) return null;
  const { t } = v;
  const { row, step } = decided;
  return (
    <Notice tone="good" title={t.desk.decidedTitle} live>
      <p>
        {t.desk.decided(say(t, serviceLabel(v.law, step.service)), row.applicantName, stateWord(t, step.status))} <a href={stepHref(v, row.number, step.step)}>{t.desk.decidedBack}</a>
      </p>
    </Notice>
  );
};
