/** What the city's policies can know of a business: who may speak for it, and what its registers hold. Every reading is permitted, bounded and logged like any other. */
import type { Values } from '../core/case';
import { policyBasket, policyQuestions } from '../core/journey';
import type { Person } from './ports/identity';
import type { Related } from './ports/registers';
import type { Product } from './product';
import { mayRead } from './registers/may-read';

const purpose = 'policies';

export type KnownBusiness = { creditCode: string; name: string; facts: Values; asOf: string | null };

/** The businesses a register says the person represents. */
export async function businessesOf(product: Product, person: Person): Promise<Related[]> {
  const value = person.gives['idNumber'];
  if (!value) return [];
  const answers = await Promise.all(
    [...product.connected].map((register) => product.registers.related(register, { datum: 'idNumber', value }, { basis: basisOf(product, register), journey: null, draft: purpose, actor: person.id })),
  );
  return answers.flatMap((a) => a ?? []).filter((r) => r.relation === 'business' && r.key.datum === 'creditCode');
}

/** Null when the person does not speak for it. */
export async function knownBusiness(product: Product, person: Person, creditCode: string): Promise<KnownBusiness | null> {
  const related = await businessesOf(product, person);
  const business = related.find((r) => r.key.value === creditCode);
  if (!business) return null;
  const at = product.now().toISOString();
  const key = { datum: 'creditCode', value: creditCode };
  const wanted = dataByRegister(product);
  const facts: Values = {};
  let asOf: string | null = null;
  for (const [register, data] of wanted) {
    if (!mayRead({ signedIn: person.gives, related, mandates: [], register, at }, key).allowed) continue;
    const answer = await product.registers.read({ register, key, data, evidence: [], purpose: { basis: basisOf(product, register), journey: null, draft: purpose, actor: person.id } });
    const store = await product.store();
    await store.recordAccess([{ at, who: person.id, capacity: 'legal-representative', register, subject: creditCode, purpose, caseNumber: null, result: answer.state }]);
    if (answer.state !== 'found') continue;
    asOf ??= answer.asOf;
    for (const datum of data) if (answer.data[datum] !== undefined && answer.data[datum] !== null) facts[`business.${datum}`] = answer.data[datum]!;
  }
  return { creditCode, name: business.name, facts, asOf };
}

const basisOf = (product: Product, register: string): string => {
  const basis = product.law().registers.get(register)?.basis;
  return basis ? `${basis.kind}${basis.source ? `:${basis.source}` : ''}` : '';
};

/** What the policies read and a connected register holds by the credit code. */
function dataByRegister(product: Product): Map<string, string[]> {
  const prepared = policyBasket(product.law());
  const found = new Map<string, string[]>();
  for (const concept of prepared ? policyQuestions(prepared) : []) {
    if (!concept.startsWith('business.')) continue;
    const by = prepared!.datum(concept)?.datum.suppliedBy?.find((s) => s.key === 'creditCode' && product.connected.has(s.register));
    if (by) found.set(by.register, [...(found.get(by.register) ?? []), concept.slice('business.'.length)]);
  }
  return found;
}
