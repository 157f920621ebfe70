/**
 * A filing arrives from a station: it becomes one case, or what differs is shown and nothing is filed yet. The device sends it again until it has heard;
 * under its key it happens once.
 */
import type { Actor, HandedOver, Mandate, Value } from '../../core/case';
import { canonicalBytes } from '../../core/case/canonical';
import { prepare, takeAnswers, UnknownBasket } from '../../core/journey';
import { instantOf } from '../clocks';
import { fileType, hold } from '../attachments/take';
import type { DraftBody, OpenDraft, Reading } from '../draft';
import { sha256 } from '../load-city';
import { residentId } from '../open-case';
import type { Person } from '../ports/identity';
import type { Product } from '../product';
import { submit } from '../submit';
import { readBeside } from './compare';
import { type Conflict, meanwhile, planConflict } from './conflicts';
import { givenTo } from './consent';
import { dropForm } from './form';
import type { StationFiling } from './filing';
import { receiptDay, type ReceiptDay } from './receipt-day';
import type { StationWorker } from './worker';

export type Refusal = 'consent' | 'files' | 'answers' | 'no-such-matter' | 'nothing-in' | 'other-content';
export type Arrived =
  | { kind: 'filed'; number: string; on: string; because: ReceiptDay['because']; repeated: boolean }
  | { kind: 'conflicts'; conflicts: Conflict[] }
  /** `number`: what was filed under this key before. */
  | { kind: 'refused'; because: Refusal; number?: string };

const refused = (because: Refusal, number?: string): Arrived => ({ kind: 'refused', because, ...(number && { number }) });

export async function arrive(product: Product, worker: StationWorker, filing: StationFiling): Promise<Arrived> {
  const now = instantOf(product);
  const day = receiptDay(filing.signedAt, now);
  const content = sha256(canonicalBytes(filing));
  const before = await filedBefore(product, worker, filing, content, day);
  if (before) return before;
  const consented = await consentIn(product, worker, filing);
  if (!consented) return refused('consent');
  if (!(await filesHere(product, worker, filing))) return refused('files');
  const draft = draftOf(product, filing, content, day.on.slice(0, 10), consented.applicant);
  if (typeof draft === 'string') return refused(draft);

  const held = await besideRegisters(product, draft, filing, { id: worker.id, capacity: worker.capacity, mandate: readingMandate(filing, now) });
  const plan = planConflict(product, held.draft, filing);
  const conflicts = [...held.conflicts, ...(plan ? [plan] : []), ...(await meanwhile(product, held.draft, filing, consented.ids))];
  // What was filed meanwhile may be this filing itself, sent twice at once.
  if (conflicts.length > 0) return (await filedBefore(product, worker, filing, content, day)) ?? { kind: 'conflicts', conflicts };

  // The register's spelling, where she let it stand.
  const written = held.draft.body.answers['applicant.name'];
  const name = typeof written === 'string' ? written : filing.principal.name;
  const actor: Actor = { id: worker.id, name: worker.name, capacity: worker.capacity, behalf: { id: consented.applicant, name } };
  const receipt = { provisional: filing.provisional, signedAt: filing.signedAt, on: day.on, station: worker.station };
  const done = await submit(product, { ...held.draft, person: { ...held.draft.person, name } }, { actor, contact: filing.principal.phone, receipt, mandate: consented.mandate });
  switch (done.kind) {
    case 'submitted':
      return arrived(product, worker, filing, { kind: 'filed', number: done.number, ...day, repeated: done.repeated });
    case 'unready':
      return refused(done.because === 'nothing-in' ? 'nothing-in' : 'answers');
    case 'key-reused':
      return refused('other-content');
  }
}

/** What was filed under its key already; null where nothing was. */
async function filedBefore(product: Product, worker: StationWorker, filing: StationFiling, content: string, day: ReceiptDay): Promise<Arrived | null> {
  const before = await (await product.store()).repeated(worker.id, filing.key);
  if (!before) return null;
  const { number } = before.response as { number: string };
  if (before.fingerprint !== fingerprintOf(draftId(filing, content), filing)) return refused('other-content', number);
  return arrived(product, worker, filing, { kind: 'filed', number, ...day, repeated: true });
}

/** The slip she holds leads to her case. Noted again when the answer was lost on its way. */
async function arrived(product: Product, worker: StationWorker, filing: StationFiling, done: Extract<Arrived, { kind: 'filed' }>): Promise<Arrived> {
  const at = instantOf(product);
  await (await product.store()).noteArrival({ provisional: filing.provisional, number: done.number, station: worker.station, helperId: worker.id, signedAt: filing.signedAt, arrivedAt: at });
  if (worker.capacity === 'counter-clerk') await dropForm(product, worker, filing.key);
  product.changed(done.number);
  return done;
}

const draftId = (filing: StationFiling, content: string) => `station:${filing.key}:${content}`;
/** As `submit` makes it. */
const fingerprintOf = (draft: string, { basket }: StationFiling) => sha256(canonicalBytes({ draft, basket: 'journey' in basket ? [basket.journey] : [...basket.services] }));

