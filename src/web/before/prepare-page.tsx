/** The list to have ready, made to be printed: documents with what may come instead, facts by whom they are about, who must be there, and the figures. */
import type { Basket, Piece } from '../../core/journey';
import { nameOf, subjectName, subjectOf } from '../apply/about';
import { basketFields, basketName } from '../basket/asked';
import { scenarioTitle } from '../journey/scenarios';
import { day, evidenceName, list, say, stepName } from '../text';
import { Button, Illustrative, LinkButton } from '../ui';
import type { Visit } from '../visit';
import type { Attending, Before } from './figures';
import { BeforeFacts } from './section';

type Props = { v: Visit; basket: Basket; before: Before; scenario: string | undefined };

export const PreparePage = ({ v, basket, before, scenario }: Props) => {
  const { t } = v;
  const journey = 'journey' in basket ? v.law.journeys.get(basket.journey) : undefined;
  return (
    <>
      <h1>{t.before.listTitle(basketName(v, basket))}</h1>
      <p class="lead">{t.before.listLead}</p>
      <p class="muted">
        {!before.most && journey && scenario ? t.before.listFor(scenarioTitle({ v, journey }, scenario)) : t.before.mostNote} <span class="no-print">{t.before.print}</span>
      </p>
      <DocumentsList v={v} before={before} />
      <FactsList v={v} before={before} />
      <PeopleList v={v} before={before} />
      <h2>{t.before.title}</h2>
      <BeforeFacts v={v} before={before} />
      <div class="row no-print">
        <form method="post" action="/apply">
          {basketFields(basket).map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
          <Button kind="primary" icon="next">
            {t.before.begin}
          </Button>
        </form>
        {journey && <LinkButton href={`/journeys/${encodeURIComponent(journey.id)}`}>{t.before.backToIt}</LinkButton>}
      </div>
    </>
  );
};

type Shown = Pick<Props, 'v' | 'before'>;

const DocumentsList = ({ v, before }: Shown) => {
  const { t, law } = v;
  const { pieces, optional, supplied } = before.plan.documents;
  return (
    <section>
      <h2>{t.before.documents}</h2>
      {pieces.length === 0 && <p>{t.before.documentsNone}</p>}
      <ul class="pieces">
        {pieces.map((p) => (
          <PieceLine v={v} before={before} p={p} />
        ))}
      </ul>
      {optional.length > 0 && (
        <>
          <h3>{t.journey.optionalDocuments}</h3>
          <ul class="pieces">
            {optional.map((p) => (
              <PieceLine v={v} before={before} p={p} />
            ))}
          </ul>
        </>
      )}
      {supplied.length > 0 && (
        <p class="muted">
          {t.before.given}
          {t.joins.colon}
          {list(
            t,
            supplied.map((p) => evidenceName(t, law, p.evidence, p.subject)),
          )}
        </p>
      )}
    </section>
  );
};

const PieceLine = ({ v: { t, law }, before, p }: Shown & { p: Piece }) => {
  const hint = law.evidence.get(p.evidence)?.hint;
  return (
    <li>
      <b>{evidenceName(t, law, p.evidence, p.subject)}</b>
      {p.copies > 1 && ` × ${p.copies}`}
      {p.form === 'paper' && ` (${t.apply.paperOnly})`}
      {hint && <span class="from">{say(t, hint)}</span>}
      {p.alternatives.length > 0 && <span class="from">{t.journey.orInstead(p.alternatives.map((a) => a.map((id) => evidenceName(t, law, id)).join(t.service.and)).join(t.joins.semicolon))}</span>}
      <span class="from">
        {t.before.forWhat(
          list(
            t,
            p.neededBy.map((step) => stepName(t, law, before.journey, step)),
          ),
        )}
      </span>
    </li>
  );
};

/** By whom they are about; what registers give is not among them. */
const FactsList = ({ v, before }: Shown) => {
  const { t } = v;
  const { prepared } = before.compiled.situation;
  const concepts = before.plan.questions.map((q) => q.concept);
  const subjects = [...new Set(concepts.map(subjectOf))];
  return (
    <section>
      <h2>{t.before.facts}</h2>
      {concepts.length === 0 && <p>{t.before.factsNone}</p>}
      {subjects.map((subject) => (
        <>
          {subjects.length > 1 && <h3>{subjectName(v, subject)}</h3>}
          <ul class="pieces">
            {concepts
              .filter((c) => subjectOf(c) === subject)
              .map((c) => {
                const datum = prepared.datum(c)?.datum;
                return (
                  <li>
                    {datum ? say(t, datum.label) : nameOf(v, before.journey, c)}
                    {datum?.example && <span class="from">{t.apply.example(datum.type === 'date' ? day(t, datum.example) : datum.example)}</span>}
                  </li>
                );
              })}
          </ul>
        </>
      ))}
    </section>
  );
};

const PeopleList = ({ v, before }: Shown) => {
  const { t, law } = v;
  return (
    <section>
      <h2>{t.before.people}</h2>
      {before.attending.length === 0 && <p>{t.before.peopleNone}</p>}
      <ul class="pieces">
        {before.attending.map((a) => (
          <li>
            <b>{inWords(v, a)}</b>
            {a.illustrative && <Illustrative t={t} />}
            <span class="from">
              {t.before.forWhat(
                list(
                  t,
                  a.steps.map((s) => stepName(t, law, before.journey, s)),
                ),
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
};

function inWords(v: Visit, a: Attending): string {
  const { t, law } = v;
  const who = a.subject === 'applicant' ? t.before.self : subjectName(v, a.subject);
  const hall = a.hall === null ? undefined : law.halls.get(a.hall)?.name;
  if (a.kind === 'appear') return t.before.appear(who, hall ? say(t, hall) : '');
  return a.kind === 'attend' ? t.before.attend(who) : t.before.sign(who);
}
