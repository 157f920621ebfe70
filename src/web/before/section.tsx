/** "Before you start", short: minutes, what is known already, cost, when and why then – with the way to the check and to the list. */
import { count, list, money, say, stepName } from '../text';
import { Facts, Illustrative, LinkButton } from '../ui';
import { soon } from '../apply/about';
import { basketHref } from '../basket/asked';
import type { Basket } from '../../core/journey';
import type { Visit } from '../visit';
import type { Before } from './figures';

type Props = { v: Visit; basket: Basket; before: Before; scenario?: string | undefined };

export const BeforeSection = ({ v, basket, before, scenario }: Props) => {
  const { t } = v;
  return (
    <section class="before">
      <h2 id="before">{t.before.title}</h2>
      <BeforeFacts v={v} before={before} />
      <p class="row">
        <LinkButton href={basketHref('/eligibility', basket)}>{t.before.checkFirst}</LinkButton>
        <LinkButton href={basketHref('/prepare', basket, scenario ? [['scenario', scenario]] : [])}>{t.before.checklist}</LinkButton>
      </p>
    </section>
  );
};

/** `basis` says for whom it is counted. */
export const BeforeFacts = ({ v, before: b, basis }: Pick<Props, 'v' | 'before'> & { basis?: string }) => {
  const { t } = v;
  const { short, complex, attachments, minutes } = b.filling;
  const given = b.known.fields.given + b.known.documents.given;
  const registers = b.known.registers.flatMap((id) => v.law.registers.get(id)?.name ?? []).map((n) => say(t, n));
  return (
    <>
      <Facts
        rows={[
          {
            label: t.before.minutes,
            value: (
              <>
                <b>{t.before.minutesOf(minutes, b.most)}</b>
                {minutes > 0 && <span class="from">{t.before.minutesHow(short, complex, attachments)}</span>}
              </>
            ),
          },
          {
            label: t.before.known,
            value: given > 0 ? <span title={list(t, registers)}>{t.before.knownOf(b.known.fields, b.known.documents)}</span> : t.before.knownNone,
          },
          {
            label: t.before.cost,
            value: (
              <>
                {b.fee.sum === 0 ? t.before.free : b.most ? t.before.upTo(money(t, b.fee.sum)) : money(t, b.fee.sum)}
                {b.fee.illustrative && <Illustrative t={t} />}
              </>
            ),
          },
          {
            label: t.before.done,
            value: (
              <>
                {b.due ? t.before.doneBy(count(b.days.count), soon(v, b.due)) : t.before.doneIn(count(b.days.count))}
                {b.days.illustrative && <Illustrative t={t} />}
                {b.path.length > 0 && <span class="from">{t.before.path(b.path.map((x) => t.before.pathStep(stepName(t, v.law, b.journey, x.step), `${x.days}`)).join(' → '))}</span>}
              </>
            ),
          },
        ]}
      />
      <p class="note muted">{basis ?? (b.most ? t.before.mostNote : t.before.typical)}</p>
    </>
  );
};
