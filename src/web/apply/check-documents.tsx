/** What is handed over, and what others hand over for her. */
import { pieceId } from '../../app/documents';
import type { OpenDraft } from '../../app/draft';
import type { Compiled, Plan } from '../../core/journey';
import { evidenceName, list } from '../text';
import { SummaryList } from '../ui';
import type { Visit } from '../visit';
import { WhyPlan } from '../why/why-plan';
import { journeyOf } from './about';
import { draftHref } from './next';
import { fieldOf, hallsFor } from './piece-card';

/** The numbers count online filing; paper she chose to bring is a way of its own, and is said. */
export const PaperNote = ({ v, draft, plan }: { v: Visit; draft: OpenDraft; plan: Plan }) => {
  const brought = [...plan.documents.pieces, ...plan.documents.optional].filter((p) => draft.body.documents.some((d) => d.form === 'paper' && pieceId(d) === pieceId(p)));
  const halls = [...new Set(brought.flatMap((p) => hallsFor(v, p, plan.steps)))];
  return brought.length > 0 ? <p class="muted">{v.t.apply.paperNote(brought.length, list(v.t, halls))}</p> : null;
};

export const DocumentsPart = ({ v, draft, compiled }: { v: Visit; draft: OpenDraft; compiled: Compiled }) => {
  const { t, law } = v;
  const { documents } = compiled.plan;
  const handed = [...documents.pieces, ...documents.optional].flatMap((p) => {
    const d = draft.body.documents.find((x) => pieceId(x) === pieceId(p));
    return d ? [{ p, d }] : [];
  });
  return (
    <section>
      <h2>{t.apply.documentsPart}</h2>
      {handed.length === 0 ? (
        <p>{t.apply.noDocuments}</p>
      ) : (
        <SummaryList
          t={t}
          rows={handed.map(({ p, d }) => ({
            label: evidenceName(t, law, p.evidence, p.subject),
            name: evidenceName(t, law, p.evidence, p.subject),
            value: (
              <>
                {d.file ? d.file.name : t.apply.handedPaper}
                <WhyPlan
                  v={v}
                  journey={journeyOf(draft)}
                  compiled={compiled}
                  asked={{ document: `${p.evidence}@${p.subject}` }}
                  title={t.why.document}
                  about={evidenceName(t, law, p.evidence, p.subject)}
                />
              </>
            ),
            change: `${draftHref(draft, 'documents')}#${fieldOf(pieceId(p))}`,
          }))}
        />
      )}
    </section>
  );
};
