import { describe, expect, it } from 'vitest';
import type { Principal } from '../../app/ports/identity';
import type { Session } from '../../app/ports/store';
import { cookieName, endedCookie, sessionCookie, tokenIn } from './cookie';
import { endSession, resumeSession, type SessionStore, startSession } from './session';

const resident: Principal = { kind: 'person', id: 'sample:person:x', name: '苗（示例）', gives: {}, assurance: 2, sample: true };
const clerk: Principal = { kind: 'clerk', id: 'sample:clerk:health:430212', name: '职员（示例）', authority: 'health', division: '430212', sample: true };
const start = new Date('2026-10-28T01:00:00.000Z');
const minutesIn = (minutes: number) => new Date(start.getTime() + minutes * 60_000);

/** As the port promises: gives back what is live, and nothing else. */
function memory() {
  const rows = new Map<string, Session>();
  let writes = 0;
  const store: SessionStore = {
    async saveSession(s) {
      writes++;
      rows.set(s.tokenHash, structuredClone(s));
    },
    session: async (hash, at) => {
      const row = rows.get(hash);
      return row && Date.parse(row.expiresAt) > Date.parse(at) ? structuredClone(row) : null;
    },
    async endSession(hash) {
      rows.delete(hash);
    },
  };
  return { store, rows, writes: () => writes };
}

describe('a session', () => {
  it('gives back its principal', async () => {
    const { store } = memory();
    const { token, expiresAt } = await startSession(store, resident, start);
    expect(await resumeSession(store, token, minutesIn(1))).toMatchObject({ principal: resident, startedAt: start.toISOString() });
    expect(expiresAt).toBe(minutesIn(30).toISOString());
  });
  it('on a shared computer ends after five minutes without use, and using it prolongs it', async () => {
    const { store } = memory();
    const { token } = await startSession(store, resident, start, null, 'shared');
    expect(await resumeSession(store, token, minutesIn(4.9))).toMatchObject({ principal: resident });
    expect(await resumeSession(store, token, minutesIn(9.8))).toMatchObject({ principal: resident });
    expect(await resumeSession(store, token, minutesIn(14.9))).toBeNull();
  });
  it('has 256 random bits, of which the store keeps only the hash', async () => {
    const { store, rows } = memory();
    const tokens = await Promise.all(Array.from({ length: 100 }, () => startSession(store, resident, start)));
    expect(new Set(tokens.map((t) => t.token)).size).toBe(100);
    for (const { token } of tokens) {
      expect(Buffer.from(token, 'base64url')).toHaveLength(32);
      expect(JSON.stringify([...rows])).not.toContain(token);
    }
    for (const hash of rows.keys()) expect(hash).toMatch(/^[0-9a-f]{64}$/);
  });
  it.each([
    ['resident', resident, 30],
    ['clerk', clerk, 15],
  ])('of a %s ends when it is not used', async (_, who, idle) => {
    const { store } = memory();
    const { token } = await startSession(store, who, start);
    expect(await resumeSession(store, token, minutesIn(idle - 1))).not.toBeNull();
    expect(await resumeSession(store, token, minutesIn(2 * idle - 2))).not.toBeNull();
    expect(await resumeSession(store, token, minutesIn(3 * idle - 1))).toBeNull();
  });
  it('ends 12 hours after sign-in however busy it is', async () => {
    const { store } = memory();
    const { token } = await startSession(store, clerk, start);
    for (let m = 10; m < 720; m += 10) expect(await resumeSession(store, token, minutesIn(m))).not.toBeNull();
    expect((await resumeSession(store, token, minutesIn(719)))?.expiresAt).toBe(minutesIn(720).toISOString());
    expect(await resumeSession(store, token, minutesIn(720))).toBeNull();
  });
  it('is not written on every page view', async () => {
    const { store, writes } = memory();
    const { token } = await startSession(store, resident, start);
    for (let second = 1; second < 60; second++) await resumeSession(store, token, minutesIn(second / 60));
    expect(writes()).toBe(1);
    await resumeSession(store, token, minutesIn(2));
    expect(writes()).toBe(2);
  });
  it('ends on signing out, and when the same visitor signs in anew', async () => {
    const { store, rows } = memory();
    const first = await startSession(store, resident, start);
    const second = await startSession(store, clerk, minutesIn(1), first.token);
    expect(await resumeSession(store, first.token, minutesIn(2))).toBeNull();
    await endSession(store, second.token);
    expect(await resumeSession(store, second.token, minutesIn(2))).toBeNull();
    expect(rows.size).toBe(0);
  });
  it.each([null, '', 'x', 'a'.repeat(43), '\u0000'.repeat(43), 'a'.repeat(100_000)])('is not opened by a token that was never given', async (token) => {
    const { store } = memory();
    await startSession(store, resident, start);
    expect(await resumeSession(store, token, start)).toBeNull();
  });
  it('is not opened by the hash that the store keeps', async () => {
    const { store, rows } = memory();
    await startSession(store, resident, start);
    for (const hash of rows.keys()) expect(await resumeSession(store, hash, start)).toBeNull();
  });
});

describe('the cookie', () => {
  it('is host-bound over https', () => {
    expect(sessionCookie('T', { secure: true })).toBe('__Host-yj=T; Path=/; HttpOnly; SameSite=Lax; Secure');
    expect(endedCookie({ secure: true })).toBe('__Host-yj=; Path=/; HttpOnly; SameSite=Lax; Secure; Max-Age=0');
  });
  it('works over plain http on loopback', () => {
    expect(sessionCookie('T', { secure: false })).toBe('yj=T; Path=/; HttpOnly; SameSite=Lax');
    expect(cookieName({ secure: false })).toBe('yj');
  });
  it('is found among others, and only under its own name', () => {
    expect(tokenIn('a=1; __Host-yj=T; b=2', { secure: true })).toBe('T');
    expect(tokenIn('yj=T', { secure: true })).toBeNull();
    expect(tokenIn('xyj=T', { secure: false })).toBeNull();
    expect(tokenIn(undefined, { secure: false })).toBeNull();
  });
  it('counts as none when it comes twice', () => expect(tokenIn('yj=A; yj=B', { secure: false })).toBeNull());
});
