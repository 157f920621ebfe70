/**
 * What may still come of a basket, small enough to look ahead in: every conditional line as a diagram over shared variables, which
 * lines make a step in or out, and what a step that is in needs. Made once per basket and day; the state of a person is one
 * node per line. The order of questions (`question-order.ts`) is found here; what is true is found in `situation.ts`.
 */
import { evaluate, grown, leafOf, lifted, simplify, type Facts, type Forest, type Node } from '../rules';
import type { Prepared } from './basket';
import { linesIn, type Line, type StepPlan } from './step-plan';
import { keptIn } from './memory';
import type { Situation } from './situation';
import { innerLines } from './step-state';

export type OutlookStep = {
  /** Lines by number, in the order they are tested, and what keeps the step going. */
  tests: { lines: number[]; wanted: boolean }[];
  inner: number[];
  all: number[];
};
export type Outlook = {
  forest: Forest;
  lines: readonly Line[];
  roots: readonly Node[];
  steps: readonly OutlookStep[];
  stepIn: readonly Node[];
  numberOf: ReadonlyMap<Line, number>;
  /** Chance of each cell: every region of values the lines tell apart is as likely as any other (our assumption). */
  chances: readonly (readonly number[])[];
  ranksOf: ReadonlyMap<string, readonly number[]>;
  /** Concepts of these that some register has. */
  registered: readonly string[];
  /** Steps that give a concept, with the line it hangs on. */
  suppliers: ReadonlyMap<string, readonly { step: number; line: number | null }[]>;
  /** Which cell a variable's atoms point to, for the facts known; null while they are not. */
  cellAt(rank: number, facts: Facts): number | null;
};

const outlooks = (): Map<string, Outlook | null> => new Map();

/** Null where the lines together are too much for one set of diagrams. */
export function outlookOf(prepared: Prepared, at: string): Outlook | null {
  const byDay = keptIn(prepared.own, outlooks);
  let found = byDay.get(at);
  if (found === undefined) {
    if (byDay.size > 8) byDay.clear();
    byDay.set(at, (found = newOutlook(prepared, at)));
  }
  return found;
}

function newOutlook(prepared: Prepared, at: string): Outlook | null {
  const facts: Facts = { today: at, value: () => undefined, rows: () => undefined };
  const lines = prepared.steps.flatMap(linesIn);
  const built = grown(
    lines.map((l) => lifted(simplify(l.rule, facts))),
    prepared.domain,
  );
  if (!built) return null;
  const { forest, roots } = built;
  const numberOf = new Map(lines.map((l, i) => [l, i]));
  const numbers = (list: readonly Line[]) => list.map((l) => numberOf.get(l)!);
  const steps = prepared.steps.map((s) => stepOf(s, numbers));
  const suppliers = new Map<string, { step: number; line: number | null }[]>();
  prepared.steps.forEach((s, step) => {
    for (const { item, when } of s.outputs) if (item.kind === 'concept') suppliers.set(item.id, [...(suppliers.get(item.id) ?? []), { step, line: when ? numberOf.get(when)! : null }]);
  });
  const ranksOf = new Map<string, number[]>();
  forest.variables.forEach((v, rank) => {
    for (const c of v.concepts) ranksOf.set(c, [...(ranksOf.get(c) ?? []), rank]);
  });
  return {
    forest,
    lines,
    roots,
    steps,
    stepIn: steps.map((s) => inNode(forest, roots, s)),
    numberOf,
    ...cellsIn(forest),
    ranksOf,
    registered: [...ranksOf.keys()].filter((c) => prepared.datum(c)?.suppliers.length),
    suppliers,
  };
}

function stepOf(s: StepPlan, numbers: (list: readonly Line[]) => number[]): OutlookStep {
  const tests = [
    { lines: numbers([...s.gates, ...s.applies]), wanted: true },
    { lines: numbers(s.eligible), wanted: true },
    { lines: numbers(s.excludes.map((x) => x.line)), wanted: false },
  ];
  const inner = numbers(innerLines(s));
  return { tests, inner, all: [...tests.flatMap((t) => t.lines), ...inner] };
}

const inNode = (f: Forest, roots: readonly Node[], s: OutlookStep): Node =>
  s.tests.flatMap((t) => t.lines.map((l) => (t.wanted ? roots[l]! : f.not(roots[l]!)))).reduce((a, b) => f.and(a, b), leafOf(true));

/** Cells on which all atoms agree are one region. */
function cellsIn(forest: Forest): Pick<Outlook, 'chances' | 'cellAt'> {
  const readings = forest.variables.map((_, rank) => [...forest.readings.values()].filter((r) => r.variable === rank));
  const byTruth = readings.map((rs, rank) => {
    const map = new Map<string, number[]>();
    forest.variables[rank]!.cells.forEach((_, i) => {
      const key = rs.map((r) => (r.truth[i] ? 1 : 0)).join('');
      map.set(key, [...(map.get(key) ?? []), i]);
    });
    return map;
  });
  const chances = byTruth.map((map, rank) => {
    const list = forest.variables[rank]!.cells.map(() => 0);
    // A region is counted once, at its first cell.
    for (const cells of map.values()) list[cells[0]!] = 1 / map.size;
    return list;
  });
  const cellAt = (rank: number, facts: Facts): number | null => {
    let key = '';
    for (const r of readings[rank]!) {
      const x = evaluate(r.atom, facts);
      if (x === undefined) return null;
      key += x === true ? 1 : 0;
    }
    return byTruth[rank]!.get(key)?.[0] ?? null;
  };
  return { chances, cellAt };
}

/** What a person's answers, registers and steps settle. */
export function knownCells(o: Outlook, s: Situation, ranks: readonly number[]): { rank: number; cell: number }[] {
  const facts: Facts = {
    today: s.at,
    value: (c) => {
      const x = s.value(c);
      return typeof x === 'object' && x !== null ? undefined : x;
    },
    rows: (list) => {
      const rows = s.answers[list];
      return Array.isArray(rows) ? (rows as never) : undefined;
    },
  };
  return ranks.flatMap((rank) => {
    const cell = o.cellAt(rank, facts);
    return cell === null ? [] : [{ rank, cell }];
  });
}
