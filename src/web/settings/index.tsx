/** `/settings`: language, size, contrast, colours and place; the most wanted stand in the header too. `/divisions`: the place by choice. */
import { Hono } from 'hono';
import { localPath } from '../../app/local-path';
import { languagesWith } from '../text';
import type { Room } from '../room';
import { page } from '../ui';
import type { Env } from '../visit';
import { Divisions } from './divisions';
import { keep } from './keep';
import { choices, Settings } from './settings-page';

export const settings: Room = () => {
  const app = new Hono<Env>();

  app.get('/settings', (c) => page(c, { title: c.var.visit.t.ui.settings, trail: [] }, <Settings v={c.var.visit} />));

  app.post('/settings', async (c) => {
    const form = await c.req.parseBody();
    const { law, product } = c.var.visit;
    const one = (name: string, of: readonly string[]) => of.find((x) => x === form[name]);
    const language = one(
      'lang',
      languagesWith(product.languages).map((l) => l.tag),
    );
    if (language) keep(c, 'language', language);
    for (const [name, values] of Object.entries(choices)) {
      const chosen = one(name, values);
      if (chosen) keep(c, name as keyof typeof choices, chosen);
    }
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
