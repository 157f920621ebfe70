/** What the loader gives: the folder as it stands in law on a day, with every id resolved to what it names. */
import type { Authority, CalendarYear, City, Division, Hall, Register, Source, Words, Glossary } from './declare/city';
import type { CodeList, Datum, Entity, Subject } from './declare/concept';
import type { Evidence } from './declare/evidence';
import type { Journey } from './declare/journey';
import type { Label } from './declare/scalar';
import type { RuleSet } from './declare/rule-set';
import type { Service } from './declare/service';
import type { SlotRule } from './declare/slots';
import type { Finding, Place } from './finding';
import type { Rules } from './rule-sets/rule-book';

export type Counter = NonNullable<Authority['counters']>[number] & { authority: string };
/** A cited entry: the document and, where given, the part of it. */
export type Citation = { id: string; title: Label; section?: string; says?: Label; kind?: Source['kind']; number?: string; date?: string };

export type InForce = {
  /** The interval of days on which this law is the law, inclusive. */
  from: string;
  to: string;
  /** SHA-256 of the whole folder, all times. */
  hash: string;
  city: City;
  divisions: ReadonlyMap<string, Division>;
  halls: ReadonlyMap<string, Hall>;
  slots: ReadonlyMap<string, SlotRule>;
  authorities: ReadonlyMap<string, Authority>;
  counters: ReadonlyMap<string, Counter>;
  words: Words;
  glossary: Glossary;
  registers: ReadonlyMap<string, Register>;
  subjects: ReadonlyMap<string, Subject>;
  data: ReadonlyMap<Entity, ReadonlyMap<string, Datum>>;
  codes: ReadonlyMap<string, CodeList>;
  evidence: ReadonlyMap<string, Evidence>;
  ruleSets: ReadonlyMap<string, RuleSet>;
  /** What the rule sets stand for, put in wherever they are named. */
  rules: Rules;
  services: ReadonlyMap<string, Service>;
  journeys: ReadonlyMap<string, Journey>;
  calendar: readonly CalendarYear[];
  sources: ReadonlyMap<string, Source>;
  citations: ReadonlyMap<string, Citation>;
  /** Where a definition stands: `place('services/food-licence.yaml', ['applies', 0, 'when'])`. */
  place(file: string, path?: (string | number)[]): Place;
  /** The scalar at a path: whether it is in quotes, and where each character of its value stands. */
  scalar(file: string, path: (string | number)[]): { quoted: boolean; at(offset: number): Place } | null;
  /** The file a datum is declared in, and its place there. */
  datumAt(entity: Entity, id: string): { file: string; path: (string | number)[] };
};

export type Catalogue = {
  hash: string;
  /** First days of the intervals of law, in order. */
  changes: readonly string[];
  /** The law of a day – as it was known on `knownAt`, else as it is known now –, or the findings that keep it from loading. Loaded once per interval. */
  inForce(day: string, knownAt?: string): { law: InForce; findings: Finding[] } | { law: null; findings: Finding[] };
};
