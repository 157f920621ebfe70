/**
 * Companies and the people who act for them. Who represents one is what the register of enterprises says, asked again each day; she lets
 * others view, prepare or submit, and takes that back. Applications of a company belong to the company, not to whoever filled them in.
 */
import { randomBytes } from 'node:crypto';
import { isInForce, rightTo } from './entrust';
import type { Entrustment, Right } from './ports/entrust-store';
import type { Person, Principal } from './ports/identity';
import type { Related } from './ports/registers';
import type { Product } from './product';

const prefix = 'org:';
/** Under which the applications of a company are kept. */
export const ownerOf = (creditCode: string): string => prefix + creditCode;
/** The credit code of such an owner, else null. */
export const companyOf = (owner: string | null): string | null => (owner?.startsWith(prefix) ? owner.slice(prefix.length) : null);

export type Company = { creditCode: string; name: string; may: Right };

/** How long a register's word counts before it is asked again. */
const day = 86_400_000;

/** What she represents by a register, and what others entrusted to her; each once, with the most she may. */
export async function companiesOf(product: Product, who: Person): Promise<Company[]> {
  const store = await product.store();
  const held = (await store.entrustmentsOf(who.id, product.now().toISOString())).filter((e) => e.kind === 'company');
  const proved = await representedBy(product, who);
  for (const r of proved) if (!held.some((e) => e.about === r.key.value && e.may === 'represent')) await keepProof(product, who, r);
  const all: Company[] = [
    ...proved.map((r): Company => ({ creditCode: r.key.value, name: r.name, may: 'represent' })),
    ...held.filter((e) => e.may !== 'represent').map((e): Company => ({ creditCode: e.about, name: e.label, may: e.may })),
  ];
  const order: Right[] = ['represent', 'submit', 'prepare', 'view'];
  return all.toSorted((a, b) => order.indexOf(a.may) - order.indexOf(b.may)).filter((c, i, sorted) => sorted.findIndex((x) => x.creditCode === c.creditCode) === i);
}

/** What she may do for one company; null for nothing. A register is asked only where nothing is known of today. */
export async function rightFor(product: Product, who: Principal, creditCode: string): Promise<{ may: Right; name: string; until: string } | null> {
  if (who.kind !== 'person') return null;
  const held = await rightTo(product, who, 'company', creditCode);
  if (held?.may === 'represent') return held;
  const proved = (await representedBy(product, who)).find((r) => r.key.value === creditCode);
  if (proved) {
    return { may: 'represent', name: proved.name, until: await keepProof(product, who, proved) };
  }
  return held;
}

async function representedBy(product: Product, who: Person): Promise<Related[]> {
  const value = who.gives['idNumber'];
  if (!value) return [];
  const purpose = { basis: 'duty', journey: null, draft: '', actor: who.id };
  const answers = await Promise.all([...product.connected].map((register) => product.registers.related(register, { datum: 'idNumber', value }, purpose)));
  return answers.flatMap((found) => (found ?? []).filter((r) => r.relation === 'business' && r.key.datum === 'creditCode'));
}

async function keepProof(product: Product, who: Person, { key, name }: Related): Promise<string> {
  const now = product.now();
  const at = now.toISOString();
  const proof: Entrustment = {
    id: randomBytes(12).toString('base64url'),
    kind: 'company',
    about: key.value,
    label: name,
    may: 'represent',
    giver: 'register',
    giverName: name,
    madeAt: at,
    until: new Date(now.getTime() + day).toISOString(),
    holder: who.id,
    holderName: who.name,
    acceptedAt: at,
    revokedAt: null,
  };
  await (await product.store()).entrust(proof, null);
  return proof.until;
}

/** Everybody who may act for a company now, and offers still open. */
export async function actingFor(product: Product, creditCode: string): Promise<Entrustment[]> {
  const all = await (await product.store()).entrustmentsAbout('company', creditCode);
  return all.filter((e) => e.may !== 'represent' && isInForce(e, product.now()));
}
