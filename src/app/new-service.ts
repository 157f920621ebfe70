/** Use case: a service that is valid from its first minute, with what only its author knows left as TODO for the linter to name. */
import type { InForce } from '../core/catalogue';

/** @param authority its first counter is where the service is filed; without a counter it is filed online only. */
export function newService(law: InForce, id: string, authority: string): string {
  const office = law.authorities.get(authority)!;
  const counter = office.counters?.[0]?.id;
  const person = [...law.subjects.values()].find((s) => s.entity === 'person' && !s.many)?.id;
  const needs = person === undefined ? [] : ['name', 'idNumber', 'phone'].filter((d) => law.data.get('person')?.has(d)).map((d) => `${person}.${d}`);
  return [
    '# One public service. `yijian lint` names what is still to be filled in; docs/authoring.md goes through it step by step.',
    `id: ${id}`,
    'name: {zh: TODO 事项名称, en: TODO the name of the service}',
    '# What people say at the counter; search finds a service by its names only. Three or more.',
    'aliases: [TODO 群众怎么叫它 what people call it]',
    'description: {zh: TODO 一句话：这件事做什么, en: TODO one sentence on what it is for}',
    `authority: ${authority}`,
    '# Nothing here has a source yet. Give each line its `source: ID` from sources/, then take this line away; never invent one.',
    'illustrative: true',
    'itemType: public-service',
    `audience: [person]`,
    ...(person === undefined ? [] : [`subjects: {${person}: person}`]),
    '# Who needs it at all (applies), who may have it (eligible), who goes elsewhere (excludes); docs/rule-language.md.',
    `# applies: [{when: '…', illustrative: true}]`,
    ...(needs.length > 0 ? ['# Data it asks for; whatever a register or another service supplies is not asked.', 'needs:', ...needs.map((n) => `  - ${n}`)] : []),
    '# Documents to be handed over: each line a role, any one list of anyOf is enough.',
    '# evidence:',
    '#   - {id: identity, anyOf: [[id-card]], illustrative: true}',
    '# What it gives: documents of evidence/, data of concepts/. Later services use it instead of asking.',
    '# outputs: {evidence: [], concepts: []}',
    counter === undefined ? 'filing: {online: true}' : `filing: {counter: ${counter}, online: true}`,
    'delivery: [electronic]',
    ...(counter === undefined
      ? []
      : ['# How it is filed and collected today, on its own: the number before is counted from this.', 'alone: {filing: counter, delivery: [counter], illustrative: true}']),
    '# In working hours (h), working days (wd) or days; together no longer than the promise.',
    'stages:',
    '  - {id: accept, label: {zh: 受理, en: Accept}, h: 1}',
    '  - {id: decide, label: {zh: 决定, en: Decide}, wd: 1, grants: true}',
    'clock: {promised: {wd: 3, illustrative: true}}',
    '# In fen.',
    'fee: 0',
    '',
  ].join('\n');
}
