/**
 * A city of any size, made up from a seed: the compiler's property tests and its bench run on it. Services stand in fields of
 * ten that know each other – a licence whose number and paper the next ones want –, and every field shares the city's common
 * data, so that any basket overlaps. Nothing in it is a real service.
 */
export type GeneratedCity = { files: ReadonlyMap<string, string>; services: readonly string[]; fields: readonly (readonly string[])[] };

const perField = 10;
const common = 40;
const ownData = 14;
const pad = (n: number) => String(n).padStart(4, '0');
const label = (text: string) => `{zh: ${text}, en: ${text}}`;

/** @param chance numbers in [0, 1); the same sequence makes the same city. */
export function generatedCity(size: number, chance: () => number): GeneratedCity {
  const files = new Map(Object.entries(frame()));
  const fields: string[][] = [];
  const data: string[] = Array.from({ length: common }, (_, i) => datum(`common${pad(i)}`, i % 4 === 0 ? 'register-a' : i % 4 === 1 ? 'register-b' : null, i % 5 === 0));
  const papers: string[] = Array.from({ length: 20 }, (_, i) => `paper-${pad(i)}`);
  for (let from = 0; from < size; from += perField) {
    const field = fields.length;
    const own = Array.from({ length: ownData }, (_, i) => `field${pad(field)}d${i}`);
    data.push(...own.map((id, i) => datum(id, null, i < 5)));
    papers.push(`own-paper-${pad(field)}-0`, `own-paper-${pad(field)}-1`);
    const ids = Array.from({ length: Math.min(perField, size - from) }, (_, i) => `service-${pad(from + i)}`);
    ids.forEach((id, i) => {
      data.push(`  - {id: number${pad(from + i)}, type: text, label: ${label(id)}}`);
      papers.push(`licence-${id}`);
      files.set(`services/${id}.yaml`, serviceText(id, field, ids.slice(0, i), chance));
    });
    fields.push(ids);
  }
  files.set('concepts/organisation.yaml', `entity: organisation\ndata:\n${data.join('\n')}\n`);
  papers.forEach(
    (id, i) =>
      void files.set(
        `evidence/${id}.yaml`,
        `{id: ${id}, entity: organisation, kind: document, from: applicant, label: ${label(id)}${i < 20 && i % 4 === 0 ? ', heldBy: [{register: register-a, key: common0001}]' : ''}}\n`,
      ),
  );
  return { files, services: fields.flat(), fields };
}

/** The first five data of a field are read by its rules: three yes or no, two numbers. */
function datum(id: string, register: string | null, read: boolean): string {
  const type = !read ? 'text' : /[02468]$/.test(id) ? 'bool' : 'number';
  const key = register === 'register-a' ? 'common0002' : 'common0003';
  return `  - {id: ${id}, type: ${type}, label: ${label(id)}${register ? `, suppliedBy: [{register: ${register}, key: ${key}}], reuse: free` : ''}}`;
}

function serviceText(id: string, field: number, earlier: readonly string[], chance: () => number): string {
  const whole = (n: number) => Math.floor(chance() * n);
  const own = (i: number) => `business.field${pad(field)}d${i}`;
  const test = () => {
    const i = whole(5);
    return i % 2 === 0 ? `${chance() < 0.5 ? 'not ' : ''}${own(i)}` : `${own(i)} > ${whole(4) * 50}`;
  };
  const unique = (n: number, make: () => string) => [...new Set(Array.from({ length: n }, make))];
  const before = earlier.length > 0 && chance() < 0.6 ? earlier[whole(earlier.length)]! : null;
  const needs = [
    ...unique(6, () => `business.common${pad(whole(common))}`),
    ...unique(4, () => own(5 + whole(ownData - 5))),
    `{concept: ${own(5)}, when: '${test()}'}`,
    ...(before ? [`{concept: business.number${before.slice(-4)}, by: decide}`] : []),
  ];
  const papers = [
    `{id: a, anyOf: [[paper-${pad(whole(20))}]${chance() < 0.4 ? `, [paper-${pad(whole(20))}, paper-${pad(whole(20))}]` : ''}]}`,
    `{id: b, anyOf: [[own-paper-${pad(field)}-${whole(2)}]], when: '${test()}'}`,
    ...(before ? [`{id: c, anyOf: [[licence-${before}]], by: decide}`] : []),
  ];
  return [
    `id: ${id}`,
    `name: ${label(id)}`,
    `aliases: [${id}]`,
    `authority: authority-${whole(8)}`,
    'subjects: {business: organisation}',
    `applies: [{when: '${test()}${chance() < 0.4 ? ` or ${test()}` : ''}'}]`,
    ...(chance() < 0.3 ? [`eligible: [{when: 'not business.common0000'}]`] : []),
    `needs: [${[...new Set(needs)].join(', ')}]`,
    `evidence:\n${papers.map((p) => `  - ${p}`).join('\n')}`,
    `outputs: {evidence: [licence-${id}], concepts: [business.number${id.slice(-4)}]}`,
    `filing: {counter: counter-${whole(8)}, online: true}`,
    'delivery: [electronic]',
    `alone: {filing: counter, delivery: [counter]}`,
    ...(chance() < 0.3 ? [`acts: [{kind: attend, id: visit, stage: visit, joins: visit-${field}}]`] : []),
    `stages: [{id: accept, h: 1}, {id: review, wd: ${1 + whole(5)}}, {id: visit, h: 4, joins: visit-${field}, when: '${test()}'}, {id: decide, h: 3, grants: true}, {id: issue, h: 1}]`,
    'clock: {statutory: {wd: 20}, promised: {wd: 10}}',
    ...(chance() < 0.2 ? ['fee: 1000'] : []),
  ].join('\n');
}

function frame(): { [path: string]: string } {
  const counters = (i: number) => `{id: counter-${i}, hall: hall-${i % 3}, division: "430212"}`;
  return {
    'city.yaml': `id: generated\nname: ${label('generated')}\ndivision: "430200"\nhome: "430212"\nzone: Asia/Shanghai\noffset: "+08:00"\nworkday: {hours: 7, open: [{from: "09:00", to: "12:00"}, {from: "13:00", to: "17:00"}]}\n`,
    'divisions.yaml': `- {code: "430200", name: ${label('city')}, kind: city}\n- {code: "430212", name: ${label('district')}, kind: county}\n`,
    'halls.yaml': [0, 1, 2].map((i) => `- {id: hall-${i}, name: ${label(`hall-${i}`)}, division: "430212", kind: hall}\n`).join(''),
    'authorities.yaml': Array.from({ length: 8 }, (_, i) => `- {id: authority-${i}, name: ${label(`authority-${i}`)}, counters: [${counters(i)}]}\n`).join(''),
    'concepts/subjects.yaml': '- {id: applicant, entity: person}\n- {id: business, entity: organisation}\n',
    'sources/basis.yaml': `id: basis\ntitle: ${label('basis')}\n`,
    ...Object.fromEntries(
      ['register-a', 'register-b'].map((id) => [
        `registers/${id}.yaml`,
        `id: ${id}\nname: ${label(id)}\nauthority: authority-0\nconnected: true\nbasis: {kind: duty, source: basis}\nendpoint: {demonstration: reference-register}\n`,
      ]),
    ),
  };
}
