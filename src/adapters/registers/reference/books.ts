/** The books of the demonstration's registers, made from its people and enterprises. Names of data and evidence are the city's (concepts/, evidence/). */
import type { Related } from '../../../app/ports/registers';
import type { Key } from '../wire';
import { type Book, book, type Entry } from './book';
import { cast } from './cast';
import { crowd } from './crowd';
import { enterprises, type SampleEnterprise } from './enterprises';
import { lifeBooks } from './life-books';
import { type SamplePerson, sampleAddress } from './people';
import { leases, owners, premises } from './premises';

export const everyone: SamplePerson[] = [...cast, ...crowd];

/** Population, marriage, enterprise, real-estate, tenancy, and what else a resident's life leaves in registers. Residents without an identity number stand in none of them. */
export function referenceBooks(): Book[] {
  const people = new Map(everyone.filter((p) => p.document.kind === 'id-number').map((p) => [p.id, p]));
  const residents = [...people.values()];
  return [
    book(
      'population',
      residents.map(populationEntry),
      residents.map((p) => ({ about: idKey(p), related: family(p, people) })),
    ),
    book(
      'marriage',
      residents.map((p) => ({
        about: idKey(p),
        data: { maritalStatus: p.maritalStatus, spouseName: people.get(p.spouse ?? '')?.name ?? null },
        evidence: p.spouse === null ? [] : ['marriage-certificate'],
        asOf: p.asOf,
      })),
      residents.map((p) => ({ about: idKey(p), related: spouseOf(p, people) })),
    ),
    book(
      'enterprise',
      enterprises.map((e) => enterpriseEntry(e, people)),
      residents.map((p) => ({ about: idKey(p), related: enterprises.filter((e) => e.representative === p.id).map(business) })),
    ),
    book('real-estate', [
      ...residents.filter((p) => owners.has(p.id)).map((p) => ({ about: idKey(p), data: {}, evidence: ['property-record'], asOf: p.asOf })),
      ...premises.map((p) => ({
        about: { datum: 'unitCode', value: p.unitCode },
        data: { address: sampleAddress(p.place, p.house), area: p.area },
        evidence: ['title-deed', 'location-map'],
        asOf: p.asOf,
      })),
    ]),
    book(
      'tenancy',
      leases.map((l) => ({ about: { datum: 'leaseNumber', value: l.leaseNumber }, data: {}, evidence: ['lease'], asOf: l.asOf })),
    ),
    ...lifeBooks(residents),
  ];
}

const idKey = (p: SamplePerson): Key => ({ datum: 'idNumber', value: p.document.number });

function populationEntry(p: SamplePerson): Entry {
  return {
    about: idKey(p),
    data: {
      idNumber: p.document.number,
      name: p.name,
      sex: p.sex,
      birthDate: p.birthDate,
      'household.division': p.home?.slice(0, 6) ?? null,
      'household.address': p.address,
      maritalStatus: p.maritalStatus,
      hasResidencePermit: false,
      householdElsewhere: p.home !== null && !p.home.startsWith('4302'),
    },
    // An identity card is compulsory from 16 (居民身份证法 §2); the demonstration's children have none.
    evidence: p.birthDate < '2010-09-30' ? ['household-book', 'household-page', 'id-card'] : ['household-book', 'household-page'],
    asOf: p.asOf,
  };
}

function enterpriseEntry(e: SampleEnterprise, people: Map<string, SamplePerson>): Entry {
  return {
    about: { datum: 'creditCode', value: e.creditCode },
    data: {
      creditCode: e.creditCode,
      name: e.name,
      kind: e.kind,
      form: e.kind === 'company' ? 'company' : 'individual',
      activity: e.activity,
      address: e.address,
      capital: e.capital,
      founded: e.founded,
      representative: people.get(e.representative)!.name,
    },
    evidence: ['business-licence'],
    asOf: e.asOf,
  };
}

function family(p: SamplePerson, people: Map<string, SamplePerson>): Related[] {
  const parents = p.parents.map((id) => relative('parent', people.get(id)!));
  const children = [...people.values()].filter((c) => c.parents.includes(p.id)).map((c) => relative('child', c));
  return [...spouseOf(p, people), ...parents, ...children];
}

const spouseOf = (p: SamplePerson, people: Map<string, SamplePerson>): Related[] => (p.spouse === null ? [] : [relative('spouse', people.get(p.spouse)!)]);
const relative = (relation: Related['relation'], p: SamplePerson): Related => ({ relation, key: idKey(p), name: p.name });
const business = (e: SampleEnterprise): Related => ({ relation: 'business', key: { datum: 'creditCode', value: e.creditCode }, name: e.name });
