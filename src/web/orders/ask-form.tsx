/** "May I …?" – one short form for each of the three questions. */
import { venueKinds, works } from '../../core/order';
import { say, type Text } from '../text';
import { Button, DateField, RadioField, SelectField, TextField, to, type FormError } from '../ui';
import { kinds, type Kind } from './ask';
import type { AskedMoment } from './asked-moment';
import type { View } from './view';

type Fields = { [name: string]: unknown };
type Form = { view: View; kind: Kind; fields: Fields; when: Pick<AskedMoment, 'parts' | 'time'>; sampled: Pick<AskedMoment, 'parts' | 'time'>; errors: readonly FormError[] };

export const AskForm = (p: Form) => {
  const { v, order } = p.view;
  const { t } = v;
  return (
    <section class="order-forms" id="ask" aria-labelledby="ask-title">
      <h2 id="ask-title">{t.orders.ask}</h2>
      <nav aria-label={t.orders.askWhich}>
        <ul class="choices">
          {kinds.map((k) => (
            <li>
              <a class="button small" href={to('/orders', order.id, { ask: k }, 'ask')} aria-current={k === p.kind ? 'true' : undefined}>
                {t.orders.kinds[k]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <form class="ask" method="post" action={to('/orders', order.id)}>
        <input type="hidden" name="ask" value={p.kind} />
        <When t={t} id="when" label={t.orders.askWhen} {...p.when} errors={p.errors} />
        <Facts {...p} />
        <p class="hint">{t.orders.notKept}</p>
        <Button kind="primary">{t.orders.answer}</Button>
      </form>
    </section>
  );
};

export const When = (p: { t: Text; id: string; label: string; hint?: string; parts: AskedMoment['parts']; time: string; timeLabel?: string; errors: readonly FormError[] }) => {
  const error = (field: string) => p.errors.find((e) => e.field === field)?.message;
  return (
    <div class="moment">
      <DateField t={p.t} id={p.id} name={p.id} label={p.label} hint={p.hint} value={p.parts} error={error(p.id)} />
      <TextField t={p.t} id={`${p.id}-time`} name={`${p.id}-time`} label={p.timeLabel ?? p.t.orders.time} hint={p.t.orders.timeHint} value={p.time} width="short" error={error(`${p.id}-time`)} />
    </div>
  );
};

const Facts = ({ view: { v }, kind, fields, sampled, errors }: Form) => {
  const { t } = v;
  const yesNo = (name: string, label: string, hint?: string) => (
    <RadioField
      t={t}
      id={name}
      name={name}
      label={label}
      hint={hint}
      inline
      value={text(fields, name)}
      options={[
        { value: 'yes', label: t.orders.yes },
        { value: 'no', label: t.orders.no },
      ]}
    />
  );
  switch (kind) {
    case 'go-out':
      return (
        <>
          {yesNo('resident', t.orders.resident)}
          <SelectField
            t={t}
            id="work"
            name="work"
            label={t.orders.work}
            value={text(fields, 'work')}
            groups={[{ label: '', options: [...works.map((w) => ({ value: w.id, label: say(t, w.label) })), { value: 'other', label: t.orders.otherWork }] }]}
          />
          {yesNo('forWork', t.orders.forWork)}
        </>
      );
    case 'leave-area':
      return (
        <>
          {yesNo('reason', t.orders.mustLeave)}
          <RadioField
            t={t}
            id="test"
            name="test"
            label={t.orders.test}
            value={text(fields, 'test')}
            options={(['none', 'negative', 'positive', 'pending', 'antigen'] as const).map((x) => ({ value: x, label: t.orders.tests[x] }))}
          />
          <When t={t} id="sampled" label={t.orders.sampled} timeLabel={t.orders.sampledTime} {...sampled} errors={errors} />
          {yesNo('own', t.orders.own)}
        </>
      );
    case 'venue':
      return (
        <>
          <SelectField
            t={t}
            id="venue"
            name="venue"
            label={t.orders.venue}
            value={text(fields, 'venue')}
            groups={[{ label: '', options: [...venueKinds.map((k) => ({ value: k.id, label: say(t, k.label) })), { value: 'other', label: t.orders.otherVenue }] }]}
          />
          {yesNo('indoor', t.orders.indoor, t.orders.onlyFor)}
          {yesNo('enclosed', t.orders.enclosed)}
          {yesNo('urban', t.orders.urban)}
          {yesNo('crowd', t.orders.crowd)}
        </>
      );
  }
};

const text = (fields: Fields, name: string): string | undefined => (typeof fields[name] === 'string' ? (fields[name] as string) : undefined);
