/** Lives of cases by chance: which steps there are, what hangs on what, and what people try to do with them, day after day. */
import * as fc from 'fast-check';
import type { FiledStep } from '../event';
import type { CaseState } from '../state';
import * as of from '../handling';
import type { Handling, Outcome } from '../handling';
import { filed, handling, later, opened, paper, play, type Step } from './made-up';

export type Deed = { step: number; what: keyof typeof deeds; days: number; decides: ('in' | 'out' | 'barred' | 'still')[] };

const piece = { evidence: 'deferred', subject: 'x' };
const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
/** A step may need only steps before it. */
export const steps: fc.Arbitrary<Step[]> = fc
  .array(
    fc.record({
      first: fc.nat(63),
      afterwards: fc.nat(63),
      decided: fc.option(fc.nat(5), { freq: 3, nil: undefined }),
      electronic: fc.boolean(),
      extra: fc.constantFrom<Partial<FiledStep>>(
        {},
        {},
        { deferrable: [{ ...piece, within: { wd: 4 } }] },
        { approval: 'second-person' },
        { visit: { act: 'inspection', joins: 'joint' } },
        { renews: { evidence: 'paper', number: '№', expires: '2026-03-12' } },
      ),
    }),
    { minLength: 1, maxLength: ids.length },
  )
  .map((drawn) =>
    drawn.map(({ first, afterwards, decided, electronic, extra }, i): Step => {
      const before = ids.slice(0, i);
      const some = (mask: number) => before.filter((_, j) => (mask >> j) & 1);
      const early = some(first & 0b10101);
      return {
        id: ids[i]!,
        first: early,
        afterwards: some(afterwards & 0b11010).filter((x) => !early.includes(x)),
        delivery: [electronic ? 'electronic' : 'counter'],
        extra,
        ...(decided !== undefined && decided < i && { decidedBy: ids[decided]! }),
      };
    }),
  );

const other = { id: 'o-2', name: '凌若水', capacity: 'officer' as const, authority: 'a' };
const head = { name: '主任（示例）', level: 'authority-head' as const };
const after = (h: Handling, days: number) => new Date(Date.parse(h.at) + days * 86_400_000).toISOString().replace('Z', '+00:00');

const deeds = {
  accept: (h: Handling, id: string) => of.accept(h, id),
  defer: (h: Handling, id: string) => of.accept(h, id, [piece]),
  supply: (h: Handling, id: string) => of.supplyDeferred(h, id, [{ ...piece, form: 'paper', copies: 1 }]),
  correct: (h: Handling, id: string) => of.correct(h, id, { answers: { 'x.y': id }, documents: [], says: '笔误' }),
  review: (h: Handling, id: string) => of.startReview(h, id),
  ask: (h: Handling, id: string) => of.requestSupplement(h, id, [{ about: 'x.y', says: '缺第二页' }]),
  add: (h: Handling, id: string) => of.supplement(h, id, { answers: { 'x.y': id }, documents: [] }),
  lapse: (h: Handling, id: string) => of.lapse(h, id, '逾期未补正'),
  deny: (h: Handling, id: string) => of.notAccept(h, id, '不归本局管'),
  wait: (h: Handling, id: string) => of.waitForInputs(h, id),
  pause: (h: Handling, id: string) => of.pause(h, id, { procedure: 'testing', reason: '检测', until: after(h, 3) }),
  resume: (h: Handling, id: string) => of.resume(h, id),
  extend: (h: Handling, id: string) => of.extend(h, id, { reason: '须论证', approvedBy: head }),
  offer: (h: Handling, id: string) => of.offerHearing(h, id),
  hear: (h: Handling, id: string) => of.askHearing(h, id),
  convene: (h: Handling, id: string) => of.conveneHearing(h, id, { session: after(h, 8), place: '三楼', presiding: '凌若水' }),
  hold: (h: Handling, id: string) => of.holdHearing(h, id, '笔录'),
  visit: (h: Handling, id: string) => of.recordVisit(h, id, { officers: ['甲', '乙'], findings: '合格', passed: true }),
  transfer: (h: Handling, id: string) => of.transfer(h, id, h.state.steps.get(id)?.authority === 'a' ? 'b' : 'a', '职能调整'),
  propose: (h: Handling, id: string) => of.propose({ ...h, actor: other }, id, 'grant', '齐备'),
  grant: (h: Handling, id: string, decides: Deed['decides']) => of.grant(h, id, { values: {}, evidence: paper(id) }, () => decided(h.state, decides)),
  refuse: (h: Handling, id: string) => of.refuse(h, id, ['不符合条件']),
  deliver: (h: Handling, id: string) => of.deliver(h, id, 'counter'),
  revoke: (h: Handling, id: string) => of.revoke(h, id, '承诺不实'),
  change: (h: Handling, id: string) =>
    of.changeFacts(h, { answers: { 'x.area': 60 }, provenance: {}, documents: [], added: [filed({ id: 'new' })], changed: [h.state.steps.get(id)!.filed], ended: [], told: ['a'] }),
  'withdraw-step': (h: Handling, id: string) => of.withdrawStep(h, id, '不办这一项'),
  rate: (h: Handling, id: string) => of.rate(h, { grade: 2, step: id }),
  time: (h: Handling): Outcome => ({ events: of.passTime(h, () => 'head') }),
  withdraw: (h: Handling) => of.withdraw(h, '不办了'),
};

/** What the compiler might say of each step that still depends: nothing, or that it is in – as filed, or needing other steps – or not. */
function decided(state: CaseState, decides: Deed['decides']) {
  const open = [...state.steps.values()].filter((s) => s.status === 'depends');
  return open.flatMap((s, i) => {
    const says = decides[i % decides.length] ?? 'still';
    if (says === 'still') return [];
    const again = filed({ id: s.filed.id, first: i % 2 ? s.filed.waitsFor : [], afterwards: i % 3 ? s.filed.inputs.map((x) => x.step) : [] });
    return [{ step: s.filed.id, state: says, ...(says === 'in' && i % 2 === 0 && { filed: again }) }];
  });
}

const rare = new Set(['withdraw', 'withdraw-step', 'change', 'revoke', 'deny', 'lapse']);
const often = (Object.keys(deeds) as Deed['what'][]).filter((x) => !rare.has(x)).flatMap((x) => (x === 'accept' || x === 'grant' ? [x, x, x, x, x] : [x]));
export const life: fc.Arbitrary<Deed[]> = fc.array(
  fc.record({
    step: fc.nat(5),
    what: fc.oneof({ weight: 30, arbitrary: fc.constantFrom(...often) }, { weight: 1, arbitrary: fc.constantFrom(...([...rare] as Deed['what'][])) }),
    days: fc.nat(4),
    decides: fc.array(fc.constantFrom('in' as const, 'out' as const, 'barred' as const, 'still' as const), { minLength: 1, maxLength: 3 }),
  }),
  { maxLength: 60 },
);

/** Every state the case goes through. Deeds that are refused change nothing. */
export function* lived(of: readonly Step[], deedsDone: readonly Deed[]): Generator<{ state: CaseState; outcome: Outcome | null }> {
  let state = opened(...of);
  let day = 0;
  yield { state, outcome: null };
  for (const deed of deedsDone) {
    day += deed.days;
    const outcome = deeds[deed.what](handling(state, later(day)), of[deed.step % of.length]!.id, deed.decides);
    if ('events' in outcome) state = play(state, outcome.events, later(day));
    yield { state, outcome };
  }
}
