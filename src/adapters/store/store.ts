/** The store over PostgreSQL, whichever it is: each command and read is a file of its own; here they are put together. */
import type { Store } from '../../app/ports/store';
import { accesses } from './commands/accesses';
import { append } from './commands/append';
import { catalogues } from './commands/catalogue';
import { atDesk } from './commands/at-desk';
import { claim } from './commands/claim';
import { fileChecks } from './commands/file-checks';
import { drafts } from './commands/drafts';
import { entrusts } from './commands/entrust';
import { inbox } from './commands/inbox';
import { jobs } from './commands/jobs';
import { kept } from './commands/kept';
import { missedSearches } from './commands/missed-searches';
import { messages } from './commands/messages';
import { station } from './commands/station';
import { sessions } from './commands/sessions';
import { together } from './commands/together';
import { submits } from './commands/submit';
import { cases } from './reads/cases';
import { checkout } from './reads/checkout';
import { figures } from './reads/figures';
import { queue } from './reads/queue';
import type { Sql } from './sql';

export const storeOver = (sql: Sql, { lanes, close }: { lanes: number; close: () => Promise<void> }): Store => ({
  submit: submits(sql, lanes),
  append: (command) => append(sql, command),
  claim: (caseId, step, by) => claim(sql, caseId, step, by),
  repeated: (actor, key) => kept(sql, actor, key),
  queue: queue(sql),
  ...cases(sql),
  ...drafts(sql),
  ...entrusts(sql),
  ...fileChecks(sql),
  ...sessions(sql),
  ...station(sql),
  ...accesses(sql),
  ...jobs(sql),
  ...messages(sql),
  ...inbox(sql),
  ...missedSearches(sql),
  ...catalogues(sql),
  ...atDesk(sql),
  ...together(sql),
  ...figures(sql),
  ...checkout(sql),
  close,
});
