/** @module web/papers – the written papers of a case: each on a page that prints as one sheet, and a page where anybody checks a printed one. */
import { Hono } from 'hono';
import { checkPaper, readPaper } from '../../app/papers';
import { authorityName } from '../../app/case-view';
import { notFound } from '../errors';
import type { Room } from '../room';
import { moment, say } from '../text';
import { Button, Facts, Notice, page, TextField, to } from '../ui';
import type { Env } from '../visit';
import { PaperPage } from './paper-page';

export const checkHref = (number: string) => to('/check-paper', undefined, { number });

export const papersRoutes: Room = (product) => {
  const app = new Hono<Env>();

  app.get('/track/:number/papers/:n{[0-9]{1,6}}', async (c) => {
    const v = c.var.visit;
    const open = await readPaper(product, await v.who(), c.req.param('number'), Number(c.req.param('n')));
    if (!open) return notFound(c);
    const url = new URL(checkHref(open.paper.number), c.req.url);
    if (product.secure) url.protocol = 'https:';
    const trail = [{ href: `/track/${encodeURIComponent(open.state.number)}`, label: open.state.number }];
    return page(c, { title: v.t.papers.kinds[open.paper.kind], trail }, <PaperPage v={v} open={open} url={url.href} />);
  });

  app.get('/check-paper', async (c) => {
    const v = c.var.visit;
    const { t } = v;
    const typed = c.req.query('number')?.slice(0, 60);
    const found = typed ? await checkPaper(product, typed) : null;
    return page(
      c,
      { title: t.papers.check },
      <>
        <h1>{t.papers.check}</h1>
        <p class="lead">{t.papers.checkLead}</p>
        {found && (
          <Notice tone="good" title={t.papers.genuine} live>
            <Facts
              rows={[
                { label: t.papers.title, value: t.papers.kinds[found.kind] },
                { label: t.papers.number, value: found.number },
                { label: t.papers.issued, value: moment(t, found.at, v.law.city.zone) },
                ...(found.authority ? [{ label: t.papers.authority, value: say(t, authorityName(v.law, found.authority)) }] : []),
                { label: t.papers.fingerprint, value: found.hash.slice(0, 16) },
              ]}
            />
          </Notice>
        )}
        {typed && !found && (
          <Notice tone="warning" title={t.papers.notGenuine} live>
            <p>{t.papers.notGenuineSays}</p>
          </Notice>
        )}
        <form method="get" action="/check-paper">
          <TextField t={t} id="number" name="number" label={t.papers.checkLabel} hint={t.papers.checkHint} value={typed} width="medium" maxlength={60} autocomplete="off" />
          <Button kind="primary">{t.papers.checkButton}</Button>
        </form>
      </>,
    );
  });
  return app;
};
