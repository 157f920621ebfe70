/** What a broken rule set is made of: the small city with one set on top, in which ▼ marks the thing at fault. */
export type Broken = { name: string; files: { [path: string]: string }; code: string; zh: string; en: string };

export const set = (body: string, head = 'subjects: {person: person, shop: organisation, place: place}\n') => ({
  'rules/r.yaml': `id: r\nname: {zh: 规则, en: Rules}\nillustrative: true\n${head}${body}`,
});
export const rules = (...lines: string[]) => set(`rules:\n${lines.map((l) => `  - ${l}\n`).join('')}`);
export const table = (more: string, type = 'bool', args = '') => rules(`{id: a, type: ${type}${args}, table: ${more}}`);
export const service = (line: string) => ({
  'services/s.yaml': `id: s\nname: {zh: 事, en: S}\naliases: [s]\nauthority: health\nsubjects: {applicant: person, business: organisation}\n${line}stages: [{id: decide, wd: 1}]\n`,
});
