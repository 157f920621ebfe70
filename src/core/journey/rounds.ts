/**
 * States and supply hang together: a step that is out supplies nothing, and what it would have supplied is asked. Both are settled in
 * rounds, from "everybody supplies" until a round changes nothing. A walk keeps its rounds: after an answer only the steps it touches
 * are looked at again, as long as everybody supplies what was supplied before.
 */
import type { Prepared } from './basket';
import type { Line, StepPlan } from './step-plan';
import type { LineState } from './line-state';
import { keptIn, type Memory, type Turn } from './memory';
import type { ServiceState } from './plan';
import { decided, earlierSteps, keptSteps, placeOf, standing, stepState, touchedBy, type StateOf, type StepState, type StepsNow } from './step-state';
import { supplyTable, tableOfAll, type SupplyTable } from './supply-table';

/** States taken as given, for seeing what may still come: `silent` steps give nothing though they are in, `giving` ones give though they are out; `lean` lets no open line count. */
export type Assumed = { states: ReadonlyMap<string, ServiceState>; silent?: ReadonlySet<string>; giving?: ReadonlySet<string>; lean?: boolean };

/** States by place in the basket, found while one table held, and the table they lead to. */
export type Round = { table: SupplyTable; states: readonly StepState[]; next: SupplyTable };
export type Settled = { states: ReadonlyMap<string, StepState>; active: readonly StepPlan[]; supplying: SupplyTable };
/** How a walk's last situation was settled: its rounds where nothing was assumed in it, and who supplied in the end. */
type Last = { rounds: { at: number; list: readonly Round[]; settled: Settled } | null; supplying: SupplyTable | null };
const nothingSettled = (): Last => ({ rounds: null, supplying: null });

/** Who supplied at the end of the situation before, where the same facts were known in it. */
export const tableBefore = (kept: Memory, turn: Turn): SupplyTable | null => (turn.since < turn.at ? keptIn(kept.own, nothingSettled).supplying : null);

/** How the lines stand; `under` says which table they are to be looked at with from now on. */
type View = { lineState(line: Line): LineState; under(table: SupplyTable): void };

const supplyingStates: ReadonlySet<ServiceState> = new Set(['in', 'later', 'undecided']);

export function settle(prepared: Prepared, turn: Turn, kept: Memory, view: View, assumed?: Assumed): Settled {
  const past = keptIn(kept.own, nothingSettled);
  const before = tableBefore(kept, turn);
  const earlier = !assumed && turn.changed && past.rounds?.at === turn.at - 1 ? past.rounds : null;
  const touched = assumed ? null : touchedBy(prepared, turn.changed, 'outer');
  const outputsStand = earlier !== null && touchedBy(prepared, turn.changed, 'outputs')!.every((x) => x === 0);
  const supplies = (step: StepPlan, state: StepState) => assumed?.giving?.has(step.id) || (supplyingStates.has(state.state) && !assumed?.silent?.has(step.id));
  // An undecided step may still supply, and so may an output whose condition is open: what they would supply is not asked before they are decided.
  const ruledOut = (line: Line) => {
    const x = view.lineState(line);
    return 'value' in x && !x.value;
  };

  const rounds: Round[] = [];
  let table = tableOfAll(prepared, kept);
  for (let same = false; !same && rounds.length < 2 * prepared.steps.length + 2; ) {
    view.under(table);
    const then = earlier?.list[rounds.length];
    const last = rounds.at(-1);
    const again = then?.table === table ? then : undefined;
    const states = statesIn({ prepared, turn, kept, view, table, before, assumed, touched, again, last });
    const next = again && outputsStand && suppliesTheSame(again.states, states) ? again.next : supplyTable(prepared, (step, i) => supplies(step, states[i]!), ruledOut, kept);
    rounds.push({ table, states, next });
    same = next === table && last !== undefined && states.every((x, i) => x.state === last.states[i]!.state);
    table = next;
  }
  view.under(table);
  const settled = settledAs(prepared, rounds.at(-1)!.states, table, earlier?.settled);
  past.supplying = table;
  if (!assumed) past.rounds = { at: turn.at, list: rounds, settled };
  return settled;
}

type Looking = {
  prepared: Prepared;
  turn: Turn;
  kept: Memory;
  view: View;
  table: SupplyTable;
  before: SupplyTable | null;
  assumed: Assumed | undefined;
  touched: Uint8Array | null;
  again: Round | undefined;
  last: Round | undefined;
};

/** @property again the round of the walk's last question under the same table: what was not touched since stands. */
function statesIn({ prepared, turn, kept, view, table, before, assumed, touched, again, last }: Looking): StepState[] {
  const states = again ? [...again.states] : [];
  let round: StepsNow | null = null;
  let place = 0;
  // Those before it in this round, those after it as the last one left them.
  const stateOf: StateOf = (id) => {
    const i = placeOf(prepared, id);
    return i < place ? states[i] : last?.states[i];
  };
  for (const [i, step] of prepared.steps.entries()) {
    if (again && touched![i] === 0 && !waits(again.states[i]!)) continue;
    place = i;
    const given = assumed?.states.get(step.id);
    if (given !== undefined) {
      states[i] = decided(given, []);
      continue;
    }
    round ??= { mine: keptSteps(kept, table), ...earlierSteps(kept, prepared, before, table) };
    states[i] = (touched?.[i] === 0 ? standing(step, i, round, turn) : undefined) ?? stepState(step, i, view.lineState, table, stateOf, round, turn);
  }
  return states;
}

/** One that waits for another step's output hangs on that step too. */
const waits = (s: StepState): boolean => s.open.some((o) => o.state.awaited.length > 0);

function suppliesTheSame(before: readonly StepState[], now: readonly StepState[]): boolean {
  for (let i = 0; i < now.length; i++) if (now[i] !== before[i] && supplyingStates.has(now[i]!.state) !== supplyingStates.has(before[i]!.state)) return false;
  return true;
}

/** The same object as long as nothing has changed: what was made from it stands too. */
function settledAs({ steps }: Prepared, found: readonly StepState[], supplying: SupplyTable, earlier: Settled | undefined): Settled {
  if (earlier && earlier.supplying === supplying && steps.every((s, i) => earlier.states.get(s.id) === found[i])) return earlier;
  return { states: new Map(steps.map((s, i) => [s.id, found[i]!])), active: steps.filter((_, i) => found[i]!.state === 'in' || found[i]!.state === 'later'), supplying };
}
