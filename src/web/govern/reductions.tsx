/** The page's four reductions, measured on every matter of this site. */
import { cut, fourReductions, type Reduction } from '../../app/govern';
import { FactLink } from '../source-page/fact-link';
import { count, most, say } from '../text';
import { Illustrative, Table, to } from '../ui';
import type { Visit } from '../visit';
import { Grid } from './bars';

const page = 'zhuzhou-daily-2021-10-28#';
/** Where the page asks for each. */
const demands = { acts: `${page}S1.cut-steps`, documents: `${page}S1.cut-documents`, days: `${page}S1.cut-time`, counters: `${page}S1.cut-counters` } as const;

export const Reductions = ({ v, reductions }: { v: Visit; reductions: readonly Reduction[] }) => {
  const { t } = v;
  const words = t.govern;
  return (
    <section>
      <h2 id="reductions">{words.reductions}</h2>
      <p>{words.reductionsLead}</p>
      <Grid
        label={words.chartReductions(reductions.length)}
        columns={fourReductions.map((n) => words.reductionNames[n])}
        rows={reductions.map((r) => ({ label: say(t, r.name), cells: fourReductions.map((n) => ({ before: most(r.numbers[n].before.oneAfterAnother), after: most(r.numbers[n].after) })) }))}
      />
      <p class="muted">{words.keyReductions}</p>
      <Table
        id="reductions-table"
        caption={`${words.before} → ${words.after}`}
        columns={[
          { label: words.journey },
          ...fourReductions.map((n) => ({
            number: true,
            label: (
              <>
                {words.reductionNames[n]} <FactLink v={v} fact={demands[n]} />
              </>
            ),
          })),
        ]}
        rows={reductions.map((r) => [
          <a href={to('/journeys', r.journey)}>{say(t, r.name)}</a>,
          ...fourReductions.map((n) => {
            const x = r.numbers[n];
            const saved = cut(x);
            return (
              <>
                {words.change(count(x.before.oneAfterAnother), count(x.after))}
                {x.illustrative && <Illustrative t={t} />}
                {saved !== null && <span class="from">{words.fewer(Math.round(saved * 100))}</span>}
              </>
            );
          }),
        ])}
      />
    </section>
  );
};
