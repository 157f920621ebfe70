/**
 * What the national tables can hold of a service: the meeting point of both directions. `itemOf` takes it from the city, `rowsOf` and
 * `readItems` go to and from the tables, `cityFiles` writes it as city YAML. The round trip is: the item comes back the same.
 */
import type { Citation, Duration, InForce, Service } from '../catalogue';

export type Unit = 'h' | 'wd' | 'days' | 'weeks' | 'months';
export type Length = { n: number; unit: Unit };
export type MaterialKind = 'certificate' | 'form' | 'other';
export type Piece = { name: string; kind: MaterialKind; from: 'applicant' | 'government' | 'third-party'; copies: number; form: 'paper' | 'electronic' | 'either' | null };
/** `alternatives`: any one list satisfies. `within` is set when the document may follow later. */
export type Material = { alternatives: Piece[][]; necessity: 'required' | 'optional' | 'later'; within: Length | null; law: string };

/** Stages of other kinds than the authority's own belong to no clock of hers. */
export type FlowStage = { name: string; n: number; unit: Unit; kind: 'authority' | 'public-notice' | 'applicant' | 'external' };

export type Item = {
  id: string;
  name: string;
  itemType: NonNullable<Service['itemType']> | null;
  /** The cited document and section, as text. */
  law: string;
  authority: string;
  creditCode: string | null;
  basicCode: string | null;
  level: 'village' | 'town' | 'county' | 'city' | null;
  audience: ('person' | 'organisation')[];
  statutory: Length | null;
  promised: Length | null;
  clockLaw: string;
  condition: string;
  stages: FlowStage[];
  fees: { name: string; fen: number; law: string }[];
  online: boolean;
  counter: string;
  hours: string;
  electronic: boolean;
  post: boolean;
  results: string[];
  materials: Material[];
};

export function itemOf(law: InForce, s: Service): Item {
  const authority = law.authorities.get(s.authority)!;
  return {
    id: s.id,
    name: s.name.zh.trim(),
    itemType: s.itemType ?? null,
    law: cited(law, s.source),
    authority: authority.name.zh,
    creditCode: authority.creditCode ?? null,
    basicCode: s.basicCode ?? null,
    level: s.level?.decide ?? null,
    audience: [...new Set(s.audience ?? [])].sort().reverse(),
    statutory: lengthOf(s.clock?.statutory),
    promised: lengthOf(s.clock?.promised),
    clockLaw: cited(law, s.clock?.statutory?.source ?? s.clock?.source),
    condition: conditionOf(s),
    stages: s.stages.map((stage) => ({ name: plain(stage.label?.zh ?? stage.id) || stage.id, ...stageLength(stage), kind: stage.kind ?? 'authority' })),
    fees: (s.fee ?? []).filter((f) => f.amount > 0).map((f, i) => ({ name: f.label?.zh ?? `收费${i + 1}`, fen: f.amount, law: cited(law, f.source) })),
    online: s.filing?.online ?? false,
    counter: counterText(law, s),
    hours: law.halls.get(law.counters.get(s.filing?.counter ?? '')?.hall ?? '')?.hours?.zh ?? '',
    electronic: s.delivery?.includes('electronic') ?? false,
    post: s.delivery?.includes('post') ?? false,
    results: (s.outputs?.evidence ?? []).map((o) => law.evidence.get(o.id)!.label.zh.replaceAll('；', '，')),
    materials: (s.evidence ?? []).map((line) => materialOf(law, line)),
  };
}

/** Words used in the text formats of the tables, out of names. */
const plain = (name: string): string => name.replace(/[；：;:【】]/g, '，').trim();

function conditionOf(s: Service): string {
  const says = [...(s.applies ?? []), ...(s.eligible ?? [])].flatMap((c) => (c.says ? [c.says.zh] : []));
  return (says.length > 0 ? says.join('\n') : imported(s).condition).trim();
}

/** What an import could only keep as text – the condition until its rule is written, the place until its counter is declared – is the service's note. */
const importedNote = /^（导入）(?:受理条件：([\s\S]*?))?(?:\n\n)?(?:办理地点：([\s\S]*))?$/;
export const isImported = (s: Service): boolean => importedNote.test(s.note?.zh ?? '');
export function imported(s: Service): { condition: string; place: string } {
  const found = importedNote.exec(s.note?.zh ?? '');
  return { condition: found?.[1] ?? '', place: found?.[2] ?? '' };
}
export function noteOf(condition: string, place: string): { note?: { zh: string; en: string } } {
  if (condition === '' && place === '') return {};
  const parts = [condition && `受理条件：${condition}`, place && `办理地点：${place}`].filter(Boolean).join('\n\n');
  return { note: { zh: `（导入）${parts}`, en: `Imported, to be worked out by the designer: ${parts}` } };
}

export const counterName = (law: InForce, id: string): string => {
  const counter = law.counters.get(id)!;
  return `${law.halls.get(counter.hall)!.name.zh} ${counter.name?.zh ?? counter.id}`;
};
const counterText = (law: InForce, s: Service): string => (s.filing?.counter ? counterName(law, s.filing.counter) : imported(s).place).trim();

export const citationText = (c: Citation): string => [c.title.zh, c.number, c.section].filter(Boolean).join(' ').trim();
const cited = (law: InForce, source: string | undefined): string => {
  const citation = source === undefined ? undefined : law.citations.get(source);
  return citation ? citationText(citation) : '';
};

function lengthOf(d: Duration | undefined): Length | null {
  const unit = (['h', 'wd', 'days', 'weeks', 'months'] as const).find((u) => d?.[u] !== undefined);
  return d && unit ? { n: d[unit]!, unit } : null;
}
/** `next-month` is the month after, which the tables can only write as one month. */
function stageLength(stage: Service['stages'][number]): Length {
  const unit = (['h', 'wd', 'days', 'months'] as const).find((u) => stage[u] !== undefined);
  return unit ? { n: stage[unit]!, unit } : { n: stage['next-month']!, unit: 'months' };
}

function materialOf(law: InForce, line: NonNullable<Service['evidence']>[number]): Material {
  const alternatives = line.anyOf.map((list) =>
    list.map((p): Piece => {
      const e = law.evidence.get(p.id)!;
      return { name: e.label.zh, kind: e.kind === 'certificate' || e.kind === 'form' ? e.kind : 'other', from: e.from, copies: p.copies ?? 1, form: p.form ?? null };
    }),
  );
  const within = lengthOf(line.deferrable?.within);
  return { alternatives, necessity: line.deferrable ? 'later' : (line.necessity ?? 'required'), within, law: cited(law, line.source) };
}
