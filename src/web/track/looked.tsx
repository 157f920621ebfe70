/** Who looked at a person's data and why, as the record says it, in names instead of ids. */
import type { Access, Correction } from '../../app/ports/store';
import { outsideOf } from '../../app/outside-record';
import { conceptName, evidenceName, moment, say } from '../text';
import type { Visit } from '../visit';

export const Looked = ({ v, me, accesses }: { v: Visit; me: string; accesses: readonly Access[] }) => {
  const { t, law } = v;
  if (accesses.length === 0) return <p>{t.track.lookedNone}</p>;
  return (
    <>
      <p class="muted">{t.track.lookedLead}</p>
      <ul class="notes">
        {accesses.map((a) => {
          const what = a.register ? say(t, law.registers.get(a.register)?.name ?? { zh: a.register, en: a.register }) : a.caseNumber ? `${t.track.caseOpened} ${a.caseNumber}` : '';
          return (
            <li>
              <b>{a.who === me ? t.track.yourself : whoOf(v, a)}</b> <span class="muted">{moment(t, a.at, law.city.zone)}</span>
              <span class="from">{t.track.lookedAt([what, t.track.results[a.result] ?? ''].filter(Boolean).join(' · '))}</span>
              <span class="from">{t.track.lookedFor(purposeOf(v, a.purpose))}</span>
            </li>
          );
        })}
      </ul>
    </>
  );
};

/** An officer by her office, never by her own name: the office answers for it. */
function whoOf({ t, law }: Visit, a: Access): string {
  const authority = law.authorities.get(outsideOf(a.purpose)?.authority ?? law.services.get(a.purpose)?.authority ?? '')?.name;
  const role = t.track.actors[a.capacity as keyof typeof t.track.actors] ?? '';
  return authority ? `${say(t, authority)}${t.lang === 'zh' ? '' : ', '}${role}` : role;
}

function purposeOf({ t, law }: Visit, purpose: string): string {
  const outside = outsideOf(purpose);
  if (outside) return outside.reason ?? t.track.byPhone;
  const names = purpose.split(',').map((id) => law.journeys.get(id)?.name ?? law.services.get(id)?.name);
  return names.flatMap((n) => (n ? [say(t, n)] : [])).join(t.joins.list);
}

export const Corrections = ({ v, corrections }: { v: Visit; corrections: readonly Correction[] }) => {
  const { t, law } = v;
  return (
    <ul class="plain">
      {corrections.map((x) => {
        const [evidence, subject] = x.concept.split('@') as [string, string?];
        const what = law.evidence.has(evidence) ? evidenceName(t, law, evidence, subject) : conceptName(t, law, x.concept);
        return (
          <li>
            {t.track.correction(what, say(t, law.registers.get(x.register)?.name ?? { zh: x.register, en: x.register }))}{' '}
            <span class="muted">
              {moment(t, x.at, law.city.zone)} · {t.track.correctionStates[x.state]}
            </span>
          </li>
        );
      })}
    </ul>
  );
};
