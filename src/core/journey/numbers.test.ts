/** The numbers, line by line of contracts.md: acts, documents, fields, days, visits, counters, floor, and the pair the press prints. */
import { describe, expect, test } from 'vitest';
import { asked, journey, planned, service } from '../testing/invented';
import type { Plan } from './plan';

const four = (n: Plan['numbers']['acts']) => [n.before.oneAfterAnother, n.before.allAtOnce, n.joined, n.after];
const rows = (n: number) => Array.from({ length: n }, (_, i) => ({ name: `甲${i}` }));
const staff = {
  'concepts/subjects.yaml':
    '- {id: applicant, entity: person}\n- {id: business, entity: organisation}\n- {id: premises, entity: place}\n- {id: employee, entity: person, many: {max: 200, key: idNumber}}\n',
};
const form = { 'evidence/form.yaml': 'id: form\nentity: person\nkind: form\nfrom: applicant\nlabel: {zh: 表, en: Form}\n' };
const a = (lines: string) => service('a', lines);
const b = (lines: string) => service('b', lines);

describe('documents', () => {
  test('a piece that two services want is handed over once', () => {
    const files = { ...a('evidence: [{id: e, anyOf: [[lease]]}]'), ...b('evidence: [{id: e, anyOf: [[lease]]}]') };
    expect(four(planned(files).numbers.documents)).toEqual([2, 2, 1, 1]);
    expect(planned(files).documents.pieces).toMatchObject([{ evidence: 'lease', subject: 'premises', copies: 1, neededBy: ['a', 'b'] }]);
  });
  test('the same document of two people is two pieces', () => {
    const of = (who: string) => `subjects: {applicant: person, mother: person}\nevidence: [{id: e, anyOf: [[{id: id-copy, of: ${who}}]]}]`;
    expect(planned({ ...a(of('applicant')), ...b(of('mother')) }).numbers.documents.after).toBe(2);
  });
  test('copies looked at: the largest number; paper that is kept: the sum', () => {
    const copies = (n: number, more = '') => `evidence: [{id: e, anyOf: [[{id: lease, copies: ${n}${more}}]]}]`;
    expect(four(planned({ ...a(copies(2)), ...b(copies(3)) }).numbers.documents)).toEqual([5, 5, 3, 3]);
    const kept = ', form: paper, kept: true';
    expect(four(planned({ ...a(copies(2, kept)), ...b(copies(3, kept)) }).numbers.documents)).toEqual([5, 5, 5, 5]);
    expect(four(planned({ ...a(copies(2, ', form: paper')), ...b(copies(3, ', form: paper')) }).numbers.documents)).toEqual([5, 5, 3, 3]);
    expect(planned({ ...a(copies(2, kept)), ...b(copies(1)) }).numbers.documents.after).toBe(3);
  });
  test('of alternatives the cheapest, and what another service wants anyway costs nothing more', () => {
    const files = { ...a('evidence: [{id: e, anyOf: [[title-deed], [lease, lessor-title-deed]]}]'), ...b('evidence: [{id: e, anyOf: [[lease]]}, {id: f, anyOf: [[lessor-title-deed]]}]') };
    const plan = planned(files);
    expect(four(plan.numbers.documents)).toEqual([3, 3, 2, 2]);
    expect(plan.documents).toMatchObject({ proof: 'optimal', gap: 0, cost: 2 });
    expect(plan.documents.pieces[0]!.alternatives).toEqual([['title-deed']]);
  });
  test('the applicant’s own choice among alternatives is kept', () => {
    const files = a('evidence: [{id: e, anyOf: [[title-deed], [lease, lessor-title-deed]]}]');
    expect(planned(files, {}, { preferred: new Set(['lease']) }).documents.pieces.map((p) => p.evidence)).toEqual(['lease', 'lessor-title-deed']);
  });
  test('optional pieces do not count; deferred ones do', () => {
    const files = a('evidence: [{id: e, anyOf: [[lease]], necessity: optional}, {id: f, anyOf: [[kitchen-plan]], deferrable: {within: {wd: 5}}}]');
    expect(four(planned(files).numbers.documents)).toEqual([1, 1, 1, 1]);
    expect(planned(files).documents.optional.map((p) => p.evidence)).toEqual(['lease']);
  });
  test('a form counts only before, and only where a guide lists it', () => {
    const of = (mark: string) => ({ ...form, ...a(`evidence: [{id: e, anyOf: [[form]]${mark}}]`) });
    expect(four(planned(of(', source: guide')).numbers.documents)).toEqual([1, 1, 0, 0]);
    expect(four(planned(of(', illustrative: true')).numbers.documents)).toEqual([0, 0, 0, 0]);
    expect(four(planned(of('')).numbers.documents)).toEqual([0, 0, 0, 0]);
  });
  test('a piece per row is brought once per row', () => {
    const files = {
      ...staff,
      ...service('a', 'subjects: {business: organisation, employee: person}\nevidence: [{id: e, anyOf: [[staff-health-certificate]], per: employee}, {id: f, anyOf: [[articles]]}]'),
    };
    expect(four(planned(files, { employee: rows(3) }).numbers.documents)).toEqual([4, 4, 4, 4]);
    expect(planned(files, { employee: [] }).numbers.documents.after).toBe(1);
    expect(planned(files).numbers.documents.after).toBe(2);
  });
});

