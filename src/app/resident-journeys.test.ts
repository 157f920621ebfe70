/** The residents' journeys of the shipped city: their branches, and the law of October 2021 beside that of January 2026. */
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Values } from '../core/case';
import { compileLaw, scenarioInput, type Plan } from '../core/journey';
import { loadCity } from './load-city';

const { catalogue } = loadCity(join(import.meta.dirname, '../../cities/zhuzhou'));
const october2021 = '2021-10-28';
const january2026 = '2026-01-15';

/** A scenario compiled at a date; `changes` answers some things differently. Registers: none, or all. */
function planned(journey: string, scenario: string, at: string, { changes = {} as Values, registers = false } = {}): Plan {
  const { law } = catalogue.inForce(at);
  const input = scenarioInput(law!, journey, scenario, new Set(registers ? law!.registers.keys() : []))!;
  expect(input.refused).toEqual([]);
  return compileLaw(law!, { journey }, { ...input.answers, ...changes }, input.known, at).plan;
}
const inOf = (plan: Plan) => plan.services.filter((s) => s.state === 'in' || s.state === 'later').map((s) => s.id);
const stateOf = (plan: Plan, id: string) => plan.services.find((s) => s.id === id)!.state;
const asked = (plan: Plan) => plan.questions.map((q) => q.concept);
const handed = (plan: Plan) => plan.documents.pieces.map((p) => `${p.evidence}@${p.subject}`);

describe('after a death', () => {
  test('one certificate, issued in the journey, is the proof for every step that wants one', () => {
    const plan = planned('after-death', 'largest', january2026);
    const proof = plan.documents.supplied.filter((s) => s.evidence === 'death-certificate');
    expect(proof).toHaveLength(1);
    expect(proof[0]!.from).toEqual({ step: 'death-certificate-hospital' });
    expect(proof[0]!.neededBy.length).toBeGreaterThanOrEqual(8);
    expect(handed(plan)).not.toContain('death-certificate@deceased');
  });
  test('a certificate issued before is handed over once, or read from the register of deaths', () => {
    const issued = { 'deceased.deathCertified': true, 'deceased.deathDate': '2026-01-10' };
    const plan = planned('after-death', 'largest', january2026, { changes: issued });
    expect(inOf(plan)).not.toContain('death-certificate-hospital');
    expect(plan.documents.pieces.filter((p) => p.evidence === 'death-certificate').map((p) => p.copies)).toEqual([1]);
    expect(handed(planned('after-death', 'largest', january2026, { changes: issued, registers: true }))).not.toContain('death-certificate@deceased');
  });
  test('the day of death comes from the certificate, the heirs are asked about once', () => {
    const plan = planned('after-death', 'typical', january2026);
    expect(asked(plan)).not.toContain('deceased.deathDate');
    expect(asked(plan).filter((c) => c === 'applicant.heirsAgree')).toHaveLength(1);
    expect(handed(plan).filter((p) => p.startsWith('heir-promise'))).toHaveLength(1);
  });
  test('allowances end without any act of the family', () => {
    const plan = planned('after-death', 'largest', january2026, { registers: true });
    expect(inOf(plan)).toEqual(expect.arrayContaining(['assistance-end', 'elder-allowance-end', 'disability-allowance-end']));
    expect(plan.numbers.acts.after).toBe(1);
    expect(asked(plan)).not.toContain('deceased.assistance');
  });
  test('who certifies depends on the cause, and a burial needs no cremation certificate', () => {
    expect(inOf(planned('after-death', 'accident', january2026))).toContain('death-certificate-police');
    expect(inOf(planned('after-death', 'villager', january2026))).not.toContain('cremation-certificate');
  });
  test('pension accounts had no deadline in law before December 2023, 20 working days since', () => {
    const clock = (at: string) => catalogue.inForce(at).law!.services.get('pension-account-inheritance')!.clock!.statutory;
    expect(clock(october2021)).toMatchObject({ wd: 30, illustrative: true });
    expect(clock(january2026)).toMatchObject({ wd: 20, source: 'social-insurance-handling-pension' });
  });
});

