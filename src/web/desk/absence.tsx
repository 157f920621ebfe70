/** `/desk/away`: who stands in for whom, until when. */
import { randomUUID } from 'node:crypto';
import type { Context } from 'hono';
import { Hono } from 'hono';
import { colleagues, endSubstitution, nameSubstitute, substitutions } from '../../app/colleagues';
import type { Clerk } from '../../app/ports/identity';
import type { Product } from '../../app/product';
import { only } from '../sign-in/only-for';
import { ActionButton, Button, ErrorSummary, type FormError, page, SelectField, TextField } from '../ui';
import type { Env } from '../visit';
import { DeskNav } from './desk-nav';
import { errorAt } from './decision-page';
import { plainPost } from './form';

type Filled = { who: string; first: string; last: string };

export function absenceRoutes(product: Product): Hono<Env> {
  const app = new Hono<Env>();

  const show = async (c: Context<Env>, clerk: Clerk, filled: Filled, errors: FormError[]) => {
    const v = c.var.visit;
    const { t } = v;
    const words = t.staff;
    const [known, all] = await Promise.all([colleagues(product, clerk), substitutions(product, clerk)]);
    const name = (id: string) => known.find((o) => o.id === id)?.name ?? id;
    return page(
      c,
      { title: words.awayTitle, trail: [{ href: '/desk', label: t.desk.title }], width: 'wide', wrong: errors.length > 0 },
      <>
        <ErrorSummary t={t} errors={errors} />
        <h1>{words.awayTitle}</h1>
        <DeskNav v={v} clerk={clerk} here="away" />
        <p class="lead">{words.awayLead}</p>
        <h2>{words.awayList}</h2>
        {all.length === 0 ? (
          <p class="muted">{words.awayNone}</p>
        ) : (
          <ul>
            {all.map((s) => (
              <li>
                {words.awayLine(name(s.absent), name(s.substitute), s.firstDay, s.lastDay)}
                {s.absent === clerk.id && (
                  <ActionButton action="/desk/away/end" fields={{ id: s.id }} small label={`${words.awayEnd} ${name(s.substitute)}`}>
                    {words.awayEnd}
                  </ActionButton>
                )}
              </li>
            ))}
          </ul>
        )}
        <h2>{words.awayDo}</h2>
        <form method="post" action="/desk/away" novalidate>
          <input type="hidden" name="id" value={randomUUID()} />
          <SelectField
            t={t}
            id="who"
            name="who"
            label={words.awayWho}
            groups={[{ label: '', options: known.filter((o) => o.id !== clerk.id).map((o) => ({ value: o.id, label: o.name })) }]}
            value={filled.who}
            error={errorAt(errors, 'who')}
          />
          <TextField t={t} id="first" name="first" label={words.awayFirst} hint={words.awayDate} width="medium" value={filled.first} error={errorAt(errors, 'first')} />
          <TextField t={t} id="last" name="last" label={words.awayLast} hint={words.awayDate} width="medium" value={filled.last} error={errorAt(errors, 'last')} />
          <Button kind="primary">{words.awayDo}</Button>
        </form>
      </>,
      errors.length > 0 ? 422 : 200,
    );
  };

  app.get('/desk/away', async (c) => {
    const clerk = await only(c, 'clerk');
    return clerk instanceof Response ? clerk : show(c, clerk, { who: '', first: '', last: '' }, []);
  });

  app.post('/desk/away', async (c) => {
    const clerk = await only(c, 'clerk');
    if (clerk instanceof Response) return clerk;
    const form = await plainPost(c);
    const [id, who, first, last] = ['id', 'who', 'first', 'last'].map((n) => form.text(n, 100)) as [string, string, string, string];
    const named = /^[\w-]{16,64}$/.test(id) ? await nameSubstitute(product, clerk, { id, substitute: who, firstDay: first, lastDay: last }) : 'bad-days';
    if (named === 'named') return c.redirect('/desk/away', 303);
    return show(c, clerk, { who, first, last }, [{ field: named === 'bad-days' ? 'first' : 'who', message: c.var.visit.t.staff.awayWrong[named] }]);
  });

  app.post('/desk/away/end', async (c) => {
    const clerk = await only(c, 'clerk');
    if (clerk instanceof Response) return clerk;
    await endSubstitution(product, clerk, (await plainPost(c)).text('id', 64));
    return c.redirect('/desk/away', 303);
  });

  return app;
}
