/**
 * Letting another act (委托): a link shown once, good for one person, one time and a stated while, and taken back at any moment. For one application
 * being filled in, or for a company. The row stays and names both people; what the other then files names both in the record.
 */
import { randomBytes } from 'node:crypto';
import { sha256 } from './load-city';
import { type Entrustment, type Right, rights } from './ports/entrust-store';
import type { Person, Principal } from './ports/identity';
import type { Product } from './product';

export const daysOffered = [1, 3, 7] as const;

export const includes = (has: Right, needs: Right): boolean => rights.indexOf(has) >= rights.indexOf(needs);

type Offer = Pick<Entrustment, 'kind' | 'about' | 'label'> & { may: Exclude<Right, 'represent'>; days: number };

/** @returns the token of the link, which is nowhere else. */
export async function offer(product: Product, giver: Person, { kind, about, label, may, days }: Offer): Promise<string> {
  const token = randomBytes(24).toString('base64url');
  const now = product.now();
  const store = await product.store();
  await store.entrust(
    {
      id: randomBytes(12).toString('base64url'),
      kind,
      about,
      label,
      may,
      giver: giver.id,
      giverName: giver.name,
      madeAt: now.toISOString(),
      until: new Date(now.getTime() + days * 86_400_000).toISOString(),
      holder: null,
      holderName: null,
      acceptedAt: null,
      revokedAt: null,
    },
    sha256(token),
  );
  return token;
}

export const tokenShape = /^[\w-]{32}$/;

/** What a link offers and whether it still does. */
export async function offerBehind(product: Product, token: string): Promise<{ entrustment: Entrustment; open: boolean } | null> {
  const found = tokenShape.test(token) ? await (await product.store()).offered(sha256(token)) : null;
  return found && { entrustment: found, open: found.holder === null && isInForce(found, product.now()) };
}

export const takeUp = async (product: Product, token: string, who: Person): Promise<Entrustment | null> =>
  tokenShape.test(token) ? (await product.store()).takeUp(sha256(token), who, product.now().toISOString()) : null;

export const isInForce = (e: Entrustment, now: Date): boolean => e.revokedAt === null && Date.parse(e.until) > now.getTime();

/** What somebody may do about one thing, by what she holds now; null for nothing. */
export async function rightTo(product: Product, who: Principal, kind: Entrustment['kind'], about: string): Promise<{ may: Right; name: string; until: string } | null> {
  const held = (await (await product.store()).entrustmentsOf(who.id, product.now().toISOString())).filter((e) => e.kind === kind && e.about === about);
  const best = held.toSorted((a, b) => rights.indexOf(b.may) - rights.indexOf(a.may))[0];
  return best ? { may: best.may, name: best.label, until: best.until } : null;
}

/** Taken back by whoever gave it. */
export async function takeBack(product: Product, who: Principal, kind: Entrustment['kind'], about: string, id: string, mayAny = false): Promise<boolean> {
  const store = await product.store();
  const found = (await store.entrustmentsAbout(kind, about)).find((e) => e.id === id && e.may !== 'represent' && (mayAny || e.giver === who.id));
  return found !== undefined && store.revokeEntrustment(id, product.now().toISOString());
}
