/** The numbers in full: alone one by one, alone all at once, joined, with registers, and the floor of the law – with their definitions. */
import { count, labels, least, most, type Count } from '../text';
import { Disclosure, Illustrative, Table } from '../ui';
import { Definitions } from './definitions';
import type { Shown } from './shown';

const counted = ['acts', 'documents', 'days', 'counters', 'visits', 'fields'] as const;

export const NumbersSection = ({ v, compiled }: Shown) => {
  const { t, law, product } = v;
  const { numbers } = compiled.plan;
  const { columns } = t.journey;
  const connected = [...product.connected].flatMap((id) => law.registers.get(id)?.name ?? []);
  return (
    <section>
      <h2 id="numbers">{t.journey.numbersTitle}</h2>
      <Table
        id="numbers-table"
        caption={t.journey.numbersCaption}
        columns={[
          { label: <span class="visually-hidden">{t.journey.numbersTitle}</span> },
          ...[columns.oneByOne, columns.allAtOnce, columns.joined, columns.after, columns.floor].map((label) => ({ label, number: true })),
        ]}
        rows={counted.map((key) => {
          const n = numbers[key];
          const cut = cutOf(n.before.oneAfterAnother, n.after);
          return [
            <>
              {t.journey.numbers[key].name}
              {n.illustrative && <Illustrative t={t} />}
            </>,
            count(n.before.oneAfterAnother),
            count(n.before.allAtOnce),
            count(n.joined),
            <>
              <b>{count(n.after)}</b>
              {cut !== null && cut > 0 && <span class="from">{t.journey.cut(cut)}</span>}
            </>,
            count(n.floor),
          ];
        })}
      />
      <p class="muted">
        {connected.length > 0 ? t.journey.registers(labels(t, connected)) : t.journey.noRegisters} {t.journey.published(count(numbers.daysAsPublished.before), count(numbers.daysAsPublished.after))}
        {numbers.daysAsPublished.illustrative && <Illustrative t={t} />} {t.journey.someIllustrative}
      </p>
      <Disclosure title={t.ui.about}>
        <Definitions t={t} />
      </Disclosure>
    </section>
  );
};

/** Percent less, or null when there was nothing or it is still open. */
function cutOf(before: Count, after: Count): number | null {
  if (least(before) !== most(before) || least(after) !== most(after) || most(before) === 0) return null;
  return Math.round((1 - most(after) / most(before)) * 100);
}
