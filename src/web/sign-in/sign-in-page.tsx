/** The visible choice of sample people: who they are there to show, one button each. */
import type { Clerk, Principal } from '../../app/ports/identity';
import { placeName } from '../settings/divisions';
import { say } from '../text';
import { Button, LinkButton, Notice, SelectField, to } from '../ui';
import type { Visit } from '../visit';

/** Whoever can enter where the visitor was going stands first. */
export const SignInPage = ({ v, samples, back }: { v: Visit; samples: readonly Principal[]; back: string }) => {
  const { t } = v;
  const staff = /^\/(desk|designer)\b/.test(back);
  return (
    <>
      <h1>{t.signIn.title}</h1>
      <Notice tone="warning">
        <p>{t.signIn.lead}</p>
      </Notice>
      {staff && <Offices v={v} samples={samples} back={back} />}
      <Residents v={v} samples={samples} back={back} />
      {!staff && <Offices v={v} samples={samples} back={back} />}
    </>
  );
};

type Samples = { v: Visit; samples: readonly Principal[]; back: string };

const Residents = ({ v, samples, back }: Samples) => {
  const { t } = v;
  const story = (id: string) => v.product.identity.story?.(id);
  return (
    <form method="post" action="/sign-in">
      <input type="hidden" name="to" value={back} />
      <h2>{t.signIn.people}</h2>
      <p class="muted">{t.signIn.peopleLead}</p>
      <ul class="people">
        {samples
          .filter((p) => p.kind === 'person')
          .map((p) => (
            <Choice t={t} who={p} about={labelled(t, story(p.id))} />
          ))}
      </ul>
      <h2>{t.signIn.helpers}</h2>
      <p class="muted">{t.signIn.helpersLead}</p>
      <ul class="people">
        {samples
          .filter((p) => p.kind === 'helper')
          .map((p) => (
            <Choice t={t} who={p} about={[v.law.halls.get(p.station)?.name].map((n) => (n ? say(t, n) : placeName(v, p.division))).join('')} />
          ))}
      </ul>
    </form>
  );
};

const Offices = (p: Samples) => (
  <>
    <h2>{p.v.t.signIn.clerks}</h2>
    <p class="muted">{p.v.t.signIn.clerksLead}</p>
    <Clerks {...p} />
  </>
);

const Choice = ({ t, who, about }: { t: Visit['t']; who: Principal; about: string | undefined }) => (
  <li>
    <div>
      <b>{who.name}</b>
      {about && <p class="muted">{about}</p>}
    </div>
    <Button small name="sample" value={who.id} label={t.signIn.as(who.name)}>
      {t.signIn.enter}
    </Button>
  </li>
);

const Clerks = ({ v, samples, back }: { v: Visit; samples: readonly Principal[]; back: string }) => {
  const { t } = v;
  const clerks = samples.filter((p) => p.kind === 'clerk');
  const places = [...new Set(clerks.map((c) => c.division))];
  return (
    <form method="post" action="/sign-in">
      <input type="hidden" name="to" value={back} />
      <SelectField
        t={t}
        id="clerk"
        name="sample"
        label={t.signIn.office}
        groups={places.map((place) => ({
          label: places.length > 1 ? placeName(v, place) : '',
          options: clerks.filter((c) => c.division === place).map((c) => ({ value: c.id, label: officeOf(v, c) })),
        }))}
      />
      <Button>{t.signIn.enter}</Button>
    </form>
  );
};

function officeOf({ t, law }: Visit, c: Clerk): string {
  const authority = law.authorities.get(c.authority)?.name;
  if (!authority) return c.name;
  return c.lead ? t.signIn.teamLead(say(t, authority)) : say(t, authority);
}

export const Unsuccessful = ({ v: { t }, reason, back }: { v: Visit; reason: 'unknown' | 'cancelled' | 'unavailable'; back: string }) => {
  const gone = reason === 'unavailable';
  return (
    <>
      <h1>{gone ? t.signIn.unavailable : t.signIn.cancelled}</h1>
      <p class="lead">{gone ? t.signIn.unavailableBody : t.signIn.cancelledBody}</p>
      <LinkButton kind="primary" href={to('/sign-in', undefined, { to: back })}>
        {t.ui.back}
      </LinkButton>
    </>
  );
};

const labelled = (t: Visit['t'], label: { zh: string; en: string } | undefined) => label && say(t, label);
