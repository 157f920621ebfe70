/** `/track/NUMBER/delivery`: one way of handing over for the whole basket, another for single results where she says so. */
import { Hono } from 'hono';
import { deliverAs, type Result, type Wish } from '../../app/delivery';
import type { Product } from '../../app/product';
import type { Way } from '../../core/case';
import { list, say } from '../text';
import { Button, Disclosure, ErrorSummary, Facts, type FormError, LinkButton, page, RadioField, SelectField, TextField } from '../ui';
import { trackHref } from '../track/case-page';
import { notHere } from '../track/find';
import { newKey } from '../track/need';
import { keyIn, movedOn, plainText } from '../track/supplement';
import type { Env, Visit } from '../visit';
import { type AtCase, atCase, type Posted, trailOf } from './at-case';

const order: readonly Way[] = ['electronic', 'post', 'counter'];

export const deliveryRoutes = (product: Product): Hono<Env> => {
  const app = new Hono<Env>();
  const at = atCase(app, product);

  at.get('delivery', (x) => (x.view.todo.results.length === 0 ? x.c.redirect(trackHref(x.view.number), 303) : deliveryPage(x, before(x))));

  at.post('delivery', async (x) => {
    const typed = read(x);
    const errors = faults(x, typed);
    if (errors.length > 0) return deliveryPage(x, typed, errors);
    const done = await deliverAs(product, x.who, x.view.number, keyIn(x.form), wishOf(typed));
    if (done.kind === 'not-found') return notHere(x.c);
    if (done.kind === 'refused' && done.because === 'address-missing') return deliveryPage(x, typed, [{ field: 'address', message: x.v.t.shop.addressMissing }]);
    return done.kind === 'done' ? x.c.redirect(trackHref(x.view.number, undefined, { done: 'delivery' }), 303) : movedOn(x.c, x.view.number);
  });

  return app;
};

type Typed = { all: Way | null; place: string; each: { [step: string]: Way }; name: string; phone: string; address: string };

const wayIn = (text: string): Way | null => order.find((w) => w === text) ?? null;

/** As it stands; an address once typed is there again. */
function before({ view }: AtCase): Typed {
  const open = view.todo.results.filter((r) => r.open);
  const said = open.find((r) => r.said)?.chosen.by ?? null;
  const post = view.post;
  return { all: said, place: open.find((r) => r.chosen.place)?.chosen.place ?? '', each: {}, name: post?.name ?? view.applicant, phone: post?.phone ?? view.phone ?? '', address: post?.address ?? '' };
}

function read({ form, view }: Posted): Typed {
  const each = view.todo.results.flatMap((r) => {
    const way = wayIn(form.text(`each-${r.step}`));
    return way ? [[r.step, way] as const] : [];
  });
  return {
    all: wayIn(form.text('all')),
    place: form.text('place').slice(0, 60),
    each: Object.fromEntries(each),
    name: plainText(form.text('name'), 60),
    phone: plainText(form.text('phone'), 30),
    address: plainText(form.text('address'), 200),
  };
}

const wishOf = (x: Typed): Wish => ({ all: x.all, place: x.place || null, each: x.each, post: x.name && x.phone && x.address ? { name: x.name, phone: x.phone, address: x.address } : null });

function faults({ v, view }: AtCase, x: Typed): FormError[] {
  const { t } = v;
  if (x.all === null && Object.keys(x.each).length === 0) return [{ field: 'all', message: t.shop.wayMissing }];
  const posted = view.todo.results.some((r) => r.open && (x.each[r.step] ?? (x.all && r.ways.includes(x.all) ? x.all : r.chosen.by)) === 'post');
  if (!posted) return [];
  const missing = (['name', 'phone', 'address'] as const).filter((f) => x[f] === '');
  if (missing.length > 0) return missing.slice(0, 1).map((field) => ({ field, message: t.shop.addressMissing }));
  return /^[+\d][\d\s-]{6,19}$/.test(x.phone) ? [] : [{ field: 'phone', message: t.shop.phoneWrong }];
}

