/** Everything with a day on it, in order: what was signed, asked, answered, paid and done. */
import type { Ledger } from './ledger';
import { eventsOf, type RequestEvent } from './request-state';
import type { TaskEvent } from './declare/task';
import type { Entry } from './entry';

type Named = { at: string; anchor: string; name: { zh: string; en: string } };
export type Happening = Named & ({ kind: 'signed' } | { kind: 'money'; entry: Entry } | { kind: 'task'; event: TaskEvent['kind'] } | { kind: 'request'; event: RequestEvent['kind'] });

export function happenings(ledger: Ledger): Happening[] {
  const out: Happening[] = [];
  for (const a of ledger.agreements.values()) {
    out.push({ kind: 'signed', at: a.signed, anchor: a.id, name: a.name });
    for (const c of a.commitments) for (const t of c.tasks ?? []) for (const e of t.events ?? []) out.push({ kind: 'task', event: e.kind, at: e.at, anchor: a.id, name: t.name });
  }
  for (const [root, book] of ledger.books) {
    for (const entry of book.entries) {
      const a = ledger.agreements.get(entry.agreement ?? root)!;
      out.push({ kind: 'money', entry, at: entry.at, anchor: a.id, name: a.name });
    }
  }
  for (const r of ledger.requests.values()) {
    for (const e of eventsOf(r)) if (e.kind !== 'held' || !r.asked) out.push({ kind: 'request', event: e.kind, at: e.at, anchor: r.key, name: r.name });
    for (const t of r.promises ?? []) for (const e of t.events ?? []) out.push({ kind: 'task', event: e.kind, at: e.at, anchor: r.key, name: t.name });
  }
  return out.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}
