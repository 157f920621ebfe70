/** Published rankings: the frame as far as it is named, what is only counted shown as such, and the places given. */
import type { Frame, Measures } from '../../core/index';
import { FactLink } from '../source-page/fact-link';
import { day, labels, say } from '../text';
import { Table } from '../ui';
import type { Visit } from '../visit';
import { Places } from './bars';

export const Frames = ({ v, measures }: { v: Visit; measures: Measures }) => (
  <section>
    <h2 id="indices">{v.t.govern.index}</h2>
    {[...measures.indices.values()].map((x) => (
      <One v={v} frame={x} />
    ))}
  </section>
);

const One = ({ v, frame: x }: { v: Visit; frame: Frame }) => {
  const { t } = v;
  const words = t.govern;
  return (
    <>
      <h3 id={x.id}>{say(t, x.name)}</h3>
      <p class="muted">
        {labels(
          t,
          x.publishers.items.map((p) => p.name),
        )}
        {x.publishers.open && ` ${words.open}`} · {day(t, x.published.date)} <FactLink v={v} fact={x.published.source} />
      </p>
      {x.ranks.map((r) => (
        <>
          <p>
            <b>{words.ranked(say(t, v.law.divisions.get(r.area)!.name), r.rank, x.ranked.count)}</b> <FactLink v={v} fact={r.source} />
          </p>
          <Places label={words.chartRank(say(t, v.law.divisions.get(r.area)!.name), r.rank, x.ranked.count)} of={x.ranked.count} place={r.rank} />
        </>
      ))}
      <Table
        id={`${x.id}-levels`}
        caption={words.levels}
        columns={[{ label: words.indicator }, { label: words.counted, number: true }, { label: words.named }]}
        rows={x.levels.map((l) => [
          say(t, l.name),
          <>
            {l.count} <FactLink v={v} fact={l.source} />
          </>,
          <>
            {l.named &&
              labels(
                t,
                l.named.map((n) => n.name),
              )}
            {l.count > (l.named?.length ?? 0) && <span class="muted">{words.unnamed(l.count - (l.named?.length ?? 0))}</span>}
          </>,
        ])}
      />
      <p class="muted">{words.notComputed}</p>
    </>
  );
};