function deliveryPage(x: AtCase, typed: Typed, errors: FormError[] = []) {
  const { c, v, view } = x;
  const { t } = v;
  const open = view.todo.results.filter((r) => r.open);
  const ways = order.filter((w) => open.some((r) => r.ways.includes(w)));
  const places = [...new Map(open.flatMap((r) => r.places).map((p) => [p.id, p] as const)).values()];
  const error = (field: string) => errors.find((e) => e.field === field)?.message;
  return page(
    c,
    { title: t.shop.deliveryTitle, wrong: errors.length > 0, trail: trailOf(x), islands: ['once'] },
    <>
      <ErrorSummary t={t} errors={errors} />
      <h1>{t.shop.deliveryTitle}</h1>
      {open.length > 0 && (
        <form method="post" action={trackHref(view.number, 'delivery')} data-once={t.shop.deliverySave}>
          <input type="hidden" name="key" value={newKey()} />
          <p class="lead">{t.shop.deliveryLead}</p>
          <RadioField
            t={t}
            id="all"
            name="all"
            label={t.shop.deliveryAll}
            value={typed.all ?? undefined}
            error={error('all')}
            options={ways.map((w) => ({ value: w, label: t.shop.ways[w], hint: hintFor(v, w, open) }))}
          />
          {places.length > 0 && (
            <SelectField
              t={t}
              id="place"
              name="place"
              label={t.shop.place}
              value={typed.place}
              groups={[{ label: '', options: places.map((p) => ({ value: p.id, label: p.hours ? `${say(t, p.name)} · ${say(t, p.hours)}` : say(t, p.name) })) }]}
            />
          )}
          {ways.includes('post') && (
            <fieldset class="field-group">
              <legend class="label">{t.shop.address}</legend>
              <p class="hint">{t.shop.addressHint}</p>
              <TextField t={t} id="name" name="name" label={t.shop.recipient} value={typed.name} autocomplete="name" width="medium" maxlength={60} error={error('name')} />
              <TextField t={t} id="phone" name="phone" label={t.shop.phone} value={typed.phone} input="tel" autocomplete="tel" width="medium" maxlength={30} error={error('phone')} />
              <TextField t={t} id="address" name="address" label={t.shop.street} value={typed.address} autocomplete="street-address" lines={2} maxlength={200} error={error('address')} />
            </fieldset>
          )}
          {open.length > 1 && (
            <Disclosure title={t.shop.each}>
              {open.map((r) => (
                <SelectField
                  t={t}
                  id={`each-${r.step}`}
                  name={`each-${r.step}`}
                  label={say(t, r.name)}
                  value={typed.each[r.step] ?? ''}
                  groups={[{ label: '', options: r.ways.map((w) => ({ value: w, label: t.shop.ways[w] })) }]}
                  hint={nowOf(v, r)}
                />
              ))}
            </Disclosure>
          )}
          <p class="row">
            <Button kind="primary">{t.shop.deliverySave}</Button>
            <LinkButton href={trackHref(view.number)}>{t.shop.backToCase}</LinkButton>
          </p>
        </form>
      )}
      <h2>{t.shop.deliveryNow}</h2>
      <Facts rows={view.todo.results.map((r) => ({ label: say(t, r.name), value: nowOf(v, r) }))} />
    </>,
    errors.length > 0 ? 422 : 200,
  );
}

const hintFor = ({ t }: Visit, way: Way, open: readonly Result[]) => {
  const not = open.filter((r) => !r.ways.includes(way));
  return not.length === 0 ? t.shop.wayHints[way] : `${t.shop.wayHints[way]}${t.joins.semicolon}${t.shop.wayNot(not.length)}`;
};

/** How a result reaches her as things stand, and which documents that is. */
export function nowOf({ t, law }: Visit, r: Result): string {
  const place = law.halls.get(r.chosen.place ?? '')?.name;
  const says = r.chosen.by === 'counter' ? t.shop.onItsWay.counter(place ? say(t, place) : '') : t.shop.onItsWay[r.chosen.by];
  return `${list(
    t,
    r.documents.map((d) => say(t, d)),
  )} · ${says}`;
}
