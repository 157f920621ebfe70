/**
 * The fewest questions any order can do with, found without the product's diagrams and look-ahead: every combination of answer
 * cells of a journey's unknowns is decided by reading its rules, and a table over all states of knowledge is filled from the
 * full ones backwards. Unknowns that never meet in a condition are counted apart. People are drawn with every cell
 * equally likely; each is led through the product and through the best order, so both meet the same people.
 */
import type { Value, Values } from '../case/event';
import type { InForce } from '../catalogue';
import { demand, interview, nothingKnown, prepare, situation, type Prepared, type StepPlan } from '../journey';
import { innerLines } from '../journey/step-state';
import { linesIn, type Line } from '../journey/step-plan';
import { grown, holds, lifted, simplify, type Facts, type Known } from '../rules';

export type Sessions = {
  journey: string;
  people: number;
  /** Questions per session: asked by the product, and by the best order there is (or a bound no order can beat). */
  asked: number;
  optimum: number;
  /** Of these, what was asked to decide and was not needed in the end. */
  vain: number;
  vainOptimum: number;
  exact: boolean;
  states: number;
};

type Person = { [concept: string]: Known };
type Room = {
  concepts: string[];
  values: Known[][];
  steps: StepPlan[];
  lines: { line: Line; step: StepPlan }[];
  beside: StepPlan[];
  needs: ReadonlyMap<StepPlan, { concepts: readonly string[]; when: Line | null }[]>;
  exact: boolean;
};
const mostStates = 3_000_000;

export function sessionsOf(law: InForce, id: string, day: string, people: number, chance: () => number): Sessions {
  const prepared = prepare(law, { journey: id });
  const cells = answerCells(prepared, day);
  const rooms = roomsOf(prepared, cells);
  const tables = new Map<string, Table>();
  const found = { asked: 0, optimum: 0, vain: 0, vainOptimum: 0 };
  for (let n = 0; n < people; n++) {
    const person: Person = Object.fromEntries([...cells.values].map(([c, values]) => [c, values[Math.floor(chance() * values.length)]!]));
    const { asked, needed } = led(law, id, day, person);
    const vain = rooms.reduce((sum, room, i) => {
      const outside = activeOutside(room, person, day);
      const key = `${i}|${outside.map((s) => s.id).join()}`;
      let table = tables.get(key);
      if (!table) tables.set(key, (table = tableOf(room, outside, day)));
      return sum + vainIn(room, table, person);
    }, 0);
    found.asked += asked;
    found.vain += asked - needed;
    found.optimum += needed + vain;
    found.vainOptimum += vain;
  }
  const per = (x: number) => Number((x / people).toFixed(4));
  const states = rooms.reduce((n, r) => n + statesOf(r), 0);
  return {
    journey: id,
    people,
    asked: per(found.asked),
    optimum: per(found.optimum),
    vain: per(found.vain),
    vainOptimum: per(found.vainOptimum),
    exact: cells.exact && rooms.every((r) => r.exact),
    states,
  };
}

/** One value of every answer cell of every unknown that a line reads and no step gives. */
function answerCells(prepared: Prepared, day: string): { values: Map<string, Known[]>; exact: boolean } {
  const nothing: Facts = { today: day, value: () => undefined, rows: () => undefined };
  const given = new Set(prepared.steps.flatMap((s) => s.outputs.flatMap((o) => (o.item.kind === 'concept' ? [o.item.id] : []))));
  const lines = prepared.steps.flatMap(linesIn).map((l) => lifted(simplify(l.rule, nothing)));
  const built = grown(lines, prepared.domain, 1_000_000);
  if (!built) throw new Error('too much for one set of diagrams');
  const values = new Map<string, Known[]>();
  let exact = true;
  built.forest.variables.forEach((v, rank) => {
    const readings = [...built.forest.readings.values()].filter((r) => r.variable === rank);
    const alone = v.concepts.length === 1 && v.exact && !values.has(v.concepts[0]!) ? v.concepts[0]! : null;
    if (alone === null || given.has(alone) || prepared.lists.has(alone.split('.', 1)[0]!)) {
      exact = false;
      return;
    }
    const regions = new Map<string, Known>();
    v.cells.forEach((cell, i) => {
      const key = readings.map((r) => Number(r.truth[i])).join('');
      if (!regions.has(key)) regions.set(key, cell.value);
    });
    values.set(alone, [...regions.values()]);
  });
  return { values, exact };
}

