/** Licences of the applicant that run out, over all her cases and places. */
import type { CaseState, StepState } from '../core/case';
import { placedUses } from '../core/catalogue';
import { renewalsOf, type Held, type Renewal } from '../core/journey';
import { openCase } from './open-case';
import type { Principal } from './ports/identity';
import type { Product } from './product';

/** As many of the newest cases as are looked at. */
const most = 60;

export async function renewalsDue(product: Product, who: Principal): Promise<Renewal[]> {
  const store = await product.store();
  const rows = await store.casesOf(who.id, { limit: most });
  const held: Held[] = [];
  for (const row of rows.filter((r) => mayRunOut(product, r.journey))) {
    const open = await openCase(product, row.number);
    if (open) held.push(...heldIn(open.state));
  }
  return renewalsOf(held, (day) => product.catalogue.inForce(day).law, product.calendar(), product.today());
}

/** Whether any service of the journey gives something that runs out; a list of services is always looked into. */
function mayRunOut(product: Product, journey: string | null): boolean {
  const law = product.law();
  const j = journey === null ? undefined : law.journeys.get(journey);
  return j === undefined || placedUses(j).some((p) => law.services.get(p.use.use)?.outputs?.evidence?.some((o) => o.validity));
}

/** Documents of the case that were granted and not taken back. */
function heldIn(state: CaseState): Held[] {
  return [...state.steps.values()].flatMap((step) => {
    const at = grantedAt(step);
    if (!at) return [];
    return step.evidence.map((e): Held => ({ evidence: e.evidence, service: step.filed.service, grantedOn: at.slice(0, 10), place: placeOf(state), caseNumber: state.number }));
  });
}

/** Instants of the record carry the city's offset, so their first ten characters are its civil date. */
const grantedAt = (s: StepState): string | null => (s.status === 'granted' || s.status === 'delivered' ? (s.moments.findLast((m) => m.status === 'granted')?.at ?? null) : null);

/** The branch as a person knows it: its name and where it stands. */
function placeOf({ answers }: CaseState): string {
  const said = ['business.name', 'premises.address'].map((c) => answers[c]).filter((x): x is string => typeof x === 'string');
  return said.join(' · ');
}
