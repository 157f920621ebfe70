/** What a person brings, what she need not bring and who gives it instead, and what she will be asked. */
import type { Documents, Piece } from '../../core/journey';
import { conceptName, evidenceName, list, say, stepName } from '../text';
import { Disclosure, Illustrative } from '../ui';
import { WhyPlan } from '../why/why-plan';
import type { Shown } from './shown';

export const DocumentsSection = (s: Shown) => {
  const { t, law } = s.v;
  const { pieces, optional, supplied } = s.compiled.plan.documents;
  const copies = pieces.reduce((n, p) => n + p.copies, 0);
  const { questions } = s.compiled.plan;
  return (
    <section>
      <h2 id="documents">{t.journey.documentsTitle}</h2>
      <p>{copies > 0 ? t.journey.documentsLead(copies) : t.journey.documentsNone}</p>
      <ul class="pieces">
        {pieces.map((p) => (
          <PieceLine {...s} p={p} />
        ))}
      </ul>
      {optional.length > 0 && (
        <>
          <h3>{t.journey.optionalDocuments}</h3>
          <ul class="pieces">
            {optional.map((p) => (
              <PieceLine {...s} p={p} />
            ))}
          </ul>
        </>
      )}
      {supplied.length > 0 && (
        <>
          <h3>{t.journey.suppliedTitle}</h3>
          <ul class="pieces supplied">
            {supplied.map((p) => (
              <li>
                {evidenceName(t, law, p.evidence, p.subject)}
                <span class="from">{fromWhere(s, p)}</span>
                <WhyPlan
                  v={s.v}
                  journey={s.journey.id}
                  compiled={s.compiled}
                  asked={{ document: `${p.evidence}@${p.subject}` }}
                  title={t.why.supplied}
                  about={evidenceName(t, law, p.evidence, p.subject)}
                />
              </li>
            ))}
          </ul>
        </>
      )}
      <Disclosure title={t.journey.questionsTitle(questions.length)}>
        <ul class="plain">
          {questions.map((q) => (
            <li>{conceptName(t, law, q.concept)}</li>
          ))}
        </ul>
      </Disclosure>
    </section>
  );
};

const PieceLine = ({ v, journey, compiled, p }: Shown & { p: Piece }) => {
  const { t, law } = v;
  const hint = law.evidence.get(p.evidence)?.hint;
  return (
    <li>
      <b>{evidenceName(t, law, p.evidence, p.subject)}</b>
      {p.copies > 1 && ` × ${p.copies}`}
      {isIllustrative(compiled, p) && <Illustrative t={t} />}
      {hint && <span class="from">{say(t, hint)}</span>}
      {p.alternatives.length > 0 && <span class="from">{t.journey.orInstead(p.alternatives.map((a) => a.map((id) => evidenceName(t, law, id)).join(t.service.and)).join(t.joins.semicolon))}</span>}
      <span class="from">
        {t.ui.whyNeeds(
          list(
            t,
            p.neededBy.map((step) => stepName(t, law, journey.id, step)),
          ),
        )}
      </span>
      <WhyPlan v={v} journey={journey.id} compiled={compiled} asked={{ document: `${p.evidence}@${p.subject}` }} title={t.why.document} about={evidenceName(t, law, p.evidence, p.subject)} />
    </li>
  );
};

/** True when every line that asks for the piece is only typical. */
function isIllustrative(compiled: Shown['compiled'], p: Piece): boolean {
  const lines = compiled.situation.prepared.steps
    .filter((s) => p.neededBy.includes(s.id))
    .flatMap((s) => s.evidence.filter((e) => e.item.lists.some((l) => l.some((u) => u.evidence === p.evidence && u.subject === p.subject))).map((e) => e.item.line));
  return lines.length > 0 && lines.every((l) => l.illustrative);
}

function fromWhere({ v: { t, law }, journey }: Shown, { from }: Documents['supplied'][number]): string {
  if ('register' in from) return t.journey.from.register(say(t, law.registers.get(from.register)!.name));
  if ('step' in from) return t.journey.from.step(stepName(t, law, journey.id, from.step));
  return 'form' in from ? t.journey.from.form : t.journey.from.file;
}