/** The product's own way through, to the last question. */
function led(law: InForce, id: string, day: string, person: Person): { asked: number; needed: number } {
  const answers: Values = {};
  const prepared = prepare(law, { journey: id });
  for (;;) {
    const { next } = interview(law, { journey: id }, answers, nothingKnown, day);
    if (next === null) break;
    answers[next] = (next in person ? person[next]! : plain(prepared, next)) as Value;
  }
  const { needed } = demand(situation(prepared, day, answers, nothingKnown));
  const asked = Object.keys(answers);
  return { asked: asked.length, needed: asked.filter((c) => needed.has(c)).length };
}

const plain = (prepared: Prepared, concept: string): Known => {
  const { kind, codes } = prepared.domain(concept);
  return kind === 'bool' ? true : kind === 'code' ? (codes?.[0] ?? 'x') : kind === 'date' ? '1990-01-01' : kind === 'other' ? '某某' : 1;
};

// — what hangs together ————————————————————————————————————————————————————————————————————

const outer = (s: StepPlan): Line[] => [...s.gates, ...s.applies, ...s.eligible, ...s.excludes.map((x) => x.line)];
const read = (lines: readonly Line[], known: ReadonlyMap<string, unknown>) => lines.flatMap((l) => l.concepts).filter((c) => known.has(c));

function roomsOf(prepared: Prepared, { values }: { values: Map<string, Known[]> }): Room[] {
  const conditions = [...prepared.steps.map((s) => read(outer(s), values)), ...prepared.steps.flatMap((s) => innerLines(s).map((l) => read([l], values)))];
  const prices = prepared.steps.flatMap((s) =>
    needsOf(prepared, s).flatMap((n) => n.concepts.filter((c) => values.has(c)).map((c) => [c, ...read([...outer(s), ...(n.when ? [n.when] : [])], values)])),
  );
  const apart = (groups: readonly string[][]): string[][] => {
    const rooms: Set<string>[] = [...values.keys()].map((c) => new Set([c]));
    for (const group of groups) {
      const met = rooms.filter((r) => group.some((c) => r.has(c)));
      for (const other of met.slice(1)) {
        for (const c of other) met[0]!.add(c);
        rooms.splice(rooms.indexOf(other), 1);
      }
    }
    return rooms.map((r) => [...r]);
  };
  const size = (concepts: readonly string[]) => concepts.reduce((n, c) => n * (values.get(c)!.length + 1), 1);
  const all = apart([...conditions, ...prices]);
  // Past the table, what a fact costs is not followed across conditions: then it may be free, which no order can beat.
  const kept = all.flatMap((concepts) =>
    size(concepts) <= mostStates
      ? [{ concepts, exact: true }]
      : apart(conditions.filter((g) => g.some((c) => concepts.includes(c))))
          .filter((r) => r.some((c) => concepts.includes(c)))
          .map((r) => ({ concepts: r, exact: false })),
  );
  return kept.map(({ concepts, exact }) => {
    const reads = (l: Line) => l.concepts.some((c) => concepts.includes(c));
    const steps = prepared.steps.filter((s) => outer(s).some(reads));
    const lines = prepared.steps.flatMap((step) =>
      innerLines(step)
        .filter((l) => reads(l) && l.concepts.every((c) => values.has(c)))
        .map((line) => ({ line, step })),
    );
    const needs = new Map(prepared.steps.map((s) => [s, needsOf(prepared, s).filter((n) => n.concepts.some((c) => concepts.includes(c)))]));
    const beside = prepared.steps.filter((s) => !steps.includes(s) && (lines.some((l) => l.step === s) || needs.get(s)!.length > 0));
    return { concepts, values: concepts.map((c) => values.get(c)!), steps, lines, beside, needs, exact };
  });
}

const needsOf = (_prepared: Prepared, s: StepPlan) => (s.initiator === 'authority' ? [] : s.needs.map((n) => ({ concepts: n.item.leaves, when: n.when })));

const statesOf = (r: Room) => r.values.reduce((n, v) => n * (v.length + 1), 1);
const factsOf = (person: Person, day: string): Facts => ({ today: day, rows: () => [], value: (c) => person[c] });

