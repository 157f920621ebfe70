/**
 * Reading an authoritative register (登记库). Every answer other than `found` has a stated way on for the applicant.
 * The basis and the purpose travel with each request and are logged on both sides.
 */
export type RegisterRequest = {
  register: string;
  /** Name and value of the key datum, e.g. {datum: 'idNumber', value: '…'}. */
  key: { datum: string; value: string };
  /** Data asked for (datum names) and evidence ids. */
  data: string[];
  evidence: string[];
  purpose: { basis: string; journey: string | null; draft: string; actor: string };
};
export type RegisterAnswer =
  | { state: 'found'; data: { [datum: string]: string | number | boolean | null }; evidence: string[]; asOf: string }
  /** The register holds nothing for this key: an answer, not a fault. */
  | { state: 'none' }
  | { state: 'no-match' }
  | { state: 'multiple' }
  | { state: 'later'; notBefore: string }
  | { state: 'denied'; reason: string }
  | { state: 'unavailable' };

/** Whom a register proves a person may act for or beside: `relation` is spouse, child, parent or business. */
export type Related = { relation: 'spouse' | 'child' | 'parent' | 'business'; key: { datum: string; value: string }; name: string };

export interface Registers {
  read(request: RegisterRequest): Promise<RegisterAnswer>;
  related(register: string, key: { datum: string; value: string }, purpose: RegisterRequest['purpose']): Promise<Related[] | null>;
  close(): Promise<void>;
}
