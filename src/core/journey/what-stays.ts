/** What is left after joining, line by line: the acts, documents, walks and days a number still counts, and who asks for them – the law, a cited guide, or only a sample. */
import type { Label } from '../catalogue';
import { actsTogether, visitsOf, type CountedAct } from './acts';
import { most, type AimKey } from './aims';
import type { Compiled } from './compile';
import type { Piece } from './plan';
import { daysFor, promisedPath, sourcedJointPromise } from './published';
import type { Situation } from './situation';

/** `law` names the source that forbids to drop it; otherwise `source` is who asks for it, or null where it is only typical. `rule`: our own rule counts it always. */
export type Staying = { name: Label; amount: number; law: string | null; source: string | null; rule?: true };
type Marks = { irreducible?: { source: string } | undefined; source?: string | undefined; illustrative?: boolean | undefined };

export function whatStays({ after, plan }: Compiled, key: AimKey): Staying[] {
  const { s, steps, documents, questions } = after;
  switch (key) {
    case 'documents':
      return documents.pieces.map((piece) => ({ name: pieceName(s, piece), amount: piece.copies, ...byWhom(pieceLines(s, piece)) }));
    case 'days':
      return daysStaying(after, most(plan.numbers.daysAsPublished.after));
    case 'acts':
      return actsTogether(s, steps, questions)
        .filter((a) => a.id !== 'submit-hall')
        .map((a) => actStaying(s, a));
    case 'visits':
    case 'counters':
      return visitsOf(actsTogether(s, steps, questions)).map((a) => actStaying(s, a));
  }
}

const byWhom = (lines: readonly Marks[]): Pick<Staying, 'law' | 'source'> => ({
  law: lines.flatMap((l) => l.irreducible ?? [])[0]?.source ?? null,
  source: lines.find((l) => l.source && !l.illustrative)?.source ?? null,
});

function pieceName(s: Situation, { evidence, subject }: Piece): Label {
  return s.prepared.law.evidence.get(evidence)!.label ?? { zh: subject, en: evidence };
}

function pieceLines(s: Situation, piece: Piece): Marks[] {
  return s.prepared.steps
    .filter((step) => piece.neededBy.includes(step.id))
    .flatMap((step) => step.evidence.filter((e) => s.holds(e.when, true) && e.item.lists.flat().some((p) => p.evidence === piece.evidence && p.subject === piece.subject)).map((e) => e.item.line));
}

const actWords: { [kind in CountedAct['kind']]: Label } = {
  submit: { zh: '提交一次', en: 'one submission' },
  'answer-later': { zh: '稍后再答一次', en: 'answering once more later' },
  pay: { zh: '缴费', en: 'paying' },
  collect: { zh: '领取', en: 'collecting' },
  obtain: { zh: '自己去取得', en: 'obtaining' },
  appear: { zh: '到场', en: 'appearing' },
  attend: { zh: '在场', en: 'being present' },
  sign: { zh: '签字', en: 'signing' },
};

function actStaying(s: Situation, act: CountedAct): Staying {
  const steps = s.prepared.steps.filter((x) => act.steps.includes(x.id));
  const index = Number(/#(\d+)$/.exec(act.id)?.[1] ?? -1);
  const lines: Marks[] =
    act.kind === 'pay' ? steps.flatMap((x) => x.fees.filter((f) => s.holds(f.when, true) && f.item.amount > 0).map((f) => f.item)) : steps.flatMap((x) => x.service.acts?.[index] ?? []);
  const declared = steps.flatMap((x) => x.service.acts?.[index] ?? [])[0]?.label;
  const words = declared ?? actWords[act.kind];
  const names = (lang: 'zh' | 'en') => (act.kind === 'submit' ? '' : steps.map((x) => x.service.name[lang]).join(lang === 'zh' ? '、' : ', '));
  const name = { zh: [words.zh, names('zh')].filter(Boolean).join('：'), en: [words.en, names('en')].filter(Boolean).join(': ') };
  return { name, amount: 1, ...byWhom(lines), ...((act.kind === 'submit' || act.kind === 'answer-later') && { rule: true }) };
}

/** The services on the longest way, each with its published days. */
function daysStaying(v: Compiled['after'], days: number): Staying[] {
  const joint = sourcedJointPromise(v);
  if (joint) return [{ name: { zh: '联办承诺时限', en: 'the joint promise' }, amount: days, law: null, source: joint.source ?? null }];
  const { path } = promisedPath(v);
  return path.map((id) => {
    const step = v.steps.find((x) => x.id === id)!;
    const own = daysFor(v.s, step, 'promised');
    return {
      name: step.service.name,
      amount: Math.ceil(own.days * 10) / 10,
      law: null,
      source: own.illustrative ? null : (own.clock?.source ?? step.service.clock?.source ?? step.stages.find((x) => x.item.source)?.item.source ?? null),
    };
  });
}
