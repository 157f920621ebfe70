/** Work for later: what waits and what is stuck; with --retry everything stuck begins anew. */
import { good } from '../output';
import { withStore } from '../store-of';
import type { Command } from '.';

const most = 1000;

export const jobsCommand: Command = {
  options: ['data', 'database', 'retry!'],
  usage: 'jobs (--data DIR | --database URL) [--retry]',
  run: (a, s) =>
    withStore(a, s, async ({ store }) => {
      let retried = 0;
      if (a.flag('retry')) for (const d of await store.deadJobs(most)) if (await store.retryDead(d.id, new Date().toISOString())) retried++;
      const [figures, dead] = [await store.jobFigures(), await store.deadJobs(100)];
      const lines = [
        ...figures.map((f) => `${f.kind}: 等着 waiting ${f.open}, 卡住 stuck ${f.dead}${f.oldest ? `, 最早 since ${f.oldest}` : ''}`),
        ...dead.map((d) => `  ${d.at} ${d.kind} #${d.id}, ${d.attempts}×: ${d.error}`),
        ...(retried > 0 ? [`重新安排 begun anew: ${retried}`] : []),
      ];
      return good({ figures, dead, retried }, lines.join('\n') || '没有后台工作 no work');
    }),
};
