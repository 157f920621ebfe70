/**
 * What the tablet keeps is sealed. A random AES-GCM key seals every record under its own name, so that none can take another's place; that key is itself sealed by
 * one that 600,000 rounds of PBKDF2-SHA-256 make from the helper's passphrase. The passphrase is kept nowhere; keys live in memory until the station locks.
 */
export const rounds = 600_000;

export type Sealed = { iv: Uint8Array<ArrayBuffer>; box: ArrayBuffer };
/** What lies on the tablet in the clear: salt and rounds, and the sealed key. */
export type Lock = { salt: Uint8Array<ArrayBuffer>; rounds: number; key: Sealed };
export type Vault = {
  seal(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<Sealed>;
  /** @throws where the record was moved or meddled with */
  open(name: string, sealed: Sealed): Promise<Uint8Array<ArrayBuffer>>;
};

const text = new TextEncoder();
const random = (n: number) => crypto.getRandomValues(new Uint8Array(n));

export async function makeVault(passphrase: string): Promise<{ lock: Lock; vault: Vault }> {
  const salt = random(16);
  const raw = random(32);
  const key = await sealWith(await keyFrom(passphrase, salt, rounds), 'key', raw);
  return { lock: { salt, rounds, key }, vault: await vaultOf(raw) };
}

/** Null for the wrong passphrase. */
export async function openVault(lock: Lock, passphrase: string): Promise<Vault | null> {
  const key = await keyFrom(passphrase, lock.salt, lock.rounds);
  try {
    return await vaultOf(await openWith(key, 'key', lock.key));
  } catch {
    return null;
  }
}

/** For a counter: a key that is never kept. */
export const passingVault = (): Promise<Vault> => vaultOf(random(32));

async function vaultOf(raw: Uint8Array<ArrayBuffer>): Promise<Vault> {
  const key = await crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']);
  raw.fill(0);
  return { seal: (name, bytes) => sealWith(key, name, bytes), open: (name, sealed) => openWith(key, name, sealed) };
}

async function keyFrom(passphrase: string, salt: Uint8Array<ArrayBuffer>, iterations: number): Promise<CryptoKey> {
  const material = await crypto.subtle.importKey('raw', text.encode(passphrase.normalize('NFKC')), 'PBKDF2', false, ['deriveKey']);
  return crypto.subtle.deriveKey({ name: 'PBKDF2', hash: 'SHA-256', salt, iterations }, material, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
}

async function sealWith(key: CryptoKey, name: string, bytes: Uint8Array<ArrayBuffer>): Promise<Sealed> {
  const iv = random(12);
  return { iv, box: await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: text.encode(name) }, key, bytes) };
}
const openWith = async (key: CryptoKey, name: string, { iv, box }: Sealed): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData: text.encode(name) }, key, box));

/** Guesses a passphrase stands, in bits, as people choose them: forty at least. */
export function strength(passphrase: string): number {
  const signs = [...passphrase.normalize('NFKC')];
  const different = new Set(signs).size;
  const each = signs.map((c) => (/\d/.test(c) ? 3.1 : /[a-z]/i.test(c) ? 4.2 : /\p{Script=Han}/u.test(c) ? 6 : 5));
  const all = each.reduce((a, b) => a + b, 0);
  return different < 4 ? 0 : Math.round(all * Math.min(1, (different + 2) / signs.length));
}
export const leastStrength = 32;
