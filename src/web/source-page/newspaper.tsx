/** The newspaper page as a list one can check: the ten stories as printed, then every fact under its story. */
import { standing, type NewspaperPage, type Standing } from '../../app/source';
import { say } from '../text';
import { Facts, Notice, Table } from '../ui';
import type { Visit } from '../visit';
import { FactItem } from './fact';

export const Newspaper = ({ v, page: { source, stories, articles } }: { v: Visit; page: NewspaperPage }) => {
  const { t } = v;
  const words = t.newspaper;
  const facts = source.facts!;
  const all = stories.flatMap((s) => s.facts);
  const of = (s: Standing) => all.filter((f) => standing(f) === s).length;
  return (
    <>
      <h1>{words.title}</h1>
      <p class="lead">{words.lead(facts.length)}</p>
      <Notice tone="plain" title={say(t, source.title)}>
        <p>{words.printedNote}</p>
      </Notice>
      <Facts
        rows={[
          { label: words.facts, value: facts.length },
          { label: words.carried, value: of('carried') },
          { label: words.coming, value: of('coming') },
          { label: words.left, value: of('left') },
          { label: words.doubtful, value: facts.filter((f) => f.doubt).length },
        ]}
      />
      <h2>{words.articles}</h2>
      <p class="muted">{words.articlesNote}</p>
      <Table
        id="articles"
        caption={words.articles}
        hideCaption
        columns={[{ label: words.article }, { label: words.holds }, { label: words.count, number: true }]}
        rows={articles.map((a) => [say(t, a.title), a.holds.map((h, i) => [i > 0 && ' ', <a href={`#${firstOf(h, facts)}`}>{h}</a>]), a.facts])}
      />
      {stories.map((s) => (
        <section>
          <h2 id={s.id}>
            {s.id} · {say(t, s.title)}
          </h2>
          <ul class="printed">
            {s.facts.map((f) => (
              <FactItem v={v} fact={f.fact} carriers={f.carriers} />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
};

/** A story's own anchor, or the first fact whose id begins so. */
const firstOf = (held: string, facts: readonly { id: string; story: string }[]): string =>
  facts.some((f) => f.story === held) ? held : (facts.find((f) => f.id === held || f.id.startsWith(`${held}-`))?.id ?? held);
