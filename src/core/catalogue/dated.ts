/**
 * Any value may be dated: `[{value, from, to, source}]`, and any list item may carry `from`/`to` (inclusive, in the city's zone).
 * The law of a day is the folder with every dated value resolved for that day.
 *
 * A second time stands beside it: `recorded` is the day since when we publish a value. What was recorded later corrects what was
 * recorded before for the same days – a dated value as a whole, an item of a list by its `id` –, and the law of a day as it was known
 * on another leaves out what was recorded after that. What carries no `recorded` was always known.
 */
import { isCivilDate } from './declare/scalar';
import { finding, type Finding, type Place } from './finding';
import type { Tree } from './read';

const forever = '9999-12-31';
const dateLike = /^\d{4}-\d{2}-\d{2}$/;
const marks = ['from', 'to', 'recorded'] as const;
type MapTree = Extract<Tree, { kind: 'map' }>;

const entry = (m: MapTree, key: string): Tree | undefined => m.entries.get(key)?.value;
const dateIn = (m: MapTree, key: 'from' | 'to' | 'recorded'): string | undefined => {
  const t = entry(m, key);
  return t?.kind === 'text' && dateLike.test(t.value) ? t.value : undefined;
};
const isDated = (t: Tree): t is MapTree => t.kind === 'map' && marks.some((key) => dateIn(t, key) !== undefined);
/** A list that stands for one value over time, not for several values. */
const isTimeline = (items: Tree[]): items is MapTree[] => items.length > 0 && items.every((i) => i.kind === 'map' && i.entries.has('value')) && items.some(isDated);

const datesExist = (items: MapTree[]) => items.every((m) => marks.map((key) => dateIn(m, key)).every((d) => d === undefined || isCivilDate(d)));
const besideValue = ['value', 'from', 'to', 'recorded', 'source', 'illustrative', 'note'];

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
        ['recorded', dateIn(i, 'recorded')],
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
    const misspelt = tree.items.flatMap((m) => [...m.entries].filter(([key]) => marks.includes(key as 'from') && dateIn(m, key as 'from') === undefined).map(([, e]) => e.value.place));
    for (const place of misspelt) out.push(finding('YJ208', place, '日期写作 YYYY-MM-DD', 'write the date as YYYY-MM-DD'));
    if (misspelt.length || !datesExist(tree.items)) return out;
    const spans = tree.items
      .map((m) => ({ place: m.place, from: dateIn(m, 'from') ?? '0000-01-01', to: dateIn(m, 'to') ?? forever, recorded: dateIn(m, 'recorded') ?? '' }))
      .sort((a, b) => (a.from < b.from ? -1 : 1));
    // Values recorded on different days may be in force for the same day: the later corrects the earlier.
    let covered: string | null = null;
    for (const span of spans) {
      const before = spans.find((x) => x !== span && spans.indexOf(x) < spans.indexOf(span) && x.recorded === span.recorded && span.from <= x.to);
      if (before)
        out.push(
          finding(
            'YJ209',
            span.place,
            `有效期重叠：${span.from} 起的值与前一个值都有效；改 from 或 to，使前一个到前一天为止`,
            `overlap: the value from ${span.from} and the one before are both in force; let the one before end the day before`,
          ),
        );
      else if (covered !== null && covered < forever && nextDay(covered) < span.from)
        out.push(
          finding(
            'YJ209',
            span.place,
            `有效期有缺口：${covered} 之后到 ${span.from} 之前没有值；改 from 或 to，使其相接`,
            `gap: no value between ${covered} and ${span.from}; let one begin the day after the other ends`,
          ),
        );
      if (covered === null || span.to > covered) covered = span.to;
    }
  }
  return out;
}

/** Days on which something became known. */
export function recordings(tree: Tree, into: Set<string> = new Set()): Set<string> {
  if (tree.kind === 'list')
    for (const i of tree.items) {
      const recorded = i.kind === 'map' ? dateIn(i, 'recorded') : undefined;
      if (recorded) into.add(recorded);
      recordings(i, into);
    }
  else if (tree.kind === 'map') for (const { value } of tree.entries.values()) recordings(value, into);
  return into;
}

/**
 * The tree as it stands on a day. Undated parts are shared, not copied.
 * @param knownAt leaves out what was recorded after this day.
 */
