/**
 * The enterprises of the demonstration. No credit code here can belong to anyone: organisation codes are handed out from pools such as MA, and
 * none begins with YJYJ. Check characters are right (GB 32100).
 */
import { completeCreditCode } from '../../../core/catalogue/check-digits';
import { sampleAddress, sampleMark } from './people';

export type SampleEnterprise = {
  creditCode: string;
  name: string;
  kind: 'company' | 'individual-business';
  /** Ids of people: who may speak for it. */
  representative: string;
  activity: string;
  address: string;
  /** Fen. */
  capital: number;
  founded: string;
  asOf: string;
};

const enterprise = (n: number, prefix: '91' | '92', e: Omit<SampleEnterprise, 'creditCode' | 'asOf'>): SampleEnterprise => ({
  ...e,
  name: e.name + sampleMark,
  creditCode: completeCreditCode(`${prefix}430212YJYJ${String(n).padStart(4, '0')}`),
  asOf: '2026-09-30T02:00:00+08:00',
});

export const enterprises: SampleEnterprise[] = [
  enterprise(1, '91', {
    name: '株洲渌水土菜馆有限公司',
    kind: 'company',
    representative: 'tang-zhiqiang',
    activity: 'restaurant',
    address: sampleAddress('430212107', 5),
    capital: 50_000_000,
    founded: '2015-06-01',
  }),
  enterprise(2, '92', {
    name: '渌口区海燕杂货店',
    kind: 'individual-business',
    representative: 'deng-haiyan',
    activity: 'convenience-store',
    address: sampleAddress('430212110', 24),
    capital: 2_000_000,
    founded: '2021-03-18',
  }),
  enterprise(3, '91', {
    name: '株洲朱亭古镇民宿有限公司',
    kind: 'company',
    representative: 'chen-zhiyuan',
    activity: 'guesthouse',
    address: sampleAddress('430212101', 20),
    capital: 100_000_000,
    founded: '2023-09-09',
  }),
];
