/**
 * Whose record may be read from a register for a person. A register answers whoever holds the product's token, so the product itself must not
 * be a way to look strangers up: it reads only for the applicant, for a business she acts for, and for people whose relation to her a register
 * proves or who gave a mandate. A number that is merely typed into a form opens nothing.
 */
import type { Related } from '../ports/registers';

type Key = { datum: string; value: string };

/** One person lets another act (帮办代办): `principal` is what identifies the one who gave it. Instants carry an offset; `until` is exclusive. */
export type Mandate = { id: string; principal: { [datum: string]: string }; registers: 'all' | string[]; from: string; until: string; revokedAt: string | null };

export type Reader = {
  /** What the sign-in vouches for, by datum. Nothing the person typed belongs here. */
  signedIn: { [datum: string]: string };
  /** What registers answered when asked about the person signed in; never relatives of relatives. */
  related: Related[];
  mandates: Mandate[];
  /** The register to be read and the instant of reading: mandates are bounded by both. */
  register: string;
  at: string;
};

export type MayRead = { allowed: true; because: 'self' | Related['relation'] | { mandate: string } } | { allowed: false };

/** Data that name exactly one subject. A name or a telephone number is no key, even the person's own. */
const keys = new Set(['idNumber', 'creditCode']);

export function mayRead(reader: Reader, key: Key): MayRead {
  if (!keys.has(key.datum) || key.value === '') return { allowed: false };
  if (has(reader.signedIn, key)) return { allowed: true, because: 'self' };
  const related = reader.related.find((r) => r.key.datum === key.datum && r.key.value === key.value);
  if (related) return { allowed: true, because: related.relation };
  const mandate = reader.mandates.find((m) => inForce(m, reader) && has(m.principal, key));
  return mandate ? { allowed: true, because: { mandate: mandate.id } } : { allowed: false };
}

const has = (data: { [datum: string]: string }, key: Key): boolean => Object.hasOwn(data, key.datum) && data[key.datum] === key.value;

function inForce(mandate: Mandate, { register, at }: Reader): boolean {
  const now = Date.parse(at);
  const covers = mandate.registers === 'all' || mandate.registers.includes(register);
  const revoked = mandate.revokedAt !== null && Date.parse(mandate.revokedAt) <= now;
  return covers && !revoked && Date.parse(mandate.from) <= now && now < Date.parse(mandate.until);
}