describe('a step for every row', () => {
  const files = {
    ...staff,
    ...service('health', 'subjects: {holder: person, business: organisation}\nneeds: [holder.name, holder.idNumber, business.name]\nevidence: [{id: e, anyOf: [[{id: id-copy, of: holder}]]}]'),
    ...journey('  - {use: health, as: staff-health, with: {holder: employee}, per: employee}'),
  };
  test('is one step, its data and pieces times the rows', () => {
    const plan = planned(files, {
      employee: [
        { name: '甲', idNumber: '1' },
        { name: '乙', idNumber: '2' },
      ],
      'business.name': '店',
    });
    expect(plan.steps.map((s) => s.id)).toEqual(['staff-health']);
    expect(plan.documents.pieces).toMatchObject([{ evidence: 'id-copy', subject: 'employee', copies: 2, per: 'employee' }]);
    expect(four(plan.numbers.fields)).toEqual([5, 5, 5, 5]);
    expect(asked(plan)).toEqual(['employee.name', 'employee.idNumber', 'business.name']);
  });
  test('asks for what the rows still lack', () => {
    expect(asked(planned(files, { employee: [{ name: '甲', idNumber: '1' }, { name: '乙' }] }))).toEqual(['employee.name', 'employee.idNumber', 'business.name']);
    expect(planned(files, { employee: [] }).numbers.fields.after).toBe(1);
  });
  test('rules reach the rows through some, every and count', () => {
    const counting = { ...staff, ...service('s', `subjects: {employee: person}\napplies: [{when: 'count(employee) >= 2 and every e in employee satisfies e.age >= 18'}]`) };
    const state = (employee: { birthDate?: string }[]) => planned(counting, { employee: employee as { [k: string]: string }[] }).services[0]!.state;
    expect(state([{ birthDate: '2000-01-01' }])).toBe('out');
    expect(state([{ birthDate: '2000-01-01' }, { birthDate: '2000-01-01' }])).toBe('in');
    expect(state([{ birthDate: '2000-01-01' }, {}])).toBe('undecided');
    expect(state([{ birthDate: '2020-01-01' }, {}])).toBe('out');
    expect(asked(planned(counting))).toEqual(['employee', 'employee.birthDate']);
  });
});

describe('fields', () => {
  test('typed once after, once per service before; derived data never, what it is derived from once', () => {
    const files = { ...a('needs: [applicant.name, applicant.age, applicant.birthDate]'), ...b(`needs: [applicant.name]\napplies: [{when: 'applicant.age >= 18'}]`) };
    expect(four(planned(files, { 'applicant.birthDate': '2000-01-01' }).numbers.fields)).toEqual([4, 4, 2, 2]);
  });
  test('what an earlier service gives is typed again before, and not after', () => {
    const files = { ...a('outputs: {concepts: [business.creditCode]}'), ...b('needs: [business.creditCode]') };
    expect(four(planned(files).numbers.fields)).toEqual([1, 1, 0, 0]);
  });
  test('after is the plan’s questions times their rows', () => {
    const files = { ...staff, ...service('a', 'subjects: {employee: person, business: organisation}\nneeds: [employee.name, employee.phone, business.name]') };
    const plan = planned(files, { employee: rows(4).map((r) => ({ ...r, phone: '1' })) });
    expect(plan.numbers.fields.after).toBe(9);
    expect(plan.questions).toHaveLength(3);
  });
});

