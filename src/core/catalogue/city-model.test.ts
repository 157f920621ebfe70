/** Every YAML block of the page that fixes the city model (city-model.md), transcribed, within a small city that has what the blocks name. */
import { expect, test } from 'vitest';
import { compileLaw, lintJourneys, nothingKnown, scenarioInput } from '../journey';
import { sha256, smallCity } from '../testing/small-city';
import type { InForce } from './catalogue';
import { loadCatalogue } from './load';

const subjects = `
- {id: applicant, entity: person}
- {id: mother, entity: person}
- {id: father, entity: person, mayBeAbsent: true}
- {id: child, entity: person}
- {id: business, entity: organisation}
- {id: premises, entity: place}
- {id: deceased, entity: person}
- {id: employee, entity: person, many: {max: 200, key: idNumber}}
`;

const person = `
# concepts/person.yaml – declared once per entity; the full id is subject.datum everywhere (mother.name)
entity: person
data:
  - {id: name, type: text, label: {zh: 姓名, en: Name}, ask: {zh: "您的姓名？", en: "What is your name?"}, suppliedBy: [{register: population, key: idNumber}], reuse: free}
  - {id: idNumber, type: id-number, label: {zh: 公民身份号码, en: Identity number}, ask: {zh: "公民身份号码？", en: "Identity number?"}, reuse: free}
  - {id: household.division, type: code<division>, label: {zh: 户籍所在地, en: Household registration}, ask: {zh: "您的户籍在哪里？", en: "Where is your household registered?"}, suppliedBy: [{register: population, key: idNumber}], reuse: free}
  - {id: birthDate, type: date, label: {zh: 出生日期, en: Date of birth}, ask: {zh: "出生日期？", en: "Date of birth?"}, suppliedBy: [{register: population, key: idNumber}], reuse: free}
  - {id: age, type: number, label: {zh: 周岁, en: Age}, derive: "years(birthDate, at)"}
`;

const foodLicence = `
# services/food-licence.yaml
id: food-licence
name: {zh: 食品经营许可（新办）, en: Food business licence}
aliases: [餐饮许可证, 卫生许可, 开饭店的证]
authority: market-regulation
level: {file: [village, town, county], decide: county, collect: [town, county]}
audience: [organisation]
subjects: {business: organisation, premises: place, employee: person}
applies:  [{when: 'business.activity in ["restaurant", "canteen", "school-canteen", "retail-food"]', source: food-safety-law-35}]
eligible: [{when: 'not business.barred', source: food-safety-law-135}]
excludes: [{id: school-canteen, when: 'business.activity = "school-canteen"', goTo: {zh: 请到教育部门办理, en: Apply at the education bureau}, source: guide}]
needs:
  - business.name
  - {concept: business.creditCode, by: decide}
  - premises.address
  - {concept: premises.area, when: 'business.activity != "retail-food"'}
evidence:
  - {id: proof-of-premises, anyOf: [[title-deed], [{id: lease, copies: 2, form: paper, kept: true}, lessor-title-deed]], necessity: required, source: guide}
  - {id: layout, anyOf: [[kitchen-plan]]}
  - {id: health, anyOf: [[staff-health-certificate]], per: employee, by: issue, deferrable: {within: {wd: 5}}}
outputs: {evidence: [food-licence], concepts: [business.foodLicenceNumber]}
filing: {counter: food-counter, online: true}
delivery: [electronic, post]
alone: {filing: counter, delivery: [counter], source: guide}   # how the cited guide has it filed and collected on its own
acts:
  - {kind: attend, id: inspection, stage: visit, joins: joint-site-visit}
stages:
  - {id: accept, h: 1}
  - {id: review, wd: 1}
  - {id: visit, wd: 1, joins: joint-site-visit}
  - {id: decide, h: 3, grants: true}
  - {id: issue, h: 1}
clock:
  statutory: [{value: {wd: 20}, to: "2023-11-30", source: food-licence-rules-2015}, {value: {wd: 10}, from: "2023-12-01", source: food-licence-rules-2023}]
  promised: {wd: 5, illustrative: true}
fee: 0
`;

