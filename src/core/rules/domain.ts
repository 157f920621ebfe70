/** What is known of a concept before it is asked: its kind, the codes of its list, and whether it may be known not to exist – left out, it may where a line asks. */
export type Domain = { kind: 'bool' | 'code' | 'number' | 'whole' | 'date' | 'other'; codes?: readonly string[]; mayBeAbsent?: boolean };
export type DomainOf = (concept: string) => Domain;
