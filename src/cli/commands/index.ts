/** One file per command. */
import type { Arguments } from '../arguments';
import type { Surroundings } from '../surroundings';
import { good, type Result } from '../output';
import { backupCommand } from './backup';
import { benchCommand } from './bench';
import { clockCommand } from './clock';
import { compileCommand } from './compile';
import { exportCommand } from './export';
import { importCommand } from './import';
import { interviewCommand } from './interview';
import { languagesCommand } from './languages';
import { jobsCommand } from './jobs';
import { ledgerCommand } from './ledger';
import { lintCommand } from './lint';
import { newCommand } from './new';
import { orderCommand } from './order';
import { proveReductionCommand } from './prove-reduction';
import { rebuildCommand } from './rebuild';
import { reductionsCommand } from './reductions';
import { restoreCommand } from './restore';
import { schemasCommand } from './schemas';
import { searchCommand } from './search';
import { serveCommand } from './serve';
import { verifyLogCommand } from './verify-log';
import { whatifCommand } from './whatif';
import { whyCommand } from './why';

export type Command = { options: readonly string[]; usage: string; run(a: Arguments, s: Surroundings): Result | Promise<Result> };

export const commands: { readonly [name: string]: Command } = {
  serve: serveCommand,
  lint: lintCommand,
  new: newCommand,
  compile: compileCommand,
  interview: interviewCommand,
  whatif: whatifCommand,
  why: whyCommand,
  'prove-reduction': proveReductionCommand,
  reductions: reductionsCommand,
  search: searchCommand,
  import: importCommand,
  export: exportCommand,
  schemas: schemasCommand,
  order: orderCommand,
  clock: clockCommand,
  bench: benchCommand,
  languages: languagesCommand,
  ledger: ledgerCommand,
  'verify-log': verifyLogCommand,
  backup: backupCommand,
  restore: restoreCommand,
  jobs: jobsCommand,
  rebuild: rebuildCommand,
  help: {
    options: [],
    usage: 'help',
    run: () => good(Object.fromEntries(Object.entries(commands).map(([n, c]) => [n, c.usage])), ['yijian', ...Object.values(commands).map((c) => `  ${c.usage}`)].join('\n')),
  },
};
