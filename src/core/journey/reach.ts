/**
 * What the numbers may still become while a service is undecided: the least and the most over the outcomes that answers can
 * still bring about together. Where there are too many outcomes to compile each, the ends are bounds: all undecided services
 * in and all out, and each of these once more with the least and the most that they could supply to the others. Conditional
 * lines still open count once as in and once as out.
 */
import { jointOutcomes, simplify, type Facts } from '../rules';
import type { Line, StepPlan } from './step-plan';
import { demand } from './demand';
import type { Compared } from './difference';
import { memory, type Memory } from './memory';
import { numbersOf, spread } from './numbers';
import { variant, type Variant } from './variant';
import type { Numbers, Question, ServiceState } from './plan';
import { schedule } from './schedule';
import { situation, type Assumed, type Situation } from './situation';
import { innerLines } from './step-state';

/** Plain numbers when every service is decided; otherwise the least and most over the outcomes still possible. */
export function numbersInReach(after: Variant, joined: Variant): Numbers {
  const { states, prepared } = after.s;
  const open = prepared.steps.filter((s) => states.get(s.id)!.state === 'undecided');
  if (open.length === 0) return numbersOf(after, joined);
  const [keptAfter, keptJoined] = [memory(after.s.kept), memory(after.s.kept)];
  return spread(outcomes(after.s, open).map((outcome) => numbersOf(under(after, outcome, keptAfter), under(joined, outcome, keptJoined))));
}

/** The same basket with its undecided services taken as the outcome says. */
function under({ s, questions }: Variant, outcome: Assumed, kept: Memory): Variant {
  const states = new Map([...s.states].map(([id, x]) => [id, x.state === 'undecided' ? (outcome.states.get(id) ?? 'in') : x.state] as const));
  const then = situation(s.prepared, s.at, s.answers, s.known, { ...outcome, states }, kept);
  return variant(then, then.active, questionsUnder(then, questions));
}

/** What would be asked, handed over and done if every service still undecided were needed: a list put together before anything is answered. */
export function ifAllIn({ after, joined }: { after: Variant; joined: Variant }): Compared {
  const all: Assumed = { states: new Map() };
  const then = under(after, all, memory());
  return { questions: then.questions, documents: then.documents, steps: schedule(then.s, then.steps, then.edges).steps, numbers: numbersOf(then, under(joined, all, memory())) };
}

/** True while a line inside a service may come out either way; the plan counts such lines as in. */
const linesOpen = (s: Situation): boolean => s.prepared.steps.some((step) => s.states.get(step.id)!.state !== 'out' && innerLines(step).some((line) => 'open' in s.lineState(line)));

/** The path so far, and what the services that are in under this outcome would ask besides. */
function questionsUnder(s: Situation, path: readonly Question[]): Question[] {
  const asked = new Set(path.map((q) => q.concept));
  const more = [...demand(s).needed].filter(([concept]) => !asked.has(concept));
  return [...path, ...more.map(([concept, n]): Question => ({ concept, group: '', kind: 'needed', mode: n.mode, neededBy: [...n.steps], when: n.later ? 'later' : 'now' }))];
}

/** Steps compiled again for the range, over all outcomes together. */
const stepsCompiled = 160;
/** The more lines are open, the more outcomes there are and the sooner looking for each is given up. */
const waysWalked = (lines: number) => Math.ceil(600_000 / lines ** 2);

/** The states the undecided services can still take together. */
function outcomes(s: Situation, open: readonly StepPlan[]): Assumed[] {
  const facts: Facts = { today: s.at, value: (c) => plainValue(s, c), rows: () => undefined };
  const lines = open.flatMap((step) =>
    s.states
      .get(step.id)!
      .open.filter((o) => !o.state.declined)
      .map((o) => ({ step, line: o.line })),
  );
  const alsoLean = linesOpen(s);
  const most = stepsCompiled / (s.prepared.steps.length * (alsoLean ? 2 : 1));
  const found = new Map<string, ReadonlyMap<string, ServiceState>>();
  const keep = (holds: readonly boolean[]): boolean => {
    const outcome = new Map(open.map((step) => [step.id, stateUnder(s, step, lines, (i) => holds[i]!)] as const));
    found.set([...outcome.values()].join(), outcome);
    return found.size <= most;
  };
  const rules = lines.map((l) => simplify(l.line.rule, facts));
  if (jointOutcomes(rules, s.prepared.domain, waysWalked(lines.length), keep)) return [...found.values()].flatMap((states): Assumed[] => [{ states }, ...(alsoLean ? [{ states, lean: true }] : [])]);
  const ids = new Set(open.map((step) => step.id));
  const every = (state: ServiceState) => new Map(open.map((step) => [step.id, state] as const));
  return [{ states: every('in') }, { states: every('in'), silent: ids }, { states: every('out'), lean: alsoLean }, { states: every('out'), lean: alsoLean, giving: ids }];
}

function stateUnder(s: Situation, step: StepPlan, lines: readonly { step: StepPlan; line: Line }[], holds: (i: number) => boolean): ServiceState {
  const truth = (line: Line) => {
    const i = lines.findIndex((l) => l.line === line && l.step === step);
    if (i >= 0) return holds(i);
    const state = s.lineState(line);
    return 'value' in state ? state.value : true;
  };
  if (![...step.gates, ...step.applies].every(truth)) return 'out';
  if (!step.eligible.every(truth)) return 'barred';
  if (step.excludes.some((x) => truth(x.line))) return 'excluded';
  return 'in';
}

function plainValue(s: Situation, concept: string) {
  const x = s.value(concept);
  return typeof x === 'object' && x !== null ? undefined : x;
}