type Consented = { applicant: string; ids: string[]; mandate: Mandate };

async function consentIn(product: Product, worker: StationWorker, filing: StationFiling): Promise<Consented | null> {
  const { consent, principal, key } = filing;
  const known = principal.idNumber ? await product.identity.known?.(principal.idNumber) : undefined;
  const resident = principal.idNumber ? residentId(principal.idNumber) : `walk-in:${key}`;
  const ids = [...new Set([known, resident].filter((x) => x !== undefined))];
  const base = { helper: { id: worker.id, name: worker.name }, station: worker.station };
  if (consent.kind === 'paper') return { applicant: known ?? resident, ids, mandate: { ...base, consent: 'paper', at: consent.at, file: consent.file } };
  const given = await givenTo(product, worker, consent.id);
  if (!given || given.method !== consent.kind || given.matter.join() !== matterOf(filing).join()) return null;
  const mandate: Mandate = { ...base, consent: consent.kind, at: given.grantedAt! };
  if (given.method === 'sms') return given.phone === principal.phone ? { applicant: known ?? resident, ids, mandate } : null;
  return given.grantedName === principal.name ? { applicant: given.grantedBy!, ids: [...new Set([...ids, given.grantedBy!])], mandate } : null;
}

export const matterOf = ({ basket }: Pick<StationFiling, 'basket'>): string[] => ('journey' in basket ? [basket.journey] : [...basket.services]);

/** A paper's consent lets registers be read for as long as the filing takes. */
function readingMandate(filing: StationFiling, now: string) {
  const principal: { [datum: string]: string } = filing.principal.idNumber ? { idNumber: filing.principal.idNumber } : {};
  return { id: filing.key, principal, registers: 'all' as const, from: new Date(Date.parse(now) - 1000).toISOString(), until: new Date(Date.parse(now) + 60_000).toISOString(), revokedAt: null };
}

/** Every photo it speaks of came from this worker, whole, and is what it says it is. */
async function filesHere(product: Product, worker: StationWorker, { documents, consent }: StationFiling): Promise<boolean> {
  const files = await product.files();
  const named = [...documents.flatMap((d) => (d.file ? [d.file] : [])), ...(consent.kind === 'paper' ? [consent.file] : [])];
  for (const f of named) {
    const { have, whole } = await files.arrived(worker.id, f.sha256);
    if (!whole || have !== f.size) return false;
    const bytes = await files.get(f.sha256);
    if (!bytes || fileType(bytes) !== f.type) return false;
    await hold(product, f.sha256);
  }
  return documents.every((d) => d.form !== 'register' && (d.form !== 'file' || d.file !== undefined));
}

function draftOf(product: Product, filing: StationFiling, content: string, day: string, applicant: string): OpenDraft | Refusal {
  const law = product.catalogue.inForce(day).law ?? product.law();
  if (!law.divisions.has(filing.division)) return 'answers';
  try {
    const taken = takeAnswers(prepare(law, filing.basket), {}, filing.answers);
    if ('refused' in taken) return 'answers';
    const body: DraftBody = {
      basket: filing.basket,
      division: filing.division,
      answers: taken.answers,
      passed: [],
      readings: [],
      documents: filing.documents as HandedOver[],
      preferred: filing.preferred,
      key: filing.key,
      startedAt: filing.startedAt,
      submitted: null,
      offline: { day },
    };
    const person: Person = { kind: 'person', id: applicant, name: filing.principal.name, gives: {}, assurance: 1, sample: false };
    // Compiled as the principal's own; who files it for her comes with the submission.
    return { id: draftId(filing, content), version: 0, body, person, actor: { id: person.id, name: person.name, capacity: 'self' }, acting: person, may: 'submit' };
  } catch (e) {
    if (e instanceof UnknownBasket) return 'no-such-matter';
    throw e;
  }
}

/** Values the registers hold otherwise wait for the helper's choice; what agrees is filed as the register's. */
async function besideRegisters(product: Product, draft: OpenDraft, filing: StationFiling, asker: Parameters<typeof readBeside>[2]): Promise<{ draft: OpenDraft; conflicts: Conflict[] }> {
  const answers = { ...draft.body.answers };
  const conflicts: Conflict[] = [];
  const readings = (await readBeside(product, draft, asker)).map((r): Reading => {
    const settled = { accepted: [] as string[], refused: [] as string[], wrong: [] as string[] };
    for (const [concept, held] of Object.entries(r.values)) {
      const typed = answers[concept]!;
      const choice = same(typed, held) ? 'register' : filing.settled.registers[concept];
      if (choice === undefined) conflicts.push({ kind: 'register', concept, register: r.register, typed, held, asOf: r.asOf });
      if (choice === 'register') {
        answers[concept] = held;
        settled.accepted.push(concept);
      } else settled.wrong.push(concept);
    }
    return { ...r, settled };
  });
  return { draft: { ...draft, body: { ...draft.body, answers, readings } }, conflicts };
}

const same = (a: Value, b: Value) => String(a).normalize('NFC').trim() === String(b).normalize('NFC').trim();
