/** The page's four reductions at a glance: the number now, the number before, and a bar for the share that is left. */
import type { Numbers } from '../../core/journey';
import { count, most, type Text } from '../text';
import { Illustrative } from '../ui';

const four = ['documents', 'days', 'acts', 'counters'] as const;

export const Figures = ({ t, numbers }: { t: Text; numbers: Numbers }) => (
  <dl class="figures">
    {four.map((key) => {
      const n = numbers[key];
      const before = n.before.oneAfterAnother;
      const left = most(before) === 0 ? 0 : Math.round((most(n.after) / most(before)) * 100);
      return (
        <div>
          <dt>
            {t.journey.numbers[key].name}
            {n.illustrative && <Illustrative t={t} />}
          </dt>
          <dd>
            <b class={Array.isArray(n.after) && n.after[0] !== n.after[1] ? 'range' : undefined}>{count(n.after)}</b> {t.journey.numbers[key].unit}
            <svg class="left" width="100%" height="6" aria-hidden="true" focusable="false">
              <rect class="left-all" width="100%" height="6" rx="3" />
              <rect class="left-now" width={`${left}%`} height="6" rx="3" />
            </svg>
            <span class="muted">{t.journey.instead(count(before))}</span>
          </dd>
        </div>
      );
    })}
  </dl>
);