describe('marriage and birth registration', () => {
  const why = (plan: Plan, id: string) => plan.services.find((s) => s.id === id)!.why.map((w) => w.source);
  test('household books were needed until 9 May 2025 and are not since', () => {
    const wanted = (at: string) => handed(planned('marriage-and-birth', 'smallest', at)).filter((p) => p.startsWith('household-book'));
    const books = (at: string) =>
      catalogue
        .inForce(at)
        .law!.services.get('marriage-registration')!
        .evidence!.filter((e) => e.anyOf[0]![0]!.id === 'household-book').length;
    expect(['2021-10-28', '2025-05-09', '2025-05-10', '2026-01-15'].map(books)).toEqual([2, 2, 0, 0]);
    // The police still look at the books afterwards, once.
    expect(wanted(january2026)).toEqual(['household-book@husband', 'household-book@wife']);
    expect(planned('marriage-and-birth', 'smallest', october2021).numbers.documents.before.oneAfterAnother).toBe(
      (planned('marriage-and-birth', 'smallest', january2026).numbers.documents.before.oneAfterAnother as number) + 2,
    );
  });
  test('one household had to be here until then; now any registry will do', () => {
    const elsewhere = { changes: { 'husband.householdElsewhere': true, 'wife.householdElsewhere': true } };
    expect(stateOf(planned('marriage-and-birth', 'typical', october2021, elsewhere), 'marriage-registration')).toBe('barred');
    expect(stateOf(planned('marriage-and-birth', 'typical', january2026, elsewhere), 'marriage-registration')).toBe('in');
  });
  test('both appear once: the floor that law sets is reached', () => {
    const { acts, visits } = planned('marriage-and-birth', 'typical', january2026, { registers: true }).numbers;
    expect([acts.after, acts.floor, visits.after, visits.floor]).toEqual([2, 2, 1, 1]);
  });
  test('age, kinship and an existing marriage bar it, each with its article', () => {
    const bars = (changes: Values) => planned('marriage-and-birth', 'typical', january2026, { changes });
    expect(why(bars({ 'husband.birthDate': '2004-06-01' }), 'marriage-registration')).toEqual(['civil-code-1047']);
    expect(stateOf(bars({ 'wife.birthDate': '2006-01-15' }), 'marriage-registration')).toBe('in');
    expect(why(bars({ 'applicant.closelyRelated': true }), 'marriage-registration')).toEqual(['civil-code-1048']);
    expect(why(bars({ 'wife.maritalStatus': 'married' }), 'marriage-registration')).toEqual(['civil-code-1042']);
  });
  test('a move from outside Zhuzhou needs a permit, one within does not', () => {
    const stages = (scenario: string, step: string) =>
      planned('marriage-and-birth', scenario, january2026)
        .steps.find((s) => s.id === step)!
        .stages.map((x) => x.id);
    expect(stages('typical', 'wife-move')).toEqual(['move']);
    expect(stages('largest', 'husband-move')).toEqual(['move', 'permit']);
  });
});

