/** One paper on one A4 sheet: number, day, authority, what it says, and a QR to check it. */
import { QrFigure } from '../ui/qr';
import { authorityName, evidenceName as nameOfEvidence, journeyName, lawOfCase, preparedCase, shown, stepName } from '../../app/case-view';
import type { OpenPaper } from '../../app/papers';
import type { CaseEvent, CaseState, EventOf, PaperKind } from '../../core/case';
import { conceptName, day, evidenceName, list, moment, say, type Text } from '../text';
import { remedies } from '../text/papers';
import { Facts } from '../ui';
import type { Visit } from '../visit';

export const PaperPage = ({ v, open, url }: { v: Visit; open: OpenPaper; url: string }) => {
  const { t } = v;
  const { paper, state } = open;
  const law = lawOfCase(v.product, state);
  const step = paper.step === null ? null : state.steps.get(paper.step);
  const authority = paper.authority === null ? null : say(t, authorityName(law, paper.authority));
  const rows = [
    { label: t.papers.applicant, value: state.applicant.name },
    { label: t.papers.matter, value: step ? say(t, stepName(law, step)) : say(t, journeyName(law, state)) },
    { label: t.papers.caseNumber, value: state.number },
    ...(authority ? [{ label: t.papers.authority, value: authority }] : []),
    { label: t.papers.issued, value: moment(t, paper.at, v.law.city.zone) },
  ];
  return (
    <article class="paper">
      <header class="paper-head">
        <p class="note">
          {t.papers.number} <span class="case-number">{paper.number}</span>
        </p>
        <h1>{t.papers.kinds[paper.kind]}</h1>
      </header>
      <Facts rows={rows} />
      {linesOf(t, paper.kind, factsOf(v, state, paper.event)).map((line) => (
        <p>{line}</p>
      ))}
      <footer class="paper-foot">
        <div>
          {authority && <p>{authority}</p>}
          <p>{day(t, paper.at.slice(0, 10))}</p>
          <p class="note muted">{t.papers.seal}</p>
          <p class="note muted no-print">{t.papers.print}</p>
        </div>
        <QrFigure url={url} says={t.papers.qr} />
      </footer>
    </article>
  );
};

/** What the paper says, a paragraph each; a fact of several lines is several. */
export const linesOf = (t: Text, kind: PaperKind, facts: { [name: string]: string }): string[] => t.papers.says[kind](facts).flatMap((line) => line.split('\n'));

/** A hearing is not a procedure somebody chose: its paper says so in its own words. Waiting for another part makes no paper (core/case/papers). */
export function pausedFor(t: Text, { procedure, reason }: Pick<EventOf<'paused'>, 'procedure' | 'reason'>, until: string): { [name: string]: string } {
  if (procedure === 'hearing') return { hearing: 'yes', until };
  return { procedure: t.procedure.choices.procedure[procedure as keyof typeof t.procedure.choices.procedure], reason: unended(reason), until };
}

/** The facts of an event in words of the reader's language. */
function factsOf(v: Visit, state: CaseState, event: CaseEvent): { [name: string]: string } {
  const { t } = v;
  const law = lawOfCase(v.product, state);
  const prepared = preparedCase(law, state);
  const on = (instant: string | null | undefined) => (instant ? moment(t, instant, v.law.city.zone) : '');
  const right = remedies[t.lang];
  switch (event.type) {
    case 'submitted':
      return { matter: say(t, journeyName(law, state)), documents: `${event.documents.length}` };
    case 'supplement-requested':
      return {
        // One line each, numbered, so that nothing of a complete notice is overlooked on paper.
        defects: event.defects.map((d, i) => `${i + 1}. ${about(v, d.about)}${d.says}`).join('\n'),
        respondBy: on(event.respondBy),
      };
    case 'accepted':
      return {
        deemed: event.deemed ? 'yes' : '',
        due: on(event.due),
        promised: on(event.promised),
        deferred: list(
          t,
          (event.deferred ?? []).map((d) => t.procedure.deferredUntil(evidenceName(t, law, d.evidence, d.subject), on(d.due))),
        ),
      };
    case 'not-accepted':
      return { reason: unended(event.reason), right: event.rightAuthority ? say(t, authorityName(law, event.rightAuthority)) : '', remedies: right };
    case 'paused':
      return pausedFor(t, event, on(event.until));
    case 'hearing-offered':
      return { askBy: on(event.askBy) };
    case 'hearing-convened':
      return { session: on(event.session), place: event.place, presiding: event.presiding };
    case 'extended':
    case 'joint-extended':
      return { approvedBy: event.approvedBy, reason: unended(event.reason), due: on(event.due) };
    case 'granted': {
      const values = Object.entries(event.values).map(([c, x]) => `${conceptName(t, law, c)} ${say(t, shown(law, prepared, c, x))}`);
      const given = event.evidence.map((e) => `${say(t, nameOfEvidence(law, e.evidence))} ${e.number}`);
      return { results: list(t, [...given, ...values]), deliverBy: on(event.deliverBy), renewed: event.deemed ? 'yes' : '' };
    }
    case 'refused':
      return { reasons: list(t, event.reasons.map(unended)), remedies: right };
    case 'delivered':
      return { by: `${t.procedure.deliverBy[event.by as 'counter'] ?? event.by}${event.post ? ` ${event.post}` : ''}` };
    case 'revoked':
      return { reason: unended(event.reason), barred: event.barred === undefined ? '' : 'yes', remedies: right };
    case 'lapsed':
    case 'step-withdrawn':
    case 'withdrawn':
      return { reason: unended(event.reason) };
    case 'transferred':
      return { to: say(t, authorityName(law, event.to)), reason: unended(event.reason) };
    case 'facts-changed': {
      const name = (id: string) => (state.steps.has(id) ? say(t, stepName(law, state.steps.get(id)!)) : id);
      return {
        changes: list(
          t,
          Object.entries(event.answers).map(([c, x]) => `${conceptName(t, law, c)} ${say(t, shown(law, prepared, c, x))}`),
        ),
        added: list(
          t,
          event.added.map((f) => name(f.id)),
        ),
        ended: list(
          t,
          event.ended.map((e) => name(e.step)),
        ),
      };
    }
    default:
      return {};
  }
}

/** The sentence it is put into brings its own full stop. */
const unended = (text: string): string => text.trim().replace(/[。.；;]+$/, '');

/** What a defect is about, by name. */
function about({ t, law }: Visit, key: string): string {
  const [evidence, subject] = key.split('@') as [string, string?];
  const name = law.evidence.has(evidence) ? evidenceName(t, law, evidence, subject) : conceptName(t, law, key);
  return name === key ? '' : `${name}${t.joins.colon}`;
}
