/** `/desk/texts`: phrases of the authority, kept and dropped. */
import { randomUUID } from 'node:crypto';
import type { Context } from 'hono';
import { Hono } from 'hono';
import { dropText, isTextUse, saveText, textsOf } from '../../app/desk-notes';
import { textUses } from '../../app/ports/desk-store';
import type { Clerk } from '../../app/ports/identity';
import type { Product } from '../../app/product';
import { only } from '../sign-in/only-for';
import { ActionButton, Button, ErrorSummary, page, RadioField, TextField } from '../ui';
import type { Env } from '../visit';
import { DeskNav } from './desk-nav';
import { plainPost } from './form';

type Filled = { use: string; title: string; says: string };

export function textRoutes(product: Product): Hono<Env> {
  const app = new Hono<Env>();

  const show = async (c: Context<Env>, clerk: Clerk, filled: Filled, wrong: boolean) => {
    const v = c.var.visit;
    const { t } = v;
    const words = t.staff;
    const texts = await textsOf(product, clerk);
    return page(
      c,
      { title: words.textsTitle, trail: [{ href: '/desk', label: t.desk.title }], width: 'wide', wrong },
      <>
        <ErrorSummary t={t} errors={wrong ? [{ field: 'title', message: words.textMissing }] : []} />
        <h1>{words.textsTitle}</h1>
        <DeskNav v={v} clerk={clerk} here="texts" />
        <p class="lead">{words.textsLead}</p>
        {texts.length === 0 && <p class="muted">{words.textsNone}</p>}
        {textUses.map((use) => {
          const those = texts.filter((x) => x.use === use);
          return (
            those.length > 0 && (
              <>
                <h2>{words.uses[use]}</h2>
                <ul>
                  {those.map((x) => (
                    <li>
                      <strong>{x.title}</strong> {x.says}
                      <ActionButton kind="plain" action="/desk/texts/drop" fields={{ id: x.id }} small label={words.textDropWhat(x.title)}>
                        {words.textDrop}
                      </ActionButton>
                    </li>
                  ))}
                </ul>
              </>
            )
          );
        })}
        <form method="post" action="/desk/texts" novalidate>
          <input type="hidden" name="id" value={randomUUID()} />
          <RadioField t={t} id="use" name="use" label={words.textUse} options={textUses.map((value) => ({ value, label: words.uses[value] }))} value={filled.use} />
          <TextField t={t} id="title" name="title" label={words.textTitle} width="medium" maxlength={60} value={filled.title} error={wrong ? words.textMissing : undefined} />
          <TextField t={t} id="says" name="says" label={words.textSays} lines={3} maxlength={1000} value={filled.says} />
          <Button kind="primary">{words.textSave}</Button>
        </form>
      </>,
      wrong ? 422 : 200,
    );
  };

  app.get('/desk/texts', async (c) => {
    const clerk = await only(c, 'clerk');
    return clerk instanceof Response ? clerk : show(c, clerk, { use: 'refuse', title: '', says: '' }, false);
  });

  app.post('/desk/texts', async (c) => {
    const clerk = await only(c, 'clerk');
    if (clerk instanceof Response) return clerk;
    const form = await plainPost(c);
    const [id, use, title, says] = [form.text('id', 64), form.text('use', 20), form.text('title', 60), form.text('says')];
    if (!/^[\w-]{16,64}$/.test(id) || !isTextUse(use) || !title || !says) return show(c, clerk, { use, title, says }, true);
    await saveText(product, clerk, { id, use, title, says });
    return c.redirect('/desk/texts', 303);
  });

  app.post('/desk/texts/drop', async (c) => {
    const clerk = await only(c, 'clerk');
    if (clerk instanceof Response) return clerk;
    await dropText(product, clerk, (await plainPost(c)).text('id', 64));
    return c.redirect('/desk/texts', 303);
  });

  return app;
}
