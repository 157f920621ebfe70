/** @module adapters/identity – who is using the product: sample sign-in today, sessions for any identity provider. */
export { endedCookie, sessionCookie, tokenIn } from './cookie';
export { localPath } from './return-to';
export { sampleIdentity, sampleStories } from './sample';
export { endSession, resumeSession, startSession } from './session';
export { sessionsOver } from './sessions';
