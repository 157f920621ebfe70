/** Numbers she need not copy: her own, and those of family and businesses that a register proves. The page carries no number, only a mark of it. */
import { createHash } from 'node:crypto';
import { preparedOf, type OpenDraft } from '../../app/draft';
import type { Product } from '../../app/product';
import { relatedOf } from '../../app/registers/preview';
import { Button } from '../ui';
import type { Visit } from '../visit';

export type Pick = { mark: string; who: string; name: string; number: string };

const keys = new Set(['id-number', 'credit-code']);
const markOf = (draft: OpenDraft, number: string) => createHash('sha256').update(`${draft.id}|${number}`).digest('hex').slice(0, 16);

/** A register that does not answer at once holds no page up: the number can be typed. */
const patience = () => new Promise<[]>((resolve) => setTimeout(() => resolve([]), 1500).unref());

/** Empty unless the question asks for the number of a person or business other than the applicant herself. */
export async function picksFor(product: Product, draft: OpenDraft, concept: string, words: { self: string; relations: { [relation: string]: string } }): Promise<Pick[]> {
  const found = preparedOf(product, draft).datum(concept);
  if (!found || !keys.has(found.datum.type) || found.subject.id === 'applicant') return [];
  const own = draft.person.gives[found.datum.id];
  const taken = new Set(Object.entries(draft.body.answers).flatMap(([c, value]) => (c !== concept && typeof value === 'string' ? [value] : [])));
  const picks: Pick[] = own ? [{ mark: markOf(draft, own), who: words.self, name: draft.person.name, number: own }] : [];
  for (const r of await Promise.race([relatedOf(product, draft).catch(() => []), patience()]))
    if (r.key.datum === found.datum.id && !picks.some((p) => p.number === r.key.value))
      picks.push({ mark: markOf(draft, r.key.value), who: words.relations[r.relation] ?? '', name: r.name, number: r.key.value });
  return picks.filter((p) => !taken.has(p.number));
}

export async function pickedNumber(product: Product, draft: OpenDraft, concept: string, mark: string): Promise<string | null> {
  const picks = await picksFor(product, draft, concept, { self: '', relations: {} });
  return picks.find((p) => p.mark === mark)?.number ?? null;
}

/** A form of its own, so that Enter in the box below never picks somebody. */
export const Picks = ({ v, draft, action, picks }: { v: Visit; draft: OpenDraft; action: string; picks: readonly Pick[] }) =>
  picks.length === 0 ? null : (
    <form class="picks" method="post" action={action}>
      <input type="hidden" name="version" value={String(draft.version)} />
      <p class="hint">{v.t.apply.pickHint}</p>
      <ul class="chips">
        {picks.map((p) => (
          <li>
            <Button name="pick" value={p.mark}>
              <span>
                <span class="muted">{p.who}</span> {p.name}
              </span>
            </Button>
          </li>
        ))}
      </ul>
      <p class="muted">{v.t.apply.orType}</p>
    </form>
  );
