/**
 * The principal's yes: by a code sent to her telephone, by her own sign-in, or by a signed paper that comes photographed with the filing. Without one of
 * them nothing is filed in her name. A code is good for ten minutes and five tries; what was given, for a day of filing.
 */
import { randomBytes, randomInt } from 'node:crypto';
import { sha256 } from '../load-city';
import type { Consent } from '../ports/station-store';
import type { Person } from '../ports/identity';
import type { Product } from '../product';
import { instantOf } from '../clocks';
import type { StationWorker } from './worker';

const codeMinutes = 10;
const mostTries = 5;
const hours = 24;

export type Asked = { id: string; method: Consent['method']; expiresAt: string /** The demonstration has no gateway: what the message would say. */; shown?: { zh: string; en: string } };

export async function askBySms(product: Product, worker: StationWorker, matter: string[], phone: string): Promise<Asked> {
  const code = String(randomInt(0, 1_000_000)).padStart(6, '0');
  const consent = newConsent(product, worker, 'sms', matter, { phone, code });
  await (await product.store()).askConsent(consent);
  const says = {
    zh: `${worker.name}要替您办事。同意就把验证码 ${code} 告诉他，${codeMinutes} 分钟内有效；不同意不用理会。`,
    en: `${worker.name} asks to apply for you. If you agree, tell the code ${code}, good for ${codeMinutes} minutes; if not, ignore this.`,
  };
  await product.gateways.sms?.give({ key: `consent:${consent.id}`, to: phone, subject: '', text: says.zh });
  return { id: consent.id, method: 'sms', expiresAt: consent.expiresAt, ...(product.demonstration && { shown: says }) };
}

export async function askByLogin(product: Product, worker: StationWorker, matter: string[]): Promise<Asked> {
  const consent = newConsent(product, worker, 'login', matter, null);
  await (await product.store()).askConsent(consent);
  return { id: consent.id, method: 'login', expiresAt: consent.expiresAt };
}

function newConsent(product: Product, worker: StationWorker, method: Consent['method'], matter: string[], by: { phone: string; code: string } | null): Consent {
  const id = randomBytes(12).toString('base64url');
  const expiresAt = new Date(product.now().getTime() + (method === 'sms' ? codeMinutes : 60) * 60_000).toISOString();
  const none = { tries: 0, grantedBy: null, grantedName: null, grantedAt: null };
  return { id, method, helperId: worker.id, helperName: worker.name, station: worker.station, matter, phone: by?.phone ?? null, codeHash: by && sha256(`${id} ${by.code}`), expiresAt, ...none };
}

/** The code she read out. */
export async function answerCode(product: Product, worker: StationWorker, id: string, code: string): Promise<'given' | 'wrong' | 'over'> {
  const store = await product.store();
  const consent = await store.tryConsent(id);
  if (consent?.method !== 'sms' || consent.helperId !== worker.id) return 'over';
  if (consent.tries > mostTries || Date.parse(consent.expiresAt) < product.now().getTime()) return 'over';
  if (sha256(`${id} ${code.normalize('NFKC').replace(/\D/g, '')}`) !== consent.codeHash) return 'wrong';
  return (await store.giveConsent(id, null, instantOf(product))) ? 'given' : 'over';
}

/** What she is asked on her own telephone, or null when it is over. */
export async function consentAsked(product: Product, id: string): Promise<Consent | null> {
  const consent = await (await product.store()).consent(id);
  return consent?.method === 'login' && Date.parse(consent.expiresAt) > product.now().getTime() ? consent : null;
}

export const giveByLogin = async (product: Product, id: string, person: Person): Promise<boolean> => {
  const asked = await consentAsked(product, id);
  return asked !== null && (await (await product.store()).giveConsent(id, { id: person.id, name: person.name }, instantOf(product)));
};

/** Given, to this helper, and not longer ago than a day of filing. */
export async function givenTo(product: Product, worker: StationWorker, id: string): Promise<Consent | null> {
  const consent = await (await product.store()).consent(id);
  if (!consent?.grantedAt || consent.helperId !== worker.id) return null;
  return Date.parse(consent.grantedAt) > product.now().getTime() - hours * 3_600_000 ? consent : null;
}
