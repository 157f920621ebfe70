/** `/settings`: language, large mode and place, as forms; each also stands in the header. `/divisions`: the place by choice. */
import { Hono } from 'hono';
import { localPath } from '../../app/local-path';
import { isLanguage } from '../text';
import type { Room } from '../room';
import { ActionButton, page } from '../ui';
import type { Env } from '../visit';
import { Divisions } from './divisions';
import { keep } from './keep';

export const settings: Room = () => {
  const app = new Hono<Env>();

  app.get('/settings', (c) => {
    const { t, care } = c.var.visit;
    const back = '/settings';
    return page(
      c,
      { title: t.ui.settings, trail: [] },
      <>
        <h1>{t.ui.settings}</h1>
        <div class="row">
          <ActionButton action="/settings" fields={{ mode: care ? 'normal' : 'care', back }}>
            {care ? t.ui.careOff : t.ui.careOn}
          </ActionButton>
          <ActionButton action="/settings" fields={{ lang: t.lang === 'zh' ? 'en' : 'zh', back }}>
            {t.ui.otherLanguageLabel}
          </ActionButton>
        </div>
        <a class="go" href="/divisions">
          {t.home.changePlace}
        </a>
      </>,
    );
  });

  app.post('/settings', async (c) => {
    const form = await c.req.parseBody();
    const { law } = c.var.visit;
    if (isLanguage(form.lang)) keep(c, 'language', form.lang);
    if (form.mode === 'care' || form.mode === 'normal') keep(c, 'mode', form.mode);
    if (typeof form.division === 'string' && law.divisions.has(form.division)) keep(c, 'division', form.division);
    return c.redirect(backTo(form.back), 303);
  });

  app.get('/divisions', (c) => page(c, { title: c.var.visit.t.home.changePlace, trail: [] }, <Divisions v={c.var.visit} back={localPath(c.req.query('back') ?? '/')} />));

  return app;
};

/** The page the form stood on, without a language in its address: the cookie decides now. */
function backTo(back: unknown): string {
  const url = new URL(localPath(typeof back === 'string' ? back : '/'), 'http://here');
  url.searchParams.delete('lang');
  return url.pathname + url.search;
}
