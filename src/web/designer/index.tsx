/** @module web/designer – `/designer`: the way to the rooms of those who describe the services. */
import { Hono } from 'hono';
import type { Room } from '../room';
import { only } from '../sign-in/only-for';
import { Card, Cards, page } from '../ui';
import type { Env } from '../visit';

export const designerRoutes: Room = () => {
  const app = new Hono<Env>();
  app.get('/designer', async (c) => {
    const who = await only(c, 'clerk');
    if (who instanceof Response) return who;
    const { t } = c.var.visit;
    const rooms = [
      { href: '/designer/catalogue', title: t.editor.title, lead: t.editor.lead },
      { href: '/designer/what-if', title: t.whatIf.title, lead: t.whatIf.lead },
      { href: '/designer/searches', title: t.designer.missed, lead: t.designer.missedShort },
    ];
    return page(
      c,
      { title: t.designer.title, trail: [] },
      <>
        <h1>{t.designer.title}</h1>
        <Cards>
          {rooms.map((r) => (
            <Card level={2} title={r.title} href={r.href}>
              <p class="muted">{r.lead}</p>
            </Card>
          ))}
        </Cards>
      </>,
    );
  });
  return app;
};
