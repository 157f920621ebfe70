/**
 * Loads a city folder from `Map<path, text>`; reading the disk is `app/load-city`. Stages: YAML, then dates, then shape,
 * then references and rules; all findings of a stage at once, and a stage that fails stops the next.
 */
import type * as v from 'valibot';
import { addDays } from '../calendar/civil-date';
import type { Catalogue, Citation, Counter, InForce } from './catalogue';
import {
  authorities,
  calendarYear,
  city,
  divisions,
  halls,
  register,
  source,
  words,
  glossary,
  type Authority,
  type City,
  type Division,
  type Hall,
  type Register,
  type Source,
  type Words,
  type Glossary,
} from './declare/city';
import { codeList, entityData, subjects, type CodeList, type Datum, type Entity, type Subject } from './declare/concept';
import { evidence, type Evidence } from './declare/evidence';
import { ruleSet, type RuleSet } from './declare/rule-set';
import { journey, type Journey } from './declare/journey';
import { service, type Service } from './declare/service';
import { slotRules, type SlotRule } from './declare/slots';
import { changes, onDay, recordings, timelineFindings } from './dated';
import { finding, inOrder, type Finding, type Place } from './finding';
import { joinable } from './joined-journeys';
import { placeWithin, read, type Tree } from './read';
import { checkCitations } from './citations';
import { checkReferences } from './references';
import { checkRuleSets, noRules } from './rule-sets';
import { placeIn, shaped, treeAt } from './shape';
import { firstStage } from './stages';

type Folder = 'rules' | 'services' | 'journeys' | 'evidence' | 'registers' | 'sources' | 'codes';
const byId = { rules: ruleSet, services: service, journeys: journey, evidence, registers: register, sources: source, codes: codeList } as const;
const single = {
  'city.yaml': city,
  'divisions.yaml': divisions,
  'authorities.yaml': authorities,
  'halls.yaml': halls,
  'slots.yaml': slotRules,
  'words.yaml': words,
  'glossary.yaml': glossary,
  'concepts/subjects.yaml': subjects,
} as const;
/** Folders and files that other rooms read themselves. */
const elsewhere = /^(orders|agreements|indicators|targets|statistics|indices|games|requests|languages)\/|^(README[^/]*\.md|.*\.csv|.*\.md)$/;

const nextDay = (d: string) => addDays(d, 1);

/** @param hash SHA-256 as hex. */
export function loadCatalogue(files: ReadonlyMap<string, string>, hash: (text: string) => string): { catalogue: Catalogue; findings: Finding[] } {
  const findings: Finding[] = [];
  const trees = new Map<string, Tree>();
  for (const path of [...files.keys()].sort()) {
    if (elsewhere.test(path)) continue;
    if (!schemaOf(path)) {
      findings.push(
        finding(
          'YJ108',
          { file: path, line: 1, column: 1 },
          '这个文件不在城市目录的约定里；检查文件夹名和扩展名 .yaml',
          'this file has no place in a city folder; check the folder name and the ending .yaml',
        ),
      );
      continue;
    }
    const { tree, findings: found } = read(path, files.get(path)!);
    findings.push(...found);
    if (tree) trees.set(path, tree);
  }
  for (const tree of trees.values()) timelineFindings(tree, nextDay, findings);
  const folderHash = hash(
    [...files]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([p, t]) => `${p}\u0000${t}\u0000`)
      .join(''),
  );
  const days = new Set<string>(['0000-01-01']);
  for (const tree of trees.values()) changes(tree, nextDay, days);
  const starts = [...days].sort();
  const recorded = new Set<string>();
  for (const tree of trees.values()) recordings(tree, recorded);
  const known = [...recorded].sort();
  const cache = new Map<string, ReturnType<Catalogue['inForce']>>();
  const undated = new Map<Tree, ReturnType<typeof shaped>>();

  const inForce = (day: string, knownAt?: string): ReturnType<Catalogue['inForce']> => {
    if (findings.length) return { law: null, findings: inOrder(findings) };
    const i = starts.findLastIndex((s) => s <= day);
    const from = starts[Math.max(i, 0)]!;
    const to = starts[i + 1] ? addDays(starts[i + 1]!, -1) : '9999-12-31';
    // Nothing changes between two recordings, and after the last everything is known.
    const knowing = knownAt === undefined || knownAt >= (known[known.length - 1] ?? '') ? '9999-12-31' : (known.findLast((k) => k <= knownAt) ?? '0000-01-01');
    const key = `${from} ${knowing}`;
    let found = cache.get(key);
    if (!found) cache.set(key, (found = assemble(trees, { from, to, knowing }, folderHash, undated)));
    return found;
  };
  return { catalogue: { hash: folderHash, changes: starts, inForce }, findings: inOrder(findings) };
}

