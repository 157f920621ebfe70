/**
 * The sweep: steps whose turn has come by time alone, read by one index, each case once. It may run twice, late, or on two machines: the
 * case's version and the command's key make it happen once.
 */
import { type Actor, datedAnew, passTime } from '../core/case';
import { clocksOf } from './clocks';
import { carryOut, openCase } from './open-case';
import type { Product } from './product';

const system: Actor = { id: 'system', name: '一件', capacity: 'system' };
/** Who is told when a clock is overrun; a role, filled by whoever heads the authority. */
const upwards = () => 'authority-head';

/** @returns how many cases moved. `limit`: steps looked at in one go. */
export async function sweep(product: Product, limit = 200): Promise<number> {
  const rows = await (await product.store()).turns(product.now().toISOString(), limit);
  let moved = 0;
  for (const number of new Set(rows.map((r) => r.number))) {
    const open = await openCase(product, number);
    if (!open) continue;
    const done = await carryOut(product, open, system, `time:${open.row.caseId}:${open.row.version}`, (at) => {
      const events = passTime({ state: open.state, at, actor: system, clocks: clocksOf(product.calendar()) }, upwards);
      return events.length ? { events } : { refused: 'not-needed-now' };
    });
    if (done.kind === 'done') moved++;
  }
  return moved;
}

/**
 * Steps whose dates wait for a year's calendar, once the city has it: a program starts with it, or it is published while one runs.
 * @returns how many cases got their dates
 */
export async function dateAnew(product: Product, limit = 200): Promise<number> {
  const store = await product.store();
  let moved = 0;
  for (let after = '0'; ; ) {
    const rows = await store.undated(after, limit);
    for (const { caseId, number } of rows) {
      after = caseId;
      const open = await openCase(product, number);
      if (!open) continue;
      const done = await carryOut(product, open, system, `dates:${caseId}:${open.row.version}`, (at) => {
        const events = datedAnew({ state: open.state, at, actor: system, clocks: clocksOf(product.calendar()) });
        return events.length ? { events } : { refused: 'not-needed-now' };
      });
      if (done.kind === 'done') moved++;
    }
    if (rows.length < limit) return moved;
  }
}
