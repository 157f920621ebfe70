/** A tiny invented city for tests: the parts every folder needs, to which a test adds its own files. */
import { createHash } from 'node:crypto';
import { loadCatalogue, type InForce } from '../catalogue';

export const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

export const smallCity: { readonly [path: string]: string } = {
  'city.yaml': `
id: small
name: {zh: 小城, en: Small city}
division: "430200"
home: "430212"
zone: Asia/Shanghai
offset: "+08:00"
workday: {hours: 7, open: [{from: "09:00", to: "12:00"}, {from: "13:00", to: "17:00"}]}
`,
  'divisions.yaml': `
- {code: "430200", name: {zh: 小城, en: Small city}, kind: city}
- {code: "430212", name: {zh: 小区, en: Small district}, kind: county}
`,
  'halls.yaml': `
- {id: hall-a, name: {zh: 甲厅, en: Hall A}, division: "430212", kind: hall}
- {id: hall-b, name: {zh: 乙厅, en: Hall B}, division: "430212", kind: hall}
`,
  'authorities.yaml': `
- {id: market-regulation, name: {zh: 市场监管局, en: Market regulation}, counters: [{id: registration-counter, hall: hall-a, division: "430212"}, {id: food-counter, hall: hall-b, division: "430212"}]}
- {id: public-security, name: {zh: 公安局, en: Public security}, counters: [{id: police-counter, hall: hall-a, division: "430212"}]}
- {id: health, name: {zh: 卫健局, en: Health}}
`,
  'concepts/subjects.yaml': `
- {id: applicant, entity: person}
- {id: mother, entity: person}
- {id: father, entity: person, mayBeAbsent: true}
- {id: child, entity: person}
- {id: business, entity: organisation}
- {id: premises, entity: place}
- {id: deceased, entity: person}
- {id: employee, entity: person, many: {max: 200, key: idNumber}}
`,
  'concepts/person.yaml': `
entity: person
data:
  - {id: name, type: text, label: {zh: 姓名, en: Name}, suppliedBy: [{register: population, key: idNumber}], reuse: free}
  - {id: idNumber, type: id-number, label: {zh: 公民身份号码, en: Identity number}, reuse: free}
  - {id: household.division, type: code<division>, label: {zh: 户籍所在地, en: Household registration}, suppliedBy: [{register: population, key: idNumber}], reuse: free}
  - {id: birthDate, type: date, label: {zh: 出生日期, en: Date of birth}, suppliedBy: [{register: population, key: idNumber}], reuse: free}
  - {id: age, type: number, label: {zh: 周岁, en: Age}, derive: "years(birthDate, at)"}
  - {id: phone, type: phone, label: {zh: 电话, en: Telephone}}
  - {id: follows, type: code<follows>, label: {zh: 随谁入户, en: Follows}}
  - {id: cause, type: code<cause>, label: {zh: 死因, en: Cause}}
`,
  'concepts/organisation.yaml': `
entity: organisation
data:
  - {id: name, type: text, label: {zh: 名称, en: Name}}
  - {id: activity, type: code<activity>, label: {zh: 行业, en: Activity}}
  - {id: capital, type: money, label: {zh: 资本, en: Capital}}
  - {id: creditCode, type: credit-code, label: {zh: 统一社会信用代码, en: Credit code}}
  - {id: barred, type: bool, label: {zh: 禁业, en: Barred}}
  - {id: foodSafetyManager, type: text, label: {zh: 食品安全管理员, en: Food safety manager}}
  - {id: seats, type: number, label: {zh: 座位, en: Seats}}
  - {id: foodLicenceNumber, type: text, label: {zh: 许可证号, en: Licence number}}
`,
  'concepts/place.yaml': `
entity: place
data:
  - {id: unitCode, type: text, label: {zh: 不动产单元号, en: Unit code}}
  - {id: address, type: address, label: {zh: 地址, en: Address}, suppliedBy: [{register: real-estate, key: unitCode}], reuse: free}
  - {id: area, type: number, label: {zh: 面积, en: Area}, suppliedBy: [{register: real-estate, key: unitCode}], reuse: free}
`,
  'codes/activity.yaml': `
id: activity
name: {zh: 行业, en: Activity}
values: [{code: restaurant, label: {zh: 餐馆, en: Restaurant}}, {code: canteen, label: {zh: 食堂, en: Canteen}}, {code: school-canteen, label: {zh: 学校食堂, en: School canteen}}, {code: retail-food, label: {zh: 食品零售, en: Food retail}}, {code: office, label: {zh: 办公, en: Office}}]
`,
  'codes/follows.yaml': `
id: follows
name: {zh: 随谁, en: Follows}
values: [{code: mother, label: {zh: 母亲, en: Mother}}, {code: father, label: {zh: 父亲, en: Father}}]
`,
  'codes/cause.yaml': `
id: cause
name: {zh: 死因, en: Cause}
values: [{code: natural, label: {zh: 正常, en: Natural}}, {code: accident, label: {zh: 意外, en: Accident}}]
`,
  'registers/population.yaml': `
id: population
name: {zh: 人口库, en: Population register}
authority: public-security
connected: true
basis: {kind: duty, source: data-sharing-rules}
endpoint: {demonstration: reference-register}
`,
  'registers/real-estate.yaml': `
id: real-estate
name: {zh: 不动产登记库, en: Real-estate register}
authority: market-regulation
connected: true
basis: {kind: duty, source: data-sharing-rules}
endpoint: {demonstration: reference-register}
`,
  'sources/data-sharing-rules.yaml': `
id: data-sharing-rules
title: {zh: 政务数据共享条例, en: Regulation on sharing government data}
`,
  'sources/guides.yaml': `
id: guides
title: {zh: 办事指南, en: Guides}
entries: [{id: guide}, {id: guide-a}, {id: guide-b}, {id: food-safety-law-35}, {id: food-safety-law-135}, {id: food-licence-rules-2015}, {id: food-licence-rules-2023}]
`,
  ...Object.fromEntries(
    [
      ['id-copy', 'person', 'certificate', 'applicant', ', heldBy: [{register: population, key: idNumber}]'],
      ['lease', 'place', 'document', 'applicant', ''],
      ['lessor-title-deed', 'place', 'certificate', 'third-party', ''],
      ['title-deed', 'place', 'certificate', 'government', ''],
      ['articles', 'organisation', 'document', 'applicant', ''],
      ['kitchen-plan', 'place', 'document', 'applicant', ''],
      ['staff-health-certificate', 'person', 'certificate', 'third-party', ''],
      ['business-licence', 'organisation', 'certificate', 'government', ''],
      ['food-licence', 'organisation', 'certificate', 'government', ''],
    ].map(([id, entity, kind, from, extra]) => [`evidence/${id}.yaml`, `{id: ${id}, entity: ${entity}, kind: ${kind}, from: ${from}, label: {zh: ${id}, en: ${id}}${extra}}\n`]),
  ),
};

/** Loads the small city with the given files on top; throws with the findings if it does not load. */
export function cityWith(files: { [path: string]: string }, day = '2026-01-15'): InForce {
  const { catalogue } = loadCatalogue(new Map(Object.entries({ ...smallCity, ...files })), sha256);
  const { law, findings } = catalogue.inForce(day);
  if (!law) throw new Error(findings.map((f) => `${f.code} ${f.file}:${f.line}:${f.column} ${f.message.en}`).join('\n'));
  return law;
}
