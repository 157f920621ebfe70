/** What every store must do, whatever is underneath. `store.test.ts` runs it on PGlite and on a PostgreSQL server. */
import { atDesk } from './at-desk';
import { checkout } from './checkout';
import type { Ground } from './ground';
import { jobs } from './jobs';
import { messages } from './messages';
import { entrusting } from './entrusting';
import { people } from './people';
import { desk } from './queue';
import { record } from './record';
import { searches } from './searches';
import { station } from './station';
import { strings } from './strings';
import { submitting } from './submitting';

export type { Ground } from './ground';

export function storeContract(ground: () => Ground): void {
  for (const part of [submitting, strings, desk, people, record, searches, atDesk, checkout, jobs, messages, entrusting, station]) part(ground);
}