const newborn = `
# journeys/newborn.yaml
id: newborn
name: {zh: 新生儿出生一件事, en: A child is born}
aliases: [生孩子, 上户口, 宝宝出生]
services:
  - birth-certificate
  - {use: household-registration, as: hukou-with-mother, with: {newborn: child, guardian: mother}, when: 'child.follows = "mother"'}
  - {use: household-registration, as: hukou-with-father, with: {newborn: child, guardian: father}, when: 'child.follows = "father"'}
  - {use: medical-insurance, with: {insured: child}}
  - {use: childcare-allowance, optional: {ask: {zh: 是否申领育儿补贴？, en: Apply for the allowance?}, default: true}}
  - {use: allowance-check, initiator: authority}
jointPromise: {wd: 5, illustrative: true}
scenarios:                                  # the examples, the tests and the basis of published numbers; \`typical\` decides every service
  typical: {answers: {child.follows: mother, mother.household.division: "430212"}, outputs: {}, expect: {in: [birth-certificate, hukou-with-mother, medical-insurance, childcare-allowance, allowance-check]}}
`;

const alternatives = `
# journeys/sample-alternatives.yaml
id: sample-alternatives
name: {zh: 示例, en: Sample}
services:
  - {oneOf: [{use: death-certificate-hospital, when: 'deceased.cause = "natural"'}, {use: death-certificate-police, when: 'deceased.cause != "natural"'}]}
  - {oneOf: [{use: fire-promise}, {use: fire-inspection}], ask: {zh: 选择方式, en: Choose the way}, default: fire-promise}
  - {use: health-certificate, as: staff-health, per: employee}
`;

const population = `
# registers/population.yaml
id: population
name: {zh: 人口库, en: Population register}
authority: public-security
connected: true
basis: {kind: duty, source: data-sharing-rules}
endpoint: {demonstration: reference-register}
`;

const daily = `
# sources/zhuzhou-daily-2021-10-28.yaml – one entry per fact, printed value and doubt kept apart
id: zhuzhou-daily-2021-10-28
title: {zh: 株洲日报, en: Zhuzhou Daily}
facts:
  - {id: S3.rank, story: S3, printed: "78", says: {zh: 株洲列第78位, en: Zhuzhou is 78th}, usedBy: [index/popularity-2021]}
  - {id: S3.income, story: S3, printed: 2774.718万, doubt: {zh: 每人次仅四十一元, en: 41 yuan per visitor}, usedBy: [statistics/national-day-2021]}
`;

/** What the blocks name and the page leaves to the city. */
const stub = (id: string, more = '', subject = 'child: person') => `
id: ${id}
name: {zh: ${id}, en: ${id}}
aliases: [${id}]
authority: public-security
subjects: {${subject}}
needs: [${subject.split(':')[0]}.name]
stages: [{id: decide, h: 2}]
${more}`;
const stubs = {
  'concepts/person-more.yaml': `
entity: person
data:
  - {id: phone, type: phone, label: {zh: 电话, en: Telephone}}
  - {id: follows, type: code<follows>, label: {zh: 随谁入户, en: Follows}}
  - {id: cause, type: code<cause>, label: {zh: 死因, en: Cause}}
`,
  ...Object.fromEntries(['birth-certificate', 'childcare-allowance', 'allowance-check'].map((id) => [`services/${id}.yaml`, stub(id)])),
  'services/household-registration.yaml': stub('household-registration', 'outputs: {concepts: [newborn.idNumber]}', 'newborn: person, guardian: person'),
  'services/medical-insurance.yaml': stub('medical-insurance', '', 'insured: person'),
  'services/death-certificate-hospital.yaml': stub('death-certificate-hospital', '', 'deceased: person'),
  'services/death-certificate-police.yaml': stub('death-certificate-police', '', 'deceased: person'),
  'services/fire-promise.yaml': stub('fire-promise', '', 'business: organisation'),
  'services/fire-inspection.yaml': stub('fire-inspection', '', 'business: organisation'),
  'services/health-certificate.yaml': stub('health-certificate', '', 'employee: person'),
};

