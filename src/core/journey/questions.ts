/**
 * Which questions a person meets, in order. The path is walked as she walks it: one question at a time, each deciding or
 * needed at the moment it is shown, with only her earlier answers known. The order is decided in `question-order.ts`.
 */
import type { Row, Values } from '../case/event';
import type { Prepared } from './basket';
import { keptIn, memory, type Memory } from './memory';
import type { KnownFacts, Question } from './plan';
import { decidesFor, demand, isNeeded, registerFor, type Demand } from './demand';
import { bestQuestion, type Asking } from './question-order';
import { situation, type Situation } from './situation';
import type { SupplyTable } from './supply-table';

export type Next = { concept: string; reason: 'deciding' | 'needed'; mode: 'ask' | 'confirm' };

const subjectOf = (concept: string) => {
  const dot = concept.indexOf('.');
  return dot < 0 ? concept : concept.slice(0, dot);
};

/** A list is answered datum by datum: in every row, or with "I don't know" for the whole list. */
const answered = (s: Situation, concept: string): boolean => {
  if (concept in s.answers) return true;
  const about = s.prepared.datum(concept);
  const rows = about?.subject.many ? s.answers[about.subject.id] : undefined;
  if (!Array.isArray(rows)) return rows !== undefined;
  return rows.every((row) => row[concept.slice(subjectOf(concept).length + 1)] !== undefined);
};

/** A register may be keyed by what another register gives; in the end a person gives the first key. */
function firstKey(s: Situation, concept: string): string | null {
  let key: string | null = null;
  for (let next = registerFor(s, concept); next; next = registerFor(s, next.key)) key = next.key;
  return key;
}

/**
 * The next question, or null when nothing open or needed is left to ask. Facts that decide something come before detail, and
 * among them those first that are needed in any case; the rest in the order of least expected cost. Detail of one group
 * stays together. `passed` are questions shown and left for now.
 */
export function nextQuestion(s: Situation, d: Demand = demand(s), passed: ReadonlySet<string> = new Set(), given: Values = s.answers): Next | null {
  const asking = askingOf(s, d, given);
  const waitingForRegister: string[] = [];
  const candidates = new Map<string, string>();
  let [sureKey, sure]: [string | null, string | null] = [null, null];
  for (const w of d.wants)
    for (const concept of w.wants.deciding) {
      if (candidates.has(concept)) continue;
      const key = asking.keyOf(concept);
      if (key !== null && s.value(key) !== undefined) waitingForRegister.push(concept);
      if (key === null ? passed.has(concept) || answered(s, concept) : s.value(key) !== undefined || passed.has(key)) continue;
      const target = key ?? concept;
      candidates.set(concept, target);
      // Needed whatever the answer, so it costs nothing to know it first; a key opens a register.
      if (!d.isNeededNow(target)) continue;
      if (target !== concept) sureKey ??= concept;
      else sure ??= concept;
    }
  if (candidates.size > 0) {
    const concept = sureKey ?? sure ?? bestQuestion(s, candidates, asking, (c) => passed.has(c) || answered(s, c));
    const target = candidates.get(concept)!;
    return { concept: target, reason: target !== concept && isNeeded(d, target) ? 'needed' : 'deciding', mode: 'ask' };
  }
  const detail = grouped(s, d).find((concept) => !passed.has(concept) && !answered(s, concept));
  if (detail !== undefined) return { concept: detail, reason: 'needed', mode: d.needed.get(detail)!.mode };
  // The register has its key, was to give it and has not: the person is asked after all.
  for (const concept of waitingForRegister) if (!passed.has(concept) && !answered(s, concept)) return { concept, reason: 'deciding', mode: 'ask' };
  return null;
}

