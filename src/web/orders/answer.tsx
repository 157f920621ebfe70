/** The answer: in two words, then the reason, the clause and the printed line it rests on, and what to mind. */
import { answerTexts, clauseName, reasonText, type Answer, type AnswerKind, type Question } from '../../core/order';
import { say } from '../text';
import { Notice, safeHref } from '../ui';
import { Cited } from './clause';
import { anchor, numberOf, written, type View } from './view';

const tones: { [a in AnswerKind]: 'good' | 'bad' | 'warning' } = { allowed: 'good', open: 'good', refused: 'bad', closed: 'bad', 'needs-document': 'warning', undetermined: 'warning' };

export const AnswerNotice = ({ view, question, answer }: { view: View; question: Question; answer: Answer }) => {
  const { v, book, at } = view;
  const { t } = v;
  const found = book.orders.flatMap((o) => o.clauses.map((c) => ({ order: o, clause: c }))).find(({ order, clause }) => clauseName(order, clause) === answer.clause);
  return (
    <Notice tone={tones[answer.answer]} live title={t.orders.answered(t.orders.kinds[question.kind], written(v, at))}>
      <p class="order-answer">{say(t, answerTexts[answer.answer])}</p>
      <p>{say(t, reasonText(answer.reason))}</p>
      {answer.answer === 'undetermined' && <p>{t.orders.person}</p>}
      {found && (
        <p>
          {t.orders.basis}
          {t.joins.colon}
          <a href={safeHref(`#${anchor(found.order, found.clause)}`)}>
            {numberOf(v, found.order)}
            {t.joins.comma}
            {say(t, found.clause.title)}
          </a>
          <Cited v={v} id={answer.source ?? undefined} />
        </p>
      )}
      {found?.order.assumed && <p>{t.orders.assumedClause}</p>}
      {found && found.clause.window.to === null && <p>{t.orders.noEnd}</p>}
    </Notice>
  );
};