export function onDay(tree: Tree, day: string, knownAt: string = forever): Tree | null {
  if (tree.kind === 'text') return tree;
  if (tree.kind === 'map') {
    let changed = false;
    const entries = new Map<string, MapTree['entries'] extends Map<string, infer V> ? V : never>();
    for (const [key, e] of tree.entries) {
      const value = onDay(e.value, day, knownAt);
      if (value !== e.value) changed = true;
      if (value) entries.set(key, value === e.value ? e : { key: e.key, value });
      // The source of a figure or a formula in force goes with what carries it.
      if (value?.kind === 'text' && value !== e.value && carriesMarks.has(key)) for (const [mark, m] of marksBeside(e.value, day, knownAt)) entries.set(mark, m);
    }
    return changed ? { ...tree, entries } : tree;
  }
  if (isTimeline(tree.items) && datesExist(tree.items)) {
    const current = inForceOf(tree.items, day, knownAt);
    return current ? onDay(valueIn(current), day, knownAt) : null;
  }
  let changed = false;
  const items: Tree[] = [];
  const corrected = correctedBy(tree.items, day, knownAt);
  for (const i of tree.items) {
    if (isDated(i) && (!covers(i, day) || !isKnown(i, knownAt) || corrected.has(i))) {
      changed = true;
      continue;
    }
    if (corrected.has(i)) {
      changed = true;
      continue;
    }
    const plain = isDated(i) ? (i.entries.has('value') ? valueIn(i) : without(i)) : i;
    const resolved = onDay(plain, day, knownAt);
    if (resolved !== i) changed = true;
    if (resolved) items.push(resolved);
  }
  return changed ? { ...tree, items } : tree;
}

const isKnown = (m: MapTree, knownAt: string) => (dateIn(m, 'recorded') ?? '') <= knownAt;
/** Of the values in force on the day, the one recorded last. */
const inForceOf = (items: readonly MapTree[], day: string, knownAt: string): MapTree | undefined =>
  items.filter((m) => covers(m, day) && isKnown(m, knownAt)).reduce<MapTree | undefined>((last, m) => (last && (dateIn(last, 'recorded') ?? '') > (dateIn(m, 'recorded') ?? '') ? last : m), undefined);

/** Items of a list whose place a later recording of the same id takes on the day. */
function correctedBy(items: readonly Tree[], day: string, knownAt: string): ReadonlySet<Tree> {
  const out = new Set<Tree>();
  if (!items.some((i) => i.kind === 'map' && dateIn(i, 'recorded') !== undefined)) return out;
  const last = new Map<string, MapTree>();
  for (const i of items) {
    const id = i.kind === 'map' ? entry(i, 'id') : undefined;
    if (i.kind !== 'map' || id?.kind !== 'text' || !covers(i, day) || !isKnown(i, knownAt)) continue;
    const before = last.get(id.value);
    if (!before) last.set(id.value, i);
    else if ((dateIn(before, 'recorded') ?? '') < (dateIn(i, 'recorded') ?? '')) {
      out.add(before);
      last.set(id.value, i);
    } else if ((dateIn(before, 'recorded') ?? '') > (dateIn(i, 'recorded') ?? '')) out.add(i);
  }
  return out;
}

/** A parameter's figure and a rule's formula stand alone; what is written beside them says where they come from. */
const carriesMarks: ReadonlySet<string> = new Set(['value', 'is']);
function marksBeside(tree: Tree, day: string, knownAt: string): [string, { key: Place; value: Tree }][] {
  const current = tree.kind === 'list' && isTimeline(tree.items) ? inForceOf(tree.items, day, knownAt) : undefined;
  return ['source', 'illustrative', 'note'].flatMap((mark) => ((e) => (e ? [[mark, e] as [string, { key: Place; value: Tree }]] : []))(current?.entries.get(mark)));
}

const covers = (m: MapTree, day: string) => (dateIn(m, 'from') ?? '0000-01-01') <= day && day <= (dateIn(m, 'to') ?? forever);

const without = (m: MapTree): MapTree => ({ ...m, entries: new Map([...m.entries].filter(([k]) => !(marks.includes(k as 'from') && dateIn(m, k as 'from') !== undefined))) });

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