/** What is put to the person for a fact changes only with what she says in the end, who supplies, and the missing keys of registers. */
type Earlier = { supplying: SupplyTable; known: KnownFacts; given: Values; keys: string; asking: Asking };
const earlier = (): { last: Earlier | null } => ({ last: null });
function askingOf(s: Situation, { keys }: Demand, given: Values): Asking {
  const mine = keptIn(s.kept.own, earlier);
  const before = mine.last;
  if (before && before.supplying === s.supplying && before.known === s.known && before.given === given && before.keys === keys) return before.asking;
  const found = new Map<string, string | null>();
  const keyOf = (concept: string) => {
    let key = found.get(concept);
    if (key === undefined) found.set(concept, (key = concept in given ? null : firstKey(s, concept)));
    return key;
  };
  const asking: Asking = { keyOf, table: null };
  mine.last = { supplying: s.supplying, known: s.known, given, keys, asking };
  return asking;
}

/** A demand is walked many times while nothing that matters is answered. */
const inGroups = (): { demand: Demand | null; order: string[] } => ({ demand: null, order: [] });

/** Needed facts with those of one group side by side, groups in order of first mention. */
function grouped({ prepared, kept }: Situation, d: Demand): string[] {
  const last = keptIn(kept.own, inGroups);
  if (last.demand === d) return last.order;
  const groups = new Map<string, string[]>();
  for (const concept of d.needed.keys()) {
    const group = groupOf(prepared, concept);
    const list = groups.get(group);
    if (list) list.push(concept);
    else groups.set(group, [concept]);
  }
  [last.demand, last.order] = [d, [...groups.values()].flat()];
  return last.order;
}

/** Every question of the path: those answered, and those still open as far as they can be seen from here. */
export function questionPath(prepared: Prepared, at: string, answers: Values, known: KnownFacts, kept: Memory = memory()): Question[] {
  const said: Values = {};
  const told = new Set<string>();
  const passed = new Set<string>();
  const path: { next: Next; deciding: Set<string> }[] = [];
  const limit = 500;
  let s = situation(prepared, at, said, known, undefined, kept, told);
  let d = demand(s, answers);
  for (;;) {
    const next = nextQuestion(s, d, passed, answers);
    if (!next || path.length >= limit) return path.map((p) => questionOf(prepared, p, d));
    path.push({ next, deciding: decidesFor(d, next.concept) });
    passed.add(next.concept);
    const list = subjectOf(next.concept);
    const rows = answers[list];
    // A question left open tells nothing: where she stands is where she stood.
    if (!(next.concept in answers) && rows === undefined) continue;
    if (next.concept in answers && !Array.isArray(rows)) told.add(next.concept);
    else told.add(list);
    if (next.concept in answers && !Array.isArray(rows)) said[next.concept] = answers[next.concept]!;
    else if (Array.isArray(rows)) said[list] = rows.map((row, i) => withDatum((said[list] as Row[] | undefined)?.[i] ?? {}, row, next.concept.slice(list.length + 1)));
    else said[list] = rows!;
    if (!prepared.matters(next.concept)) continue;
    s = situation(prepared, at, said, known, undefined, kept, told);
    told.clear();
    d = demand(s, answers);
  }
}

/** A row as far as it has been asked for. */
const withDatum = (soFar: Row, row: Row, datum: string): Row => (row[datum] === undefined ? soFar : { ...soFar, [datum]: row[datum] });

function questionOf(prepared: Prepared, { next, deciding }: { next: Next; deciding: Set<string> }, last: Demand): Question {
  const needed = last.needed.get(next.concept);
  const steps = new Set([...deciding, ...(needed?.steps ?? [])]);
  return {
    concept: next.concept,
    group: groupOf(prepared, next.concept),
    kind: needed ? (deciding.size ? 'both' : 'needed') : next.reason,
    mode: next.mode,
    neededBy: prepared.steps.filter((s) => steps.has(s.id)).map((s) => s.id),
    when: needed?.later && deciding.size === 0 ? 'later' : 'now',
  };
}

/** Questions of one group may share a page: the catalogue's group, else the subject they are about. */
export function groupOf(prepared: Prepared, concept: string): string {
  return prepared.datum(concept)?.datum.group ?? subjectOf(concept);
}
