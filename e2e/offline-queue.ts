/** Runs in the browser, with the station's own modules: fills a tablet's shelf with signed filings of several days, as its screens would, and tells what became of them. */
import { compileLaw, nothingKnown } from '../src/core/journey';
import type { Packed } from '../src/app/station/pack';
import { begin } from '../src/web/station/client/begin';
import type { Entry } from '../src/web/station/client/entry';
import { shelved } from '../src/web/station/client/photo';
import { rulesFrom } from '../src/web/station/client/rules';
import { lockIn, openCupboard, shelfOver } from '../src/web/station/client/shelf';
import { openVault } from '../src/web/station/client/vault';
import type { Profile } from '../src/web/station/client/wire';
import { dayFor, instant, lawFor, type World } from '../src/web/station/client/world';
import { filledIn } from '../src/web/station/testing/filings';

const day = 86_400_000;

async function open(passphrase: string) {
  const db = await openCupboard('yijian-station');
  const vault = await openVault((await lockIn(db))!, passphrase);
  if (!vault) throw new Error('wrong passphrase');
  return { db, shelf: shelfOver(db, vault) };
}

const photo = (bytes: number) => {
  const b = new Uint8Array(bytes);
  for (let at = 0; at < bytes; at += 65_536) crypto.getRandomValues(b.subarray(at, Math.min(bytes, at + 65_536)));
  b.set([0xff, 0xd8, 0xff]);
  return new File([b], 'photo.jpg', { type: 'image/jpeg' });
};

/** @param days how many, the last one today; photos of 10 to 300 kB */
export async function fill(passphrase: string, pack: string, filings: number, days: number, journeys: string[]): Promise<number> {
  const { db, shelf } = await open(passphrase);
  const rules = rulesFrom((await (await fetch(pack)).json()) as Packed);
  const me = (await shelf.note<Profile>('profile'))!;
  for (let n = 0; n < filings; n++) {
    const past = days - 1 - Math.floor((n * days) / filings);
    const w = { rules, shelf, me: { ...me, ahead: past * day }, online: false } as unknown as World;
    const begun = await begin(w, { journey: journeys[n % journeys.length]! });
    const law = lawFor(w, begun);
    const answers = filledIn(law, begun.basket, {}, dayFor(w, begun));
    const { plan } = compileLaw(law, begun.basket, answers, nothingKnown, dayFor(w, begun));
    const signed = (await shelved(shelf, photo(10_000 + Math.floor(Math.random() * 40_000))))!;
    const documents: Entry['documents'] = [];
    for (const [i, p] of plan.documents.pieces.entries()) {
      const base = { evidence: p.evidence, subject: p.subject, copies: p.copies };
      documents.push(i === 0 && p.form !== 'paper' ? { ...base, form: 'file', photo: (await shelved(shelf, photo(20_000 + Math.floor(Math.random() * 280_000))))! } : { ...base, form: 'paper' });
    }
    const at = instant(w);
    await shelf.put({
      ...begun,
      state: 'ready',
      principal: { name: `示例·离线${n}`, idNumber: null, phone: null },
      answers,
      documents,
      consent: { kind: 'paper', photo: signed, at },
      states: Object.fromEntries(plan.services.map((s) => [s.id, s.state])),
      signedAt: at,
    });
  }
  db.close();
  return filings;
}

/** Every entry, and how many photos are left. */
export async function told(
  passphrase: string,
): Promise<{ entries: { id: string; state: string; provisional: string; number: string | null; signedAt: string | null; said: unknown }[]; photos: number }> {
  const { db, shelf } = await open(passphrase);
  const entries = [];
  for (const id of await shelf.ids()) {
    const e = (await shelf.entry(id))!;
    entries.push({ id, state: e.state, provisional: e.provisional, number: e.number, signedAt: e.signedAt, said: e.refusedFor ?? e.conflicts });
  }
  const photos = await db.count('photos');
  db.close();
  return { entries, photos };
}
