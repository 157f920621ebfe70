/**
 * Items as files of a city folder: the services, and with them the documents and sources the city does not have yet. What the tables do not
 * say – everyday names, English, rules, what is asked – is left for the designer; nothing is made up.
 */
import { stringify } from 'yaml';
import type { InForce } from '../catalogue';
import { syllables } from '../search';
import { citationText, counterName, type Item, type Length, type Material, noteOf, type Piece } from './item';
import { authorityOf } from './read-items';

export type Written = { files: Map<string, string>; notKept: { item: string; what: { zh: string; en: string } }[] };

type Making = { law: InForce; files: Map<string, unknown>; ids: Map<string, string>; notKept: Written['notKept'] };
type Entity = 'person' | 'organisation' | 'place';

export function cityFiles(law: InForce, items: readonly Item[]): Written {
  const m: Making = { law, files: new Map(), ids: new Map(), notKept: [] };
  for (const item of items) m.files.set(`services/${item.id}.yaml`, service(m, item));
  const text = (value: unknown) => stringify(value, { lineWidth: 0, aliasDuplicateObjects: false });
  return { files: new Map([...m.files].map(([path, value]) => [path, text(value)])), notKept: m.notKept };
}

/** There is no English in the tables; the Chinese stands in both until it is translated. */
const label = (zh: string) => ({ zh, en: zh });
const length = (l: Length) => ({ [l.unit]: l.n });

function service(m: Making, item: Item): unknown {
  const authority = authorityOf(m.law, item.authority, item.creditCode ?? '')!;
  if (item.creditCode !== null && authority.creditCode === undefined) lost(m, item, '实施主体编码：加到 authorities.yaml 的 creditCode', 'the authority’s credit code: add it to authorities.yaml');
  const counter = counterOf(m, item, authority.id);
  const used = new Set<Entity>();
  const own: Entity = item.audience[0] ?? 'person';
  const evidence = item.materials.map((material, i) => evidenceLine(m, material, i, own, used));
  const outputs = item.results.map((name) => piece(m, { name, kind: 'certificate', from: 'government' }, own, used, false));
  const sourceId = source(m, item.law);
  const subjects = Object.fromEntries([...used].map((entity) => [roleOf(m.law, entity), entity]));
  return {
    id: item.id,
    name: label(item.name),
    ...noteOf(item.condition, counter ? '' : item.counter),
    authority: authority.id,
    ...(item.basicCode && { basicCode: item.basicCode }),
    ...(sourceId && { source: sourceId }),
    ...(item.itemType && { itemType: item.itemType }),
    ...(item.level && { level: { decide: item.level } }),
    ...(item.audience.length > 0 && { audience: item.audience }),
    ...(used.size > 0 && { subjects }),
    ...(evidence.length > 0 && { evidence }),
    ...(outputs.length > 0 && { outputs: { evidence: outputs } }),
    ...((counter || item.online) && { filing: { ...(counter && { counter: counter.id }), online: item.online } }),
    delivery: item.electronic || item.post ? [...(item.electronic ? ['electronic'] : []), ...(item.post ? ['post'] : [])] : ['counter'],
    stages: item.stages.map((s, i) => ({ id: `s${i + 1}`, label: label(s.name), ...length(s), ...(s.kind !== 'authority' && { kind: s.kind }) })),
    ...clock(m, item),
    fee: item.fees.length > 0 ? item.fees.map((f) => ({ amount: f.fen, label: label(f.name), ...sourced(m, f.law) })) : 0,
  };
}

const lost = (m: Making, item: Item, zh: string, en: string): void => void m.notKept.push({ item: item.id, what: { zh, en } });

function clock(m: Making, item: Item): { clock?: unknown } {
  if (!item.statutory && !item.promised) return {};
  return { clock: { ...(item.statutory && { statutory: { ...length(item.statutory), ...sourced(m, item.clockLaw) } }), ...(item.promised && { promised: length(item.promised) }) } };
}

function counterOf(m: Making, item: Item, authority: string): { id: string } | undefined {
  const counter = [...m.law.counters.values()].find((c) => c.authority === authority && counterName(m.law, c.id) === item.counter);
  const hours = counter ? (m.law.halls.get(counter.hall)!.hours?.zh ?? '') : '';
  if (item.hours !== '' && item.hours !== hours) lost(m, item, '办理时间：加到 halls.yaml', 'the opening hours: add them to halls.yaml');
  return counter;
}

function evidenceLine(m: Making, material: Material, i: number, own: Entity, used: Set<Entity>): unknown {
  return {
    id: `m${i + 1}`,
    anyOf: material.alternatives.map((list) =>
      list.map((p) => {
        const id = piece(m, p, own, used, true);
        return p.copies === 1 && p.form === null ? id : { id, ...(p.copies !== 1 && { copies: p.copies }), ...(p.form && { form: p.form }) };
      }),
    ),
    ...(material.necessity === 'optional' && { necessity: 'optional' }),
    ...(material.within && { deferrable: { within: length(material.within) } }),
    ...sourced(m, material.law),
  };
}

/** The city's document of that name and kind, or a new one. @param exactly for a result the name is enough */
function piece(m: Making, p: Pick<Piece, 'name' | 'kind' | 'from'>, own: Entity, used: Set<Entity>, exactly: boolean): string {
  const kinds = { certificate: ['certificate'], form: ['form'], other: ['document', 'photo', 'promise'] }[p.kind] as readonly string[];
  const known = [...m.law.evidence.values()].find((e) => e.label.zh.trim() === p.name && (!exactly || (kinds.includes(e.kind) && e.from === p.from)));
  if (known) {
    used.add(known.entity as Entity);
    return known.id;
  }
  used.add(own);
  const key = `evidence ${own} ${p.name} ${exactly ? `${p.kind} ${p.from}` : ''}`;
  return named(m, key, 'evidence', p.name, (id) => ({ id, entity: own, kind: p.kind === 'other' ? 'document' : p.kind, from: p.from, label: label(p.name) }));
}

function source(m: Making, text: string): string | null {
  if (text === '') return null;
  const known = [...m.law.citations].find(([, c]) => citationText(c) === text);
  if (known) return known[0];
  return named(m, `source ${text}`, 'sources', text, (id) => ({ id, title: label(text), kind: 'law' }));
}
const sourced = (m: Making, text: string): { source?: string } => {
  const id = source(m, text);
  return id ? { source: id } : {};
};

/** A new file, once for each key, with an id made from how its name is said. */
function named(m: Making, key: string, folder: 'evidence' | 'sources', name: string, make: (id: string) => unknown): string {
  const before = m.ids.get(key);
  if (before) return before;
  const said =
    syllables(name.slice(0, 40)).slice(0, 12).join('-') ||
    name
      .replace(/[^A-Za-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .toLowerCase();
  const base = (said || folder).slice(0, 60);
  const taken = (id: string) => m.law.evidence.has(id) || m.law.sources.has(id) || m.law.citations.has(id) || m.files.has(`${folder}/${id}.yaml`);
  let id = base;
  for (let n = 2; taken(id); n++) id = `${base}-${n}`;
  m.ids.set(key, id);
  m.files.set(`${folder}/${id}.yaml`, make(id));
  return id;
}

const usual = { person: 'applicant', organisation: 'business', place: 'premises' } as const;
function roleOf(law: InForce, entity: Entity): string {
  const subject = law.subjects.get(usual[entity]);
  return subject?.entity === entity ? subject.id : ([...law.subjects.values()].find((s) => s.entity === entity)?.id ?? usual[entity]);
}
