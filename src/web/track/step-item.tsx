/** One part of a case on its way: its state in words, its office, its date, what it waits for, what came of it, and how it went. */
import { yearMissing } from '../../core/calendar';
import type { Moment } from '../../core/case';
import type { TrackStep } from '../../app/track';
import { labels, list, moment, say } from '../text';
import { remedies } from '../text/papers';
import { Disclosure, Facts, Icon, shapeOf, Tag, type IconName, type StepStatus, type Tone } from '../ui';
import { soon } from '../apply/about';
import type { Visit } from '../visit';

type Shape = { tone: Tone; icon: IconName; words: string };

export function lookOf({ t }: Visit, status: TrackStep['status']): Shape {
  if (status === 'depends') return { tone: 'plain', icon: 'waiting', words: t.track.depends };
  if (status === 'not-needed') return { tone: 'plain', icon: 'waiting', words: t.track['not-needed'] };
  if (status === 'moot') return { ...shapeOf(status), words: t.track.moot };
  return { ...shapeOf(status as StepStatus), words: t.ui.states[status as StepStatus] };
}

export const running = new Set<TrackStep['status']>(['received', 'supplement-requested', 'supplemented', 'accepted', 'under-review', 'paused']);

export const StepItem = ({ v, step }: { v: Visit; step: TrackStep }) => {
  const { t } = v;
  const look = lookOf(v, step.status);
  const date = dateWords(v, step);
  return (
    <li class={`${look.tone}${running.has(step.status) ? ' now' : ''}`}>
      <span class="dot">
        <Icon name={look.icon} />
      </span>
      <div>
        <h3 class="timeline-title">
          {say(t, step.name)} <Tag tone={look.tone}>{look.words}</Tag>
        </h3>
        <p class="muted">
          {say(t, step.authority)}
          {date && ` · ${date}`}
        </p>
        <State v={v} step={step} />
        <Apart v={v} step={step} />
        <Delivery v={v} step={step} />
        <Results v={v} step={step} />
        <Disclosure title={t.track.details}>
          <ol class="moments">
            {told(step.moments).map((m) => (
              <li>
                <span class="muted">{moment(t, m.at, v.law.city.zone)}</span> {lookOf(v, m.status).words}
                <span class="muted">
                  {' '}
                  · {t.track.actors[m.actor.capacity]}
                  {m.actor.behalf && ` ${t.station.forWhom(m.actor.name, m.actor.behalf.name)}`}
                </span>
                {saying.has(m.status) && m.text && <p>{m.text}</p>}
              </li>
            ))}
          </ol>
        </Disclosure>
      </div>
    </li>
  );
};

/** Newest first. Every step begins as waiting; one that was received in the same instant never waited. */
const told = (all: readonly Moment[]): Moment[] => all.filter((m, i) => !(i === 0 && m.status === 'waiting' && all[1]?.status === 'received' && all[1].at === m.at)).toReversed();

/** States whose text people wrote; elsewhere it is the machine's. */
const saying = new Set<Moment['status']>(['supplement-requested', 'supplemented', 'not-accepted', 'refused', 'granted', 'withdrawn', 'lapsed', 'revoked']);

/** Decisions against her: how to contest them stands beside the reason, as on the paper. */
const appealable = new Set<TrackStep['status']>(['refused', 'not-accepted', 'revoked']);

const State = ({ v: { t }, step }: { v: Visit; step: TrackStep }) => (
  <>
    {step.status === 'depends' && step.waitsFor.length > 0 && <p>{t.track.dependsOn(labels(t, step.waitsFor))}</p>}
    {step.status === 'waiting' && step.waitsFor.length > 0 && <p>{t.track.waitsFor(labels(t, step.waitsFor))}</p>}
    {step.status === 'paused' && (step.pausedFor ? <p>{t.track.pausedFor(step.pausedFor)}</p> : step.waitsFor.length > 0 && <p>{t.track.pausedUntil(labels(t, step.waitsFor))}</p>)}
    {step.because && step.status === 'moot' && <p>{t.track.becauseOf(say(t, step.because))}</p>}
    {step.reasons.length > 0 && (
      <p>
        {t.track.reasons}
        {t.joins.colon}
        {list(t, step.reasons)}
      </p>
    )}
    {appealable.has(step.status) && <p class="note muted">{remedies[t.lang]}</p>}
  </>
);