describe('retirement', () => {
  type Kind = 'man' | 'manager' | 'worker';
  const base: { [k in Kind]: { months: number; from: string; every: number; most: number } } = {
    man: { months: 720, from: '1965-01', every: 4, most: 36 },
    manager: { months: 660, from: '1970-01', every: 4, most: 36 },
    worker: { months: 600, from: '1975-01', every: 2, most: 60 },
  };
  const index = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
  const month = (i: number) => `${Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}`;
  /** The first month in which somebody born in `born` may retire, counted the long way. */
  const due = (kind: Kind, born: string) => {
    const { months, from, every, most } = base[kind];
    const old = index(born) + months;
    const late = index(born) - index(from);
    return month(old < index('2025-01') || late < 0 ? old : old + Math.min(most, Math.floor(late / every) + 1));
  };
  const state = (kind: Kind, born: string, at: string, changes: Values = {}) =>
    stateOf(
      planned('retirement', 'typical', at, {
        changes: {
          'applicant.sex': kind === 'man' ? 'male' : 'female',
          'applicant.jobKind': kind === 'man' ? 'worker' : kind,
          'applicant.birthDate': `${born}-10`,
          'applicant.earlyRetirement': false,
          ...changes,
        },
      }),
      'retirement-pension',
    );

  test('the age by month of birth, at the table’s own examples', () => {
    expect(['1965-01', '1965-05', '1970-12', '1976-09'].map((b) => due('man', b))).toEqual(['2025-02', '2025-07', '2032-06', '2039-09']);
    expect(due('worker', '1975-02')).toBe('2025-03');
    expect(due('worker', '1984-11')).toBe('2039-11');
  });
  test.each(['man', 'manager', 'worker'] as const)('%s: barred the month before, in from the month on', (kind) => {
    const first = index(base[kind].from) - 14;
    for (let i = 0; i < 150; i += 7) {
      const born = month(first + i);
      const day = due(kind, born);
      expect([born, state(kind, born, `${month(index(day) - 1)}-28`), state(kind, born, `${day}-10`)], kind).toEqual([born, 'barred', 'in']);
    }
  });
  test('sixty was enough in October 2021 and is not in 2026; early retirement is chosen, never before the old age', () => {
    expect(state('man', '1961-10', october2021)).toBe('in');
    expect(state('man', '1966-01', january2026)).toBe('barred');
    expect(state('man', '1966-01', january2026, { 'applicant.earlyRetirement': true })).toBe('in');
    expect(state('man', '1966-02', january2026, { 'applicant.earlyRetirement': true })).toBe('barred');
    expect(asked(planned('retirement', 'typical', october2021))).not.toContain('applicant.earlyRetirement');
  });
  test('fifteen years of contributions until 2029, half a year more each year from 2030', () => {
    const at = (day: string, months: number) => state('man', '1950-01', day, { 'applicant.contributionMonths': months });
    expect([at('2029-12-31', 180), at('2030-01-01', 185), at('2030-01-01', 186), at('2039-06-01', 239), at('2039-06-01', 240), at('2045-01-01', 240)]).toEqual([
      'in',
      'barred',
      'in',
      'barred',
      'in',
      'in',
    ]);
  });
  test('the fund is drawn after it is closed, and it is closed by itself after the decision', () => {
    const plan = planned('retirement', 'typical', january2026);
    const step = (id: string) => plan.steps.find((s) => s.id === id)!;
    expect(step('housing-fund-closing').after.map((a) => a.step)).toContain('retirement-pension');
    expect(step('housing-fund-retirement').after.map((a) => a.step)).toContain('housing-fund-closing');
    expect(plan.numbers.acts.after).toBe(1);
  });
});

describe('flexible employment', () => {
  test('whoever has an employer is sent there, four times the same way', () => {
    const plan = planned('flexible-employment', 'smallest', january2026);
    expect(plan.services.filter((s) => s.state === 'excluded').map((s) => s.id)).toEqual([
      'flexible-employment-registration',
      'flexible-pension-enrolment',
      'flexible-medical-enrolment',
      'flexible-contribution',
    ]);
  });
  test('hardship by age: forty for women, fifty for men, each on the day', () => {
    const state = (sex: string, birthDate: string) =>
      stateOf(planned('flexible-employment', 'largest', january2026, { changes: { 'applicant.sex': sex, 'applicant.birthDate': birthDate } }), 'hardship-recognition');
    expect([state('female', '1986-01-15'), state('female', '1986-01-16'), state('male', '1986-01-15'), state('male', '1976-01-15')]).toEqual(['in', 'barred', 'barred', 'in']);
  });
  test('both contributions are one payment, and law says the person pays', () => {
    const { acts } = planned('flexible-employment', 'typical', january2026, { registers: true }).numbers;
    expect([acts.after, acts.floor]).toEqual([2, 2]);
  });
  test('enrolment has ten working days in law since December 2023', () => {
    const clock = (at: string) => catalogue.inForce(at).law!.services.get('flexible-pension-enrolment')!.clock!.statutory;
    expect([clock(october2021)!.wd, clock(january2026)!.wd, clock(january2026)!.source]).toEqual([15, 10, 'social-insurance-handling-register']);
  });
  test('the seven days of public notice are the floor of the days', () => {
    expect(planned('flexible-employment', 'largest', january2026).numbers.days.floor).toBe(5);
  });
});
