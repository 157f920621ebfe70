/** Which step of a basket gives which concept or document (by id; `subject` says whose), as far as its conditions may still hold. */
import type { Prepared } from './basket';
import type { Line, StepPlan } from './step-plan';
import { keptIn, type Memory } from './memory';

export type Supply = { step: StepPlan; stage: string; subject: string };
export type SupplyTable = { concepts: ReadonlyMap<string, Supply[]>; evidence: ReadonlyMap<string, Supply[]>; given: readonly string[]; against: Map<SupplyTable, ReadonlySet<string>> };

const byPattern = (): Map<string, SupplyTable> => new Map();
/** One table per pattern of who supplies: the same pattern gives the same table. */
export function supplyTable({ steps }: Prepared, supplies: (s: StepPlan, i: number) => boolean, ruledOut: (line: Line) => boolean, kept: Memory): SupplyTable {
  let pattern = '';
  for (const [i, step] of steps.entries()) {
    if (!supplies(step, i)) pattern += '-';
    else for (const { when } of step.outputs) pattern += when && ruledOut(when) ? '0' : '1';
    pattern += '/';
  }
  const tables = keptIn(kept.shared, byPattern);
  let table = tables.get(pattern);
  if (!table) tables.set(pattern, (table = newTable(steps, pattern)));
  return table;
}

/** The table where every step gives all it can: the same at every question. */
export const tableOfAll = (prepared: Prepared, kept: Memory): SupplyTable => keptIn(kept.shared, newTableOfAll, prepared, kept);
const newTableOfAll = (prepared: Prepared, kept: Memory): SupplyTable =>
  supplyTable(
    prepared,
    () => true,
    () => false,
    kept,
  );

function newTable(steps: readonly StepPlan[], pattern: string): SupplyTable {
  const concepts = new Map<string, Supply[]>();
  const evidence = new Map<string, Supply[]>();
  const given = pattern.split('/');
  steps.forEach((step, i) => {
    step.outputs.forEach(({ item }, k) => {
      if (given[i]![k] !== '1') return;
      const map = item.kind === 'concept' ? concepts : evidence;
      const supply = { step, stage: item.stage, subject: item.subject };
      const list = map.get(item.id);
      if (list) list.push(supply);
      else map.set(item.id, [supply]);
    });
  });
  return { concepts, evidence, given, against: new Map() };
}

/** What two tables of one basket disagree about: concepts, and documents as `id@subject`. */
export function differing({ steps }: Prepared, a: SupplyTable, b: SupplyTable): ReadonlySet<string> {
  let names = a.against.get(b);
  if (names) return names;
  const found = new Set<string>();
  steps.forEach((step, i) => {
    if (a.given[i] === b.given[i]) return;
    step.outputs.forEach(({ item }, k) => {
      if ((a.given[i]![k] === '1') !== (b.given[i]![k] === '1')) found.add(item.kind === 'concept' ? item.id : `${item.id}@${item.subject}`);
    });
  });
  a.against.set(b, (names = found));
  return names;
}
