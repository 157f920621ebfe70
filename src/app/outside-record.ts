/**
 * A record outside one's own queue. By reason: an officer of another authority sees where a case stands – never answers, never documents – after
 * writing why, and the applicant reads that reason. By telephone: two checks that only the applicant's side knows, and then one sentence to read
 * aloud; failed tries are on the record too, and stop the asking for an hour after the fifth.
 */
import { type CaseState, readCaseNumber, sentenceOf, type Sentence } from '../core/case';
import type { Label } from '../core/catalogue';
import { authorityName, journeyName, lawOfCase, stepName } from './case-view';
import { instantOf } from './clocks';
import { openCase } from './open-case';
import type { Clerk } from './ports/identity';
import type { Access } from './ports/store';
import type { Product } from './product';

export type Standing = {
  number: string;
  name: Label;
  sentence: Sentence;
  submittedAt: string;
  steps: { id: string; name: Label; authority: Label; status: string; due: string | null; promised: string | null }[];
};
export const shortestReason = 8;
export const longestReason = 200;

/** Purposes as the access record keeps them: the authority follows, and the reason as it was written. */
const [reasonMark, phoneMark] = ['reason:', 'telephone:'];

/** What an access says that came from outside the queue; null for any other. `reason` null: asked on the telephone. */
export function outsideOf(purpose: string): { authority: string; reason: string | null } | null {
  if (purpose.startsWith(phoneMark)) return { authority: purpose.slice(phoneMark.length), reason: null };
  const found = purpose.startsWith(reasonMark) ? /^([^:]*):(.*)$/s.exec(purpose.slice(reasonMark.length)) : null;
  return found && { authority: found[1]!, reason: found[2]! };
}

export async function openByReason(product: Product, clerk: Clerk, number: string, reason: string): Promise<Standing | 'no-such-case' | 'no-reason'> {
  const said = reason.trim();
  const length = [...said].length;
  if (length < shortestReason || length > longestReason) return 'no-reason';
  const open = await openCase(product, number);
  if (!open) return 'no-such-case';
  await record(product, clerk, open.state, `${reasonMark}${clerk.authority}:${said}`, 'opened');
  return standing(product, open.state);
}

export type Told = { sentence: Sentence; name: Label; number: string };
/** `unlike`: no such case, or a check that does not fit – the two are not told apart. */
export async function tellByPhone(product: Product, clerk: Clerk, asked: { number: string; lastOfName: string; lastFour: string }): Promise<Told | 'unlike' | 'too-often'> {
  const plain = readCaseNumber(asked.number);
  const open = plain && (await openCase(product, plain));
  if (!open) return 'unlike';
  const { state } = open;
  if (await tooOften(product, state)) return 'too-often';
  const fits = lastSign(asked.lastOfName) === lastSign(state.applicant.name) && knownFours(state).has(asked.lastFour.normalize('NFKC').trim().toUpperCase());
  await record(product, clerk, state, `${phoneMark}${clerk.authority}`, fits ? 'told' : 'no-match');
  if (!fits) return 'unlike';
  const { sentence, name, number } = standing(product, state);
  return { sentence, name, number };
}

function standing(product: Product, state: CaseState): Standing {
  const law = lawOfCase(product, state);
  const name = (id: string) => {
    const s = state.steps.get(id);
    return s ? stepName(law, s) : { zh: id, en: id };
  };
  return {
    number: state.number,
    name: journeyName(law, state),
    sentence: sentenceOf(state, { step: name, authority: (id) => authorityName(law, id) }, instantOf(product)),
    submittedAt: state.submittedAt,
    steps: [...state.steps.values()].map((s) => ({ id: s.filed.id, name: stepName(law, s), authority: authorityName(law, s.authority), status: s.status, due: s.due, promised: s.promised })),
  };
}

const record = async (product: Product, clerk: Clerk, state: CaseState, purpose: string, result: string) =>
  (await product.store()).recordAccess([
    { at: instantOf(product), who: clerk.id, capacity: 'officer', register: null, subject: state.applicant.id, purpose, caseNumber: state.number, result } satisfies Access,
  ]);

/** Sample names carry a mark in brackets, which nobody says on the telephone. */
const lastSign = (name: string): string =>
  [
    ...name
      .normalize('NFKC')
      .replace(/\(.*\)$/, '')
      .trim(),
  ].at(-1) ?? '';

/** Last four signs of the applicant's telephone and identity numbers as filed. */
const knownFours = (state: CaseState): Set<string> =>
  new Set(
    ['applicant.phone', 'applicant.idNumber'].flatMap((concept) => {
      const value = state.answers[concept];
      return typeof value === 'string' && value.length >= 4 ? [value.slice(-4).toUpperCase()] : [];
    }),
  );

const triesAllowed = 5;
const anHour = 3_600_000;
async function tooOften(product: Product, state: CaseState): Promise<boolean> {
  const since = product.now().getTime() - anHour;
  const tries = (await (await product.store()).accesses(state.applicant.id, 50)).filter((a) => a.caseNumber === state.number && a.result === 'no-match' && Date.parse(a.at) > since);
  return tries.length >= triesAllowed;
}
