/**
 * Check digits of the two numbers every form asks for: the citizen identity number (GB 11643) and the unified social credit code
 * (GB 32100) with the organisation code inside it (GB 11714). A typing slip is told to the person who typed it, never to an authority.
 *
 * Only the form is judged. The first six digits of an identity number are where it was first issued: historical codes are valid, and
 * residence is never read from them. Lower case `x` is not accepted: whoever reads input turns it into a capital first.
 */
import { isCivilDate } from './declare/scalar';

export type IdNumberFault = 'shape' | 'birth-date' | 'check-digit';
export type CreditCodeFault = 'shape' | 'organisation-check' | 'check-digit';

const idWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const idChecks = '10X98765432';
const creditWeights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
/** GB 32100 leaves out I, O, S, V and Z. */
const creditAlphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const organisationWeights = [3, 7, 9, 10, 5, 8, 4, 2];
const organisationAlphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** What is wrong with an identity number of 18 characters, or null. The birth date must exist in the calendar. */
export function idNumberFault(number: string): IdNumberFault | null {
  if (!/^[1-9]\d{16}[\dX]$/.test(number)) return 'shape';
  if (!isCivilDate(birthDateOf(number))) return 'birth-date';
  return completeIdNumber(number.slice(0, 17)) === number ? null : 'check-digit';
}

/** The 18 characters for the first 17 digits. @throws RangeError when they are not 17 digits */
export function completeIdNumber(first17: string): string {
  if (!/^\d{17}$/.test(first17)) throw new RangeError('expected 17 digits');
  return first17 + idChecks[weighted(first17, idWeights, organisationAlphabet) % 11];
}

/** `YYYY-MM-DD` as printed in the number; the number's own form is not judged. */
export const birthDateOf = (idNumber: string): string => `${idNumber.slice(6, 10)}-${idNumber.slice(10, 12)}-${idNumber.slice(12, 14)}`;

/** GB 11643: the 17th digit is odd for men and even for women. */
export const sexOf = (idNumber: string): 'male' | 'female' => (Number(idNumber[16]) % 2 === 1 ? 'male' : 'female');

/** What is wrong with a unified social credit code of 18 characters, or null; the inner organisation code is checked too. */
export function creditCodeFault(code: string): CreditCodeFault | null {
  if (!/^[0-9A-HJ-NP-RTUWXY]{2}\d{6}[0-9A-HJ-NP-RTUWXY]{10}$/.test(code)) return 'shape';
  const organisation = code.slice(8, 17);
  if (completeOrganisationCode(organisation.slice(0, 8)) !== organisation) return 'organisation-check';
  return code.slice(0, 17) + creditCheck(code) === code ? null : 'check-digit';
}

/** The 18 characters for the first 16: both check characters are added. @throws RangeError when the 16 are not of the code's shape */
export function completeCreditCode(first16: string): string {
  if (!/^[0-9A-HJ-NP-RTUWXY]{2}\d{6}[0-9A-HJ-NP-RTUWXY]{8}$/.test(first16)) throw new RangeError('expected the first 16 characters of a credit code');
  const first17 = first16.slice(0, 8) + completeOrganisationCode(first16.slice(8));
  return first17 + creditCheck(first17);
}

/** The 9 characters for the first 8. It promises to catch one wrong digit; letters that differ by 11 share a check. @throws RangeError */
export function completeOrganisationCode(first8: string): string {
  if (!/^[0-9A-Z]{8}$/.test(first8)) throw new RangeError('expected 8 digits or capital letters');
  return first8 + '0X987654321'[weighted(first8, organisationWeights, organisationAlphabet) % 11];
}

const creditCheck = (code: string): string => creditAlphabet[(31 - (weighted(code, creditWeights, creditAlphabet) % 31)) % 31]!;

/** Sum of the values of the first characters, each times its weight. */
const weighted = (characters: string, weights: number[], alphabet: string): number => weights.reduce((sum, weight, i) => sum + weight * alphabet.indexOf(characters[i]!), 0);
