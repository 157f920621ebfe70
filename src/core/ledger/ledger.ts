/** What the loader gives: agreements in order of signing, the requests of both folders, and one book for each tree of agreements. */
import type { Book } from './book';
import type { DeclaredAgreement } from './declare/agreement';
import type { Party } from './declare/part';
import type { DeclaredRequest } from './declare/request';

export type Agreement = DeclaredAgreement & {
  /** The agreement at the top of this one's tree, where its money is counted. */
  root: string;
};
export type Request = DeclaredRequest & {
  /** Its anchor on the page: its own id, or `agreement.id` for one written inside an agreement. */
  key: string;
  agreement: string | null;
  parties: readonly Party[];
};

export type Ledger = {
  readonly agreements: ReadonlyMap<string, Agreement>;
  readonly requests: ReadonlyMap<string, Request>;
  readonly books: ReadonlyMap<string, Book>;
};

export const childrenOf = (l: Ledger, id: string): Agreement[] => [...l.agreements.values()].filter((a) => a.under === id);
export const rootsOf = (l: Ledger): Agreement[] => [...l.agreements.values()].filter((a) => !a.under);
export const partiesOf = (of: { parties: readonly Party[] }, ids: readonly string[]): Party[] => ids.flatMap((id) => of.parties.filter((p) => p.id === id));
