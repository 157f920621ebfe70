/** Acts, visits and counters: the moments at which the applicant must do something or be somewhere (the closed list of city-model.md). */
import type { StepPlan } from './step-plan';
import type { Question } from './plan';
import type { Situation } from './situation';

/** One act as it is counted: where it takes the applicant, and whether its line is only illustrative. */
export type CountedAct = {
  kind: 'submit' | 'answer-later' | 'pay' | 'collect' | 'obtain' | 'appear' | 'attend' | 'sign';
  steps: string[];
  hall: string | null;
  counter: string | null;
  illustrative: boolean;
  irreducible: boolean;
  id: string;
};

type Place = { hall: string | null; counter: string | null };
const nowhere: Place = { hall: null, counter: null };
const counterOf = (s: Situation, id: string | undefined): Place => (id === undefined ? nowhere : { hall: s.prepared.law.counters.get(id)?.hall ?? id, counter: id });

/** Each service filed and collected on its own, as its `alone` says. */
export function actsAlone(s: Situation, step: StepPlan): CountedAct[] {
  const service = step.service;
  const alone = service.alone;
  const unsourced = alone !== undefined ? alone.source === undefined || alone.illustrative === true : service.filing?.illustrative === true;
  const atCounter = alone?.filing ? alone.filing === 'counter' : service.filing?.online !== true;
  const delivery = alone?.delivery ?? service.delivery ?? ['electronic'];
  const counter = counterOf(s, service.filing?.counter);
  const one = (kind: CountedAct['kind'], place: Place, illustrative: boolean): CountedAct => ({ kind, steps: [step.id], ...place, illustrative, irreducible: false, id: kind });
  return [one('submit', atCounter ? counter : nowhere, unsourced), ...payments(s, [step]), ...(givesPaper(s, step, delivery) ? [one('collect', counter, unsourced)] : []), ...appearances(s, [step])];
}

/** The whole basket: one submission, payments and appearances that merge, and a later moment for what can only be asked then. */
export function actsTogether(s: Situation, steps: readonly StepPlan[], questions: readonly Question[]): CountedAct[] {
  const applied = steps.filter((x) => x.initiator === 'applicant');
  if (applied.length === 0) return [];
  const halls = new Map<string, Place>();
  for (const x of applied) {
    const place = counterOf(s, x.service.filing?.counter);
    if (x.service.filing?.online !== true && place.hall !== null && !halls.has(place.hall)) halls.set(place.hall, place);
  }
  const [first = nowhere, ...more] = halls.values();
  const all: CountedAct[] = [{ kind: 'submit', steps: applied.map((x) => x.id), ...first, illustrative: false, irreducible: false, id: 'submit' }];
  // One act of submitting, but a walk to each further hall that takes no filing online.
  for (const place of more) all.push({ kind: 'submit', steps: [], ...place, illustrative: false, irreducible: false, id: 'submit-hall' });
  for (const [moment, asking] of laterMoments(s, questions)) all.push({ kind: 'answer-later', steps: [...asking], ...nowhere, illustrative: false, irreducible: false, id: `answer-later:${moment}` });
  all.push(...payments(s, applied));
  for (const x of applied)
    if (givesPaper(s, x, x.service.delivery ?? ['electronic']))
      all.push({ kind: 'collect', steps: [x.id], ...counterOf(s, x.service.filing?.counter), illustrative: false, irreducible: false, id: 'collect' });
  return [...all, ...appearances(s, applied)];
}

/** The grants after which more must be asked, each with the steps asking; what several would let ask is asked after the first of them. */
function laterMoments(s: Situation, questions: readonly Question[]): Map<string, Set<string>> {
  const moments = new Map<string, Set<string>>();
  for (const q of questions) {
    if (q.when !== 'later') continue;
    const deciders = new Set(q.neededBy.map((id) => s.states.get(id)?.decidedBy ?? id));
    const first = s.prepared.steps.find((x) => deciders.has(x.id))!.id;
    moments.set(first, new Set([...(moments.get(first) ?? []), ...q.neededBy]));
  }
  return moments;
}

