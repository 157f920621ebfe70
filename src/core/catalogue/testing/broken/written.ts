/** What a broken folder is made of: the small city with a file or two on top, in which ▼ marks the thing at fault. */
export type Broken = {
  name: string;
  /** On top of the small city; null takes the file away. */
  files: { [path: string]: string | null };
  code: string;
  /** Where nothing is marked: the file, and its first place. */
  file?: string;
  zh: string;
  en: string;
};

/** A service with a few lines of its own; every line of the test's text stands as it is written. */
export const service = (id: string, more: string) => `id: ${id}
name: {zh: ${id}, en: ${id}}
aliases: [${id}]
authority: market-regulation
subjects: {applicant: person, business: organisation, premises: place}
${more}${/^stages:/m.test(more.replaceAll('▼', '')) ? '' : 'stages: [{id: decide, wd: 1}]\n'}`;
export const inService = (more: string) => ({ 'services/s.yaml': service('s', more) });
export const journey = (services: string, more = '') => `id: j
name: {zh: 事, en: Matter}
services:
${services}${more}`;
export const typical = 'scenarios: {typical: {answers: {}}}\n';