describe('acts, visits and counters', () => {
  const at = (counter: string, more = '') =>
    `filing: {counter: ${counter}, online: true}\ndelivery: [electronic]\nalone: {filing: counter, delivery: [counter], source: guide}\noutputs: {evidence: [food-licence]}\n${more}`;
  test('one submission for all; each on its own before, with its own collection', () => {
    const n = planned({ ...a(at('registration-counter')), ...b(at('food-counter').replace('food-licence', 'business-licence')) }).numbers;
    expect([four(n.acts), four(n.visits), four(n.counters)]).toEqual([
      [4, 4, 1, 1],
      [4, 4, 0, 0],
      [2, 2, 0, 0],
    ]);
  });
  test('all at once: acts of one kind in one hall count one visit', () => {
    const n = planned({ ...a(at('registration-counter')), ...b(at('police-counter').replace('food-licence', 'business-licence')) }).numbers;
    expect([four(n.acts), four(n.visits), four(n.counters)]).toEqual([
      [4, 4, 1, 1],
      [4, 2, 0, 0],
      [2, 2, 0, 0],
    ]);
  });
  test('without online filing there is one submission and a walk to each hall', () => {
    const only = (counter: string) => `filing: {counter: ${counter}}`;
    const n = planned({ ...a(only('registration-counter')), ...b(only('police-counter')), ...service('c', only('food-counter')) }).numbers;
    expect([n.acts.after, n.visits.after, n.counters.after]).toEqual([1, 2, 2]);
  });
  test('appearances with the same joins, person and place are one act; others are not', () => {
    const act = (more: string) => `filing: {counter: registration-counter, online: true}\nacts: [{kind: appear, id: x, joins: photo${more}}]`;
    expect(four(planned({ ...a(act('')), ...b(act('')) }).numbers.acts)).toEqual([4, 4, 2, 2]);
    expect(planned({ ...a(act('')), ...b(act(', counter: food-counter')) }).numbers.acts.after).toBe(3);
    expect(planned({ ...a(act('')), ...b(act(', subject: business')) }).numbers.acts.after).toBe(3);
    expect(planned({ ...a(act('')), ...b('acts: [{kind: sign, id: x, joins: photo}]') }).numbers.acts.after).toBe(3);
  });
  test('attending at one’s own premises is an act and no visit', () => {
    const n = planned(a('acts: [{kind: attend, id: x, joins: v}]')).numbers;
    expect([n.acts.after, n.visits.after]).toEqual([2, 0]);
  });
  test('payments with one payee and gate are one act, and never a visit', () => {
    const n = (x: string, y: string) => planned({ ...a(`fee: ${x}`), ...b(`fee: ${y}`) }).numbers;
    expect(four(n('100', '200').acts)).toEqual([4, 4, 2, 2]);
    expect(n('100', '{amount: 200, payee: health}').acts.after).toBe(3);
    expect(n('100', '{amount: 200, gate: later}').acts.after).toBe(3);
    expect(n('100', '0').acts.after).toBe(2);
    expect(n('100', '200').visits.after).toBe(0);
  });
  test('collecting is an act only when nothing else is delivered and there is a document', () => {
    const of = (delivery: string, outputs = 'outputs: {evidence: [food-licence]}') =>
      planned(a(`filing: {counter: food-counter, online: true}\ndelivery: [${delivery}]\n${outputs}`)).numbers.acts.after;
    expect([of('counter'), of('electronic, counter'), of('counter', ''), of('post')]).toEqual([2, 1, 1, 1]);
  });
  test('what an authority starts itself costs the applicant nothing', () => {
    const n = planned({ ...a('needs: [applicant.name]'), ...b('initiator: authority\nneeds: [business.name]\nevidence: [{id: e, anyOf: [[lease]]}]\nfee: 100\nstages: [{id: x, wd: 9}]') }).numbers;
    expect([four(n.acts), four(n.documents), four(n.fields), four(n.days)]).toEqual([
      [1, 1, 1, 1],
      [0, 0, 0, 0],
      [1, 1, 1, 1],
      [1, 1, 1, 1],
    ]);
    expect(n.daysAsPublished.before).toBe(1);
  });
  test('without anything to apply for there is nothing to submit', () => expect(planned(a('initiator: authority')).numbers.acts).toMatchObject({ before: { oneAfterAnother: 0 }, after: 0, floor: 0 }));
});

