/** Sessions in the product's store, carried by the cookie; the store is opened only when there is a session to ask about. */
import type { Sessions } from '../../app/ports/sessions';
import { endedCookie, sessionCookie, tokenIn, type Transport } from './cookie';
import { endSession, resumeSession, startSession, type SessionStore } from './session';

export const sessionsOver = (store: () => Promise<SessionStore>, now: () => Date, transport: Transport): Sessions => ({
  tokenIn: (header) => tokenIn(header, transport),
  who: async (token) => (await resumeSession(await store(), token, now()))?.principal ?? null,
  begin: async (who, replaces, shared) => sessionCookie((await startSession(await store(), who, now(), replaces, shared)).token, transport),
  end: async (token) => {
    if (token !== null) await endSession(await store(), token);
    return endedCookie(transport);
  },
});
