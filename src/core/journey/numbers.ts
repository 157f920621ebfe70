/**
 * The numbers, by the one published rule (docs/numbers.md, contracts.md): before – each service on its own, one after another
 * or all at once –, joined (no register), after (the given registers), and the floor that law forbids to go below.
 * The compiler never shortens an authority's own time.
 */
import { actsTogether, countActs, countersOf, visitsOf } from './acts';
import type { Variant } from './variant';
import { beforeOf } from './before';
import { daysOf, rowsOf, type Counts } from './count';
import { illustrativeOf } from './illustrative';
import type { Count, Number6, Numbers } from './plan';
import { published } from './published';
import { hoursInAll } from './schedule';

export function numbersOf(after: Variant, joined: Variant): Numbers {
  return numbersAgainst(after, baselineOf(after, joined));
}

/** What a plan is compared with; registers change none of it. */
export type Baseline = { before: ReturnType<typeof beforeOf>; joined: Counts; illustrative: Record<keyof Counts, boolean> };

export function baselineOf(after: Variant, joined: Variant): Baseline {
  return { before: beforeOf(after.s, after.steps), joined: countsOf(joined), illustrative: illustrativeOf(after.s, after.steps) };
}

export function numbersAgainst(after: Variant, { before, joined, illustrative }: Baseline): Numbers {
  const a = countsOf(after);
  const floor = floorOf(after);
  const six = (key: keyof Counts): Number6 => ({
    before: { oneAfterAnother: before.oneAfterAnother[key], allAtOnce: before.allAtOnce[key] },
    joined: joined[key],
    after: a[key],
    floor: Math.min(floor[key], a[key]),
    illustrative: illustrative[key],
  });
  return { acts: six('acts'), documents: six('documents'), fields: six('fields'), days: six('days'), visits: six('visits'), counters: six('counters'), daysAsPublished: published(after) };
}

function countsOf(v: Variant): Counts {
  const acts = actsTogether(v.s, v.steps, v.questions);
  const day = v.s.prepared.law.city.workday.hours;
  return {
    acts: countActs(acts),
    documents: v.documents.pieces.reduce((n, p) => n + p.copies, 0),
    fields: v.questions.reduce((n, q) => n + rowsOf(v.s, q.concept), 0),
    days: daysOf(hoursInAll(v.s, v.steps, v.edges), day),
    visits: visitsOf(acts).length,
    counters: countersOf(acts).size,
  };
}

/** Only what is marked irreducible with a legal source; the one `submit` stays whenever a service by application is in. */
function floorOf(v: Variant): Counts {
  const { s, steps } = v;
  const applied = steps.filter((x) => x.initiator === 'applicant');
  const acts = actsTogether(s, steps, []).filter((a) => a.irreducible);
  const pieces = v.documents.pieces.filter((p) =>
    applied.some((step) =>
      step.evidence.some((e) => e.item.line.irreducible && s.holds(e.when, true) && e.item.lists.some((l) => l.some((u) => u.evidence === p.evidence && u.subject === p.subject))),
    ),
  );
  const fields = new Set(applied.flatMap((step) => step.needs.filter((n) => n.item.irreducible && s.holds(n.when, true)).flatMap((n) => n.item.leaves)));
  const asked = new Set(v.questions.map((q) => q.concept));
  return {
    acts: (applied.length > 0 ? 1 : 0) + countActs(acts),
    documents: pieces.reduce((n, p) => n + p.copies, 0),
    fields: [...fields].filter((f) => asked.has(f)).reduce((n, f) => n + rowsOf(s, f), 0),
    days: daysOf(
      hoursInAll(s, steps, v.edges, (stage) => stage.irreducible !== undefined),
      s.prepared.law.city.workday.hours,
    ),
    visits: visitsOf(acts).length,
    counters: countersOf(acts).size,
  };
}

/** Least and most over several outcomes; a plain number where all agree in being decided. */
export function spread(all: readonly Numbers[]): Numbers {
  const range = (pick: (n: Numbers) => Count): Count => {
    const values = all.map(pick) as number[];
    return [Math.min(...values), Math.max(...values)];
  };
  const six = (key: Exclude<keyof Numbers, 'daysAsPublished'>): Number6 => ({
    before: { oneAfterAnother: range((n) => n[key].before.oneAfterAnother), allAtOnce: range((n) => n[key].before.allAtOnce) },
    joined: range((n) => n[key].joined),
    after: range((n) => n[key].after),
    floor: range((n) => n[key].floor),
    illustrative: all.some((n) => n[key].illustrative),
  });
  return {
    acts: six('acts'),
    documents: six('documents'),
    fields: six('fields'),
    days: six('days'),
    visits: six('visits'),
    counters: six('counters'),
    daysAsPublished: { before: range((n) => n.daysAsPublished.before), after: range((n) => n.daysAsPublished.after), illustrative: all.some((n) => n.daysAsPublished.illustrative) },
  };
}
