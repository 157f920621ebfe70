/** `/track/NUMBER/change`: which fact has changed – then the ordinary pages ask only what is new; and `refile`: what failed, filed again alone; and `again`: the same once more. */
import { Hono } from 'hono';
import { startAgain, startChange, startRefiling } from '../../app/again';
import { openFor } from '../../app/open-case';
import { factsOf, lawOfCase, preparedCase } from '../../app/case-view';
import type { Product } from '../../app/product';
import { personIn } from '../apply/at-draft';
import { formOf } from '../apply/form';
import { draftHref, questionHref } from '../apply/next';
import { say } from '../text';
import { ActionButton, LinkButton, page } from '../ui';
import type { Env } from '../visit';
import { trackHref } from './case-page';
import { notHere } from './find';
import { movedOn } from './supplement';

export const changeRoutes = (product: Product): Hono<Env> => {
  const app = new Hono<Env>();

  app.get('/track/:number/change', async (c) => {
    const v = c.var.visit;
    const { t } = v;
    const open = await openFor(product, await v.who(), c.req.param('number'), 'act');
    if (!open) return notHere(c);
    if (open.state.status !== 'submitted') return c.redirect(trackHref(open.state.number), 303);
    const law = lawOfCase(product, open.state);
    const facts = factsOf(law, preparedCase(law, open.state), open.state, Object.keys(open.state.answers));
    return page(
      c,
      { title: t.follow.changeTitle, trail: [{ href: trackHref(open.state.number), label: open.state.number }] },
      <>
        <h1>{t.follow.changeTitle}</h1>
        <p class="lead">{t.follow.changeLead}</p>
        <ul class="people">
          {facts.map((f) => (
            <li>
              <div>
                <b>{`${f.subject ? `${say(t, f.subject)} · ` : ''}${say(t, f.label)}`}</b>
                <p class="muted">{say(t, f.shown)}</p>
              </div>
              <ActionButton action={trackHref(open.state.number, 'change')} fields={{ concept: f.concept }} small label={`${t.follow.changeThis} ${say(t, f.label)}`}>
                {t.follow.changeThis}
              </ActionButton>
            </li>
          ))}
        </ul>
        <p>
          <LinkButton href={trackHref(open.state.number)}>{t.follow.changeBack}</LinkButton>
        </p>
      </>,
    );
  });

  app.post('/track/:number/change', async (c) => {
    const number = c.req.param('number');
    const who = await personIn(c, trackHref(number, 'change'));
    if (who instanceof Response) return who;
    const concept = (await formOf(c)).text('concept');
    const id = await startChange(product, who, number);
    return id === null ? movedOn(c, number) : c.redirect(questionHref({ id }, concept, { change: '1' }), 303);
  });

  app.post('/track/:number/refile', async (c) => {
    const number = c.req.param('number');
    const who = await personIn(c, trackHref(number));
    if (who instanceof Response) return who;
    const id = await startRefiling(product, who, number);
    return id === null ? movedOn(c, number) : c.redirect(draftHref({ id }, 'overview'), 303);
  });

  app.post('/track/:number/again', async (c) => {
    const number = c.req.param('number');
    const who = await personIn(c, trackHref(number));
    if (who instanceof Response) return who;
    const id = await startAgain(product, who, number, (await formOf(c)).all('service'));
    return id === null ? movedOn(c, number) : c.redirect(draftHref({ id }, 'overview'), 303);
  });

  return app;
};
