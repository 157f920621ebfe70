/**
 * A city's catalogue as linked data: CPSV-AP 3.2 (services, events, authorities, channels, costs) with CCCEV (requirements, what must be
 * known, what may prove it). One document with its context inside. Every id it refers to is a node in it, or a published code outside.
 */
import type { InForce, Journey, Label, Service } from '../catalogue';
import { placedUses } from '../catalogue';
import { citationText } from './item';
import { context } from './cpsv-terms';

export type Node = { '@id': string; '@type': string | string[]; [term: string]: unknown };
export type JsonLd = { '@context': typeof context; '@graph': Node[] };

type Graph = { law: InForce; nodes: Map<string, Node>; base: string };

export function cpsvAp(law: InForce): JsonLd {
  const g: Graph = { law, nodes: new Map(), base: `urn:yijian:${law.city.id}` };
  for (const s of law.services.values()) service(g, s);
  for (const j of law.journeys.values()) event(g, j);
  return { '@context': context, '@graph': [...g.nodes.values()].sort((a, b) => (a['@id'] < b['@id'] ? -1 : 1)) };
}

const words = (l: Label) => ({ zh: l.zh, en: l.en });
const idIn = (g: Graph, kind: string, id: string): string => `${g.base}:${kind}:${encodeURIComponent(id)}`;

/** Puts a node once and gives its id. */
function put(g: Graph, kind: string, id: string, make: () => { '@type': string | string[]; [term: string]: unknown }): string {
  const at = idIn(g, kind, id);
  if (!g.nodes.has(at)) {
    g.nodes.set(at, { '@id': at, '@type': '' });
    g.nodes.set(at, { '@id': at, ...make(), identifier: id });
  }
  return at;
}

function service(g: Graph, s: Service): string {
  return put(g, 'service', s.id, () => {
    const promised = s.clock?.promised ?? s.clock?.statutory;
    const time = promised && xsdDuration(promised);
    const journeys = [...g.law.journeys.values()].filter((j) => placedUses(j).some((p) => p.use.use === s.id));
    return {
      '@type': 'cpsv:PublicService',
      title: words(s.name),
      description: words(s.description ?? s.name),
      ...((s.aliases?.length ?? 0) > 0 && { keyword: { zh: s.aliases } }),
      hasCompetentAuthority: authority(g, s.authority),
      contactPoint: contact(g),
      ...(journeys.length > 0 && { isGroupedBy: journeys.map((j) => idIn(g, 'event', j.id)) }),
      ...(s.source && { hasLegalResource: legal(g, s.source) }),
      holdsRequirement: requirements(g, s),
      hasInputType: [...new Set((s.evidence ?? []).flatMap((line) => line.anyOf.flat()).map((p) => evidenceType(g, p.id)))],
      produces: outputs(g, s),
      hasChannel: channels(g, s),
      hasCost: costs(g, s),
      ...((s.audience?.length ?? 0) > 0 && { audience: s.audience!.map((who) => put(g, 'audience', who, () => ({ '@type': 'skos:Concept', prefLabel: audienceLabel[who] }))) }),
      spatial: place(g, g.law.city.division),
      ...(time && { processingTime: time }),
    };
  });
}

const audienceLabel = { person: { zh: '个人', en: 'Persons' }, organisation: { zh: '单位', en: 'Organisations' } } as const;

/** Working days and hours have no place in xsd:duration: what is counted in them is said with the clock, not here. */
function xsdDuration(d: { days?: number; weeks?: number; months?: number }): string | null {
  if (d.days !== undefined) return `P${d.days}D`;
  if (d.weeks !== undefined) return `P${d.weeks * 7}D`;
  return d.months === undefined ? null : `P${d.months}M`;
}

/** A life event or a business event, by whom it is for. */
const event = (g: Graph, j: Journey): string =>
  put(g, 'event', j.id, () => ({
    '@type': ['cv:Event', j.audience?.includes('organisation') ? 'cv:BusinessEvent' : 'cv:LifeEvent'],
    title: words(j.name),
    ...(j.description && { description: words(j.description) }),
    hasRelatedService: [...new Set(placedUses(j).map((p) => idIn(g, 'service', p.use.use)))],
  }));

const authority = (g: Graph, id: string): string =>
  put(g, 'authority', id, () => ({ '@type': 'cv:PublicOrganisation', prefLabel: words(g.law.authorities.get(id)!.name), spatial: place(g, g.law.city.division) }));
const place = (g: Graph, code: string): string => put(g, 'division', code, () => ({ '@type': 'dct:Location', label: words(g.law.divisions.get(code)?.name ?? g.law.city.name) }));
const contact = (g: Graph): string => put(g, 'contact', 'city', () => ({ '@type': 'cv:ContactPoint', ...(g.law.city.telephone && { telephone: g.law.city.telephone }) }));

function legal(g: Graph, source: string): string {
  const citation = g.law.citations.get(source)!;
  return put(g, 'law', source, () => ({ '@type': 'eli:LegalResource', title: { zh: citationText(citation), en: citation.title.en } }));
}

