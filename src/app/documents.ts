/** Handing documents over: a file uploaded, a paper brought to the counter, or an alternative chosen instead. */
import type { HandedOver } from '../core/case';
import type { Piece } from '../core/journey';
import { type FileProblem, type Offered, takeFile } from './attachments/take';
import { compiledDraft, type OpenDraft, saveDraft } from './draft';
import type { Product } from './product';

export const pieceId = (p: { evidence: string; subject: string }) => `${p.evidence}@${p.subject}`;

export function piecesOf(product: Product, draft: OpenDraft): { pieces: Piece[]; optional: Piece[]; missing: Piece[] } {
  const { documents } = compiledDraft(product, draft).plan;
  const have = new Set(draft.body.documents.map(pieceId));
  return { pieces: documents.pieces, optional: documents.optional, missing: documents.pieces.filter((p) => !have.has(pieceId(p))) };
}

export type Given = { piece: string; paper: true } | { piece: string; file: Offered } | { piece: string; instead: string[] } | { piece: string; remove: true };
export type DocumentProblem = FileProblem | 'no-such-piece' | 'paper-only';

export async function handOver(product: Product, draft: OpenDraft, given: Given): Promise<OpenDraft | 'stale' | { problem: DocumentProblem }> {
  const { pieces, optional } = piecesOf(product, draft);
  const piece = [...pieces, ...optional].find((p) => pieceId(p) === given.piece);
  if (!piece) return { problem: 'no-such-piece' };
  const others = draft.body.documents.filter((d) => pieceId(d) !== given.piece);
  if ('remove' in given) return saveDraft(product, draft, { ...draft.body, documents: others });
  if ('instead' in given) {
    const list = piece.alternatives.find((l) => l.join() === given.instead.join());
    if (!list) return { problem: 'no-such-piece' };
    const preferred = [...draft.body.preferred.filter((e) => e !== piece.evidence && !piece.alternatives.flat().includes(e)), ...list];
    return saveDraft(product, draft, { ...draft.body, preferred, documents: others });
  }
  const base = { evidence: piece.evidence, subject: piece.subject, copies: piece.copies };
  if ('paper' in given) return saveDraft(product, draft, { ...draft.body, documents: [...others, { ...base, form: 'paper' }] });
  if (piece.form === 'paper') return { problem: 'paper-only' };
  const file = await takeFile(product, given.file);
  if ('problem' in file) return file;
  const document: HandedOver = { ...base, form: 'file', file };
  return saveDraft(product, draft, { ...draft.body, documents: [...others, document] });
}

/** Everything still missing comes to the counter on paper. */
export function bringTheRest(product: Product, draft: OpenDraft): Promise<OpenDraft | 'stale'> {
  const rest = piecesOf(product, draft).missing.map(({ evidence, subject, copies }): HandedOver => ({ evidence, subject, copies, form: 'paper' }));
  return saveDraft(product, draft, { ...draft.body, documents: [...draft.body.documents, ...rest] });
}
