/** The code after a fact, leading to the fact itself on the source page. */
import { to } from '../ui';

/** `zhuzhou-daily-2021-10-28#S5.rail` → `/source#S5.rail`; a source without facts has its own page. */
export const sourceHref = (source: string): string => {
  const [file, fact] = source.split('#') as [string, string?];
  return fact ? to('/source', undefined, undefined, fact) : to('/sources', file);
};

export const Cite = ({ source }: { source: string | undefined }) =>
  source ? (
    <>
      {' '}
      <a class="cite" href={sourceHref(source)}>
        {source.slice(source.indexOf('#') + 1)}
      </a>
    </>
  ) : null;
