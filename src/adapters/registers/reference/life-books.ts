/**
 * What insurance, employment, assistance, disability and other registers of the demonstration hold of a resident: invented, mostly made from the
 * person's age, with a few people who each show one situation. Names of data and evidence are the city's (concepts/, evidence/).
 */
import { type Book, book, type Scalar } from './book';
import type { SamplePerson } from './people';

/** Where a person differs from what is usual at that age; keyed by the person's id. */
const special: { [person: string]: { [datum: string]: Scalar } } = {
  'tang-zhiqiang': { pensionKind: 'employee', medicalKind: 'employee', jobKind: 'manager', contributionMonths: 420, medicalMonths: 320, hasEmployer: true, hasHousingFund: true },
  'ayxamgul-memet': { pensionKind: 'none', medicalKind: 'none', hasEmployer: false },
  ouyang: { hasDisabilityCertificate: true, disabilityKind: 'limbs', disabilityLevel: 'two', hasDisabilityAllowance: false, assistance: 'minimum' },
  'he-guixiang': { hasElderAllowance: true },
  'chen-zhiguo': { hasElderAllowance: true },
  'household-0-wife': { hardshipRecognised: true },
  'luo-changgeng': { pensionKind: 'retired', medicalKind: 'employee', hasElderAllowance: true, hasDrivingLicence: true, deathCertified: true, deathDate: '2026-10-27' },
};

/** The demonstration's present, in whose light people are old or young. */
const present = 2026;

function lifeOf(p: SamplePerson): { [datum: string]: Scalar } {
  const age = present - Number(p.birthDate.slice(0, 4));
  const works = age >= 18 && age < 60;
  return {
    pensionKind: works || age >= 60 ? 'resident' : 'none',
    medicalKind: 'resident',
    jobKind: 'worker',
    contributionMonths: 0,
    medicalMonths: 0,
    deemedYears: false,
    fileChecked: true,
    hasEmployer: false,
    hasInjuryCare: false,
    hardshipRecognised: false,
    hasHousingFund: false,
    hasDrivingLicence: works,
    assistance: 'none',
    hasElderAllowance: false,
    hasDisabilityAllowance: false,
    hasDisabilityCertificate: false,
    disabilityKind: null,
    disabilityLevel: null,
    deathCertified: false,
    deathDate: null,
    ...special[p.id],
  };
}

type Holding = { id: string; data: string[]; evidence?: { [evidence: string]: (life: { [datum: string]: Scalar }) => boolean } };
const holdings: Holding[] = [
  {
    id: 'social-insurance',
    data: ['pensionKind', 'jobKind', 'contributionMonths', 'deemedYears', 'fileChecked', 'hasEmployer', 'hasInjuryCare'],
    evidence: { 'social-insurance-record': (life) => life['pensionKind'] !== 'none', 'key-data-table': (life) => life['fileChecked'] === true },
  },
  { id: 'medical-insurance', data: ['medicalKind', 'medicalMonths'] },
  { id: 'employment', data: ['hardshipRecognised'], evidence: { 'hardship-result': (life) => life['hardshipRecognised'] === true } },
  { id: 'social-assistance', data: ['assistance', 'hasElderAllowance', 'hasDisabilityAllowance'], evidence: { 'assistance-proof': (life) => life['assistance'] !== 'none' } },
  { id: 'disability', data: ['hasDisabilityCertificate', 'disabilityKind', 'disabilityLevel'], evidence: { 'disability-certificate': (life) => life['hasDisabilityCertificate'] === true } },
  { id: 'housing-fund', data: ['hasHousingFund'] },
  { id: 'driving-licences', data: ['hasDrivingLicence'] },
  { id: 'deaths', data: ['deathCertified', 'deathDate'], evidence: { 'death-certificate': (life) => life['deathCertified'] === true } },
  { id: 'births', data: [], evidence: { 'birth-certificate': () => true } },
  { id: 'vaccinations', data: [], evidence: { 'vaccination-record': () => true, 'vaccination-check': () => true } },
];

/** One book per register, with every resident in it. */
export function lifeBooks(residents: readonly SamplePerson[]): Book[] {
  const known = residents.map((p) => ({ p, life: lifeOf(p) }));
  return holdings.map(({ id, data, evidence = {} }) =>
    book(
      id,
      known.map(({ p, life }) => ({
        about: { datum: 'idNumber', value: p.document.number },
        data: Object.fromEntries(data.map((d) => [d, life[d] ?? null])),
        evidence: Object.keys(evidence).filter((e) => evidence[e]!(life)),
        asOf: p.asOf,
      })),
    ),
  );
}