/** Beside the ordinary course: visits, hearings, and – when a clock has passed – why. */
const Apart = ({ v, step }: { v: Visit; step: TrackStep }) => {
  const { t } = v;
  const at = (instant: string) => moment(t, instant, v.law.city.zone);
  const late = step.overrun.at(-1);
  return (
    <>
      {step.visits.map((x) => (x.passed === null ? x.slot && <p>{t.follow.visitOn(at(x.slot))}</p> : <p>{t.follow.visited(x.passed)}</p>))}
      {step.hearing?.state === 'asked' && step.hearing.holdBy && <p>{t.follow.hearingAsked(soon(v, step.hearing.holdBy))}</p>}
      {step.hearing?.state === 'convened' && step.hearing.session && <p>{t.follow.hearingOn(at(step.hearing.session), step.hearing.place ?? '')}</p>}
      {late && running.has(step.status) && (
        <p>
          <Tag tone="bad">{t.follow.late}</Tag> {t.follow.lateWhy.told(soon(v, late.at))}
        </p>
      )}
    </>
  );
};

/** How the documents came, or where they wait; the post number stands here. */
const Delivery = ({ v, step }: { v: Visit; step: TrackStep }) => {
  const { t, law } = v;
  const hall = (id: string | null | undefined) => (id ? say(t, law.halls.get(id)?.name ?? { zh: id, en: id }) : '');
  const { handedOver: done } = step;
  if (done && step.evidence.length > 0) {
    const at = moment(t, done.at, law.city.zone);
    return <p>{done.by === 'post' ? t.shop.handed.post(at, done.post ?? '') : done.by === 'counter' ? t.shop.handed.counter(at, hall(done.place)) : t.shop.handed.electronic(at)}</p>;
  }
  return step.status === 'granted' && step.readyAt ? <p>{t.shop.readyAt(hall(step.collectAt))}</p> : null;
};

const Results = ({ v: { t }, step }: { v: Visit; step: TrackStep }) => {
  const rows = [
    ...step.outputs.map((f) => ({ label: f.subject ? t.joins.of(say(t, f.subject), say(t, f.label)) : say(t, f.label), value: say(t, f.shown) })),
    ...step.evidence.map((e) => ({ label: say(t, e.label), value: e.number })),
  ];
  return rows.length > 0 ? <Facts rows={rows} /> : null;
};

/** Whose move is waited for, and by when. */
function waitedFor(v: Visit, step: TrackStep): string {
  const { t } = v;
  const { move } = step;
  if (!move) return '';
  if (move.by === null) return t.follow.moveNoDay;
  const day = soon(v, move.by);
  return move.step === null ? t.follow.moveOffice(say(t, step.authority), day) : t.follow.moveStep(say(t, step.waitsFor[0] ?? step.name), day);
}

/** The date that counts now: promised before the law's, the plan's while nothing binding runs; when it ended, once it has. */
export function dateWords(v: Visit, step: TrackStep): string {
  const { t, law } = v;
  const on = (instant: string) => soon(v, instant);
  switch (step.status) {
    case 'granted':
    case 'delivered':
    case 'refused':
    case 'not-accepted':
    case 'moot':
    case 'withdrawn':
    case 'not-needed':
    case 'lapsed':
    case 'revoked':
      return moment(t, step.moments.at(-1)!.at, law.city.zone);
    case 'supplement-requested':
      return step.respondBy ? t.follow.moveYours(on(step.respondBy)) : t.track.pendingYear(`${yearMissing(v.product.calendar(), v.today)}`);
    case 'paused':
    case 'waiting':
    case 'depends':
      return waitedFor(v, step);
    default: {
      const accepting = step.status === 'received' || step.status === 'supplemented';
      const bound = [
        step.promised && t.track.promisedBy(on(step.promised)),
        step.due && !(accepting && step.promised && step.promised <= step.due) && (accepting ? t.track.acceptBy(on(step.due)) : t.track.dueBy(on(step.due))),
      ].filter((x): x is string => Boolean(x));
      if (step.pending) return [...bound, t.track.pendingYear(step.pending.slice(-4))].join(t.joins.semicolon);
      if (bound.length > 0) return bound.join(t.joins.semicolon);
      return step.expected ? t.track.expectedBy(on(step.expected)) : '';
    }
  }
}
