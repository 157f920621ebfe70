/** What the people of the browser checks say: a birth in hospital, and a guesthouse of some size. */
import { sampleIdNumber } from '../src/adapters/registers/reference/people';
import type { Answers } from './robot';

export const birth: Answers = {
  'child.bornInHospital': true,
  'child.follows': 'mother',
  'child.bornInMarriage': true,
  'mother.idNumber': sampleIdNumber('1994-05-21', 2),
  'father.idNumber': sampleIdNumber('1992-11-08', 1),
  'mother.medicallyInsured': true,
  'mother.hasEmployer': false,
  'child.name': '示例·陈𠮷',
  'child.birthDate': '2026-11-02',
};

/** @param area in square metres. @param investment as the question asks for it. */
export const house = (area: string, investment: string): Answers => ({
  'premises.area': area,
  'premises.investment': investment,
  'premises.tenure': 'owned',
  'applicant.foodBarred': false,
  'business.name': '示例民宿',
  'premises.address': '渌口区示例村 1 号',
  'premises.rooms': '4',
  'premises.beds': '6',
  'premises.signArea': '3',
  'applicant.phone': '16900000004',
});
