import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { birthDateOf, completeCreditCode, completeIdNumber, completeOrganisationCode, creditCodeFault, idNumberFault, sexOf } from './check-digits';

/** The two numbers printed in GB 11643 itself. */
const standardNumbers = ['11010519491231002X', '440524188001010014'];
/** Codes of real organisations, published by themselves (reference/domain.md §3.1). */
const publishedCodes = ['11431026MB0R05447F', '11511301008778183N', '115113010833722043', '91330102MA28NBU477'];

const creditAlphabet = [...'0123456789ABCDEFGHJKLMNPQRTUWXY'];
const idNumber = fc
  .tuple(fc.integer({ min: 100_000, max: 999_999 }), fc.date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }), fc.integer({ min: 0, max: 999 }))
  .map(([place, born, sequence]) => completeIdNumber(`${place}${born.toISOString().slice(0, 10).replaceAll('-', '')}${String(sequence).padStart(3, '0')}`));
const creditCode = fc
  .tuple(fc.constantFrom('91', '92', '11', '51'), fc.integer({ min: 100_000, max: 999_999 }), fc.array(fc.constantFrom(...creditAlphabet), { minLength: 8, maxLength: 8 }))
  .map(([kind, place, body]) => completeCreditCode(kind + place + body.join('')));
const replaced = (s: string, at: number, by: string) => s.slice(0, at) + by + s.slice(at + 1);

describe('identity number', () => {
  it.each(standardNumbers)('accepts %s', (n) => {
    expect(idNumberFault(n)).toBeNull();
    expect(completeIdNumber(n.slice(0, 17))).toBe(n);
  });
  it('reads birth date and sex', () => {
    expect(birthDateOf('11010519491231002X')).toBe('1949-12-31');
    expect(sexOf('11010519491231002X')).toBe('female');
    expect(sexOf('440524188001010014')).toBe('male');
  });
  it('says what is wrong', () => {
    expect(idNumberFault('11010519491231002x')).toBe('shape');
    expect(idNumberFault('110105491231002')).toBe('shape');
    expect(idNumberFault(completeIdNumber('11010520210229001'))).toBe('birth-date');
    expect(idNumberFault('110105194912310021')).toBe('check-digit');
  });
  it('accepts the residence permits of Hong Kong, Macau and Taiwan residents', () => {
    for (const place of ['810000', '820000', '830000']) expect(idNumberFault(completeIdNumber(`${place}19900307000`))).toBeNull();
  });
  it('is accepted when complete', () => fc.assert(fc.property(idNumber, (n) => idNumberFault(n) === null)));
  it('catches every single wrong digit', () =>
    fc.assert(
      fc.property(idNumber, fc.nat(16), fc.integer({ min: 1, max: 9 }), (n, at, by) => idNumberFault(replaced(n, at, String((Number(n[at]) + by) % 10))) !== null),
      { numRuns: 500 },
    ));
  it('catches every wrong check character', () => fc.assert(fc.property(idNumber, fc.constantFrom(...'0123456789X'), (n, check) => check === n[17] || idNumberFault(replaced(n, 17, check)) !== null)));
  it('catches every swap of neighbours', () =>
    fc.assert(
      fc.property(idNumber, fc.nat(16), (n, at) => n[at] === n[at + 1] || idNumberFault(n.slice(0, at) + n[at + 1] + n[at] + n.slice(at + 2)) !== null),
      { numRuns: 500 },
    ));
});

describe('unified social credit code', () => {
  it.each(publishedCodes)('accepts %s', (code) => {
    expect(creditCodeFault(code)).toBeNull();
    expect(completeCreditCode(code.slice(0, 16))).toBe(code);
    expect(completeOrganisationCode(code.slice(8, 16))).toBe(code.slice(8, 17));
  });
  it('says what is wrong', () => {
    expect(creditCodeFault('91330102MA28NBU47')).toBe('shape');
    expect(creditCodeFault('91330102MA28NBO477')).toBe('shape');
    expect(creditCodeFault('91330102MA28NBU478')).toBe('check-digit');
    expect(creditCodeFault('91330102MA28NBU377')).toBe('organisation-check');
  });
  it('is accepted when complete', () => fc.assert(fc.property(creditCode, (code) => creditCodeFault(code) === null)));
  it('catches every single wrong character', () =>
    fc.assert(
      fc.property(creditCode, fc.nat(17), fc.constantFrom(...creditAlphabet), (code, at, by) => code[at] === by || creditCodeFault(replaced(code, at, by)) !== null),
      { numRuns: 1000 },
    ));
  it('catches every swap of neighbours', () =>
    fc.assert(
      fc.property(creditCode, fc.nat(16), (code, at) => code[at] === code[at + 1] || creditCodeFault(code.slice(0, at) + code[at + 1] + code[at] + code.slice(at + 2)) !== null),
      { numRuns: 500 },
    ));
});

describe('organisation code', () => {
  it('catches every single wrong digit', () =>
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...'0123456789'), { minLength: 8, maxLength: 8 }), fc.nat(7), fc.integer({ min: 1, max: 9 }), (digits, at, by) => {
        const first8 = digits.join('');
        const whole = completeOrganisationCode(first8);
        return completeOrganisationCode(replaced(first8, at, String((Number(first8[at]) + by) % 10)))[8] !== whole[8];
      }),
    ));
  it('does not tell letters that differ by 11 apart, so the outer check is needed', () => {
    expect(completeOrganisationCode('A0000000')[8]).toBe(completeOrganisationCode('L0000000')[8]);
  });
});
