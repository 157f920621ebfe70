/** Her documents, with how long they hold. */
import type { MyPaper } from '../../app/my-papers';
import { day, say } from '../text';
import { Table, Tag, type Tone } from '../ui';
import type { Visit } from '../visit';
import { trackHref } from './case-page';

const tones: { [s in MyPaper['state']]: Tone } = { valid: 'good', soon: 'warning', expired: 'bad' };

export const MyPapers = ({ v, papers }: { v: Visit; papers: readonly MyPaper[] }) => {
  const { t } = v;
  return (
    <section aria-labelledby="papers-title">
      <h2 id="papers-title">{t.shop.papersTitle}</h2>
      {papers.length === 0 ? (
        <p class="muted">{t.shop.papersNone}</p>
      ) : (
        <>
          <p class="muted">{t.shop.papersLead}</p>
          <Table
            id="papers"
            caption={t.shop.papersTitle}
            hideCaption
            columns={[t.shop.paperWhat, t.shop.paperNumber, t.shop.paperFrom, t.shop.paperUntil].map((label) => ({ label }))}
            rows={papers.map((p) => [
              <a href={trackHref(p.caseNumber)}>{say(t, p.label)}</a>,
              p.number,
              day(t, p.grantedOn),
              p.expires === null ? (
                <span class="muted">{t.shop.paperNoEnd}</span>
              ) : (
                <>
                  {day(t, p.expires)} <Tag tone={tones[p.state]}>{t.shop.paperState[p.state]}</Tag>
                </>
              ),
            ])}
          />
        </>
      )}
    </section>
  );
};
