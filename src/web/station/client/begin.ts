/** Begins an application: a key, a provisional number that no other tablet of the place gives, and nothing answered yet. */
import { provisionalNumber } from '../../../core/case/provisional';
import type { Basket } from '../../../core/journey';
import { type Entry, uuid7 } from './entry';
import { instant, now, today, type World } from './world';

type Counter = { day: string; n: number };
const signs = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Three signs of the device's id. */
export const deviceSigns = (device: string): string => [...device.slice(-3)].map((c) => signs[c.codePointAt(0)! % 32]).join('');

export async function begin(w: World, basket: Basket): Promise<Entry> {
  const day = today(w);
  const before = await w.shelf.note<Counter>('counter');
  const n = before?.day === day ? before.n + 1 : 1;
  await w.shelf.keepNote('counter', { day, n } satisfies Counter);
  const { worker, device } = w.me;
  const entry: Entry = {
    id: uuid7(now(w)),
    state: 'draft',
    provisional: provisionalNumber(worker.division, day, deviceSigns(device), n),
    basket,
    division: worker.division,
    principal: { name: '', idNumber: null, phone: null },
    consent: null,
    asked: null,
    answers: {},
    documents: [],
    preferred: [],
    catalogue: w.rules.catalogue,
    states: {},
    startedAt: instant(w),
    signedAt: null,
    settled: { registers: {}, plan: null, meanwhile: [] },
    conflicts: [],
    refusedFor: null,
    number: null,
    late: false,
    form: null,
  };
  await w.shelf.put(entry);
  return entry;
}
