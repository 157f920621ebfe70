/** What is counted, line by line of contracts.md: documents, rows, fields, acts, visits and counters. */
import { describe, expect, test } from 'vitest';
import { a, b, form, four, rows, staff } from '../testing/counted';
import { asked, journey, planned, service } from '../testing/invented';

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
