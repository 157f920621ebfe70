import { OpenError, openStore } from '../../adapters/store';
import { caseRow, stepRows } from '../../app/rows';
import { fold } from '../../core/case';
import type { StoredEvent } from '../../app/ports/store';
import { WrongUsage } from '../arguments';
import { bad, good } from '../output';
import type { Command } from '.';

export const verifyLogCommand: Command = {
  options: ['data', 'database'],
  usage: 'verify-log (--data DIR | --database URL)',
  run: async (a, { cache }) => {
    const data = a.option('data');
    const database = a.option('database');
    if ((data === undefined) === (database === undefined)) throw new WrongUsage('写 --data DIR 或 --database URL 其中之一', 'give one of --data DIR or --database URL');
    try {
      const opened = await openStore({ cache, ...(data !== undefined && { data }), ...(database !== undefined && { database }) });
      const audit = await opened.verifyLog({ rows: rowsOf });
      await opened.store.close();
      const text = `${audit.cases} 件 cases, ${audit.events} 条事件 events, ${audit.broken.length} 处断裂 broken, ${audit.rate}/s`;
      return audit.broken.length ? bad(audit, [text, ...audit.broken.map((b) => `  ${b.number} #${b.n} ${b.problem}`)].join('\n')) : good(audit, text);
    } catch (e) {
      if (!(e instanceof OpenError)) throw e;
      return bad({ errors: [{ code: e.code, message: e.text, about: e.about }], warnings: [] }, `${e.text.zh}\n${e.text.en} (${e.about})`);
    }
  },
};

/** The rows that must follow from a case's events. */
function rowsOf(events: StoredEvent[]): { case: ReturnType<typeof caseRow>; steps: ReturnType<typeof stepRows> } {
  const state = fold(events)!;
  const last = events.at(-1)!;
  const head = { caseId: last.caseId, head: last.hash, updatedAt: last.at };
  return { case: caseRow(state, head), steps: stepRows(state, head) };
}
