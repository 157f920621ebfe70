/** The schedule against plain simulation: random services with joins, gates, inputs needed late and outputs given early. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compiled, planned, service } from '../../testing/invented';

type Invented = {
  stages: { h: number; joins: string | null; gate: { service: number; moment: 'granted' | 'delivered' } | null; fixed: boolean }[];
  grants: number;
  gives: number;
  needs: { service: number; by: number }[];
  authority: boolean;
};

const stage = fc.record({
  h: fc.integer({ min: 1, max: 9 }),
  joins: fc.option(fc.constantFrom('v', 'w'), { freq: 4 }),
  gate: fc.option(fc.record({ service: fc.nat(5), moment: fc.constantFrom('granted' as const, 'delivered' as const) }), { freq: 5 }),
  fixed: fc.boolean(),
});
const invented: fc.Arbitrary<Invented[]> = fc.array(
  fc.record({
    stages: fc.array(stage, { minLength: 1, maxLength: 4 }),
    grants: fc.nat(3),
    gives: fc.nat(3),
    needs: fc.array(fc.record({ service: fc.nat(5), by: fc.nat(3) }), { maxLength: 2 }),
    authority: fc.boolean(),
  }),
  { minLength: 2, maxLength: 6 },
);

/** Names that exist, and no service waiting for itself. */
const tidy = (all: Invented[]): Invented[] =>
  all.map((x, i) => ({
    ...x,
    authority: x.authority && i % 3 === 2,
    grants: x.grants % x.stages.length,
    gives: x.gives % x.stages.length,
    stages: x.stages.map((g, k) => ({
      ...g,
      joins: x.stages.findIndex((y) => y.joins === g.joins) === k ? g.joins : null,
      gate: g.gate && i > 0 ? { ...g.gate, service: g.gate.service % i } : null,
    })),
    // Mostly of services before it, so that orders and circles both turn up.
    needs: x.needs.map((n) => ({ service: n.service % (i > 0 && n.by < 3 ? i : all.length), by: n.by % x.stages.length })).filter((n) => n.service !== i),
  }));

function filesOf(all: Invented[]) {
  const concepts = all.map((_, i) => `  - {id: c${i}, type: text, label: {zh: 值, en: Value}}`).join('\n');
  const lines = (x: Invented, i: number) =>
    [
      x.authority ? 'initiator: authority' : '',
      `needs: [${x.needs.map((n) => `{concept: business.c${n.service}, by: g${n.by}}`).join(', ')}]`,
      `outputs: {concepts: [{concept: business.c${i}, from: g${x.gives}}]}`,
      `stages:\n${x.stages.map((g, k) => `  - {id: g${k}, h: ${g.h}${g.joins ? `, joins: ${g.joins}` : ''}${g.gate ? `, after: [s${g.gate.service}.${g.gate.moment}]` : ''}${k === x.grants ? ', grants: true' : ''}${g.fixed ? ', irreducible: {source: guide}' : ''}}`).join('\n')}`,
    ].join('\n');
  return Object.assign({ 'concepts/more.yaml': `entity: organisation\ndata:\n${concepts}\n` }, ...all.map((x, i) => service(`s${i}`, lines(x, i)))) as { [path: string]: string };
}

/** Starts every stage at 0 and pushes until nothing moves; null when that never ends. */
function simulate(all: Invented[], hours: number[][] = all.map((x) => x.stages.map((g) => g.h))): { start: number[][]; total: number } | null {
  const start = all.map((x) => x.stages.map(() => 0));
  const end = (i: number, k: number) => start[i]![k]! + hours[i]![k]!;
  const limit = hours.flat().reduce((a, b) => a + b, 1);
  for (let moved = true; moved; ) {
    moved = false;
    for (const [i, x] of all.entries())
      for (const [k, g] of x.stages.entries()) {
        const waits = [k > 0 ? end(i, k - 1) : 0, ...x.needs.filter((n) => n.by === k).map((n) => end(n.service, all[n.service]!.gives))];
        if (g.gate) waits.push(end(g.gate.service, g.gate.moment === 'granted' ? all[g.gate.service]!.grants : all[g.gate.service]!.stages.length - 1));
        for (const [j, y] of all.entries()) for (const [l, f] of y.stages.entries()) if (g.joins && f.joins === g.joins) waits.push(start[j]![l]!);
        const at = Math.max(...waits);
        if (at > start[i]![k]!) {
          start[i]![k] = at;
          moved = true;
        }
      }
    if (start.flat().some((t) => t > limit)) return null;
  }
  return { start, total: Math.max(0, ...all.flatMap((x, i) => (x.authority ? [] : x.stages.map((_, k) => end(i, k))))) };
}

const changed = (all: Invented[], change: (i: number, k: number, h: number) => number) =>
  simulate(
    all,
    all.map((x, i) => x.stages.map((g, k) => change(i, k, g.h))),
  )!.total;

