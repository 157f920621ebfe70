/** One application on the tablet, from the first answer to its case number. */
import type { HandedOver, Values } from '../../../core/case';
import type { Basket, ServiceState } from '../../../core/journey';
import type { Conflict } from '../../../app/station/conflicts';
import type { Refusal } from '../../../app/station/arrive';

/** A photo on the shelf: `id` there, `sha256` of its bytes. */
export type Photo = { id: string; sha256: string; size: number; type: 'image/jpeg' | 'image/png' | 'application/pdf'; name: string };
export type Document = Pick<HandedOver, 'evidence' | 'subject' | 'copies'> & ({ form: 'paper' } | { form: 'file'; photo: Photo });
export type Consented = { kind: 'paper'; photo: Photo; at: string } | { kind: 'sms' | 'login'; id: string };

export type Entry = {
  /** UUIDv7: its order is the order of beginning, and the filing happens once under it. */
  id: string;
  state: 'draft' | 'ready' | 'conflict' | 'refused' | 'filed';
  provisional: string;
  basket: Basket;
  division: string;
  principal: { name: string; idNumber: string | null; phone: string | null };
  consent: Consented | null;
  /** A code or a sign-in that was asked for and not given yet. */
  asked: { kind: 'sms' | 'login'; id: string; shown?: { zh: string; en: string } } | null;
  answers: Values;
  documents: Document[];
  preferred: string[];
  /** What the rules on the tablet made of it when it was finished. */
  catalogue: string;
  states: { [step: string]: ServiceState };
  startedAt: string;
  signedAt: string | null;
  settled: { registers: { [concept: string]: 'typed' | 'register' }; plan: string | null; meanwhile: string[] };
  conflicts: Conflict[];
  refusedFor: Refusal | 'malformed' | null;
  number: string | null;
  /** Why it counts from another day than it was signed. */
  late: boolean;
  /** Id of the form kept at the counter, once printed. */
  form: string | null;
};

export const photosOf = (e: Entry): Photo[] => [...e.documents.flatMap((d) => (d.form === 'file' ? [d.photo] : [])), ...(e.consent?.kind === 'paper' ? [e.consent.photo] : [])];

/** Time in milliseconds, then chance. */
export function uuid7(now: number): string {
  const b = crypto.getRandomValues(new Uint8Array(16));
  for (let i = 0; i < 6; i++) b[i] = Math.floor(now / 2 ** (8 * (5 - i))) & 255;
  b[6] = (b[6]! & 15) | 0x70;
  b[8] = (b[8]! & 63) | 0x80;
  const hex = [...b].map((x) => x.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** As the server takes it. */
export function filingOf(e: Entry): unknown {
  const file = ({ sha256, name, type, size }: Photo) => ({ sha256, name, type, size });
  return {
    key: e.id,
    provisional: e.provisional,
    division: e.division,
    basket: e.basket,
    principal: e.principal,
    consent: e.consent?.kind === 'paper' ? { kind: 'paper', file: file(e.consent.photo), at: e.consent.at } : e.consent,
    answers: e.answers,
    documents: e.documents.map((d) => ({ evidence: d.evidence, subject: d.subject, copies: d.copies, form: d.form, ...(d.form === 'file' && { file: file(d.photo) }) })),
    preferred: e.preferred,
    catalogue: e.catalogue,
    states: e.states,
    startedAt: e.startedAt,
    signedAt: e.signedAt,
    settled: e.settled,
  };
}

/** Once delivered, the tablet keeps the number and the name and forgets the rest. */
export const delivered = (e: Entry, number: string, late: boolean): Entry => ({
  ...e,
  state: 'filed',
  number,
  late,
  principal: { name: e.principal.name, idNumber: null, phone: null },
  consent: null,
  asked: null,
  answers: {},
  documents: [],
  conflicts: [],
  refusedFor: null,
});
