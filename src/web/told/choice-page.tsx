/** `/settings/told`: the ways a person wants to be told on, in which language; a new address with its code. */
import { type Context, Hono } from 'hono';
import type { Person } from '../../app/ports/identity';
import type { ToldChoice } from '../../app/ports/messages';
import type { Product } from '../../app/product';
import { choiceOf, choose, confirmAddress } from '../../app/told/choice';
import { quietHours } from '../../app/told/quiet';
import { personIn } from '../apply/at-draft';
import { Button, ErrorSummary, Notice, page, RadioField, TextField } from '../ui';
import type { Env, Visit } from '../visit';

type Wrong = { field: 'address' | 'code'; problem: keyof Visit['t']['told']['problems']; typed: string };
const here = '/settings/told';

export const choiceRoutes = (product: Product): Hono<Env> => {
  const app = new Hono<Env>();
  const asHer = (answer: (c: Context<Env>, who: Person) => Promise<Response>) => async (c: Context<Env>) => {
    const who = await personIn(c, here);
    return who instanceof Response ? who : answer(c, who);
  };

  app.get(
    here,
    asHer(async (c, who) => show(c, who, await choiceOf(product, who.id))),
  );

  app.post(
    here,
    asHer(async (c, who) => {
      const form = await c.req.parseBody();
      const typed = typeof form['address'] === 'string' ? form['address'].normalize('NFKC') : '';
      const done = await choose(product, who, { language: form['language'] === 'en' ? 'en' : 'zh', sms: form['sms'] === 'yes', email: form['email'] === 'yes', address: typed });
      if (done === 'saved' || done === 'code-sent') return c.redirect(`${here}?done=${done}`, 303);
      return show(c, who, await choiceOf(product, who.id), { field: 'address', problem: done, typed });
    }),
  );

  app.post(
    `${here}/code`,
    asHer(async (c, who) => {
      const form = await c.req.parseBody();
      const done = await confirmAddress(product, who, typeof form['code'] === 'string' ? form['code'] : '');
      return done === 'confirmed' ? c.redirect(`${here}?done=confirmed`, 303) : show(c, who, await choiceOf(product, who.id), { field: 'code', problem: done, typed: '' });
    }),
  );
  return app;
};

function show(c: Context<Env>, who: Person, choice: ToldChoice, wrong?: Wrong): Promise<Response> {
  const v = c.var.visit;
  const { t } = v;
  const words = t.told;
  const said = { saved: words.saved, confirmed: words.confirmed, 'code-sent': choice.asked && words.codeSent(choice.asked.address) }[c.req.query('done') ?? ''];
  return page(
    c,
    { title: words.how, wrong: wrong !== undefined, trail: [{ href: '/settings', label: t.ui.settings }], styles: ['messages'] },
    <>
      <ErrorSummary t={t} errors={wrong ? [{ field: wrong.field, message: words.problems[wrong.problem] }] : []} />
      {said && !wrong && (
        <Notice tone="good" live>
          <p>{said}</p>
        </Notice>
      )}
      <h1>{words.how}</h1>
      {choice.asked && <CodeForm v={v} choice={choice} wrong={wrong} />}
      <ChoiceForm v={v} who={who} choice={choice} wrong={wrong} />
    </>,
    wrong ? 422 : 200,
  );
}

const ChoiceForm = ({ v, who, choice, wrong }: { v: Visit; who: Person; choice: ToldChoice; wrong: Wrong | undefined }) => {
  const { t } = v;
  const words = t.told;
  const phone = who.gives['phone'] ?? choice.phone;
  const quiet = quietHours(v.product);
  const address = wrong?.field === 'address' ? wrong.typed : (choice.asked?.address ?? choice.address ?? '');
  return (
    <form method="post" action={here}>
      <p class="lead">{words.choiceLead}</p>
      {!phone && <p class="muted">{words.smsNone}</p>}
      <div class="field options">
        {phone && <Check id="sms" label={words.sms(phone.slice(-4))} checked={choice.sms} />}
        <Check id="email" label={words.email} checked={choice.email || choice.asked !== null || wrong?.field === 'address'} />
      </div>
      <TextField
        t={t}
        id="address"
        name="address"
        label={words.address}
        hint={words.addressHint}
        input="email"
        autocomplete="email"
        maxlength={200}
        value={address}
        error={wrong?.field === 'address' ? words.problems[wrong.problem] : undefined}
      />
      <RadioField
        t={t}
        id="language"
        name="language"
        label={words.language}
        inline
        options={[
          { value: 'zh', label: words.languages.zh },
          { value: 'en', label: words.languages.en },
        ]}
        value={choice.language}
      />
      <p class="muted">{words.quiet(quiet.from, quiet.to)}</p>
      <Button kind="primary">{t.ui.save}</Button>
    </form>
  );
};

const Check = ({ id, label, checked }: { id: string; label: string; checked: boolean }) => (
  <div class="option">
    <input type="checkbox" id={id} name={id} value="yes" checked={checked} />
    <label for={id}>{label}</label>
  </div>
);

const CodeForm = ({ v, choice, wrong }: { v: Visit; choice: ToldChoice; wrong: Wrong | undefined }) => {
  const words = v.t.told;
  return (
    <form method="post" action={`${here}/code`} class="code">
      <h2>{words.codeTitle}</h2>
      <p>{words.codeSent(choice.asked!.address)}</p>
      <TextField
        t={v.t}
        id="code"
        name="code"
        label={words.code}
        input="numeric"
        autocomplete="one-time-code"
        width="short"
        maxlength={12}
        error={wrong?.field === 'code' ? words.problems[wrong.problem] : undefined}
      />
      <Button kind="primary">{words.confirm}</Button>
    </form>
  );
};