test('starts, total, slack and what to speed up are those of plain simulation', () => {
  let [orders, circles] = [0, 0];
  fc.assert(
    fc.property(invented.map(tidy), (all) => {
      const { plan, schedule } = compiled(filesOf(all));
      const truth = simulate(all);
      if (!truth) {
        circles++;
        expect(schedule.cycle?.length).toBeGreaterThan(0);
        expect(plan.steps.map((s) => s.stages.length)).toEqual(all.map((x) => x.stages.length));
        return;
      }
      orders++;
      expect(schedule.cycle).toBeNull();
      expect(plan.steps.map((s) => s.stages.map((g) => g.start))).toEqual(truth.start);
      expect(schedule.hours).toBe(truth.total);
      const gains = { stage: 0, byLaw: 0, step: 0 };
      all.forEach((x, i) => {
        gains.step = Math.max(gains.step, truth.total - changed(all, (j, k, h) => (j === i && !all[j]!.stages[k]!.fixed ? 0 : h)));
        x.stages.forEach((g, k) => {
          const { slack } = plan.steps[i]!.stages[k]!;
          const later = (n: number) => changed(all, (j, l, h) => (j === i && l === k ? h + n : h));
          if (!x.authority) expect([later(slack), later(slack + 1) > truth.total]).toEqual([truth.total, true]);
          const kind = g.fixed ? 'byLaw' : 'stage';
          gains[kind] = Math.max(gains[kind], truth.total - changed(all, (j, l, h) => (j === i && l === k ? 0 : h)));
        });
      });
      expect([plan.speedUp.stage?.gain ?? 0, plan.speedUp.byLaw?.gain ?? 0, plan.speedUp.step?.gain ?? 0]).toEqual([gains.stage, gains.byLaw, gains.step]);
    }),
    { numRuns: Number(process.env.YIJIAN_SCHEDULE ?? 120) },
  );
  expect(Math.min(orders, circles)).toBeGreaterThan(0);
}, 120_000);

describe('by hand', () => {
  test('what an authority starts by itself afterwards leaves slack to what comes before it', () => {
    const files = { ...service('a', 'stages: [{id: x, h: 2}]'), ...service('b', 'stages: [{id: x, h: 1}]'), ...service('c', 'initiator: authority\nstages: [{id: x, h: 1, after: [b.granted]}]') };
    expect(planned(files).steps.map((x) => x.stages[0]!.slack)).toEqual([0, 1, 0]);
  });
  test('a fee is paid before the stage its gate names, else once the case is accepted', () => {
    const start = (fee: string) =>
      planned({ ...service('a', `fee: ${fee}\nstages: [{id: x, h: 2}, {id: y, h: 3}, {id: z, h: 5}]`), ...service('b', 'stages: [{id: x, h: 1, after: [a.paid]}]') }).steps[1]!.stages[0]!.start;
    expect([start('{amount: 100, gate: z}'), start('{amount: 100, gate: y}'), start('{amount: 100, gate: x}'), start('100'), start('0')]).toEqual([5, 2, 0, 2, 2]);
  });
  test('a stage that is not needed keeps what waits on it waiting for what comes before', () => {
    const files = {
      ...service('a', 'stages: [{id: x, h: 4}]\noutputs: {concepts: [business.creditCode]}'),
      ...service('b', `needs: [{concept: business.creditCode, by: y}]\nstages: [{id: x, h: 1}, {id: y, h: 9, when: 'premises.area > 50'}]\noutputs: {concepts: [business.foodLicenceNumber]}`),
      ...service('c', 'needs: [business.foodLicenceNumber]'),
    };
    const plan = planned(files, { 'premises.area': 10 });
    expect(plan.steps[1]!.stages.map((x) => x.id)).toEqual(['x']);
    expect(plan.steps[2]!.stages[0]!.start).toBe(4);
  });
  test('documents two steps owe each other are chosen so that one of them can begin', () => {
    const files = {
      ...service('a', 'evidence: [{id: e, anyOf: [[food-licence], [lease, kitchen-plan]]}]\noutputs: {evidence: [business-licence]}'),
      ...service('b', 'evidence: [{id: e, anyOf: [[business-licence], [lease]]}]\noutputs: {evidence: [food-licence]}'),
    };
    const { plan, schedule } = compiled(files);
    expect([schedule.cycle, plan.documents.pieces.map((p) => p.evidence), plan.steps.map((s) => s.stages[0]!.start)]).toEqual([null, ['lease'], [7, 0]]);
  });
  test('two steps that can only prove each other are named, and the rest still has its times', () => {
    const files = {
      ...service('a', 'evidence: [{id: e, anyOf: [[food-licence]]}]\noutputs: {evidence: [business-licence]}'),
      ...service('b', 'evidence: [{id: e, anyOf: [[business-licence]]}]\noutputs: {evidence: [food-licence]}'),
    };
    const { plan, schedule } = compiled(files);
    expect([schedule.cycle, plan.steps.map((s) => s.stages.length)]).toEqual([
      ['a', 'b'],
      [1, 1],
    ]);
  });
  test('the floor keeps the order of what it gives no time', () => {
    const files = {
      ...service('a', 'stages: [{id: x, h: 7, irreducible: {source: guide}}]\noutputs: {concepts: [business.creditCode]}'),
      ...service('b', 'needs: [business.creditCode]\nstages: [{id: x, h: 7}]\noutputs: {concepts: [business.foodLicenceNumber]}'),
      ...service('c', 'needs: [business.foodLicenceNumber]\nstages: [{id: x, h: 7, irreducible: {source: guide}}]'),
    };
    expect(planned(files).numbers.days).toMatchObject({ after: 3, floor: 2 });
  });
});
