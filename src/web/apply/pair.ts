/** "If … this is needed; if … it is not": two people who differ in one answer, from the diagrams that ask it. */
import { draftSituation, type OpenDraft } from '../../app/draft';
import { whyAsked, type Fact, type Situation, type Witness } from '../../core/journey';
import { answerInWords } from '../text/answer-cell';
import { citationOf, conceptName, evidenceName, stepName } from '../text';
import type { Visit } from '../visit';
import { choiceOf, journeyOf, nameOf } from './about';

export type Pair = { text: string; source: { href: string; title: string } | undefined };

export const pairFor = (v: Visit, draft: OpenDraft, concept: string): Pair | null => pairOf(v, journeyOf(draft), draftSituation(v.product, draft), concept);

/** Null where the question decides nothing any more. */
export function pairOf(v: Visit, journey: string | null, situation: Situation, concept: string): Pair | null {
  const { decides } = whyAsked(situation, concept);
  // What is easiest to follow: whether a service is needed at all, with little else to suppose, and with its source.
  const [shown] = decides.toSorted((a, b) => Number(a.inside) - Number(b.inside) || a.shared.length - b.shared.length || Number(!a.line.source) - Number(!b.line.source));
  if (!shown) return null;
  const said = (f: Fact) => {
    const choice = choiceOf(v, journey, f.concept);
    return answerInWords(v.t, v.law, f, nameOf(v, journey, f.concept), choice?.options ? (value) => choice.options!.find((o) => o.value === value)?.label : undefined);
  };
  const shared = shown.shared.filter((f) => f.show !== 'any').map(said);
  const [yes, no] = outcomes(v, journey, shown);
  const zh = v.t.lang === 'zh';
  const text = zh
    ? `比如：${[...shared, said(shown.holds)].join('，')}，${yes}；${said(shown.fails)}，${no}。`
    : `For example: if ${[...shared, said(shown.holds)].join(' and ')}, ${yes}; if ${said(shown.fails)}, ${no}.`;
  return { text, source: shown.line.source ? citationOf(v.t, v.law, shown.line.source) : undefined };
}

/** What holds when the line does, and when it does not. */
function outcomes(v: Visit, journey: string | null, { step, line, inside }: Witness): [string, string] {
  const { t, law } = v;
  const zh = t.lang === 'zh';
  const name = stepName(t, law, journey, step.id);
  if (!inside) {
    if (step.excludes.some((x) => x.line === line)) return zh ? [`“${name}”不在这里办`, '可以在这里办'] : [`“${name}” is handled elsewhere`, 'it is handled here'];
    if (step.eligible.includes(line)) return zh ? [`“${name}”可以办`, '暂时办不了'] : [`“${name}” can be granted`, 'it cannot be yet'];
    return zh ? [`要办“${name}”`, '不用办'] : [`“${name}” is needed`, 'it is not'];
  }
  const piece = step.evidence.find((e) => e.when === line)?.item.lists[0]?.map((p) => evidenceName(t, law, p.evidence, p.subject));
  if (piece?.length) return zh ? [`要交${piece.join('、')}`, '不用交'] : [`${piece.join(' and ')} must be handed over`, 'it need not be'];
  const need = step.needs.find((n) => n.when === line)?.item.concept;
  if (need) return zh ? [`还要填${conceptName(t, law, need)}`, '不用填'] : [`${conceptName(t, law, need)} is asked as well`, 'it is not'];
  return zh ? [`“${name}”按这种情形办`, '按另一种情形办'] : [`“${name}” goes one way`, 'it goes another'];
}
