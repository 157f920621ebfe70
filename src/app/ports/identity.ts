/**
 * Who is using the product. The demonstration signs in sample people by visible choice; OpenID Connect fills the same interface later.
 */
export type Person = {
  kind: 'person';
  /** issuer and pairwise subject; never the identity number. */
  id: string;
  name: string;
  /** What the sign-in gives: concept data of the applicant, e.g. idNumber, name, phone. */
  gives: { [datum: string]: string };
  /** 1 telephone, 2 real name, 3 certificate or face. */
  assurance: 1 | 2 | 3;
  sample: boolean;
};
/** `lead`: heads the team at the authority's desk. */
export type Clerk = { kind: 'clerk'; id: string; name: string; authority: string; division: string; sample: boolean; lead?: boolean | undefined };
export type Helper = { kind: 'helper'; id: string; name: string; station: string; division: string; sample: boolean };
export type Principal = Person | Clerk | Helper;

export interface Identity {
  /** Sample sign-in may only be offered on loopback. */
  readonly loopbackOnly: boolean;
  /** Where to send a visitor who must sign in. */
  begin(returnTo: string): Promise<string>;
  /** The principal for the parameters the sign-in came back with, or why not. */
  complete(params: URLSearchParams): Promise<{ principal: Principal } | { refused: 'unknown' | 'cancelled' | 'unavailable' }>;
  /** Shown on the sample page; empty for a real identity provider. */
  samples(): Principal[];
  /** The id of the person who signs in with this identity number, where the provider can tell. */
  known?(idNumber: string): Promise<string | undefined>;
  /** What a sample person is there to show. */
  story?(id: string): { zh: string; en: string } | undefined;
}
