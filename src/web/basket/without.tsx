/** What taking one thing out of the list would save: questions no longer asked, documents no longer handed in. */
import { conceptName, count, evidenceName, list, type Text } from '../text';
import { Disclosure } from '../ui';
import type { Visit } from '../visit';
import { itemName } from './item-name';
import { between } from './compiled';

export const Without = ({ v, id }: { v: Visit; id: string }) => {
  const { t, law } = v;
  const others = v.list.filter((s) => s !== id);
  if (others.length === 0) return null;
  // Nothing is answered yet, so both lists are compared as if all of their services were needed.
  const { questions, documents, numbers } = between(v, v.list, others);
  const fewer = { questions: questions.removed.map((q) => conceptName(t, law, q.concept)), documents: documents.removed.map((p) => evidenceName(t, law, p.evidence, p.subject)) };
  // What it gives to the others has to come from somewhere once it is gone.
  const more = { questions: questions.added.map((q) => conceptName(t, law, q.concept)), documents: documents.added.map((p) => evidenceName(t, law, p.evidence, p.subject)) };
  const moves = [
    line(t, t.basket.noLongerAsked, fewer.questions),
    line(t, t.basket.noLongerBrought, fewer.documents),
    line(t, t.basket.thenAsked, more.questions),
    line(t, t.basket.thenBrought, more.documents),
  ].filter((x) => x !== '');
  return (
    <Disclosure
      title={
        <>
          {t.basket.without}
          <span class="visually-hidden">{t.basket.withoutWhat(itemName(v, id))}</span>
        </>
      }
    >
      {moves.length === 0 ? (
        <p>{t.basket.changesNothing}</p>
      ) : (
        <ul class="plain">
          {moves.map((m) => (
            <li>{m}</li>
          ))}
        </ul>
      )}
      <p class="muted">{t.basket.daysThen(count(numbers.days.from), count(numbers.days.to))}</p>
    </Disclosure>
  );
};

const line = (t: Text, say: (what: string) => string, names: readonly string[]): string => (names.length > 0 ? say(list(t, names)) : '');