const page = {
  'concepts/subjects.yaml': subjects,
  'concepts/person.yaml': person,
  'services/food-licence.yaml': foodLicence,
  'journeys/newborn.yaml': newborn,
  'journeys/sample-alternatives.yaml': alternatives,
  'registers/population.yaml': population,
  'sources/zhuzhou-daily-2021-10-28.yaml': daily,
};

const { catalogue, findings } = loadCatalogue(new Map(Object.entries({ ...smallCity, ...stubs, ...page })), sha256);
const lawOf = (day: string): InForce => {
  const { law, findings: found } = catalogue.inForce(day);
  expect(found).toEqual([]);
  return law!;
};

test('the blocks load without a finding, in every interval of law', () => {
  expect(findings).toEqual([]);
  expect(catalogue.changes).toEqual(['0000-01-01', '2023-12-01']);
  for (const day of catalogue.changes) {
    const law = lawOf(day);
    expect(lintJourneys(law, '2026-01-15').errors).toEqual([]);
  }
});

test('a dated clock is the one of the day', () => {
  expect(lawOf('2023-11-30').services.get('food-licence')!.clock!.statutory).toEqual({ wd: 20, source: 'food-licence-rules-2015' });
  expect(lawOf('2023-12-01').services.get('food-licence')!.clock!.statutory).toEqual({ wd: 10, source: 'food-licence-rules-2023' });
});

test('what the page writes is what is read', () => {
  const law = lawOf('2026-01-15');
  const food = law.services.get('food-licence')!;
  expect(food.evidence![0]!.anyOf).toEqual([[{ id: 'title-deed' }], [{ id: 'lease', copies: 2, form: 'paper', kept: true }, { id: 'lessor-title-deed' }]]);
  expect(food.evidence![2]).toMatchObject({ per: 'employee', by: 'issue', deferrable: { within: { wd: 5 } } });
  expect(food.alone).toEqual({ filing: 'counter', delivery: ['counter'], source: 'guide' });
  expect(law.subjects.get('employee')!.many).toEqual({ max: 200, key: 'idNumber' });
  expect(law.registers.get('population')!.basis).toEqual({ kind: 'duty', source: 'data-sharing-rules' });
  expect(law.sources.get('zhuzhou-daily-2021-10-28')!.facts![1]).toMatchObject({ printed: '2774.718万', usedBy: ['statistics/national-day-2021'] });
});

test('the typical newborn compiles to what the page expects', () => {
  const law = lawOf('2026-01-15');
  const { answers, known, refused } = scenarioInput(law, 'newborn', 'typical', new Set(['population']))!;
  expect(refused).toEqual([]);
  const { plan } = compileLaw(law, { journey: 'newborn' }, answers, known, '2026-01-15');
  expect(plan.services.filter((s) => s.state === 'in').map((s) => s.id)).toEqual(['birth-certificate', 'hukou-with-mother', 'medical-insurance', 'childcare-allowance', 'allowance-check']);
});

test('choices decide the alternatives, and one step stands for all rows', () => {
  const law = lawOf('2026-01-15');
  const answers = { 'deceased.cause': 'accident', 'choice.fire-promise': 'fire-inspection', employee: [{ name: '甲' }, { name: '乙' }] };
  const { plan } = compileLaw(law, { journey: 'sample-alternatives' }, answers, nothingKnown, '2026-01-15');
  expect(plan.services.filter((s) => s.state === 'in').map((s) => s.id)).toEqual(['death-certificate-police', 'fire-inspection', 'staff-health']);
});
