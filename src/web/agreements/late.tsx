/** What is late on a day and who holds it; beside it, what is not yet due and what has no date. */
import { type Held, type Ledger, openOn } from '../../core/ledger';
import { day, labels, say } from '../text';
import { Button, DateField, dateParts, Disclosure, Illustrative, Table } from '../ui';
import type { Visit } from '../visit';
import { Cite } from './cite';

export const Late = ({ v, ledger, on, wrong }: { v: Visit; ledger: Ledger; on: string; wrong: boolean }) => {
  const { t, product } = v;
  const words = t.agreements;
  const open = openOn(ledger, product.calendar(), on);
  const late = open.filter((h) => h.late > 0);
  const undated = open.filter((h) => !h.dated);
  return (
    <section aria-labelledby="late">
      <h2 id="late">{words.late}</h2>
      <p>{words.lateHint}</p>
      <form method="get" action="/agreements#late">
        <DateField t={t} id="day" name="day" label={words.day} value={dateParts(on)} error={wrong ? words.dayWrong : undefined} />
        <p>
          <Button small>{words.show}</Button>
        </p>
      </form>
      {late.length > 0 ? (
        <Table
          id="late-table"
          caption={words.lateOn(day(t, on))}
          columns={[{ label: words.what }, { label: words.holder }, { label: words.dueHead }, { label: words.daysLate, number: true }]}
          rows={late.map((h) => [<What v={v} h={h} />, holders(v, h), <Due v={v} h={h} />, words.days(h.late)])}
        />
      ) : (
        <p>
          <b>{words.lateOn(day(t, on))}</b>
          {t.lang === 'zh' ? '，' : ': '}
          {words.noneLate}
        </p>
      )}
      <p>{words.notYet(open.length - late.length - undated.length)}</p>
      <Disclosure title={words.undated(undated.length)}>
        <p>{words.undatedNote}</p>
        <ul class="points">
          {undated.map((h) => (
            <li>
              <What v={v} h={h} />
              <span class="from">{holders(v, h)}</span>
            </li>
          ))}
        </ul>
      </Disclosure>
    </section>
  );
};

const What = ({ v: { t }, h }: { v: Visit; h: Held }) => (
  <>
    <a href={`#${h.anchor}`}>{say(t, h.name)}</a>
    <Cite source={h.source} />
  </>
);

const holders = (v: Visit, h: Held): string =>
  labels(
    v.t,
    h.holders.map((p) => p.name),
  );

const Due = ({ v: { t }, h }: { v: Visit; h: Held }) => (
  <>
    {h.due && day(t, h.due)}
    {h.illustrative && <Illustrative t={t} />}
    {h.slipped !== 0 && h.firstDue && <span class="from">{t.agreements.moved(day(t, h.firstDue), h.slipped)}</span>}
  </>
);
