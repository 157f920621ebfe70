/** What the applicant can do with a filed case: answer a supplement notice, and withdraw. */
import { type Actor, type HandedOver, supplement, withdraw } from '../core/case';
import { clocksOf } from './clocks';
import { fileType, largestFile } from './documents';
import { carryOut, type Carried, openCase } from './open-case';
import type { Person } from './ports/identity';
import type { Product } from './product';
import { mayFollow } from './track';

export type Added = { note: string; files: { name: string; bytes: Uint8Array; evidence: string; subject: string }[]; paper: { evidence: string; subject: string }[] };

export async function addSupplement(
  product: Product,
  person: Person,
  number: string,
  stepId: string,
  key: string,
  added: Added,
): Promise<Carried | { kind: 'not-found' } | { kind: 'bad-file'; name: string }> {
  const open = await openCase(product, number);
  if (!open || !mayFollow(open, person)) return { kind: 'not-found' };
  const actor: Actor = { id: person.id, name: person.name, capacity: 'self' };
  const documents: HandedOver[] = added.paper.map((p) => ({ ...p, form: 'paper', copies: 1 }));
  for (const f of added.files) {
    const type = fileType(f.bytes);
    if (!type || f.bytes.length > largestFile) return { kind: 'bad-file', name: f.name };
    const kept = await (await product.files()).put(f.bytes);
    documents.push({ evidence: f.evidence, subject: f.subject, form: 'file', copies: 1, file: { sha256: kept.sha256, name: f.name.slice(-120), type, size: kept.size } });
  }
  return carryOut(product, open, actor, key, (at) =>
    supplement({ state: open.state, at, actor, clocks: clocksOf(product.calendar()) }, stepId, { answers: {}, documents, ...(added.note.trim() && { note: added.note.trim() }) }),
  );
}

export async function withdrawCase(product: Product, person: Person, number: string, key: string, reason: string): Promise<Carried | { kind: 'not-found' }> {
  const open = await openCase(product, number);
  if (!open || !mayFollow(open, person)) return { kind: 'not-found' };
  const actor: Actor = { id: person.id, name: person.name, capacity: 'self' };
  return carryOut(product, open, actor, key, (at) => withdraw({ state: open.state, at, actor, clocks: clocksOf(product.calendar()) }, reason));
}
