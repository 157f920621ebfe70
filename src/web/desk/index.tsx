/** @module web/desk – the clerk's work desk: the queue, one step, and the acts on it. Nothing here decides; `app/desk` does. */
import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { smallPicture } from '../../app/attachments/small';
import { arrives, claimStep, colleagues, standsInFor } from '../../app/colleagues';
import { deskFile, queue } from '../../app/desk';
import { notesOf } from '../../app/desk-notes';
import { notFound } from '../errors';
import type { Room } from '../room';
import { only } from '../sign-in/only-for';
import { page, to } from '../ui';
import type { Env } from '../visit';
import { say } from '../text';
import { absenceRoutes } from './absence';
import { actRoutes } from './acts';
import { atStep } from './at-step';
import { bulkRoutes } from './bulk';
import { colleagueRoutes } from './among-colleagues';
import { dayRoutes } from './day';
import { outsideRoutes } from './outside';
import { compareRoutes } from './compare';
import { presentRoutes } from './present';
import { viewerRoutes } from './viewer';
import { openedHere } from '../../app/presence';
import { teamRoutes } from './team';
import { textRoutes } from './texts';
import { visitorRoutes } from './visitors';
import { voiceRoutes } from './voices';
import { correctionRoutes } from './corrections';
import { fileAnswer, isSha256, smallAnswer } from './files';
import { askedIn, queryOf, toQueue } from './filters';
import { stepKeys } from './keys';
import { decidedOf, nextInQueue } from './next';
import { Queue } from './queue-page';
import { deskPath } from './paths';
import { besideStep, onScreen } from './screen';
import { StepPage } from './step-page';

export const deskRoutes: Room = (product) => {
  const app = new Hono<Env>();
  for (const room of [
    presentRoutes,
    viewerRoutes,
    compareRoutes,
    correctionRoutes,
    absenceRoutes,
    bulkRoutes,
    colleagueRoutes,
    dayRoutes,
    outsideRoutes,
    teamRoutes,
    textRoutes,
    visitorRoutes,
    voiceRoutes,
  ])
    app.route('/', room(product));

  app.get('/desk', async (c) => {
    const clerk = await only(c, 'clerk');
    if (clerk instanceof Response) return clerk;
    const v = c.var.visit;
    const asked = askedIn(v, (name) => c.req.query(name));
    await arrives(product, clerk);
    const [found, standIns] = await Promise.all([
      queue(product, clerk, toQueue(asked)).catch((error: unknown) => {
        // The place in the queue comes from the address: what the store cannot read is a bad request.
        throw asked.after ? new HTTPException(400) : error;
      }),
      standsInFor(product, clerk),
    ]);
    const keepsRegister = [...v.law.registers.values()].some((r) => r.authority === clerk.authority);
    return page(
      c,
      { title: v.t.desk.title, width: 'wide', islands: ['desk-keys'] },
      <Queue v={v} clerk={clerk} view={{ page: found, asked, taken: c.req.query('taken') === 'yes', keepsRegister, standIns }} />,
    );
  });

  app.get('/desk/:number/:step', async (c) => {
    const at = await atStep(c, product);
    if (at instanceof Response) return at;
    const { clerk, found, here } = at;
    const v = c.var.visit;
    const asked = c.req.query('done');
    const done = asked === 'done' || asked === 'repeated' ? asked : null;
    const said = c.req.query('said');
    const did = c.req.query('did');
    const [next, notes, others, decided, standIns, present, list] = await Promise.all([
      done ? nextInQueue(product, clerk, v, here) : null,
      notesOf(product, found.open.row.caseId, here.step),
      colleagues(product, clerk),
      decidedOf(product, clerk, c.req.query('decided')),
      standsInFor(product, clerk),
      openedHere(product, clerk, found.open.row.caseId, here.step),
      besideStep(v, product, clerk),
    ]);
    const view = {
      clerk,
      done,
      did: did !== undefined && Object.hasOwn(v.t.procedure.acts, did) ? (did as keyof typeof v.t.procedure.acts) : null,
      next,
      notes,
      colleagues: others.filter((o) => o.id !== clerk.id),
      said: said === 'noted' || said === 'handed-over' || said === 'taken' ? said : null,
      decided,
      standIns,
      present,
    } as const;
    return onScreen(c, product, clerk, { title: say(v.t, found.name), ...here, list, keys: stepKeys(v.t, found.actions), islands: ['present'] }, <StepPage v={v} found={found} view={view} />);
  });

  app.post('/desk/:number/:step/claim', async (c) => {
    const clerk = await only(c, 'clerk');
    if (clerk instanceof Response) return clerk;
    const form = await c.req.formData().catch(() => null);
    const take = form?.get('take');
    if (take !== 'yes' && take !== 'no') throw new HTTPException(400);
    const claimed = await claimStep(product, clerk, c.req.param('number'), c.req.param('step'), take === 'yes');
    if (!claimed) return notFound(c);
    const asked = askedIn(c.var.visit, (name) => {
      const value = form?.get(name);
      return typeof value === 'string' ? value : undefined;
    });
    const taken = claimed.kind === 'taken' && { taken: 'yes' };
    const back = form?.get('from') === 'step' ? deskPath(c.req.param('number'), c.req.param('step')) : '/desk';
    return c.redirect(to(back, undefined, { ...queryOf(asked), ...taken }), 303);
  });

  app.get('/desk/:number/:step/files/:sha256', async (c) => {
    const clerk = await only(c, 'clerk');
    if (clerk instanceof Response) return clerk;
    const { number, step, sha256 } = c.req.param();
    const file = isSha256(sha256) ? await deskFile(product, clerk, number, step, sha256) : null;
    return file ? fileAnswer(c, file) : notFound(c);
  });

  app.get('/desk/:number/:step/files/:sha256/small', async (c) => {
    const clerk = await only(c, 'clerk');
    if (clerk instanceof Response) return clerk;
    const { number, step, sha256 } = c.req.param();
    const small = isSha256(sha256) ? await smallPicture(product, clerk, number, step, sha256) : null;
    return small ? smallAnswer(c, small) : notFound(c);
  });

  app.route('/', actRoutes(product));
  return app;
};
