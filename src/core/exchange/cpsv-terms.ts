/**
 * The terms of CPSV-AP 3.2.0 and CCCEV 2.2.0 that an export uses, as their published JSON-LD contexts give them. The two share the namespace
 * http://data.europa.eu/m8g/, written `cv:` by the one and `cccev:` by the other. The context stands in the document: nothing is fetched to read it.
 */
const iri = (id: string) => ({ '@id': id, '@type': '@id' }) as const;
const words = (id: string) => ({ '@id': id, '@container': '@language' }) as const;

export const context = {
  adms: 'http://www.w3.org/ns/adms#',
  cccev: 'http://data.europa.eu/m8g/',
  cpsv: 'http://purl.org/vocab/cpsv#',
  cv: 'http://data.europa.eu/m8g/',
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  eli: 'http://data.europa.eu/eli/ontology#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  title: words('dct:title'),
  description: words('dct:description'),
  label: words('rdfs:label'),
  prefLabel: words('skos:prefLabel'),
  keyword: words('dcat:keyword'),
  identifier: 'dct:identifier',
  hasCompetentAuthority: iri('cv:hasCompetentAuthority'),
  isGroupedBy: iri('cv:isGroupedBy'),
  holdsRequirement: iri('cv:holdsRequirement'),
  hasInputType: iri('cv:hasInputType'),
  produces: iri('cpsv:produces'),
  hasChannel: iri('cv:hasChannel'),
  hasCost: iri('cv:hasCost'),
  hasLegalResource: iri('cv:hasLegalResource'),
  contactPoint: iri('cv:contactPoint'),
  audience: iri('dct:audience'),
  spatial: iri('dct:spatial'),
  processingTime: { '@id': 'cv:processingTime', '@type': 'xsd:duration' },
  hasRelatedService: iri('cv:hasRelatedService'),
  ownedBy: iri('cv:ownedBy'),
  type: iri('dct:type'),
  telephone: 'cv:telephone',
  hasValue: { '@id': 'cv:hasValue', '@type': 'xsd:double' },
  currency: iri('cv:currency'),
  hasConcept: iri('cccev:hasConcept'),
  hasEvidenceTypeList: iri('cccev:hasEvidenceTypeList'),
  specifiesEvidenceType: iri('cccev:specifiesEvidenceType'),
  evidenceTypeClassification: iri('cccev:evidenceTypeClassification'),
  isDerivedFrom: iri('cccev:isDerivedFrom'),
} as const;