function schemaOf(path: string): v.GenericSchema | null {
  if (path in single) return single[path as keyof typeof single];
  const m = /^([a-z]+)\/([^/]+)\.yaml$/.exec(path);
  if (!m) return null;
  if (m[1] === 'concepts') return entityData;
  if (m[1] === 'calendar') return calendarYear;
  return byId[m[1] as Folder] ?? null;
}

function assemble(
  trees: ReadonlyMap<string, Tree>,
  { from, to, knowing }: { from: string; to: string; knowing: string },
  hash: string,
  undated: Map<Tree, ReturnType<typeof shaped>>,
): ReturnType<Catalogue['inForce']> {
  const findings: Finding[] = [];
  const today = new Map<string, Tree>();
  const values = new Map<string, unknown>();
  for (const [path, tree] of trees) {
    const t = onDay(tree, from, knowing);
    if (!t) continue;
    today.set(path, t);
    const result = (t === tree && undated.get(tree)) || shaped(schemaOf(path)!, t);
    if (t === tree) undated.set(tree, result);
    if ('findings' in result) findings.push(...result.findings);
    else values.set(path, result.value);
  }
  for (const file of ['city.yaml', 'divisions.yaml', 'authorities.yaml', 'concepts/subjects.yaml'])
    if (!today.has(file)) findings.push(finding('YJ109', { file, line: 1, column: 1 }, `城市目录缺少 ${file}；补上这个文件`, `the city folder lacks ${file}; add the file`));
  if (findings.length) return { law: null, findings: inOrder(findings) };

  const place = (file: string, path: (string | number)[] = []): Place => {
    const tree = today.get(file);
    return tree ? placeIn(tree, path) : { file, line: 1, column: 1 };
  };
  const scalar: InForce['scalar'] = (file, path) => {
    const tree = today.get(file);
    const t = tree && treeAt(tree, path);
    return t?.kind === 'text' ? { quoted: !t.plain, at: (offset) => placeWithin(t, offset) } : null;
  };
  const list = <T>(file: string): T[] => (values.get(file) as T[] | undefined) ?? [];
  const twice = (file: string, path: (string | number)[], id: string) =>
    void findings.push(finding('YJ301', place(file, path), `“${id}”已经定义过；每个标识只能有一处，改名或删去`, `"${id}" is defined already; each id has one place: rename or remove this one`));
  const collect = <T extends { id: string }>(folder: Folder): Map<string, T> => {
    const map = new Map<string, T>();
    for (const [path, value] of values) {
      if (!path.startsWith(`${folder}/`)) continue;
      const item = value as T;
      const named = path.slice(folder.length + 1).replace(/\.yaml$/, '');
      if (item.id !== named) findings.push(finding('YJ302', place(path, ['id']), `文件名应与 id 相同：${item.id}.yaml`, `the file name must be the id: ${item.id}.yaml`));
      if (map.has(item.id)) twice(path, ['id'], item.id);
      map.set(item.id, item);
    }
    return map;
  };
  const keyed = <T>(file: string, key: (t: T) => string): Map<string, T> => {
    const map = new Map<string, T>();
    list<T>(file).forEach((t, i) => {
      if (map.has(key(t))) twice(file, [i], key(t));
      map.set(key(t), t);
    });
    return map;
  };

  const data = new Map<Entity, Map<string, Datum>>();
  const declaredAt = new Map<string, { file: string; path: (string | number)[] }>();
  for (const [path, value] of values) {
    if (!path.startsWith('concepts/') || path === 'concepts/subjects.yaml') continue;
    const { entity, data: declared } = value as v.InferOutput<typeof entityData>;
    const map = data.get(entity) ?? new Map<string, Datum>();
    declared.forEach((d, i) => {
      if (map.has(d.id)) twice(path, ['data', i, 'id'], `${entity}.${d.id}`);
      map.set(d.id, d);
      declaredAt.set(`${entity}.${d.id}`, { file: path, path: ['data', i] });
    });
    data.set(entity, map);
  }
  const authorityMap = keyed<Authority>('authorities.yaml', (a) => a.id);
  const counters = new Map<string, Counter>();
  list<Authority>('authorities.yaml').forEach((a, i) => {
    a.counters?.forEach((c, j) => {
      if (counters.has(c.id)) twice('authorities.yaml', [i, 'counters', j, 'id'], c.id);
      counters.set(c.id, { ...c, authority: a.id });
    });
  });
  const years = [...values]
    .filter(([p]) => p.startsWith('calendar/'))
    .map(([p, value]) => {
      const year = value as InForce['calendar'][number];
      if (p !== `calendar/${year.year}.yaml`)
        findings.push(finding('YJ302', place(p, ['year']), `文件名应与年份相同：calendar/${year.year}.yaml`, `the file name must be the year: calendar/${year.year}.yaml`));
      return year;
    });
  const sources = collect<Source>('sources');
  const services = collect<Service>('services');
  const law: InForce = {
    from,
    to,
    hash,
    city: values.get('city.yaml') as City,
    divisions: keyed<Division>('divisions.yaml', (d) => d.code),
    halls: keyed<Hall>('halls.yaml', (h) => h.id),
    slots: keyed<SlotRule>('slots.yaml', (r) => r.id),
    authorities: authorityMap,
    counters,
    words: list<Words[number]>('words.yaml'),
    glossary: list<Glossary[number]>('glossary.yaml'),
    registers: collect<Register>('registers'),
    subjects: keyed<Subject>('concepts/subjects.yaml', (x) => x.id),
    data,
    codes: collect<CodeList>('codes'),
    evidence: collect<Evidence>('evidence'),
    ruleSets: collect<RuleSet>('rules'),
    rules: noRules,
    services,
    journeys: joinable(collect<Journey>('journeys'), services),
    calendar: years.sort((a, b) => a.year - b.year),
    sources,
    citations: cite(sources, (file, path, id) => twice(file, path, id)),
    place,
    scalar,
    datumAt: (entity, id) => declaredAt.get(`${entity}.${id}`) ?? { file: `concepts/${entity}.yaml`, path: [] },
  };
  const sets = checkRuleSets(law);
  law.rules = sets.rules;
  findings.push(...firstStage([...sets.findings, ...checkReferences(law)]), ...checkCitations(law.citations, trees));
  return { law: findings.length ? null : law, findings: inOrder(findings) };
}

function cite(sources: ReadonlyMap<string, Source>, twice: (file: string, path: (string | number)[], id: string) => void): Map<string, Citation> {
  const map = new Map<string, Citation>();
  for (const s of sources.values()) {
    const whole: Citation = { id: s.id, title: s.title, ...(s.kind && { kind: s.kind }), ...(s.number && { number: s.number }), ...(s.date && { date: s.date }), ...(s.says && { says: s.says }) };
    map.set(s.id, whole);
    s.entries?.forEach((e, i) => {
      const entry = { ...whole, id: e.id, ...(e.title && { title: e.title }), ...(e.section && { section: e.section }), ...(e.says && { says: e.says }) };
      if (map.has(e.id)) twice(`sources/${s.id}.yaml`, ['entries', i, 'id'], e.id);
      map.set(e.id, entry);
      map.set(`${s.id}#${e.id}`, entry);
    });
    for (const f of s.facts ?? []) map.set(`${s.id}#${f.id}`, { ...whole, id: `${s.id}#${f.id}`, section: f.id, says: f.says });
  }
  return map;
}