function isIn(s: StepPlan, facts: Facts): string {
  if (![...s.gates, ...s.applies].every((l) => holds(l.rule, facts) !== false)) return 'out';
  if (!s.eligible.every((l) => holds(l.rule, facts) !== false)) return 'barred';
  return s.excludes.some((x) => holds(x.line.rule, facts) === true) ? 'excluded' : 'in';
}

/** Steps that are in for this person and do not hang on the room: their lines and needs count in it. */
const activeOutside = (room: Room, person: Person, day: string): StepPlan[] => room.beside.filter((s) => isIn(s, factsOf(person, day)) === 'in');

// — the table ——————————————————————————————————————————————————————————————————————————————

type Table = { strides: number[]; pick: Int8Array; neededAt(index: number, u: number): number };

function tableOf(room: Room, outside: readonly StepPlan[], day: string): Table {
  const sizes = room.values.map((v) => v.length);
  const strides = sizes.map((_, i) => sizes.slice(0, i).reduce((n, s) => n * (s + 1), 1));
  const total = statesOf(room);
  const outcome = new Int32Array(total);
  const value = new Float64Array(total);
  const pick = new Int8Array(total).fill(-1);
  const needed = sizes.map(() => new Float32Array(total));
  const ids = new Map<string, number>();
  const person: Person = {};
  const facts = factsOf(person, day);
  const digits = sizes.map(() => 0);
  const active = (inside: ReadonlyMap<StepPlan, string>, s: StepPlan) => inside.get(s) === 'in' || outside.includes(s);
  const full = (at: number) => {
    room.concepts.forEach((c, u) => {
      person[c] = room.values[u]![digits[u]!]!;
    });
    const inside = new Map(room.steps.map((s) => [s, isIn(s, facts)]));
    const text = [...inside.values(), ...room.lines.map((l) => (active(inside, l.step) ? `${holds(l.line.rule, facts)}` : '-'))].join();
    let id = ids.get(text);
    if (id === undefined) ids.set(text, (id = ids.size));
    outcome[at] = id;
    for (const s of [...room.steps, ...outside])
      if (active(inside, s))
        for (const n of room.needs.get(s)!)
          if (n.when === null || holds(n.when.rule, facts) === true)
            for (const c of n.concepts) {
              const u = room.concepts.indexOf(c);
              if (u >= 0) needed[u]![at] = 1;
            }
  };
  for (let at = 0; at < total; at++) {
    const open: number[] = [];
    for (let u = 0; u < sizes.length; u++) {
      digits[u] = Math.floor(at / strides[u]!) % (sizes[u]! + 1);
      if (digits[u] === sizes[u]) open.push(u);
    }
    if (open.length === 0) {
      full(at);
      continue;
    }
    const child = (u: number, v: number) => at - (sizes[u]! - v) * strides[u]!;
    const first = open[0]!;
    outcome[at] = outcome[child(first, 0)]!;
    for (let v = 0; v < sizes[first]!; v++) {
      const c = child(first, v);
      if (outcome[c] !== outcome[at]) outcome[at] = -1;
      for (const n of needed) n[at]! += n[c]! / sizes[first]!;
    }
    if (outcome[at] !== -1) continue;
    value[at] = Infinity;
    for (const u of open) {
      let sum = !room.exact ? 0 : 1 - needed[u]![at]!;
      for (let v = 0; v < sizes[u]!; v++) sum += value[child(u, v)]! / sizes[u]!;
      if (sum < value[at]! - 1e-7) {
        value[at] = sum;
        pick[at] = u;
      }
    }
  }
  return { strides, pick, neededAt: (index, u) => needed[u]![index]! };
}

/** What the best order asks this person in the room and she does not need. */
function vainIn(room: Room, { strides, pick, neededAt }: Table, person: Person): number {
  const answer = room.concepts.map((c, u) => room.values[u]!.indexOf(person[c]!));
  let at = room.values.reduce((n, v, u) => n + v.length * strides[u]!, 0);
  const asked: number[] = [];
  for (let u = pick[at]!; u >= 0; u = pick[at]!) {
    asked.push(u);
    at -= (room.values[u]!.length - answer[u]!) * strides[u]!;
  }
  const full = answer.reduce((n, v, u) => n + v * strides[u]!, 0);
  return !room.exact ? 0 : asked.filter((u) => neededAt(full, u) === 0).length;
}
