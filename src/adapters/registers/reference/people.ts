/**
 * The people of the demonstration: invented, and visibly so. Every name ends in （示例）, which stays readable for one-character, fifty-letter
 * and rare-character names alike, and keeps the real first letter for sorting and search.
 *
 * No identity number here can belong to anyone. Zhuzhou County (430221) became Lukou District (430212) in June 2018, and a number carries the code
 * of the year it was first issued. So whoever was born before carries the new code and whoever was born after carries the abolished one: both are
 * combinations a registration office had no occasion to issue. Sequences stay between 000 and 099, and check digits are right (GB 11643).
 * Passport and permit are the specimen number of ICAO Doc 9303 and all zeros. No telephone number can be called: the segment 169 is not handed out.
 */
import { birthDateOf, completeIdNumber, sexOf } from '../../../core/catalogue/check-digits';

export const sampleMark = '（示例）';
export const isSampleName = (name: string): boolean => name.endsWith(sampleMark);

export type Document = { kind: 'id-number'; number: string } | { kind: 'passport'; number: string; nationality: string } | { kind: 'hk-macau-permit'; number: string };
export type MaritalStatus = 'single' | 'married' | 'divorced' | 'widowed';
export type SamplePerson = {
  /** Stable and speaking; part of the principal's id, never a number. */
  id: string;
  name: string;
  document: Document;
  sex: 'male' | 'female';
  birthDate: string;
  /** Where the household is registered: a town's 9 or a county's 6 digits; null for residents without a household registration. */
  home: string | null;
  address: string;
  maritalStatus: MaritalStatus;
  spouse: string | null;
  parents: string[];
  phone: string | null;
  /** When the register last checked the record. */
  asOf: string;
  /** What this person shows; null for the crowd. */
  shows: { zh: string; en: string } | null;
};

/** The eight towns of Lukou: code and name. */
export const towns = [
  ['430212100', '渌口区渌口镇'],
  ['430212101', '渌口区朱亭镇'],
  ['430212106', '渌口区古岳峰镇'],
  ['430212107', '渌口区淦田镇'],
  ['430212108', '渌口区龙门镇'],
  ['430212109', '渌口区龙潭镇'],
  ['430212110', '渌口区南洲镇'],
  ['430212111', '渌口区龙船镇'],
] as const;
const places = new Map<string, string>([...towns, ['430281', '醴陵市']]);

const lukouBecameDistrict = '2018-06-19';

/** The identity number of someone born that day; `sequence` 0–99, odd for men. */
export function sampleIdNumber(birthDate: string, sequence: number): string {
  const place = birthDate < lukouBecameDistrict ? '430212' : '430221';
  return completeIdNumber(`${place}${birthDate.replaceAll('-', '')}${String(sequence).padStart(3, '0')}`);
}

/** An address that names a real town and a street that does not exist. */
export const sampleAddress = (place: string, house: number): string => `湖南省株洲市${places.get(place) ?? ''}示例路${house}号`;

/** A resident with a household registration; sex and birth date come from the number. */
export function resident(
  id: string,
  name: string,
  idNumber: string,
  home: { place: string; house: number },
  more: Partial<Pick<SamplePerson, 'maritalStatus' | 'spouse' | 'parents' | 'phone' | 'asOf' | 'shows'>>,
): SamplePerson {
  return {
    id,
    name: name + sampleMark,
    document: { kind: 'id-number', number: idNumber },
    sex: sexOf(idNumber),
    birthDate: birthDateOf(idNumber),
    home: home.place,
    address: sampleAddress(home.place, home.house),
    maritalStatus: 'single',
    spouse: null,
    parents: [],
    phone: null,
    asOf: '2026-09-30T02:00:00+08:00',
    shows: null,
    ...more,
  };
}
