/**
 * Why a question is asked: for a fact that decides, two completions that differ in it alone and in what they bring about, with the
 * line they differ on; for a fact that is needed, the lines that list it. Read from the diagrams, so it can be checked by
 * trying both completions.
 */
import type { Diagram, Known, Move, Node } from '../rules';
import type { Line, StepPlan } from './step-plan';
import { leaves } from './bound-rule';
import { demand, registerFor, type Demand } from './demand';
import type { Situation } from './situation';
import { innerLines } from './step-state';

export type Fact = { concept: string; show: string; known: Known };
/** With `shared` the same on both sides, the line holds for the one answer and not for the other. */
export type Witness = { step: StepPlan; line: Line; inside: boolean; concept: string; shared: Fact[]; holds: Fact; fails: Fact };
export type Needed = { step: StepPlan; pointer: string; source: string | null };
export type WhyAsked = { decides: Witness[]; needed: Needed[] };

/** @param concept a question; where it is the key of a register, the facts it opens decide in its stead. */
export function whyAsked(s: Situation, concept: string, d: Demand = demand(s)): WhyAsked {
  const facts = [concept, ...[...d.deciding.keys()].filter((c) => c !== concept && registerFor(s, c)?.key === concept)];
  const decides = s.prepared.steps.flatMap((step) => {
    const state = s.states.get(step.id)!;
    const open = state.open.map((o) => ({ line: o.line, inside: false }));
    if (state.state === 'in') open.push(...innerLines(step).map((line) => ({ line, inside: true })));
    return open.flatMap(({ line, inside }): Witness[] => {
      const found = s.lineState(line);
      if ('value' in found) return [];
      for (const fact of facts) {
        const pair = found.open.support.includes(fact) ? pairOn(found.open, fact) : null;
        if (pair) return [{ step, line, inside, concept: fact, ...pair }];
      }
      return [];
    });
  });
  return { decides, needed: neededBy(s, concept) };
}

/** Lines certainly in that list the fact, or list what a register gives for it. */
function neededBy(s: Situation, concept: string): Needed[] {
  const given = (listed: string) => leaves(s.prepared.law, listed).some((leaf) => leaf === concept || registerFor(s, leaf)?.key === concept);
  return s.active.flatMap((step) =>
    step.needs.flatMap((n, i): Needed[] =>
      s.holds(n.when) && given(n.item.concept) ? [{ step, pointer: `/services/${step.service.id}/needs/${i}`, source: step.service.needs?.[i]?.source ?? null }] : [],
    ),
  );
}

type Step = { facts: Fact[] };
type Pair = Pick<Witness, 'shared' | 'holds' | 'fails'>;

/** The shortest way to a branch where the fact alone makes the difference, and on from there to two ends. */
function pairOn(d: Diagram, concept: string): Pair | null {
  const queue: { node: Node; path: Step[] }[] = [{ node: d.root, path: [] }];
  const seen = new Set<Node>([d.root]);
  for (let i = 0; i < queue.length; i++) {
    const { node, path } = queue[i]!;
    if (node.leaf) continue;
    for (const move of node.variable.moves.get(concept) ?? []) {
      const at = move.cells.findIndex((x) => node.children[x] !== node.children[move.cells[0]!]);
      const rest = at < 0 ? null : apart(node.children[move.cells[0]!]!, node.children[move.cells[at]!]!);
      if (!rest) continue;
      const [one, other] = [factsOn(node, move, 0), factsOn(node, move, at)];
      const own = (facts: readonly Fact[]) => facts.find((f) => f.concept === concept)!;
      const shared = [...[...path, ...rest.path].flatMap((p) => p.facts), ...one.filter((f) => f.concept !== concept && move.values)];
      return rest.first ? { shared, holds: own(one), fails: own(other) } : { shared, holds: own(other), fails: own(one) };
    }
    node.children.forEach((child, cell) => {
      if (seen.has(child)) return;
      seen.add(child);
      queue.push({ node: child, path: [...path, { facts: factsAt(node, cell) }] });
    });
  }
  return null;
}

/** Answers under which two different diagrams end differently; `first` is how the first one ends. */
function apart(a: Node, b: Node): { first: boolean; path: Step[] } | null {
  if (a === b) return null;
  if (a.leaf && b.leaf) return { first: a.value, path: [] };
  const node = a.leaf ? b : b.leaf || a.rank <= b.rank ? a : b;
  if (node.leaf) return null;
  for (let cell = 0; cell < node.variable.cells.length; cell++) {
    const at = (n: Node) => (!n.leaf && n.rank === node.rank ? n.children[cell]! : n);
    const found = apart(at(a), at(b));
    if (found) return { first: found.first, path: [{ facts: factsAt(node, cell) }, ...found.path] };
  }
  return null;
}

type Inner = Exclude<Node, { leaf: true }>;
/** A cell as facts: one of each unknown it is of. */
function factsAt({ variable }: Inner, cell: number): Fact[] {
  const { values, value, show } = variable.cells[cell]!;
  if (!values) return variable.concepts.map((concept) => ({ concept, show, known: value }));
  return told(values);
}
/** The point of a move that lies in its nth cell. */
const factsOn = (node: Inner, { cells, values }: Move, n: number): Fact[] => (values ? told(values[n]!) : factsAt(node, cells[n]!));
const told = (values: { readonly [concept: string]: Known }): Fact[] => Object.entries(values).map(([concept, known]) => ({ concept, show: known === null ? 'absent' : String(known), known }));