/** The declared acts; to appear or to attend with the same `joins`, person and place is one act, however many persons come along. */
function appearances(s: Situation, steps: readonly StepPlan[]): CountedAct[] {
  const joined = new Map<string, CountedAct>();
  for (const x of steps)
    for (const a of declared(s, x)) {
      const act = x.service.acts![+a.id.slice(a.id.lastIndexOf('#') + 1)]!;
      const merges = act.joins !== undefined && (a.kind === 'appear' || a.kind === 'attend');
      const subject = act.subject ? (x.bind.get(act.subject) ?? act.subject) : 'applicant';
      const key = merges ? `${a.kind}|${act.joins}|${subject}|${a.kind === 'attend' ? 'premises' : a.hall}` : `${x.id}|${a.id}`;
      const same = joined.get(key);
      if (!same) joined.set(key, { ...a, steps: [...a.steps] });
      else {
        if (!same.steps.includes(x.id)) same.steps.push(x.id);
        same.illustrative ||= a.illustrative;
        same.irreducible ||= a.irreducible;
      }
    }
  return [...joined.values()];
}

export const countActs = (acts: readonly CountedAct[]) => acts.filter((a) => a.id !== 'submit-hall').length;
/** `submit`, `collect` and `appear` at a counter; paying is never a visit, and a visit to one's own premises is not one. */
export const visitsOf = (acts: readonly CountedAct[]) => acts.filter((a) => a.counter !== null && (a.kind === 'submit' || a.kind === 'collect' || a.kind === 'appear'));
export const countersOf = (acts: readonly CountedAct[]) => new Set(visitsOf(acts).map((a) => a.counter!));

function declared(s: Situation, step: StepPlan): CountedAct[] {
  return step.acts
    .filter((a) => s.holds(a.when, true))
    .map(({ item }) => ({
      kind: item.kind,
      steps: [step.id],
      ...(item.kind === 'appear' ? counterOf(s, item.counter ?? step.service.filing?.counter) : nowhere),
      illustrative: item.illustrative === true,
      irreducible: item.irreducible !== undefined,
      id: `${item.id}#${item.index}`,
    }));
}

function givesPaper(s: Situation, step: StepPlan, delivery: readonly string[]): boolean {
  return delivery.every((d) => d === 'counter') && delivery.length > 0 && step.outputs.some((o) => o.item.kind === 'evidence' && s.holds(o.when, true));
}

/** Payments merge with the same payee and gate. Amounts in fen. */
function payments(s: Situation, steps: readonly StepPlan[]): CountedAct[] {
  const due = new Map<string, CountedAct>();
  for (const step of steps)
    for (const f of step.fees) {
      if (f.item.amount === 0 || !s.holds(f.when, true)) continue;
      const key = `${f.item.payee ?? step.service.authority}|${f.item.gate ?? ''}`;
      const same = due.get(key);
      if (same) {
        same.steps.push(step.id);
        same.illustrative ||= f.item.illustrative === true;
        same.irreducible ||= f.item.irreducible !== undefined;
      } else due.set(key, { kind: 'pay', steps: [step.id], ...nowhere, illustrative: f.item.illustrative === true, irreducible: f.item.irreducible !== undefined, id: `pay:${key}` });
    }
  return [...due.values()];
}

/** Fees of the basket in fen. */
export function feesOf(s: Situation, steps: readonly StepPlan[]): { step: string; amount: number; payee: string; illustrative: boolean }[] {
  return steps.flatMap((step) =>
    step.fees
      .filter((f) => f.item.amount > 0 && s.holds(f.when, true))
      .map((f) => ({ step: step.id, amount: f.item.amount, payee: f.item.payee ?? step.service.authority, illustrative: f.item.illustrative === true })),
  );
}
