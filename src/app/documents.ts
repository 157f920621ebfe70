/** Handing documents over: a file uploaded, a paper brought to the counter, or an alternative chosen instead. */
import type { HandedOver } from '../core/case';
import type { Piece } from '../core/journey';
import { compiledDraft, type OpenDraft, saveDraft } from './draft';
import type { Product } from './product';

export const largestFile = 10 * 1024 * 1024;

/** By content, never by name: what the first bytes say. */
export function fileType(bytes: Uint8Array): 'image/jpeg' | 'image/png' | 'application/pdf' | null {
  const starts = (...b: number[]) => b.every((x, i) => bytes[i] === x);
  if (starts(0xff, 0xd8, 0xff)) return 'image/jpeg';
  if (starts(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'image/png';
  if (starts(0x25, 0x50, 0x44, 0x46, 0x2d)) return 'application/pdf';
  return null;
}

export const pieceId = (p: { evidence: string; subject: string }) => `${p.evidence}@${p.subject}`;

export function piecesOf(product: Product, draft: OpenDraft): { pieces: Piece[]; optional: Piece[]; missing: Piece[] } {
  const { documents } = compiledDraft(product, draft).plan;
  const have = new Set(draft.body.documents.map(pieceId));
  return { pieces: documents.pieces, optional: documents.optional, missing: documents.pieces.filter((p) => !have.has(pieceId(p))) };
}

export type Given = { piece: string; paper: true } | { piece: string; file: { name: string; bytes: Uint8Array } } | { piece: string; instead: string[] } | { piece: string; remove: true };
export type DocumentProblem = 'no-such-piece' | 'too-large' | 'wrong-type' | 'empty' | 'paper-only';

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
  const { name, bytes } = given.file;
  if (bytes.length === 0) return { problem: 'empty' };
  if (bytes.length > largestFile) return { problem: 'too-large' };
  const type = fileType(bytes);
  if (!type) return { problem: 'wrong-type' };
  const kept = await (await product.files()).put(bytes);
  const document: HandedOver = { ...base, form: 'file', file: { sha256: kept.sha256, name: safeName(name), type, size: kept.size } };
  return saveDraft(product, draft, { ...draft.body, documents: [...others, document] });
}

/** Everything still missing comes to the counter on paper. */
export function bringTheRest(product: Product, draft: OpenDraft): Promise<OpenDraft | 'stale'> {
  const rest = piecesOf(product, draft).missing.map(({ evidence, subject, copies }): HandedOver => ({ evidence, subject, copies, form: 'paper' }));
  return saveDraft(product, draft, { ...draft.body, documents: [...draft.body.documents, ...rest] });
}

/** A file name for people: no path, no control characters, at most 120 characters. */
const safeName = (name: string) =>
  [...(name.split(/[\\/]/).at(-1) ?? '').normalize('NFC')]
    .filter((c) => c.codePointAt(0)! >= 32 && !/[\u007F\u202A-\u202E\u2066-\u2069\uD800-\uDFFF]/u.test(c))
    .slice(0, 120)
    .join('') || 'file';
