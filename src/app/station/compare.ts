/**
 * Back online, what was typed is held beside what the registers hold: for the principal and those a register proves she may speak for, under her
 * mandate, each reading on the record for her to see. A register that does not answer costs nothing: what was typed stands.
 */
import type { Value, Values } from '../../core/case';
import type { Mandate as ReadingMandate } from '../registers/may-read';
import { mayRead } from '../registers/may-read';
import type { OpenDraft, Reading } from '../draft';
import { preparedOf } from '../draft';
import type { Access } from '../ports/store';
import type { Related, RegisterRequest } from '../ports/registers';
import type { Product } from '../product';

export type Asker = { id: string; capacity: 'helper' | 'counter-clerk'; mandate: ReadingMandate };

/** @returns one settled reading per register and key, nothing accepted yet. */
export async function readBeside(product: Product, draft: OpenDraft, asker: Asker): Promise<Reading[]> {
  const wanted = suppliable(product, draft);
  if (wanted.length === 0) return [];
  const at = product.now().toISOString();
  const related = await relatedTo(product, draft, asker);
  const allowed = wanted.filter((w) => mayRead({ signedIn: {}, related, mandates: [asker.mandate], register: w.register, at }, { datum: w.key, value: w.value }).allowed);
  const readings = await Promise.all(allowed.map((w) => readOne(product, draft, asker, w, at)));
  const subjects = new Map(allowed.map((w) => [`${w.register}|${w.subject}|${w.key}`, w.value]));
  await (await product.store()).recordAccess(
    readings.map(
      (r): Access => ({
        at,
        who: asker.id,
        capacity: asker.capacity,
        register: r.register,
        subject: subjects.get(`${r.register}|${r.subject}|${r.key}`) ?? '',
        purpose: purposeText(draft),
        caseNumber: null,
        result: r.state,
      }),
    ),
  );
  return readings;
}

type Wanted = { register: string; subject: string; key: string; value: string; data: string[] };

/** What connected registers hold of what was answered, by register and key. */
function suppliable(product: Product, draft: OpenDraft): Wanted[] {
  const prepared = preparedOf(product, draft);
  const found = new Map<string, Wanted>();
  for (const [concept, answer] of Object.entries(draft.body.answers)) {
    if (answer === null || typeof answer === 'object') continue;
    const datum = prepared.datum(concept)?.datum;
    const dot = concept.indexOf('.');
    const [subject, bare] = [concept.slice(0, dot), concept.slice(dot + 1)];
    for (const by of datum?.suppliedBy ?? []) {
      const value = draft.body.answers[`${subject}.${by.key}`];
      if (!product.connected.has(by.register) || typeof value !== 'string' || bare === by.key) continue;
      const id = `${by.register}|${subject}|${by.key}`;
      const w = found.get(id) ?? { register: by.register, subject, key: by.key, value, data: [] };
      w.data.push(bare);
      found.set(id, w);
      break;
    }
  }
  return [...found.values()];
}

async function readOne(product: Product, draft: OpenDraft, asker: Asker, w: Wanted, at: string): Promise<Reading> {
  const answer = await product.registers.read({ register: w.register, key: { datum: w.key, value: w.value }, data: w.data, evidence: [], purpose: purposeOf(product, draft, asker, w.register) });
  const values: Values = {};
  if (answer.state === 'found') for (const bare of w.data) if (answer.data[bare] !== undefined && answer.data[bare] !== null) values[`${w.subject}.${bare}`] = answer.data[bare] as Value;
  const asOf = answer.state === 'found' ? answer.asOf : null;
  return { register: w.register, subject: w.subject, key: w.key, at, state: answer.state, asOf, values, evidence: [], missing: [], settled: { accepted: [], refused: [], wrong: [] } };
}

const purposeText = ({ body }: OpenDraft) => ('journey' in body.basket ? body.basket.journey : body.basket.services.join(','));

function purposeOf(product: Product, draft: OpenDraft, asker: Asker, register: string): RegisterRequest['purpose'] {
  const basis = product.law().registers.get(register)?.basis;
  return { basis: basis ? `${basis.kind}${basis.source ? `:${basis.source}` : ''}` : '', journey: 'journey' in draft.body.basket ? draft.body.basket.journey : null, draft: draft.id, actor: asker.id };
}

async function relatedTo(product: Product, draft: OpenDraft, asker: Asker): Promise<Related[]> {
  const value = asker.mandate.principal['idNumber'];
  if (!value) return [];
  const answers = await Promise.all([...product.connected].map((register) => product.registers.related(register, { datum: 'idNumber', value }, purposeOf(product, draft, asker, register))));
  return answers.flatMap((found) => found ?? []);
}
