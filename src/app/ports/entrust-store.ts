/** What a store keeps of people who let others act for them. The token of an offer is known to whom it was shown; the store has its hash. */

/** Each right holds those before it; `represent` is the legal representative's, proved by a register, and can hand the others on. */
export const rights = ['view', 'prepare', 'submit', 'represent'] as const;
export type Right = (typeof rights)[number];

export type Entrustment = {
  id: string;
  /** For one application that is being filled in, or for a company. */
  kind: 'draft' | 'company';
  /** The draft's id, or the company's credit code. */
  about: string;
  /** What it is called, for people. */
  label: string;
  may: Exclude<Right, 'represent'> | 'represent';
  giver: string;
  giverName: string;
  madeAt: string;
  /** Nothing may be done under it from this instant on. */
  until: string;
  /** Who took it up; null while the offer is open. */
  holder: string | null;
  holderName: string | null;
  acceptedAt: string | null;
  revokedAt: string | null;
};

export interface EntrustStore {
  /** `tokenHash` is null for what is proved and not offered. */
  entrust(entrustment: Entrustment, tokenHash: string | null): Promise<void>;
  /** The offer behind a token, whatever became of it. */
  offered(tokenHash: string): Promise<Entrustment | null>;
  /** Takes an open offer up, once: null if it was taken, revoked, over, or the giver's own. */
  takeUp(tokenHash: string, holder: { id: string; name: string }, at: string): Promise<Entrustment | null>;
  /** Newest first, whatever became of them. */
  entrustmentsAbout(kind: Entrustment['kind'], about: string): Promise<Entrustment[]>;
  /** In force at the instant, newest first. */
  entrustmentsOf(holder: string, at: string): Promise<Entrustment[]>;
  /** False where it was revoked before or is not there. */
  revokeEntrustment(id: string, at: string): Promise<boolean>;
}
