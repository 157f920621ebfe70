/** Acts on a step: pages for decisions, and the posts that carry them out. A post ends in 303, in 422 with what is wrong, or in a page that says nothing happened. */
import type { Child } from '../html/jsx-runtime';
import { type Context, Hono } from 'hono';
import { act, actedBefore, type Action, type DeskCommand } from '../../app/act';
import type { DeskStep } from '../../app/desk';
import { isTextUse, textsOf } from '../../app/desk-notes';
import type { Clerk } from '../../app/ports/identity';
import type { Product } from '../../app/product';
import type { CaseState } from '../../core/case';
import { notFound } from '../errors';
import type { FormError } from '../ui';
import type { Env, Visit } from '../visit';
import { type AtStep, atStep, trailTo } from './at-step';
import { CorrectPage, readCorrection } from './correct-page';
import type { Decision } from './decision-page';
import { newStamp, posted, type Posted } from './form';
import { badValues, GrantPage, readGrant } from './grant-page';
import { askedHere, queueHref, statusesOf, stepHref } from './kept';
import { decisionKeys } from './keys';
import { nextInQueue } from './next';
import { pathOf } from './paths';
import { onScreen } from './screen';
import { NotAcceptPage, readNotAcceptance, readRefusal, RefusePage } from './refuse-page';
import { nothingChanged } from './nothing-changed';
import { phraseField, Phrases } from './phrases';
import { isOneClick, procedureActions, ProcedurePage, readProcedure, refusalAt, isProcedure } from './procedures';
import { readSupplement } from './supplement-lines';
import { SupplementPage } from './supplement-page';

type Filled = { text(name: string): string };
type Read = (v: Visit, found: DeskStep, form: Posted) => { command: DeskCommand } | { errors: FormError[] };
type Decided = { action: Action; title(v: Visit): string; show(p: Decision & { filled: Filled; sample: boolean }): Child; read: Read };

const decisions: readonly Decided[] = [
  { action: 'request-supplement', title: (v) => v.t.desk.supplementTitle, show: (p) => <SupplementPage {...p} />, read: readSupplement },
  { action: 'not-accept', title: (v) => v.t.desk.notAcceptTitle, show: (p) => <NotAcceptPage {...p} />, read: readNotAcceptance },
  { action: 'grant', title: (v) => v.t.desk.grantTitle, show: (p) => <GrantPage {...p} />, read: readGrant },
  { action: 'refuse', title: (v) => v.t.desk.refuseTitle, show: (p) => <RefusePage {...p} />, read: (v, _found, form) => readRefusal(v, form) },
  { action: 'correct', title: (v) => v.t.procedure.acts.correct.title, show: (p) => <CorrectPage {...p} />, read: readCorrection },
  ...procedureActions
    .filter((action) => !isOneClick(action))
    .map((action): Decided => ({ action, title: (v) => v.t.procedure.acts[action].title, show: (p) => <ProcedurePage {...p} action={action} />, read: readProcedure(action) })),
];
/** Acts without a page of their own: the button on the step's page carries what little they need. */
type Plain = { action: Action; command(form: Posted): DeskCommand };
const plain: readonly Plain[] = [
  {
    action: 'accept',
    command: (form) => ({ action: 'accept', deferred: form.ticked('deferred').map((key) => ({ evidence: key.slice(0, key.lastIndexOf('@')), subject: key.slice(key.lastIndexOf('@') + 1) })) }),
  },
  { action: 'wait-for-inputs', command: () => ({ action: 'wait-for-inputs' }) },
  { action: 'ready', command: (form) => ({ action: 'ready', ...(form.text('place') && { place: form.text('place').slice(0, 60) }) }) },
  {
    action: 'deliver',
    command: (form) => ({
      action: 'deliver',
      by: form.text('by') === 'post' ? 'post' : 'counter',
      ...(form.text('post') && { post: form.text('post') }),
      ...(form.text('by') !== 'post' && form.text('place') && { place: form.text('place').slice(0, 60) }),
    }),
  },
  ...procedureActions.filter(isOneClick).map((action): Plain => ({ action, command: () => ({ action }) as DeskCommand })),
];
const blank: Filled = { text: () => '' };

