/** Two applications begun on one day become one: their matters are joined, what was said, read and handed over is kept, and what was said twice differently is asked again. */
import type { InForce } from '../core/catalogue';
import { joinedId, partsOf } from '../core/catalogue';
import { prepare, type Basket } from '../core/journey';
import { pieceId } from './documents';
import { type DraftBody, type OpenDraft, saveDraft } from './draft';
import type { Principal } from './ports/identity';
import type { Product } from './product';
import { myDrafts } from './track';

export type Joined = { body: DraftBody /** Said in both, and not the same. */; differ: string[] };

const mostParts = 20;
const itemsOf = (basket: Basket): string[] => ('journey' in basket ? partsOf(basket.journey) : [...basket.services]);

/** Null where they cannot be one: a change of a filed case, another applicant, or too much at once. */
export function joined(law: InForce, mine: DraftBody, other: DraftBody): Joined | null {
  if (mine.again || other.again || mine.submitted || other.submitted || mine.for?.id !== other.for?.id || mine.branch || other.branch) return null;
  const items = [...new Set([...itemsOf(mine.basket), ...itemsOf(other.basket)])];
  if (items.length > mostParts) return null;
  const basket: Basket = items.every((i) => law.services.has(i)) ? { services: items } : { journey: joinedId(items) };
  if ('journey' in basket && !law.journeys.has(basket.journey)) return null;
  const differ = Object.keys(mine.answers).filter((c) => c in other.answers && JSON.stringify(mine.answers[c]) !== JSON.stringify(other.answers[c]));
  const asked = prepare(law, basket);
  const answers = Object.fromEntries(
    Object.entries({ ...other.answers, ...mine.answers }).filter(([c]) => !differ.includes(c) && (asked.choices.has(c) || asked.datum(c) !== null || asked.lists.has(c))),
  );
  const mark = (r: DraftBody['readings'][number]) => `${r.register}|${r.subject}|${r.key}|${Object.keys(r.values).join()}|${r.evidence.join()}|${r.missing.join()}`;
  // A reading by a key that is asked again stands for nothing.
  const stands = (r: DraftBody['readings'][number]) => !differ.includes(`${r.subject}.${r.key}`);
  const body: DraftBody = {
    ...mine,
    basket,
    answers,
    passed: [...new Set([...mine.passed, ...other.passed])].filter((c) => !(c in answers)),
    readings: unique([...mine.readings, ...other.readings].filter(stands), mark),
    documents: unique([...mine.documents, ...other.documents], pieceId),
    preferred: [...new Set([...mine.preferred, ...other.preferred])],
    startedAt: mine.startedAt < other.startedAt ? mine.startedAt : other.startedAt,
  };
  return { body, differ };
}

const unique = <T>(all: readonly T[], id: (x: T) => string): T[] => [...new Map(all.toReversed().map((x) => [id(x), x])).values()].reverse();

/** The draft goes on as both; the other is gone. */
export async function joinDrafts(product: Product, draft: OpenDraft, other: { id: string; body: DraftBody }): Promise<OpenDraft | 'stale' | null> {
  const both = joined(product.law(), draft.body, other.body);
  if (!both) return null;
  const saved = await saveDraft(product, draft, both.body);
  if (saved !== 'stale') await (await product.store()).deleteDraft(other.id);
  return saved;
}

/** Another application she began today and that could go along with this one. */
export async function alsoToday(product: Product, who: Principal, mine: { id?: string; body: Pick<DraftBody, 'basket'> }): Promise<{ id: string; body: DraftBody }[]> {
  const offset = product.law().city.offset;
  const today = product.today();
  const blank = { again: undefined, submitted: null, answers: {}, passed: [], readings: [], documents: [], preferred: [], startedAt: '' };
  return (await myDrafts(product, who)).filter(
    (d) => d.id !== mine.id && dayOf(d.body.startedAt, offset) === today && joined(product.law(), { ...blank, division: '', key: '', ...mine.body } as DraftBody, d.body) !== null,
  );
}

/** The civil date of an instant at the city's offset. */
function dayOf(instant: string, offset: string): string {
  const minutes = (offset.startsWith('-') ? -1 : 1) * (+offset.slice(1, 3) * 60 + +offset.slice(4, 6));
  return new Date(Date.parse(instant) + minutes * 60_000).toISOString().slice(0, 10);
}
