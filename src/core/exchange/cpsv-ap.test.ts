/** The linked data is valid JSON-LD, uses only published terms, and leads nowhere that is not there. Nothing is fetched. */
import jsonld from 'jsonld';
import { describe, expect, test } from 'vitest';
import { shippedLaw } from '../testing/shipped-city';
import { cpsvAp } from './cpsv-ap';

/** Classes and properties as the JSON-LD contexts of CPSV-AP 3.2.0 and CCCEV 2.2.0 give them (SEMICeu/CPSV-AP, SEMICeu/CCCEV); copied by hand. */
const m8g = (...names: string[]) => names.map((n) => `http://data.europa.eu/m8g/${n}`);
const dct = (...names: string[]) => names.map((n) => `http://purl.org/dc/terms/${n}`);
const published = new Set([
  ...m8g('Event', 'LifeEvent', 'BusinessEvent', 'PublicOrganisation', 'Channel', 'ContactPoint', 'Cost', 'Output', 'EvidenceType', 'EvidenceTypeList'),
  ...m8g('Requirement', 'Criterion', 'InformationRequirement', 'InformationConcept'),
  ...m8g('hasCompetentAuthority', 'isGroupedBy', 'holdsRequirement', 'hasInputType', 'hasChannel', 'hasCost', 'hasLegalResource', 'contactPoint', 'processingTime', 'hasRelatedService'),
  ...m8g('ownedBy', 'telephone', 'hasValue', 'currency', 'hasConcept', 'hasEvidenceTypeList', 'specifiesEvidenceType', 'evidenceTypeClassification', 'isDerivedFrom'),
  ...dct('title', 'description', 'identifier', 'type', 'audience', 'spatial', 'Location'),
  'http://purl.org/vocab/cpsv#PublicService',
  'http://purl.org/vocab/cpsv#produces',
  'http://data.europa.eu/eli/ontology#LegalResource',
  'http://www.w3.org/2004/02/skos/core#Concept',
  'http://www.w3.org/2004/02/skos/core#prefLabel',
  'http://www.w3.org/2000/01/rdf-schema#label',
  'http://www.w3.org/ns/dcat#keyword',
]);

const law = shippedLaw('2026-01-15');
const document = cpsvAp(law);
const offline = async (url: string): Promise<never> => {
  throw new Error(`fetched ${url}`);
};
type Expanded = { '@id': string; '@type': string[]; [property: string]: unknown };
const nodes = (await jsonld.expand(document as object, { documentLoader: offline, safe: true })) as Expanded[];

describe('the export', () => {
  test('expands without a network and without losing anything', () => {
    expect(nodes.length).toBe(document['@graph'].length);
    expect(nodes.filter((n) => n['@type'].includes('http://purl.org/vocab/cpsv#PublicService')).length).toBe(law.services.size);
    expect(nodes.filter((n) => n['@type'].includes('http://data.europa.eu/m8g/Event')).length).toBe(law.journeys.size);
  });

  test('uses published terms only', () => {
    const used = new Set(nodes.flatMap((n) => [...n['@type'], ...Object.keys(n).filter((k) => !k.startsWith('@'))]));
    expect([...used].filter((term) => !published.has(term))).toEqual([]);
  });

  test('refers to nodes that are in it, or to a published code', () => {
    const ids = new Set(nodes.map((n) => n['@id']));
    const references = nodes.flatMap((n) => Object.entries(n).flatMap(([k, v]) => (k.startsWith('@') ? [] : (v as { '@id'?: string }[]).flatMap((x) => x['@id'] ?? []))));
    expect(references.length).toBeGreaterThan(law.services.size * 5);
    expect(references.filter((id) => !ids.has(id) && !id.startsWith('http://publications.europa.eu/resource/authority/'))).toEqual([]);
  });

  test('gives every service what the profile requires: identifier, name, description, authority', () => {
    for (const n of nodes.filter((x) => x['@type'].includes('http://purl.org/vocab/cpsv#PublicService')))
      for (const property of [...dct('identifier', 'title', 'description'), ...m8g('hasCompetentAuthority')]) expect(n[property], n['@id']).toBeDefined();
  });

  test('says a name in both languages', () => {
    const licence = nodes.find((n) => n['@id'] === 'urn:yijian:zhuzhou:service:food-licence')!;
    expect(licence['http://purl.org/dc/terms/title']).toEqual([
      { '@language': 'en', '@value': 'Food business licence' },
      { '@language': 'zh', '@value': '食品经营许可（新办）' },
    ]);
  });

  test('is the same document twice', () => {
    expect(JSON.stringify(cpsvAp(law))).toBe(JSON.stringify(document));
  });
});
