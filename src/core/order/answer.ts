/** What a question about an order is answered with: one of six answers, the reason, and the clause and source it rests on. */
import type { Text } from '../catalogue';
import type { Reason } from './reasons';

/** `undetermined` is for a person to decide; `needs-document` may be allowed once the document is shown. */
export type AnswerKind = 'allowed' | 'refused' | 'needs-document' | 'undetermined' | 'closed' | 'open';
export type Answer = { answer: AnswerKind; reason: Reason; clause: string | null; source: string | null };
/** What one clause says to one question; `source` where a line of the clause has its own. */
export type Verdict = { answer: AnswerKind; reason: Reason; source?: string | undefined };

const answering =
  (answer: AnswerKind) =>
  (reason: Reason, source?: string): Verdict => ({ answer, reason, source });
export const allowed = answering('allowed');
export const refused = answering('refused');
export const needsDocument = answering('needs-document');
export const undetermined = answering('undetermined');
export const closed = answering('closed');
export const open = answering('open');

export const answerTexts: { readonly [a in AnswerKind]: Text } = {
  allowed: { zh: '可以', en: 'Allowed' },
  refused: { zh: '不可以', en: 'Not allowed' },
  'needs-document': { zh: '要出示证明', en: 'A document is needed' },
  undetermined: { zh: '定不了，请问工作人员', en: 'Cannot be decided here: ask a person' },
  closed: { zh: '关闭', en: 'Closed' },
  open: { zh: '没有列为关闭', en: 'Not closed' },
};

const gravity: { readonly [a in AnswerKind]: number } = { refused: 4, closed: 4, undetermined: 3, 'needs-document': 2, allowed: 1, open: 1 };

/** Where several clauses speak, the strictest counts. */
export const graver = (a: { answer: AnswerKind }, b: { answer: AnswerKind }): number => gravity[b.answer] - gravity[a.answer];
