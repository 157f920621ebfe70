/**
 * What a store holds after a server was killed on it: looked at whole. Every application somebody was told a number for is there under that number, is the one
 * that was sent, and there is no other; every chain holds; every row says what its events say, and making all of them anew changes nothing.
 */
import { openStore } from '../src/adapters/store';
import { remadeRows, rowsOf } from '../src/app/rows';
import type { Place } from './under-fire';

/** All nought when nothing went wrong. `lost`: acknowledged and not there, or another's. `twice`: one more than was acknowledged. `torn`: half of a case, or rows beside their events. */
export type Damage = { lost: number; twice: number; torn: number };

export async function damageOf(place: Place, acknowledged: ReadonlyMap<string, string>): Promise<Damage> {
  const { store, verifyLog, rebuild } = await openStore(place);
  try {
    let [lost, halves] = [0, 0];
    for (const [draft, number] of acknowledged) {
      const found = await store.wholeCase(number);
      const first = found?.events[0]?.event;
      if (first?.type !== 'submitted' || !JSON.stringify(first).includes(`示例 ${draft}"`)) lost++;
      else if (found!.steps.length !== 1 || found!.events.length !== found!.case.version) halves++;
    }
    const audit = await verifyLog({ rows: rowsOf });
    const { changed } = await rebuild(remadeRows());
    const told = new Set(acknowledged.values()).size;
    return { lost: lost + acknowledged.size - told, twice: audit.cases - (told - lost), torn: halves + audit.broken.length + changed };
  } finally {
    await store.close();
  }
}
