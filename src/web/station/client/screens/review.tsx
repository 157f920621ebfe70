/** `#/f/ID/review`: what will be done, what was said and handed over; read aloud before it is signed. */
import { shown } from '../../../../app/case-view';
import { isDeclined } from '../../../../core/case/declined';
import { nameOf } from '../../../apply/words';
import { evidenceName, say, stepName } from '../../../text';
import { LinkButton } from '../../../ui/button';
import { Notice } from '../../../ui/notice';
import { SummaryList } from '../../../ui/summary-list';
import type { Entry } from '../entry';
import { journeyOf } from '../names';
import { compiled, nextPage } from '../rules';
import { dayFor, lawFor, type World } from '../world';
import { Above, type EntryScreen } from './at-entry';

const levels = { 6: 'county', 9: 'town', 12: 'village' } as const;

/** Services that, by the catalogue, are handed in at a higher counter than this. */
export function tooLow(w: World, e: Entry): string[] {
  const law = lawFor(w, e);
  const level = levels[e.division.length as 6 | 9 | 12] ?? 'county';
  const { situation } = compiled(law, e, dayFor(w, e));
  return situation.active.filter((s) => s.service.level?.file && !s.service.level.file.includes(level)).map((s) => say(w.t, s.service.name));
}

export const reviewScreen: EntryScreen = {
  show: async ({ w, e }) => {
    const { t } = w;
    const law = lawFor(w, e);
    if (nextPage(law, e, dayFor(w, e))) return `#/f/${e.id}/q`;
    const made = compiled(law, e, dayFor(w, e));
    const { plan, situation } = made;
    const have = new Set(e.documents.map((d) => `${d.evidence}@${d.subject}`));
    if (plan.documents.pieces.some((p) => !have.has(`${p.evidence}@${p.subject}`))) return `#/f/${e.id}/documents`;
    const journey = journeyOf(e);
    const names = (state: string) => plan.services.filter((s) => s.state === state).map((s) => stepName(t, law, journey, s.id));
    const groups = [
      [t.station.willDo, [...names('in'), ...names('later')]],
      [t.station.notNeeded, names('out')],
      [t.station.barred, [...names('barred'), ...names('excluded')]],
    ] as const;
    const days = plan.numbers.days.after;
    const high = tooLow(w, e);
    const asked = plan.questions.map((q) => q.concept).filter((c) => c in e.answers);
    return {
      title: t.station.reviewTitle,
      body: (
        <>
          <Above w={w} e={e} back={`#/f/${e.id}/documents`} />
          <h1>{t.station.reviewTitle}</h1>
          <p class="lead">{t.station.reviewLead}</p>
          <Notice tone="info">
            <p>{t.station.noRegisters}</p>
            <p>
              {t.station.days(typeof days === 'number' ? `${days}` : `${days[0]}–${days[1]}`)} {t.station.costs}
            </p>
            {high.length > 0 && <p>{t.station.notAtThisLevel(high.join(t.joins.list))}</p>}
          </Notice>
          {groups.map(
            ([title, list]) =>
              list.length > 0 && (
                <>
                  <h2>{title}</h2>
                  <ul>
                    {list.map((name) => (
                      <li>{name}</li>
                    ))}
                  </ul>
                </>
              ),
          )}
          <h2>{t.station.answers}</h2>
          <SummaryList
            t={t}
            rows={[
              { label: t.station.whoTitle, name: t.station.whoTitle, value: e.principal.name, change: `#/f/${e.id}/who` },
              ...asked.map((concept) => {
                const name = nameOf({ t, law }, journey, concept);
                const value = e.answers[concept]!;
                const choice = concept.startsWith('choice.') && typeof value === 'string' ? stepName(t, law, journey, value) : null;
                return {
                  label: name,
                  name,
                  value: isDeclined(value) ? t.apply.declined : (choice ?? say(t, shown(law, situation.prepared, concept, value))),
                  change: `#/f/${e.id}/q/${encodeURIComponent(concept)}`,
                };
              }),
            ]}
          />
          <h2>{t.station.documents}</h2>
          <ul>
            {e.documents
              .filter((d) => [...plan.documents.pieces, ...plan.documents.optional].some((p) => p.evidence === d.evidence && p.subject === d.subject))
              .map((d) => (
                <li>
                  {evidenceName(t, law, d.evidence, d.subject)} · {d.form === 'file' ? t.station.taken : t.station.asPaper}
                </li>
              ))}
          </ul>
          <p class="row">
            <LinkButton kind="primary" href={`#/f/${e.id}/sign`}>
              {t.station.toSign}
            </LinkButton>
          </p>
        </>
      ),
    };
  },
};
