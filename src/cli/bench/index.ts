/** The benches by name; one file each. */
import type { Bench } from './bench';
import { evidenceBench } from './evidence';
import { compileBench } from './compile';
import { feelinBench } from './feelin';
import { gamesBench } from './games';
import { nextQuestionBench } from './next-question';
import { pagesBench } from './pages';
import { questionsBench } from './questions';
import { queueBench } from './queue';
import { auditBench, rebuildBench } from './record';
import { rulesBench } from './rules';
import { searchBench } from './search';
import { soundnessBench } from './soundness';
import { submitBench } from './submit';
import { supportBench } from './support';
import { trackBench } from './track';

export const benches: { readonly [name: string]: Bench } = {
  evidence: evidenceBench,
  audit: auditBench,
  compile: compileBench,
  feelin: feelinBench,
  games: gamesBench,
  'next-question': nextQuestionBench,
  pages: pagesBench,
  questions: questionsBench,
  queue: queueBench,
  rebuild: rebuildBench,
  rules: rulesBench,
  search: searchBench,
  soundness: soundnessBench,
  submit: submitBench,
  support: supportBench,
  track: trackBench,
};
