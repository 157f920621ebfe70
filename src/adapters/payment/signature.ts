/**
 * Signed confirmations as Standard Webhooks writes them (standardwebhooks.com, symmetric scheme): `webhook-id`, `webhook-timestamp` in seconds, and
 * `webhook-signature`, a list of `v1,BASE64(HMAC-SHA256(secret, "id.timestamp.body"))`.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';

/** Seconds a confirmation may be older or newer than our clock. */
const tolerance = 300;

export type Signed = { 'webhook-id': string; 'webhook-timestamp': string; 'webhook-signature': string };

/** @param secret `whsec_` and the key in base64. */
const keyOf = (secret: string): Buffer => Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
const macOf = (secret: string, id: string, timestamp: string, body: string): Buffer => createHmac('sha256', keyOf(secret)).update(`${id}.${timestamp}.${body}`).digest();

export function sign(secret: string, id: string, now: Date, body: string): Signed {
  const timestamp = `${Math.floor(now.getTime() / 1000)}`;
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${macOf(secret, id, timestamp, body).toString('base64')}` };
}

/** Whether one of the signatures is ours and the message is fresh. */
export function isSigned(secret: string, headers: { [name: string]: string }, now: Date, body: string): boolean {
  const { 'webhook-id': id = '', 'webhook-timestamp': timestamp = '', 'webhook-signature': signatures = '' } = headers;
  if (!id || !/^\d{1,12}$/.test(timestamp) || Math.abs(now.getTime() / 1000 - Number(timestamp)) > tolerance) return false;
  const expected = macOf(secret, id, timestamp, body);
  return signatures.split(' ').some((s) => {
    const given = s.startsWith('v1,') ? Buffer.from(s.slice(3), 'base64') : Buffer.alloc(0);
    return given.length === expected.length && timingSafeEqual(given, expected);
  });
}
