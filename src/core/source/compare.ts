/**
 * Holds what the city says against what was printed. Wherever a map names a fact as its `source`, its amount, figure, rank, date, name and strength
 * must be the fact's own; nothing is corrected on the way.
 */
import { addDays } from '../calendar';
import { finding, type Finding, type Place, type Tree } from '../catalogue';
import { datesIn, figureOf } from './printed';
import type { CitedFact } from './facts';

type MapTree = Extract<Tree, { kind: 'map' }>;
const dateKeys = ['date', 'on', 'at', 'signed', 'issued', 'published', 'from', 'to', 'start', 'end'] as const;
const countKeys: { readonly [key: string]: readonly (string | null)[] } = {
  rank: [null, '位', '次'],
  count: [null, '个', '家', '届', '次'],
  days: ['天'],
  number: [null, '号', '届'],
};

const endKeys: ReadonlySet<string> = new Set(['to', 'end']);

/** Findings of every map below `tree` that cites a fact. `under` is the key the tree stands at. */
export function compareWithin(tree: Tree, facts: ReadonlyMap<string, CitedFact>, out: Finding[] = [], under = ''): Finding[] {
  if (tree.kind === 'list') for (const item of tree.items) compareWithin(item, facts, out, under);
  if (tree.kind !== 'map') return out;
  for (const [key, { value }] of tree.entries) compareWithin(value, facts, out, key);
  const cited = textOf(tree, 'source');
  const held = cited && facts.get(cited.value);
  if (held) out.push(...figures(tree, held), ...dates(tree, held, under), ...names(tree, held), ...strengths(tree, held));
  const yearCited = textOf(tree, 'yearSource');
  const yearHeld = yearCited && facts.get(yearCited.value);
  if (yearHeld) out.push(...sameCount(tree, yearHeld, 'year', ['年']));
  return out;
}

const textOf = (tree: MapTree, key: string): { value: string; place: Place } | undefined => {
  const found = tree.entries.get(key)?.value;
  return found?.kind === 'text' ? found : undefined;
};
const differs = (code: string, place: Place, held: CitedFact, has: string, wanted: string): Finding =>
  finding(
    code,
    place,
    `这里写“${has}”，来源 ${held.fact.id} 印的是“${held.fact.printed}”（${wanted}）；改成一致，或换来源`,
    `this says "${has}", but the source ${held.fact.id} prints "${held.fact.printed}" (${wanted}); make them agree, or cite another source`,
  );

function figures(tree: MapTree, held: CitedFact): Finding[] {
  const figure = figureOf(held.fact.printed ?? '');
  if (!figure) return [];
  const out: Finding[] = [];
  for (const key of ['amount', 'value'] as const) {
    const has = textOf(tree, key);
    if (!has || !/^-?\d+(\.\d+)?$/.test(has.value)) continue;
    const fen = key === 'amount' || textOf(tree, 'unit')?.value === 'fen';
    // An amount may stand beside a fact that prints no money, such as a number of projects.
    if (fen && figure.unit !== null && figure.unit !== '元') continue;
    const wanted = fen ? figure.value * 100 : figure.value;
    if (Number(has.value) !== wanted) out.push(differs('YJ603', has.place, held, has.value, `${wanted}${fen ? ' fen' : ''}`));
  }
  for (const [key, units] of Object.entries(countKeys)) out.push(...sameCount(tree, held, key, units));
  return out;
}

function sameCount(tree: MapTree, held: CitedFact, key: string, units: readonly (string | null)[]): Finding[] {
  const has = textOf(tree, key);
  const figure = figureOf(held.fact.printed ?? '');
  if (!has || !figure || !units.includes(figure.unit) || !/^\d+$/.test(has.value) || Number(has.value) === figure.value) return [];
  return [differs('YJ603', has.place, held, has.value, String(figure.value))];
}

/** A day agrees when it is printed; an end at midnight agrees with the day before it. */
function dates(tree: MapTree, held: CitedFact, under: string): Finding[] {
  const printed = datesIn(held.fact.printed ?? '', held.year);
  if (printed.length === 0) return [];
  const out: Finding[] = [];
  for (const key of dateKeys) {
    const has = textOf(tree, key);
    const day = has && /^\d{4}-\d{2}-\d{2}/.exec(has.value)?.[0];
    if (!has || !day) continue;
    const endsAtMidnight = endKeys.has(key === 'at' ? under : key) && /T00:00(:00)?([+-]|Z|$)/.test(has.value);
    if (!printed.includes(day) && !(endsAtMidnight && printed.includes(addDays(day, -1)))) out.push(differs('YJ604', has.place, held, has.value, printed.join(', ')));
  }
  return out;
}

/** A name must be the printed one or contain it. One with little in common is another party to the same fact, not a slip. */
function names(tree: MapTree, held: CitedFact): Finding[] {
  const name = tree.entries.get('name')?.value;
  const zh = name?.kind === 'map' ? textOf(name, 'zh') : undefined;
  const printed = held.fact.printed;
  if (held.fact.kind !== 'name' || !zh || !printed || zh.value.includes(printed)) return [];
  const shared = [...printed].filter((c) => zh.value.includes(c)).length;
  return shared * 2 < printed.length ? [] : [differs('YJ605', zh.place, held, zh.value, printed)];
}

function strengths(tree: MapTree, held: CitedFact): Finding[] {
  const has = textOf(tree, 'strength');
  if (!has || !held.fact.strength || has.value === held.fact.strength) return [];
  return [
    finding(
      'YJ606',
      has.place,
      `承诺力度写成 ${has.value}，来源 ${held.fact.id} 是 ${held.fact.strength}；力度是事实的一部分，照来源写`,
      `the strength is ${has.value}, but the source ${held.fact.id} has ${held.fact.strength}; strength is part of the fact, keep it`,
    ),
  ];
}