describe('days', () => {
  test('whole services in order before, stages side by side after; the authority’s own time is never shortened', () => {
    const files = {
      ...a('stages: [{id: x, h: 4}]\noutputs: {concepts: [business.creditCode]}'),
      ...b('needs: [{concept: business.creditCode, by: decide}]\nstages: [{id: accept, wd: 2}, {id: decide, h: 3}]'),
    };
    expect(four(planned(files).numbers.days)).toEqual([3, 3, 2.5, 2.5]);
    expect(planned(files).steps[1]!.stages).toEqual([
      { id: 'accept', start: 0, finish: 14, slack: 0 },
      { id: 'decide', start: 14, finish: 17, slack: 0 },
    ]);
  });
  test('independent services: the sum one after another, the longest all at once', () =>
    expect(four(planned({ ...a('stages: [{id: x, wd: 3}]'), ...b('stages: [{id: x, wd: 5}]') }).numbers.days)).toEqual([8, 5, 5, 5]));
  test('units: hours, calendar days × 5/7, months and next-month of 22 days; rounded up once to a tenth', () => {
    const of = (stage: string) => planned(a(`stages: [{id: x, ${stage}}]`)).numbers.days.after;
    expect([
      of('h: 1'),
      of('h: 7'),
      of('days: 7'),
      of('days: 8'),
      of('days: 30, kind: public-notice'),
      of('months: 1'),
      of('next-month: 1'),
      of('wd: 2, kind: external'),
      of('wd: 2, kind: applicant'),
    ]).toEqual([0.2, 1, 5, 6, 22, 22, 22, 2, 2]);
  });
  test('stages that join start together at the latest of their starts', () => {
    const files = { ...a('stages: [{id: x, wd: 1}, {id: visit, wd: 1, joins: v}]'), ...b('stages: [{id: x, wd: 3}, {id: visit, h: 2, joins: v}]') };
    const { steps, numbers } = planned(files);
    expect(steps.map((s) => s.stages[1]!.start)).toEqual([21, 21]);
    expect(steps.map((s) => s.joined)).toEqual([['v'], ['v']]);
    expect(numbers.days.after).toBe(4);
  });
  test('a gate waits for the granting stage of the service it names', () => {
    const files = {
      ...a('stages: [{id: x, wd: 1}, {id: y, wd: 1, grants: true}, {id: z, wd: 5}]'),
      ...b('stages: [{id: x, wd: 1, after: [a.granted]}]'),
      ...service('c', 'stages: [{id: x, wd: 1, after: [a.delivered]}]'),
    };
    expect(planned(files).steps.map((s) => s.stages[0]!.start)).toEqual([0, 14, 49]);
  });
  test('an output exists at the stage it says, or at the last', () => {
    const files = (from: string) => ({ ...a(`stages: [{id: x, wd: 1}, {id: y, wd: 4}]\noutputs: {concepts: [{concept: business.creditCode${from}}]}`), ...b('needs: [business.creditCode]') });
    expect(planned(files('')).steps[1]!.stages[0]!.start).toBe(35);
    expect(planned(files(', from: x')).steps[1]!.stages[0]!.start).toBe(7);
  });
});

