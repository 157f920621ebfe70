/** What may be done with a step now. Harmless or plain acts stand here as one button with what it does; decisions have a page of their own. */
import type { Child } from '../html/jsx-runtime';
import { lawOfCase } from '../../app/case-view';
import { withPlace } from '../../app/delivery';
import { consequences } from '../../app/consequences';
import type { Action } from '../../app/act';
import type { DeskStep } from '../../app/desk';
import { finalStatuses, wayOf } from '../../core/case';
import { Button, CheckField, Disclosure, LinkButton, RadioField, TextField } from '../ui';
import { evidenceName, length, say } from '../text';
import type { Visit } from '../visit';
import { newStamp } from './form';
import { stepHref } from './kept';
import { actKeys } from './keys';
import { pathOf } from './paths';
import { isDanger, isOneClick } from './procedures';
import { StampFields } from './stamp-fields';
import { shortDay } from './time-tag';

export const Actions = ({ v, found }: { v: Visit; found: DeskStep }) => {
  const { t } = v;
  const move = whoseMove(v, found);
  const everyday = found.actions.filter((a) => !seldomDone.has(a));
  const seldom = found.actions.filter((a) => seldomDone.has(a));
  return (
    <div class="desk-actions">
      {move && <p class="muted">{move}</p>}
      {everyday.map((action) => (
        <Offer v={v} found={found} action={action} />
      ))}
      {seldom.length > 0 && (
        <Disclosure title={t.procedure.more}>
          {seldom.map((action) => (
            <Offer v={v} found={found} action={action} />
          ))}
        </Disclosure>
      )}
      <Issued v={v} found={found} />
      {found.step.defects.length > 0 && (
        <>
          <h3>{t.desk.defects}</h3>
          <ul>
            {found.step.defects.map((d) => (
              <li>{d.says}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
};

/** Folded away: allowed now, but seldom the next move. */
const seldomDone: ReadonlySet<Action> = new Set(['correct', 'start-review', 'pause', 'extend', 'extend-joint', 'offer-hearing', 'transfer']);

const Offer = ({ v, found, action }: { v: Visit; found: DeskStep; action: Action }) => {
  const { t } = v;
  switch (action) {
    case 'accept':
      return (
        <PostAct v={v} found={found} action={action} primary says={<AcceptSays v={v} found={found} />} fields={<Deferrable v={v} found={found} />}>
          {found.silent ? t.desk.acceptSilent : t.desk.doAccept}
        </PostAct>
      );
    case 'wait-for-inputs':
      return (
        <PostAct v={v} found={found} action={action} primary says={t.desk.waitSays}>
          {t.desk.doWait}
        </PostAct>
      );
    case 'ready': {
      const place = collectedAt(v, found);
      return (
        <PostAct v={v} found={found} action={action} primary says={t.shop.deskReadySays(place ? say(t, place.name) : '')} fields={place && <input type="hidden" name="place" value={place.id} />}>
          {t.shop.deskReady}
        </PostAct>
      );
    }
    case 'deliver':
      return (
        <PostAct
          v={v}
          found={found}
          action={action}
          primary
          says={wayOf(found.open.state, found.step).by === 'post' ? t.shop.deskPostSays : t.desk.deliverSays}
          fields={<Delivering v={v} found={found} />}
        >
          {t.desk.doDeliver}
        </PostAct>
      );
    case 'request-supplement':
      return <Opens v={v} found={found} action={action} words={t.desk.to(t.desk.supplement)} says={t.desk.supplementSays} />;
    case 'correct':
      return <Opens v={v} found={found} action={action} words={t.desk.to(t.procedure.acts.correct.title)} says={t.procedure.acts.correct.says} />;
    case 'not-accept':
      return <Opens v={v} found={found} action={action} words={t.desk.to(t.desk.notAccept)} says={t.desk.notAcceptSays} danger />;
    case 'grant':
      return <Opens v={v} found={found} action={action} words={t.desk.to(t.desk.grant)} says={t.desk.grantSays} primary />;
    case 'refuse':
      return <Opens v={v} found={found} action={action} words={t.desk.to(t.desk.refuse)} says={t.desk.refuseSays} danger />;
    default: {
      const about = t.procedure.acts[action];
      if (isOneClick(action))
        return (
          <PostAct v={v} found={found} action={action} says={about.says} primary={!seldomDone.has(action)}>
            {about.button}
          </PostAct>
        );
      return <Opens v={v} found={found} action={action} words={t.desk.to(about.title)} says={about.says} danger={isDanger(action)} primary={!seldomDone.has(action) && !isDanger(action)} />;
    }
  }
};

const AcceptSays = ({ v, found }: { v: Visit; found: DeskStep }) => {
  const then = consequences(v.product, found, 'accept');
  const date = (instant: string | null | undefined) => (instant ? shortDay(v.t, instant, v.today) : null);
  const dates = v.t.desk.acceptDue(date(then?.due), date(then?.promised));
  return (
    <>
      {found.silent ? v.t.desk.silence : v.t.desk.acceptSays}
      {dates && <span class="from">{dates}</span>}
    </>
  );
};

const PostAct = (p: { v: Visit; found: DeskStep; action: Action; says: Child; primary?: boolean; fields?: Child; children?: Child }) => {
  const stamp = newStamp(p.found.step.moments.length);
  return (
    <form method="post" action={stepHref(p.v, p.found.open.state.number, p.found.step.filed.id, pathOf[p.action])} class="desk-act">
      <StampFields stamp={stamp} />
      <p id={`says-${pathOf[p.action]}`}>{p.says}</p>
      {p.fields}
      <Button kind={p.primary ? 'primary' : 'secondary'} dataKey={actKeys[p.action]} describedBy={`says-${pathOf[p.action]}`}>
        {p.children}
      </Button>
    </form>
  );
};

/** Documents not handed in that the service lets follow later. */
const Deferrable = ({ v, found }: { v: Visit; found: DeskStep }) => {
  const { t } = v;
  const have = new Set(found.documents.map((d) => `${d.evidence}@${d.subject}`));
  const open = (found.step.filed.deferrable ?? []).filter((d) => !have.has(`${d.evidence}@${d.subject}`));
  if (open.length === 0 || found.silent) return null;
  const options = open.map((d) => ({ value: `${d.evidence}@${d.subject}`, label: evidenceName(t, v.law, d.evidence, d.subject), hint: length(t, d.within) }));
  return <CheckField t={t} id="deferred" name="deferred" label={t.procedure.defer} options={options} />;
};

/** Where the applicant wants to collect it, else the service's own hall. */
const collectedAt = (v: Visit, found: DeskStep) => {
  const law = lawOfCase(v.product, found.open.state);
  const { place } = withPlace(law, found.step, { ...wayOf(found.open.state, found.step), by: 'counter' });
  return place === undefined ? null : (law.halls.get(place) ?? null);
};

/** As the applicant chose; what is handed over at a counter says where. */
const Delivering = ({ v, found }: { v: Visit; found: DeskStep }) => {
  const { t } = v;
  const place = collectedAt(v, found);
  const at = place && <input type="hidden" name="place" value={place.id} />;
  if (!found.step.filed.delivery.includes('post')) return at;
  const chosen = wayOf(found.open.state, found.step).by;
  const options = (['counter', 'post'] as const).map((value) => ({ value, label: t.procedure.deliverBy[value] }));
  return (
    <>
      {at}
      <RadioField t={t} id="by" name="by" label={t.procedure.by} options={options} value={chosen === 'post' ? 'post' : 'counter'} />
      <TextField t={t} id="post" name="post" label={t.procedure.postNumber} optional width="medium" maxlength={60} />
    </>
  );
};

const Opens = (p: { v: Visit; found: DeskStep; action: Action; words: string; says: string; primary?: boolean; danger?: boolean }) => (
  <div class="desk-act">
    <p>{p.says}</p>
    <LinkButton kind={p.primary ? 'primary' : p.danger ? 'danger' : 'secondary'} dataKey={actKeys[p.action]} href={stepHref(p.v, p.found.open.state.number, p.found.step.filed.id, pathOf[p.action])}>
      {p.words}
    </LinkButton>
  </div>
);

const Issued = ({ v, found }: { v: Visit; found: DeskStep }) => {
  const { t } = v;
  const { evidence, reasons, status } = found.step;
  return (
    <>
      {evidence.length > 0 && (
        <>
          <h3>{t.desk.outputs}</h3>
          <ul>
            {evidence.map((e) => (
              <li>{`${v.law.evidence.get(e.evidence)?.label[t.lang] ?? e.evidence} ${e.number}`}</li>
            ))}
          </ul>
        </>
      )}
      {reasons.length > 0 && status !== 'moot' && (
        <>
          <h3>{t.desk.reasons}</h3>
          <ul>
            {reasons.map((r) => (
              <li>{r}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
};

function whoseMove({ t }: Visit, { step, actions }: DeskStep): string | null {
  if (actions.length > 0) return null;
  if (finalStatuses.has(step.status)) return t.desk.whoseMove.final;
  return t.desk.whoseMove[step.status as keyof typeof t.desk.whoseMove] ?? null;
}