/** What must hold (criteria), what must be known (information), what must be proved (one requirement per line of evidence). */
function requirements(g: Graph, s: Service): string[] {
  const lawful = (source: string | undefined) => (source ? { isDerivedFrom: legal(g, source) } : {});
  const criteria = [...(s.applies ?? []).map((c) => ['applies', c] as const), ...(s.eligible ?? []).map((c) => ['eligible', c] as const)].map(([kind, c], i) =>
    put(g, 'requirement', `${s.id}.${kind}.${c.id ?? i + 1}`, () => ({ '@type': ['cccev:Requirement', 'cccev:Criterion'], title: words(c.says ?? { zh: c.when, en: c.when }), ...lawful(c.source) })),
  );
  const needs = s.needs ?? [];
  const information =
    needs.length === 0
      ? []
      : [
          put(g, 'requirement', `${s.id}.information`, () => ({
            '@type': ['cccev:Requirement', 'cccev:InformationRequirement'],
            title: { zh: `办理${s.name.zh}要知道的`, en: `What must be known for: ${s.name.en}` },
            hasConcept: needs.map((n) => concept(g, s, n.concept)),
          })),
        ];
  const evidence = (s.evidence ?? []).map((line) =>
    put(g, 'requirement', `${s.id}.evidence.${line.id}`, () => ({
      '@type': 'cccev:Requirement',
      title: words(line.label ?? g.law.evidence.get(line.anyOf[0]![0]!.id)!.label),
      ...lawful(line.source),
      hasEvidenceTypeList: line.anyOf.map((list, i) =>
        put(g, 'evidence-list', `${s.id}.${line.id}.${i + 1}`, () => ({ '@type': 'cccev:EvidenceTypeList', specifiesEvidenceType: [...new Set(list.map((p) => evidenceType(g, p.id)))] })),
      ),
    })),
  );
  return [...criteria, ...information, ...evidence];
}

const evidenceType = (g: Graph, id: string): string =>
  put(g, 'evidence', id, () => {
    const e = g.law.evidence.get(id)!;
    return { '@type': 'cccev:EvidenceType', title: words(e.label), evidenceTypeClassification: put(g, 'evidence-kind', e.kind, () => ({ '@type': 'skos:Concept', prefLabel: kindLabel[e.kind] })) };
  });

const kindLabel = {
  certificate: { zh: '证件证书证明', en: 'Certificate' },
  document: { zh: '文件', en: 'Document' },
  form: { zh: '申请表格文书', en: 'Form' },
  photo: { zh: '照片', en: 'Photograph' },
  promise: { zh: '告知承诺书', en: 'Promise' },
} as const;

/** A concept is the service's role of an entity and a datum of it: one node for each entity and datum of the city. */
function concept(g: Graph, s: Service, id: string): string {
  const [role = '', ...rest] = id.split('.');
  const datum = rest.join('.');
  const entity = s.subjects?.[role] ?? g.law.subjects.get(role)?.entity;
  const declared = entity ? g.law.data.get(entity)?.get(datum) : undefined;
  return put(g, 'concept', declared ? `${entity}.${datum}` : id, () => ({ '@type': 'cccev:InformationConcept', label: words(declared?.label ?? { zh: id, en: id }) }));
}

function outputs(g: Graph, s: Service): string[] {
  const evidence = (s.outputs?.evidence ?? []).map((o) => put(g, 'output', `${s.id}.${o.id}`, () => ({ '@type': 'cv:Output', title: words(g.law.evidence.get(o.id)!.label) })));
  const concepts = (s.outputs?.concepts ?? []).map((o) => {
    const [role = '', ...rest] = o.concept.split('.');
    const entity = s.subjects?.[role] ?? g.law.subjects.get(role)?.entity;
    const label = entity ? g.law.data.get(entity)?.get(rest.join('.'))?.label : undefined;
    return put(g, 'output', `${s.id}.${o.concept}`, () => ({ '@type': 'cv:Output', title: words(label ?? { zh: o.concept, en: o.concept }) }));
  });
  return [...evidence, ...concepts];
}

function channels(g: Graph, s: Service): string[] {
  const kind = (id: 'online' | 'counter') => put(g, 'channel-kind', id, () => ({ '@type': 'skos:Concept', prefLabel: id === 'online' ? { zh: '网上', en: 'Online' } : { zh: '窗口', en: 'Counter' } }));
  const owner = () => authority(g, s.authority);
  return [
    ...(s.filing?.online ? [put(g, 'channel', `${s.id}.online`, () => ({ '@type': 'cv:Channel', type: kind('online'), ownedBy: owner() }))] : []),
    ...(s.filing?.counter ? [put(g, 'channel', `${s.id}.${s.filing.counter}`, () => ({ '@type': 'cv:Channel', type: kind('counter'), ownedBy: owner() }))] : []),
  ];
}

const costs = (g: Graph, s: Service): string[] =>
  (s.fee ?? []).map((f, i) =>
    put(g, 'cost', `${s.id}.${i + 1}`, () => ({
      '@type': 'cv:Cost',
      ...(f.label && { description: words(f.label) }),
      hasValue: String(f.amount / 100),
      currency: 'http://publications.europa.eu/resource/authority/currency/CNY',
    })),
  );
