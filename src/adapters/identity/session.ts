/**
 * Sessions. The browser holds 256 random bits; the store holds only their SHA-256, so a copy of the store signs nobody in. A session ends after
 * a while without use (15 minutes for staff, 30 for residents) and 12 hours after sign-in in any case. Signing in always makes a new one.
 */
import { createHash, randomBytes } from 'node:crypto';
import * as v from 'valibot';
import type { Principal } from '../../app/ports/identity';
import type { Store } from '../../app/ports/store';
import { principal } from './principal';

/** `saveSession` replaces a session of the same hash. */
export type SessionStore = Pick<Store, 'saveSession' | 'session' | 'endSession'>;
export type OpenSession = { principal: Principal; startedAt: string; expiresAt: string };

const minute = 60_000;
const absolute = 12 * 60 * minute;
/** How much of the idle time must be used up before an expiry is written anew: a page view is not a write. */
const granularity = minute;

/** Minutes without use after which a session ends. */
export const idleMinutes = (kind: Principal['kind']): number => (kind === 'person' ? 30 : 15);

/** On a shared computer, whoever it is. */
const sharedMinutes = 5;

const kept = v.object({ principal, startedAt: v.string(), shared: v.optional(v.literal('shared')) });

/** @param replaces the token the visitor came with, which ends here so that a planted one is worth nothing */
export async function startSession(store: SessionStore, who: Principal, at: Date, replaces?: string | null, shared?: 'shared'): Promise<{ token: string; expiresAt: string }> {
  if (replaces) await endSession(store, replaces);
  const token = randomBytes(32).toString('base64url');
  const startedAt = at.toISOString();
  const expiresAt = expiry(who, at, at, shared);
  await store.saveSession({ tokenHash: hashOf(token), principal: { principal: who, startedAt, ...(shared && { shared }) }, expiresAt });
  return { token, expiresAt };
}

/** Who holds this token now; using a session prolongs it. Null for anything that is not a live session. */
export async function resumeSession(store: SessionStore, token: string | null, at: Date): Promise<OpenSession | null> {
  if (!token || !isToken(token)) return null;
  const tokenHash = hashOf(token);
  const found = await store.session(tokenHash, at.toISOString());
  if (!found || Date.parse(found.expiresAt) <= at.getTime()) return null;
  const { principal: who, startedAt, shared } = v.parse(kept, found.principal);
  const expiresAt = expiry(who, new Date(startedAt), at, shared);
  if (Date.parse(expiresAt) - Date.parse(found.expiresAt) < (shared ? 0 : granularity)) return { principal: who, startedAt, expiresAt: new Date(found.expiresAt).toISOString() };
  await store.saveSession({ tokenHash, principal: found.principal, expiresAt });
  return { principal: who, startedAt, expiresAt };
}

export async function endSession(store: SessionStore, token: string): Promise<void> {
  if (isToken(token)) await store.endSession(hashOf(token));
}

const isToken = (token: string): boolean => /^[A-Za-z0-9_-]{43}$/.test(token);
const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');
const expiry = (who: Principal, startedAt: Date, at: Date, shared?: 'shared'): string =>
  new Date(Math.min(at.getTime() + (shared ? sharedMinutes : idleMinutes(who.kind)) * minute, startedAt.getTime() + absolute)).toISOString();
