/** Links to where a fact is printed: facts of the newspaper page lead to `/source#ID`, every other citation to its own page. */
import type { Child } from '../html/jsx-runtime';
import { newspaperOf } from '../../app/source';
import { to } from '../ui';
import type { Visit } from '../visit';

/** Where a `source` leads. */
export function citedAt(v: Visit, cited: string): string {
  const [file, entry] = cited.split('#') as [string, string?];
  return entry !== undefined && newspaperOf(v.law)?.id === file ? to('/source', undefined, undefined, entry) : to('/sources', cited);
}

/** A small link to the fact behind a value: without children the number of its story, `S3`. */
export const FactLink = ({ v, fact, children }: { v: Visit; fact: string; children?: Child }) => {
  const name = fact.slice(fact.indexOf('#') + 1);
  return (
    <a class="source" href={citedAt(v, fact)} aria-label={children ? undefined : v.t.newspaper.factOf(name)}>
      {children ?? name.split('.')[0]}
    </a>
  );
};
