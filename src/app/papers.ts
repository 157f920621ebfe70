/** The papers of a case, for those who follow it, for its authorities, and – by number alone – for whoever holds a printed copy and wants to check it. */
import { type CaseState, type Paper, papersOf, readPaperNumber } from '../core/case';
import { type OpenCase, openCase, openFor } from './open-case';
import type { Principal } from './ports/identity';
import type { StoredEvent } from './ports/store';
import type { Product } from './product';

export type OpenPaper = { paper: Paper; state: CaseState; hash: string };

export const papersOfCase = (open: OpenCase): Paper[] => papersOf(open.state, open.events);

const found = (open: OpenCase, n: number): OpenPaper | null => {
  const paper = papersOfCase(open).find((p) => p.n === n);
  const stored: StoredEvent | undefined = open.events.find((e) => e.n === n);
  return paper && stored ? { paper, state: open.state, hash: stored.hash } : null;
};

/** The whole paper: for the applicant's side, and for an authority that handles a step of the case. */
export async function readPaper(product: Product, who: Principal | null, number: string, n: number): Promise<OpenPaper | null> {
  const handled = who?.kind === 'clerk' ? await openCase(product, number, who.authority) : null;
  if (handled) return found(handled, n);
  const open = await openFor(product, who, number, 'look');
  return open && found(open, n);
}

/** What anybody may know who holds the paper: that it exists, what it is, its day, its authority and its fingerprint. No name, no content. */
export type Checked = { number: string; kind: Paper['kind']; at: string; authority: string | null; hash: string };

export async function checkPaper(product: Product, text: string): Promise<Checked | null> {
  const read = readPaperNumber(text.normalize('NFKC').replace(/\s/g, ''));
  const open = read && (await openCase(product, read.caseNumber));
  const paper = open && found(open, read.n);
  return paper ? { number: paper.paper.number, kind: paper.paper.kind, at: paper.paper.at, authority: paper.paper.authority, hash: paper.hash } : null;
}
