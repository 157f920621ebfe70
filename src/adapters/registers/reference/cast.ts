/** The hand-made people of the demonstration: each shows one situation that forms and pages must serve. Two households hang together by marriage and descent. */
import { resident, sampleAddress, sampleIdNumber, sampleMark, type SamplePerson } from './people';

const phone = (n: number): string => `1690000${String(n).padStart(4, '0')}`;

const chens = { place: '430212100', house: 1 };

export const cast: SamplePerson[] = [
  resident('liu-xiaoman', '刘小满', sampleIdNumber('1994-05-21', 2), chens, {
    maritalStatus: 'married',
    spouse: 'chen-zhiyuan',
    phone: phone(1),
    shows: { zh: '已婚，即将生育二孩', en: 'Married, expecting her second child' },
  }),
  resident('chen-zhiyuan', '陈致远', sampleIdNumber('1992-11-08', 1), chens, {
    maritalStatus: 'married',
    spouse: 'liu-xiaoman',
    parents: ['chen-zhiguo', 'he-guixiang'],
    phone: phone(2),
    shows: { zh: '丈夫；父母年迈', en: 'Her husband; his parents are old' },
  }),
  resident('chen-anan', '陈安安', sampleIdNumber('2020-03-15', 4), chens, {
    parents: ['liu-xiaoman', 'chen-zhiyuan'],
    shows: { zh: '两人的大女儿，即将入学', en: 'Their first daughter, about to start school' },
  }),
  resident(
    'he-guixiang',
    '贺桂香',
    sampleIdNumber('1941-02-03', 6),
    { place: '430212101', house: 18 },
    {
      maritalStatus: 'married',
      spouse: 'chen-zhiguo',
      asOf: '2019-04-02T02:00:00+08:00',
      shows: { zh: '高龄老人，没有手机，多年未核对信息', en: 'An elderly resident without a phone; her record is years old' },
    },
  ),
  resident(
    'chen-zhiguo',
    '陈志国',
    sampleIdNumber('1939-08-30', 3),
    { place: '430212101', house: 18 },
    {
      maritalStatus: 'married',
      spouse: 'he-guixiang',
      asOf: '2019-04-02T02:00:00+08:00',
    },
  ),
  resident(
    'zhou-lan',
    '周岚',
    sampleIdNumber('1998-09-09', 8),
    { place: '430212106', house: 7 },
    {
      phone: phone(3),
      shows: { zh: '未婚，即将生育', en: 'Unmarried, expecting a child' },
    },
  ),
  resident(
    'deng-haiyan',
    '邓海燕',
    sampleIdNumber('1988-01-17', 18),
    { place: '430212110', house: 22 },
    {
      maritalStatus: 'divorced',
      phone: phone(4),
      shows: { zh: '准备开一家小餐馆', en: 'About to open a small restaurant' },
    },
  ),
  resident(
    'tang-zhiqiang',
    '唐志强',
    sampleIdNumber('1965-12-01', 5),
    { place: '430212107', house: 3 },
    {
      maritalStatus: 'widowed',
      phone: phone(5),
      shows: { zh: '企业法定代表人，即将退休', en: 'Legal representative of a company, about to retire' },
    },
  ),
  resident(
    'luo-jianguo',
    '罗建国',
    sampleIdNumber('1996-07-23', 29),
    { place: '430281', house: 9 },
    {
      phone: phone(6),
      shows: { zh: '户籍在醴陵，身份号码以X结尾，准备结婚', en: 'Registered in Liling; his number ends in X; about to marry' },
    },
  ),
  resident(
    'miao',
    '苗',
    sampleIdNumber('1997-10-12', 12),
    { place: '430212109', house: 31 },
    {
      phone: phone(7),
      shows: { zh: '姓名只有一个字，准备结婚', en: 'A name of one character; about to marry' },
    },
  ),
  resident(
    'ayxamgul-memet',
    '阿依夏木古丽·买买提艾力',
    sampleIdNumber('1990-06-18', 14),
    { place: '430212100', house: 40 },
    {
      phone: phone(8),
      shows: { zh: '姓名里有间隔号，灵活就业', en: 'A name with a middle dot; works for herself' },
    },
  ),
  /** One character each of the CJK extension blocks B, C, D, E, F and G, all outside the 16-bit range. */
  resident(
    'ouyang',
    '欧阳𠮷𪟝𫝀𬭎𬺰𰀀',
    sampleIdNumber('1985-04-04', 9),
    { place: '430212111', house: 2 },
    {
      phone: phone(9),
      shows: { zh: '姓名有生僻字，持残疾人证', en: 'A name with rare characters; holds a disability certificate' },
    },
  ),
  resident(
    'luo-changgeng',
    '罗长庚',
    sampleIdNumber('1948-02-11', 33),
    { place: '430212100', house: 12 },
    {
      maritalStatus: 'widowed',
      asOf: '2026-10-28T02:00:00+08:00',
    },
  ),
  resident(
    'luo-chunmei',
    '罗春梅',
    sampleIdNumber('1974-08-03', 34),
    { place: '430212100', house: 12 },
    {
      parents: ['luo-changgeng'],
      phone: phone(12),
      shows: { zh: '父亲刚刚去世', en: 'Her father has just died' },
    },
  ),
  {
    id: 'maria-villanueva',
    name: `MARIA GUADALUPE ESPERANZA VILLANUEVA CASTELLANOS TORRES${sampleMark}`,
    document: { kind: 'passport', number: 'L898902C3', nationality: 'UTO' },
    sex: 'female',
    birthDate: '1991-08-12',
    home: null,
    address: sampleAddress('430212100', 56),
    maritalStatus: 'single',
    spouse: null,
    parents: [],
    phone: phone(10),
    asOf: '2026-09-30T02:00:00+08:00',
    shows: { zh: '外籍居民，持护照，姓名五十个字母', en: 'A foreign resident with a passport and a name of fifty letters' },
  },
  {
    id: 'ho-wing-yee',
    name: `何詠儀${sampleMark}`,
    document: { kind: 'hk-macau-permit', number: 'H00000000' },
    sex: 'female',
    birthDate: '1987-03-27',
    home: null,
    address: sampleAddress('430212110', 64),
    maritalStatus: 'single',
    spouse: null,
    parents: [],
    phone: phone(11),
    asOf: '2026-09-30T02:00:00+08:00',
    shows: { zh: '香港居民，持来往内地通行证', en: 'A Hong Kong resident with a mainland travel permit' },
  },
];