describe('days as published', () => {
  const clocked = (id: string, clock: string, more = '') => service(id, `clock: ${clock}\nstages: [{id: x, h: 1}]\n${more}`);
  test('before: the statutory periods, else the promised, else the stages; after: the path on promised clocks', () => {
    const files = {
      ...clocked('a', '{statutory: {wd: 20}, promised: {wd: 5}}', 'outputs: {concepts: [business.creditCode]}'),
      ...clocked('b', '{promised: {wd: 3}}', 'needs: [business.creditCode]'),
      ...service('c', 'stages: [{id: x, wd: 2}]'),
    };
    expect(planned(files).numbers.daysAsPublished).toEqual({ before: 25, after: 8, illustrative: false });
  });
  test('a sourced joint promise is the after; an illustrative one is not', () => {
    const of = (mark: string) => planned({ ...clocked('a', '{statutory: {wd: 20}, promised: {wd: 5}}'), ...journey('  - a', `jointPromise: {wd: 3, ${mark}}\n`) }).numbers.daysAsPublished;
    expect(of('source: guide')).toEqual({ before: 20, after: 3, illustrative: false });
    expect(of('illustrative: true')).toEqual({ before: 20, after: 5, illustrative: false });
  });
  test('the clock that goes with the conditions counts', () => {
    const files = clocked('a', `{statutory: {wd: 20}, promised: {wd: 10}, alternatives: [{when: 'business.barred', statutory: {wd: 1}, promised: {wd: 1}}]}`);
    expect(planned(files, { 'business.barred': true }).numbers.daysAsPublished).toMatchObject({ before: 1, after: 1 });
    expect(planned(files, { 'business.barred': false }).numbers.daysAsPublished).toMatchObject({ before: 20, after: 10 });
  });
});

describe('the floor', () => {
  const law = ', irreducible: {source: guide}';
  test('is what law forbids to drop, and the one submission', () => {
    const files = a(
      `needs: [{concept: applicant.name${law}}, business.name]\nevidence: [{id: e, anyOf: [[lease]]${law}}, {id: f, anyOf: [[articles]]}]\nacts: [{kind: attend, id: x${law}}, {kind: sign, id: y}]\nstages: [{id: x, wd: 1${law}}, {id: y, wd: 5}]`,
    );
    const n = planned(files).numbers;
    expect([n.acts.floor, n.documents.floor, n.fields.floor, n.days.floor, n.visits.floor]).toEqual([2, 1, 1, 1, 0]);
    expect([n.acts.after, n.documents.after, n.fields.after, n.days.after]).toEqual([3, 2, 2, 6]);
  });
  test('is never above what is reached', () => {
    const files = { ...a(`evidence: [{id: e, anyOf: [[id-copy]]${law}}]`) };
    expect(planned(files, {}, { registers: new Set(['population']) }).numbers.documents).toMatchObject({ after: 0, floor: 0 });
  });
});

describe('a number says when it rests on an illustrative line', () => {
  test.each([
    ['needs: [{concept: applicant.name, illustrative: true}]', ['fields']],
    ['evidence: [{id: e, anyOf: [[lease]], illustrative: true}]', ['documents']],
    ['evidence: [{id: e, anyOf: [[lease]], illustrative: true, necessity: optional}]', []],
    ['stages: [{id: x, h: 1, illustrative: true}]', ['days']],
    ['acts: [{kind: sign, id: x, illustrative: true}]', ['acts']],
    [`applies: [{when: 'not business.barred', illustrative: true}]`, ['fields']],
    ['filing: {counter: food-counter}\nalone: {filing: counter}', ['acts', 'counters', 'visits']],
    ['filing: {counter: food-counter}\nalone: {filing: counter, source: guide}', []],
    ['illustrative: true', ['acts', 'counters', 'days', 'documents', 'fields', 'visits']],
  ])('%s', (lines, wanted) => {
    const { daysAsPublished: _, ...six } = planned(a(lines), { 'business.barred': false }).numbers;
    expect(
      Object.entries(six)
        .filter(([, n]) => n.illustrative)
        .map(([k]) => k)
        .sort(),
    ).toEqual(wanted);
  });
});

test('while a service is undecided every number is a range, and the same answers keep to it', () => {
  const files = { ...a(''), ...b(`applies: [{when: 'premises.area > 50'}]\nneeds: [business.name]\nevidence: [{id: e, anyOf: [[lease]]}]\nfee: 100\nstages: [{id: x, wd: 3}]`) };
  const open = planned(files).numbers;
  expect([open.acts.after, open.documents.after, open.fields.after, open.days.after]).toEqual([
    [1, 2],
    [0, 1],
    [1, 2],
    [1, 3],
  ]);
  for (const area of [10, 100]) {
    const n = planned(files, { 'premises.area': area }).numbers;
    for (const key of ['acts', 'documents', 'fields', 'days'] as const) {
      const [least, most] = open[key].after as [number, number];
      expect(n[key].after as number).toBeGreaterThanOrEqual(least);
      expect(n[key].after as number).toBeLessThanOrEqual(most);
    }
  }
});
