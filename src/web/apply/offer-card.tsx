/** What one register would be asked: for whom, what, for which services, and on what legal basis. Nothing has been read yet. */
import type { OpenDraft } from '../../app/draft';
import type { Offer } from '../../app/registers/preview';
import type { Situation } from '../../core/journey';
import { citationOf, datumOf, evidenceName, list, say, stepName } from '../text';
import { SourceLink } from '../ui';
import type { Visit } from '../visit';
import { journeyOf, subjectName } from './about';

type Props = { v: Visit; draft: OpenDraft; situation: Situation; offer: Offer };

export const OfferCard = (p: Props) => {
  const { v, offer } = p;
  const { t, law } = v;
  const register = law.registers.get(offer.register)!;
  const subject = subjectName(v, offer.subject);
  const what = [...offer.concepts.map((c) => datumOf(law, c)?.datum.label).flatMap((l) => (l ? [say(t, l)] : [])), ...offer.evidence.map((e) => evidenceName(t, law, e.slice(0, e.indexOf('@'))))];
  const key = datumOf(law, `${offer.subject}.${offer.key}`)?.datum.label;
  const basis = register.basis;
  const cited = basis?.source ? citationOf(t, law, basis.source) : null;
  return (
    <li class="card">
      <h2 class="card-title">{t.apply.wouldRead(say(t, register.name), subject)}</h2>
      <p>{t.apply.asksFor(list(t, what))}</p>
      <p class="muted">
        {t.apply.forServices(list(t, usedBy(p)))}
        {key && (
          <>
            <br />
            {t.apply.byKey(t.joins.of(subject, say(t, key)))}
          </>
        )}
      </p>
      {basis && (
        <p class="note muted">
          {t.apply.basis}
          {t.joins.colon}
          {t.apply.basisKinds[basis.kind]}
          {cited && (
            <>
              {t.joins.comma}
              <SourceLink href={cited.href}>{cited.title}</SourceLink>
            </>
          )}
        </p>
      )}
    </li>
  );
};

/** The services that need what is asked for. */
function usedBy({ v, draft, situation, offer }: Props): string[] {
  const concepts = new Set(offer.concepts);
  const pieces = new Set(offer.evidence);
  const uses = situation.prepared.steps.filter(
    (step) =>
      situation.states.get(step.id)?.state !== 'out' &&
      (step.needs.some((n) => concepts.has(n.item.concept)) ||
        step.evidence.some((e) => e.item.lists.flat().some((p) => pieces.has(`${p.evidence}@${p.subject}`))) ||
        [...step.gates, ...step.applies, ...step.eligible].some((l) => l.concepts.some((c) => concepts.has(c)))),
  );
  return [...new Set(uses.map((step) => stepName(v.t, v.law, journeyOf(draft), step.id)))];
}
