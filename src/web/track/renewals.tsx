/** Licences that run out, branch by branch, and one button per branch that begins their renewal with what is known filled in. */
import type { Renewal } from '../../core/journey';
import { day, say } from '../text';
import { Button, Table, Tag, type Tone } from '../ui';
import type { Visit } from '../visit';
import { trackHref } from './case-page';

const tones: { [s in Renewal['state']]: Tone } = { soon: 'plain', open: 'info', late: 'warning', expired: 'bad' };

export const Renewals = ({ v, renewals }: { v: Visit; renewals: readonly Renewal[] }) => {
  const { t } = v;
  if (renewals.length === 0) return null;
  const places = [...new Set(renewals.map((r) => r.place))];
  return (
    <section>
      <h2 id="renewals">{t.track.renewals}</h2>
      <p class="muted">{t.track.renewalsLead}</p>
      {places.map((place, n) => (
        <Branch v={v} n={n} place={place} renewals={renewals.filter((r) => r.place === place)} />
      ))}
    </section>
  );
};

const Branch = ({ v, n, place, renewals }: { v: Visit; n: number; place: string; renewals: readonly Renewal[] }) => {
  const { t, law } = v;
  const due = [...new Set(renewals.flatMap((r) => (r.state !== 'soon' && r.renewWith ? [r.renewWith] : [])))];
  const file = (r: Renewal) => (r.renewWith && r.opens && r.closes ? `${t.track.renewalBetween(day(t, r.opens), day(t, r.closes))}${r.certain ? '' : t.track.renewalAbout}` : t.track.renewalNone);
  return (
    <>
      <Table
        id={`renewals-${n}`}
        caption={place}
        columns={[t.track.renewalWhat, t.track.renewalExpires, t.track.renewalFile, t.track.renewalState].map((label) => ({ label }))}
        rows={renewals.map((r) => [
          say(t, law.evidence.get(r.evidence)?.label ?? { zh: r.evidence, en: r.evidence }),
          day(t, r.expires),
          file(r),
          <Tag tone={tones[r.state]}>{t.track.renewalStates[r.state]}</Tag>,
        ])}
      />
      {due.length > 0 && (
        <form method="post" action={trackHref(renewals[0]!.caseNumber, 'again')}>
          {due.map((id) => (
            <input type="hidden" name="service" value={id} />
          ))}
          <Button>{t.track.renewalAll(due.length)}</Button>
        </form>
      )}
    </>
  );
};
