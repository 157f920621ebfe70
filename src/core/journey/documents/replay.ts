/**
 * The trusted part: replays a choice of documents from nothing and says what is wrong with it. It shares no code with what
 * made the choice – every test and benchmark runs it – and reads only the problem as stated and the plan as published.
 */
import type { Conditional, EvidenceNeed, StepPlan } from '../step-plan';
import type { Plan } from '../plan';
import type { Problem, Selection, Use } from './problem';

/** Everything wrong with a selection: a list not had, a piece nobody gives, an order that cannot be, a cost that is not its cost. */
export function replay(problem: Problem, selection: Selection): string[] {
  const wrong: string[] = [];
  const choices = new Map(selection.choices.map((c) => [c.requirement, c]));
  const taken = new Set<string>();
  const waits: (readonly [string, string])[] = [...problem.order()];
  const brought = new Map<string, { looked: number; kept: number; price: number }>();
  // Taking an optional producer brings its requirements, which may need further producers.
  for (let size = -1, done = new Set<string>(); size < done.size; ) {
    size = done.size;
    for (const r of problem.requirements) {
      if (done.has(r.id) || (r.by !== null && !taken.has(r.by))) continue;
      done.add(r.id);
      const choice = choices.get(r.id);
      const list: readonly Use[] | undefined = choice && r.lists[choice.list];
      if (!choice || !list || choice.from.length !== list.length) wrong.push(`${r.id} is not met`);
      else
        list.forEach((use, i) => {
          const by = choice.from[i]!;
          const given = use.source.given.find((g) => g.by === by);
          if (by !== null && !given) wrong.push(`${by} does not give ${use.piece}`);
          if (given) waits.push([given.at, r.at]);
          if (given && problem.producers.has(given.by)) taken.add(given.by);
          if (by !== null) return;
          if (use.source.price === null) wrong.push(`${use.piece} cannot be brought`);
          const b = brought.get(use.piece) ?? { looked: 0, kept: 0, price: 0 };
          if (use.source.price) brought.set(use.piece, { looked: use.kept ? b.looked : Math.max(b.looked, use.copies), kept: b.kept + (use.kept ? use.copies : 0), price: use.source.price });
        });
    }
  }
  // A moment comes when everything it waits for has come.
  const come = new Set<string>();
  const moments = new Set(waits.flat());
  for (let more = true; more; ) {
    const next = [...moments].filter((m) => !come.has(m) && waits.every(([a, b]) => b !== m || come.has(a)));
    for (const m of next) come.add(m);
    more = next.length > 0;
  }
  if (come.size < moments.size) wrong.push(`never comes: ${[...moments].filter((m) => !come.has(m)).join(', ')}`);
  let cost = [...taken].reduce((n, by) => n + problem.producers.get(by)!, 0);
  for (const b of brought.values()) cost += (b.looked + b.kept) * b.price;
  if (cost !== selection.cost) wrong.push(`costs ${cost}, not ${selection.cost}`);
  return wrong;
}

/** Everything wrong with the documents of a plan: each list must be in hand when its stage begins. */
export function replayPlan(steps: readonly StepPlan[], holds: (line: Conditional<EvidenceNeed>['when']) => boolean, { documents, steps: planned }: Pick<Plan, 'documents' | 'steps'>): string[] {
  const wrong: string[] = [];
  const stage = (step: string, id: string) => planned.find((s) => s.id === step)?.stages.find((x) => x.id === id);
  for (const step of steps) {
    if (step.initiator !== 'applicant') continue;
    for (const { item, when } of step.evidence) {
      if (!holds(when) || item.line.necessity === 'optional') continue;
      const inHand = (evidence: string, subject: string): boolean => {
        const mine = <T extends { evidence: string; subject: string; neededBy: string[] }>(list: readonly T[]) =>
          list.find((p) => p.evidence === evidence && p.subject === subject && p.neededBy.includes(step.id));
        const from = mine(documents.supplied)?.from;
        if (!from || !('step' in from)) return from !== undefined || mine(documents.pieces) !== undefined;
        const output = steps.find((s) => s.id === from.step)?.outputs.find((o) => o.item.id === evidence && o.item.subject === subject);
        const [ready, needed] = [output && stage(from.step, output.item.stage), stage(step.id, item.stage)];
        return output !== undefined && (!ready || !needed || ready.finish <= needed.start);
      };
      if (!item.lists.some((list) => list.every((u) => inHand(u.evidence, u.subject)))) wrong.push(`${step.id} lacks ${item.line.id}`);
    }
  }
  const copies = documents.pieces.reduce((n, p) => n + p.copies, 0);
  if (copies !== documents.cost) wrong.push(`hands over ${copies}, not ${documents.cost}`);
  return wrong;
}
