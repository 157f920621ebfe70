/** What it takes, in four numbers; a range while something is undecided. */
import type { Numbers } from '../../core/journey';
import { count, most } from '../text';
import { Illustrative } from '../ui';
import type { Visit } from '../visit';

export const FiguresLine = ({ v: { t }, numbers }: { v: Visit; numbers: Numbers }) => (
  <ul class="figures-line" aria-label={t.apply.figures}>
    {(['documents', 'days', 'visits', 'acts'] as const).map((key) => (
      <li>
        <strong>{count(numbers[key].after)}</strong> {t.apply[key]}
        {most(numbers[key].before.oneAfterAnother) > most(numbers[key].after) && <span class="muted"> {t.home.was(count(numbers[key].before.oneAfterAnother))}</span>}
        {numbers[key].illustrative && <Illustrative t={t} />}
      </li>
    ))}
  </ul>
);