export function actRoutes(product: Product): Hono<Env> {
  const app = new Hono<Env>();
  const at = (action: Action) => `/desk/:number/:step/${pathOf[action]}` as const;

  for (const { action, title, show, read } of decisions) {
    const form = async (c: Context<Env>, at: AtStep, p: { errors: FormError[]; posted?: Posted; sample?: boolean }) => {
      const v = c.var.visit;
      const { clerk, found, here } = at;
      const use = isTextUse(pathOf[action]) ? pathOf[action] : null;
      const texts = use ? await textsOf(product, clerk, use) : [];
      const chosen = texts.find((x) => x.id === c.req.query('text'));
      const start: Filled = chosen
        ? { text: (name) => (name === phraseField[chosen.use] ? chosen.says : '') }
        : action === 'correct'
          ? { text: (name) => (name === 'concept' ? (c.req.query(name) ?? '') : '') }
          : blank;
      const phrases = texts.length > 0 && <Phrases v={v} texts={texts} href={stepHref(v, found.open.state.number, found.step.filed.id, pathOf[action])} />;
      const body = show({
        v,
        found,
        stamp: p.posted ?? newStamp(found.step.moments.length),
        errors: p.errors,
        filled: p.posted ?? start,
        sample: p.sample ?? false,
        phrases,
        tick: p.posted ? [] : (c.req.query('tick') ?? '').split(','),
      });
      const wrong = p.errors.length > 0;
      const shown = {
        title: title(v),
        trail: trailTo(c, at),
        wrong,
        width: action === 'request-supplement' ? 'wide' : 'reading',
        status: wrong ? 422 : 200,
        keys: decisionKeys(v.t, texts.length),
      } as const;
      return onScreen(c, product, clerk, { ...shown, ...here, islands: texts.length > 0 ? ['phrases'] : [] }, body);
    };

    app.get(at(action), async (c) => {
      const open = await atStep(c, product);
      if (open instanceof Response) return open;
      if (!open.found.actions.includes(action)) return c.redirect(stepHref(c.var.visit, open.found.open.state.number, open.found.step.filed.id), 303);
      return form(c, open, { errors: [], sample: product.demonstration && c.req.query('sample') === 'yes' });
    });

    app.post(at(action), async (c) => {
      const open = await atStep(c, product);
      if (open instanceof Response) return open;
      const { clerk, found } = open;
      const sent = await posted(c);
      if (!found.actions.includes(action)) return (await late(c, clerk, found, sent, action)) ?? nothingChanged(c, found, 'stale');
      const taken = read(c.var.visit, found, sent);
      if ('errors' in taken) return form(c, open, { errors: taken.errors, posted: sent });
      const again = (errors: FormError[]) => form(c, open, { errors, posted: sent });
      return carried(c, clerk, found, sent, taken.command, {
        reshapes: () => again([{ field: 'value', message: c.var.visit.t.procedure.reshapes }]),
        badValues: (concepts) =>
          again(action === 'correct' ? [{ field: 'value', message: c.var.visit.t.desk.wrong.value(c.var.visit.t.procedure.correctTo) }] : badValues(c.var.visit, found, concepts)),
        refused: (because) => {
          const error = isProcedure(action) ? refusalAt(c.var.visit, action, because) : null;
          return error && again([error]);
        },
      });
    });
  }

  for (const { action, command } of plain)
    app.post(at(action), async (c) => {
      const open = await atStep(c, product);
      if (open instanceof Response) return open;
      const sent = await posted(c);
      return carried(c, open.clerk, open.found, sent, command(sent), {
        badValues: () => nothingChanged(c, open.found, 'stale'),
        reshapes: () => nothingChanged(c, open.found, 'stale'),
        refused: () => null,
      });
    });

  /** The step has moved on: because of this very form, or not. */
  async function late(c: Context<Env>, clerk: Clerk, found: DeskStep, form: Posted, action: Action): Promise<Response | null> {
    const step = found.step.filed.id;
    return (await actedBefore(product, clerk, step, form.key, action)) ? c.redirect(stepHref(c.var.visit, found.open.state.number, step, undefined, { done: 'repeated' }), 303) : null;
  }

  /** Where she goes after an act: to the next of her queue once the step has left it, else back to the step. */
  async function onwards(c: Context<Env>, clerk: Clerk, here: { number: string; step: string }, state: CaseState, did: Action): Promise<string> {
    const v = c.var.visit;
    const after = state.steps.get(here.step);
    const mine = after?.authority === clerk.authority;
    if (mine && statusesOf(askedHere(v)).includes(after.status)) return stepHref(v, here.number, here.step, undefined, { done: 'done', ...(Object.hasOwn(v.t.procedure.acts, did) && { did }) });
    const next = await nextInQueue(product, clerk, v, here);
    if (next) return stepHref(v, next.number, next.step, undefined, { decided: `${here.number}/${here.step}` });
    return mine ? stepHref(v, here.number, here.step, undefined, { done: 'done' }) : queueHref(v);
  }

  async function carried(
    c: Context<Env>,
    clerk: Clerk,
    found: DeskStep,
    form: Posted,
    command: DeskCommand,
    wrong: { badValues(concepts: string[]): Promise<Response>; reshapes(): Promise<Response>; refused(because: string): Promise<Response> | null },
  ): Promise<Response> {
    const number = found.open.state.number;
    const step = found.step.filed.id;
    const done = await act(product, clerk, number, step, form.key, command, form.seen);
    switch (done.kind) {
      case 'done':
        return c.redirect(done.repeated ? stepHref(c.var.visit, number, step, undefined, { done: 'repeated' }) : await onwards(c, clerk, { number, step }, done.state, command.action), 303);
      case 'not-found':
        return notFound(c);
      case 'bad-values':
        return wrong.badValues(done.concepts);
      case 'reshapes':
        return wrong.reshapes();
      case 'stale':
        return nothingChanged(c, found, 'stale');
      case 'refused':
        return (await wrong.refused(done.because)) ?? nothingChanged(c, found, done.because === 'inputs-missing' ? 'inputsMissing' : 'stale');
    }
  }

  return app;
}
