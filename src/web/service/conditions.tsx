/** When the service is needed, what one must fulfil, and what goes elsewhere: each rule in words with its basis. */
import type { Child } from '../html/jsx-runtime';
import { citationOf, ruleInWords, say } from '../text';
import { Illustrative, SourceLink } from '../ui';
import type { Shown } from './shown';

export const Conditions = ({ v: { t, law }, service }: Shown) => {
  const words = (rule: string) => ruleInWords(t, law, rule, service.subjects);
  const line = (body: Child, marks: { source?: string | undefined; illustrative?: boolean | undefined }) => (
    <li>
      {body}
      {marks.illustrative && <Illustrative t={t} />}
      {marks.source && (
        <span class="from">
          <SourceLink href={citationOf(t, law, marks.source).href}>{citationOf(t, law, marks.source).title}</SourceLink>
        </span>
      )}
    </li>
  );
  const { applies = [], eligible = [], excludes = [] } = service;
  if (applies.length + eligible.length + excludes.length === 0) return <p>{t.service.always}</p>;
  return (
    <>
      {applies.length > 0 && <h3>{t.service.applies}</h3>}
      {applies.length > 0 && <ul>{applies.map((a) => line(a.says ? say(t, a.says) : words(a.when), a))}</ul>}
      {eligible.length > 0 && <h3>{t.service.eligible}</h3>}
      {eligible.length > 0 && <ul>{eligible.map((e) => line(e.says ? say(t, e.says) : words(e.when), e))}</ul>}
      {excludes.length > 0 && <h3>{t.service.excludes}</h3>}
      {excludes.length > 0 && (
        <ul>
          {excludes.map((e) =>
            line(
              <>
                {words(e.when)}
                {e.goTo && <span class="from">{say(t, e.goTo)}</span>}
              </>,
              e,
            ),
          )}
        </ul>
      )}
    </>
  );
};
