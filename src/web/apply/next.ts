/** Where an application goes on: registers that would spare her something, then the next question, then documents, then the check. */
import { piecesOf } from '../../app/documents';
import { nextPage, type OpenDraft } from '../../app/draft';
import type { Product } from '../../app/product';
import { offers, unsettled } from '../../app/registers/preview';
import { to } from '../ui';

export const draftHref = (draft: { id: string }, part?: string, query?: { [name: string]: string | undefined }): string =>
  to(`/apply/${encodeURIComponent(draft.id)}${part ? `/${part}` : ''}`, undefined, query);
export const questionHref = (draft: { id: string }, concept: string, query?: { [name: string]: string | undefined }): string => draftHref(draft, `q/${encodeURIComponent(concept)}`, query);

export function nextHref(product: Product, draft: OpenDraft): string {
  if (unsettled(draft).length > 0 || offers(product, draft).length > 0) return draftHref(draft, 'registers');
  const page = nextPage(product, draft);
  if (page) return questionHref(draft, page.concepts[0]!);
  return draftHref(draft, piecesOf(product, draft).missing.length > 0 ? 'documents' : 'check');
}
