/** The facts of the sources, found by the way they are cited: `zhuzhou-daily-2021-10-28#S3.rank`. */
import type { InForce, Source } from '../catalogue';

export type Fact = NonNullable<Source['facts']>[number];
/** `index` is the fact's place in its file; `year` the one meant where a date prints none. */
export type CitedFact = { source: Source; fact: Fact; index: number; year: number };

export function factsOf(sources: InForce['sources']): Map<string, CitedFact> {
  const out = new Map<string, CitedFact>();
  for (const source of sources.values())
    source.facts?.forEach((fact, index) => {
      const cite = `${source.id}#${fact.id}`;
      if (!out.has(cite)) out.set(cite, { source, fact, index, year: Number(source.date?.slice(0, 4) ?? 0) });
    });
  return out;
}

/** The printed articles that hold a fact; an article names whole stories or how fact ids begin. */
export const articlesOf = (source: Source, fact: Fact) => (source.articles ?? []).filter((a) => a.holds.some((h) => h === fact.story || fact.id === h || fact.id.startsWith(`${h}-`)));
