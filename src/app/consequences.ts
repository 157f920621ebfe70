/** What a decision would set going, told before it is taken: the command is tried on the folded state and its events are read; nothing is stored. */
import { accept, type Actor, type CaseEvent, grant, type Handling, notAccept, type Outcome, refuse, type StepState } from '../core/case';
import type { Label } from '../core/catalogue';
import { lawOfCase, stepName } from './case-view';
import { clocksOf, instantOf } from './clocks';
import type { DeskStep } from './desk';
import type { Product } from './product';

export type Consequences = {
  /** Steps that end because their only supplier fails. */
  moot: Label[];
  /** Steps whose clock starts, or starts again. */
  released: Label[];
  /** Steps of which it will then be known whether they are needed. */
  decided: Label[];
  /** Steps that go on untouched. */
  goOn: Label[];
  /** The case ends with it. */
  closes: 'granted' | 'partly-granted' | 'refused' | null;
  /** Of this step, once accepted. */
  due: string | null;
  promised: string | null;
  pending: string | null;
};

export function consequences(product: Product, found: DeskStep, action: 'accept' | 'not-accept' | 'refuse' | 'grant'): Consequences | null {
  const { state } = found.open;
  const id = found.step.filed.id;
  const law = lawOfCase(product, state);
  const nobody: Actor = { id: '', name: '', capacity: 'officer' };
  const outcome = attempt({ state, at: instantOf(product), actor: nobody, clocks: clocksOf(product.calendar()) }, found.step, action);
  if ('refused' in outcome) return null;
  const names = (type: CaseEvent['type']) => outcome.events.flatMap((e) => (e.type === type && 'step' in e && e.step !== undefined && e.step !== id ? [e.step] : []));
  const labels = (ids: string[]) => [...new Set(ids)].flatMap((step) => state.steps.get(step) ?? []).map((s) => stepName(law, s));
  const moot = names('made-moot');
  const released = names('released');
  const decided = action === 'grant' ? [...state.steps.values()].filter((s) => s.status === 'depends' && s.filed.decidedBy === id).map((s) => s.filed.id) : [];
  const closed = outcome.events.find((e) => e.type === 'closed')?.outcome;
  const accepted = outcome.events.find((e) => e.type === 'accepted');
  const touched = new Set([id, ...moot, ...released, ...decided]);
  return {
    moot: labels(moot),
    released: labels(released),
    decided: labels(decided),
    goOn: labels([...state.steps.values()].filter((s) => !touched.has(s.filed.id) && open.has(s.status)).map((s) => s.filed.id)),
    closes: closed === 'granted' || closed === 'partly-granted' || closed === 'refused' ? (decided.length ? null : closed) : null,
    due: accepted?.due ?? null,
    promised: accepted?.promised ?? null,
    pending: accepted?.pending ?? null,
  };
}

const open: ReadonlySet<StepState['status']> = new Set(['depends', 'waiting', 'received', 'supplement-requested', 'supplemented', 'accepted', 'under-review', 'paused']);

function attempt(h: Handling, step: StepState, action: 'accept' | 'not-accept' | 'refuse' | 'grant'): Outcome {
  const { id, outputs } = step.filed;
  switch (action) {
    case 'accept':
      return accept(h, id);
    case 'not-accept':
      return notAccept(h, id, '–');
    case 'refuse':
      return refuse(h, id, ['–']);
    case 'grant':
      return grant(h, id, { values: Object.fromEntries(outputs.concepts.map((c) => [c, '–'])), evidence: outputs.evidence.map((evidence) => ({ evidence, number: '–' })) });
  }
}
