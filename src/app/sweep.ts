/**
 * The sweep: steps whose turn has come by time alone, read by one index, each case once. It may run twice, late, or on two machines: the
 * case's version and the command's key make it happen once.
 */
import { type Actor, passTime } from '../core/case';
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
