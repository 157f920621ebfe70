/**
 * Any value may be dated: `[{value, from, to, source}]`, and any list item may carry `from`/`to` (inclusive, in the city's zone).
 * The law of a day is the folder with every dated value resolved for that day.
 */
import { isCivilDate } from './declare/scalar';
import { finding, type Finding } from './finding';
import type { Tree } from './read';

const forever = '9999-12-31';
const dateLike = /^\d{4}-\d{2}-\d{2}$/;
type MapTree = Extract<Tree, { kind: 'map' }>;

const entry = (m: MapTree, key: string): Tree | undefined => m.entries.get(key)?.value;
const dateIn = (m: MapTree, key: 'from' | 'to'): string | undefined => {
  const t = entry(m, key);
  return t?.kind === 'text' && dateLike.test(t.value) ? t.value : undefined;
};
const isDated = (t: Tree): t is MapTree => t.kind === 'map' && (dateIn(t, 'from') !== undefined || dateIn(t, 'to') !== undefined);
/** A list that stands for one value over time, not for several values. */
const isTimeline = (items: Tree[]): items is MapTree[] => items.length > 0 && items.every((i) => i.kind === 'map' && i.entries.has('value')) && items.some(isDated);

const datesExist = (items: MapTree[]) => items.every((m) => [dateIn(m, 'from'), dateIn(m, 'to')].every((d) => d === undefined || isCivilDate(d)));
const besideValue = ['value', 'from', 'to', 'source', 'illustrative', 'note'];

/** Days on which some value of the tree changes: each `from`, and the day after each `to`. */
export function changes(tree: Tree, nextDay: (date: string) => string, into: Set<string> = new Set()): Set<string> {
  if (tree.kind === 'list')
    for (const i of tree.items) {
      if (isDated(i)) {
        const from = dateIn(i, 'from');
        const to = dateIn(i, 'to');
        if (from && isCivilDate(from)) into.add(from);
        if (to && isCivilDate(to) && to < forever) into.add(nextDay(to));
      }
      changes(i, nextDay, into);
    }
  else if (tree.kind === 'map') for (const { value } of tree.entries.values()) changes(value, nextDay, into);
  return into;
}

/** Impossible or reversed dates, and gaps and overlaps between the values of one timeline. */
export function timelineFindings(tree: Tree, nextDay: (date: string) => string, out: Finding[] = []): Finding[] {
  if (tree.kind === 'map') for (const { value } of tree.entries.values()) timelineFindings(value, nextDay, out);
  if (tree.kind !== 'list') return out;
  for (const i of tree.items) {
    if (isDated(i)) {
      const from = dateIn(i, 'from');
      const to = dateIn(i, 'to');
      for (const [key, d] of [
        ['from', from],
        ['to', to],
      ] as const)
        if (d && !isCivilDate(d)) out.push(finding('YJ208', i.entries.get(key)!.value.place, `没有 ${d} 这一天；写真实的日期`, `${d} is not a day that exists; write a real date`));
      if (i.entries.has('value'))
        for (const [key, e] of i.entries)
          if (!besideValue.includes(key))
            out.push(
              finding(
                'YJ201',
                e.key,
                `有日期的值旁边只能写 ${besideValue.join('、')}；“${key}”应写在 value 里面`,
                `beside a dated value stand only ${besideValue.join(', ')}; "${key}" belongs inside value`,
              ),
            );
      if (from && to && to < from) out.push(finding('YJ208', i.place, `起止颠倒：${from} 在 ${to} 之后；对调`, `from ${from} is after to ${to}; exchange them`));
    }
    timelineFindings(i, nextDay, out);
  }
  if (isTimeline(tree.items)) {
    const misspelt = tree.items.flatMap((m) => [...m.entries].filter(([key]) => (key === 'from' || key === 'to') && dateIn(m, key) === undefined).map(([, e]) => e.value.place));
    for (const place of misspelt) out.push(finding('YJ208', place, '日期写作 YYYY-MM-DD', 'write the date as YYYY-MM-DD'));
    if (misspelt.length || !datesExist(tree.items)) return out;
    const spans = tree.items.map((m) => ({ place: m.place, from: dateIn(m, 'from') ?? '0000-01-01', to: dateIn(m, 'to') ?? forever })).sort((a, b) => (a.from < b.from ? -1 : 1));
    for (let i = 1; i < spans.length; i++) {
      const before = spans[i - 1]!;
      const span = spans[i]!;
      if (span.from <= before.to)
        out.push(
          finding(
            'YJ209',
            span.place,
            `有效期重叠：${span.from} 起的值与前一个值都有效；改 from 或 to，使前一个到前一天为止`,
            `overlap: the value from ${span.from} and the one before are both in force; let the one before end the day before`,
          ),
        );
      else if (nextDay(before.to) !== span.from)
        out.push(
          finding(
            'YJ209',
            span.place,
            `有效期有缺口：${before.to} 之后到 ${span.from} 之前没有值；改 from 或 to，使其相接`,
            `gap: no value between ${before.to} and ${span.from}; let one begin the day after the other ends`,
          ),
        );
    }
  }
  return out;
}

/** The tree as it stands on a day. Undated parts are shared, not copied. */
export function onDay(tree: Tree, day: string): Tree | null {
  if (tree.kind === 'text') return tree;
  if (tree.kind === 'map') {
    let changed = false;
    const entries = new Map<string, MapTree['entries'] extends Map<string, infer V> ? V : never>();
    for (const [key, e] of tree.entries) {
      const value = onDay(e.value, day);
      if (value !== e.value) changed = true;
      if (value) entries.set(key, value === e.value ? e : { key: e.key, value });
    }
    return changed ? { ...tree, entries } : tree;
  }
  if (isTimeline(tree.items) && datesExist(tree.items)) {
    const current = tree.items.find((m) => covers(m, day));
    return current ? onDay(valueIn(current), day) : null;
  }
  let changed = false;
  const items: Tree[] = [];
  for (const i of tree.items) {
    if (isDated(i) && !covers(i, day)) {
      changed = true;
      continue;
    }
    const plain = isDated(i) ? (i.entries.has('value') ? valueIn(i) : without(i)) : i;
    const resolved = onDay(plain, day);
    if (resolved !== i) changed = true;
    if (resolved) items.push(resolved);
  }
  return changed ? { ...tree, items } : tree;
}

const covers = (m: MapTree, day: string) => (dateIn(m, 'from') ?? '0000-01-01') <= day && day <= (dateIn(m, 'to') ?? forever);

const without = (m: MapTree): MapTree => ({ ...m, entries: new Map([...m.entries].filter(([k]) => !((k === 'from' || k === 'to') && dateIn(m, k) !== undefined))) });

/** The value of a dated item; marks written beside it (`source`, `illustrative`, `note`) go with a value that is a map. */
function valueIn(m: MapTree): Tree {
  const value = entry(m, 'value')!;
  if (value.kind !== 'map') return value;
  const entries = new Map(value.entries);
  for (const mark of ['source', 'illustrative', 'note']) {
    const e = m.entries.get(mark);
    if (e && !entries.has(mark)) entries.set(mark, e);
  }
  return { ...value, entries };
}
