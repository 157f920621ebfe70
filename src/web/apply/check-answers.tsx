/** The values that will be filed, by whose they are, each with where it came from. */
import { shown } from '../../app/case-view';
import { filedValues, knownOf, preparedOf, type OpenDraft } from '../../app/draft';
import { usedConcepts } from '../../app/filing';
import type { Provenance } from '../../core/case';
import type { Compiled } from '../../core/journey';
import { say } from '../text';
import { SummaryList, type SummaryRow } from '../ui';
import type { Visit } from '../visit';
import { choiceOf, dateOf, journeyOf, nameOf, subjectName, subjectOf } from './about';
import { draftHref, questionHref } from './next';

type Props = { v: Visit; draft: OpenDraft; compiled: Compiled };

export const AnswersPart = (p: Props) => {
  const { v, draft, compiled } = p;
  const { t } = v;
  const { values, provenance } = filedValues(v.product, draft);
  const used = usedConcepts(compiled);
  const path = compiled.plan.questions.map((q) => q.concept);
  const order = [...path, ...Object.keys(values)].filter((c, i, all) => all.indexOf(c) === i && c in values && used.has(c));
  const subjects = [...new Set(order.map(subjectOf))];
  return (
    <section>
      <h2>{t.apply.answersTitle}</h2>
      {subjects.map((subject) => (
        <>
          <h3>{subjectName(v, subject)}</h3>
          <SummaryList t={t} rows={order.filter((c) => subjectOf(c) === subject).map((c) => row(p, c, values[c]!, provenance[c]!, path.includes(c)))} />
        </>
      ))}
    </section>
  );
};

function row({ v, draft }: Props, concept: string, value: Parameters<typeof shown>[3], from: Provenance, asked: boolean): SummaryRow {
  const { t, law, product } = v;
  const prepared = preparedOf(product, draft);
  const journey = journeyOf(draft);
  const datum = prepared.datum(concept)?.datum;
  const own = choiceOf(v, journey, concept);
  const mayChange = asked || (datum?.reuse === 'confirm' && concept in knownOf(product, draft).signIn);
  const register = from.register && law.registers.get(from.register);
  return {
    label: datum ? say(t, datum.label) : nameOf(v, journey, concept),
    name: nameOf(v, journey, concept),
    value: own?.options ? (own.options.find((o) => o.value === value)?.label ?? String(value)) : say(t, shown(law, prepared, concept, value)),
    from: from.from === 'register' && register ? t.apply.from.register(say(t, register.name), from.asOf ? dateOf(v, from.asOf) : null) : from.from === 'sign-in' ? t.apply.from['sign-in'] : undefined,
    change: mayChange ? questionHref(draft, concept, { change: '1' }) : from.from === 'register' ? draftHref(draft, 'registers', { review: '1' }) : undefined,
  };
}
