/** Lives of cases by chance: which steps there are, what hangs on what, and what people try to do with them, day after day. */
import * as fc from 'fast-check';
import type { CaseState } from '../state';
import { accept, deliver, grant, type Handling, notAccept, type Outcome, refuse, requestSupplement, startReview, supplement, waitForInputs, withdraw } from '../handling';
import { filed, handling, later, opened, paper, play, type Step } from './made-up';

export type Deed = { step: number; what: keyof typeof deeds; days: number; decides: ('in' | 'out' | 'barred' | 'still')[] };

const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
/** A step may need only steps before it. */
export const steps: fc.Arbitrary<Step[]> = fc
  .array(fc.record({ first: fc.nat(63), afterwards: fc.nat(63), decided: fc.option(fc.nat(5), { freq: 3, nil: undefined }), electronic: fc.boolean() }), { minLength: 1, maxLength: ids.length })
  .map((drawn) =>
    drawn.map(({ first, afterwards, decided, electronic }, i): Step => {
      const before = ids.slice(0, i);
      const some = (mask: number) => before.filter((_, j) => (mask >> j) & 1);
      const early = some(first & 0b10101);
      return {
        id: ids[i]!,
        first: early,
        afterwards: some(afterwards & 0b11010).filter((x) => !early.includes(x)),
        delivery: [electronic ? 'electronic' : 'counter'],
        ...(decided !== undefined && decided < i && { decidedBy: ids[decided]! }),
      };
    }),
  );

const deeds = {
  accept: (h: Handling, id: string) => accept(h, id),
  review: (h: Handling, id: string) => startReview(h, id),
  ask: (h: Handling, id: string) => requestSupplement(h, id, [{ about: 'x', says: '缺第二页' }]),
  add: (h: Handling, id: string) => supplement(h, id, { answers: { 'x.y': id }, documents: [] }),
  deny: (h: Handling, id: string) => notAccept(h, id, '不归本局管'),
  wait: (h: Handling, id: string) => waitForInputs(h, id),
  grant: (h: Handling, id: string, decides: Deed['decides']) => grant(h, id, { values: {}, evidence: paper(id) }, () => decided(h.state, decides)),
  refuse: (h: Handling, id: string) => refuse(h, id, ['不符合条件']),
  deliver: (h: Handling, id: string) => deliver(h, id, 'counter'),
  withdraw: (h: Handling) => withdraw(h, '不办了'),
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

const often = (Object.keys(deeds) as Deed['what'][]).filter((x) => x !== 'withdraw').flatMap((x) => (x === 'accept' || x === 'grant' ? [x, x, x] : [x]));
export const life: fc.Arbitrary<Deed[]> = fc.array(
  fc.record({
    step: fc.nat(5),
    what: fc.oneof({ weight: 30, arbitrary: fc.constantFrom(...often) }, { weight: 1, arbitrary: fc.constant('withdraw' as const) }),
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
