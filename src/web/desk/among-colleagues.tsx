/** Below a step: notes among colleagues and handing it over. Nothing here reaches the applicant or the record. */
import { Hono } from 'hono';
import { handOver } from '../../app/colleagues';
import type { DeskStep } from '../../app/desk';
import { writeNote } from '../../app/desk-notes';
import type { Product } from '../../app/product';
import { notFound } from '../errors';
import { only } from '../sign-in/only-for';
import { Button, Notice, SelectField, TextField } from '../ui';
import type { Env, Visit } from '../visit';
import { plainPost } from './form';
import { stepHref } from './kept';
import type { StepView } from './step-view';
import { shortDay } from './time-tag';

export const AmongColleagues = ({ v, found, view }: { v: Visit; found: DeskStep; view: StepView }) => {
  const { t } = v;
  const words = t.staff;
  const at = (under: string) => stepHref(v, found.open.state.number, found.step.filed.id, under);
  const said = { noted: words.noted, 'handed-over': words.handedOver, taken: words.handOverTaken };
  return (
    <section aria-labelledby="colleagues">
      <h2 id="colleagues">{words.colleagues}</h2>
      <p class="note">{words.colleaguesLead}</p>
      {view.said && (
        <Notice tone={view.said === 'taken' ? 'warning' : 'good'} live>
          <p>{said[view.said]}</p>
        </Notice>
      )}
      {view.notes.length === 0 ? (
        <p class="muted">{words.noNotes}</p>
      ) : (
        <ul>
          {view.notes.map((n) => (
            <li>
              {n.says}{' '}
              <span class="muted">
                {n.whoName} · {words.entryKinds[n.kind]} · {shortDay(t, n.at, v.today, true)}
              </span>
            </li>
          ))}
        </ul>
      )}
      <div class="desk-step">
        <form method="post" action={at('note')} data-key="m">
          <TextField t={t} id="note-says" name="says" label={words.note} lines={2} maxlength={500} />
          <Button>{words.noteSave}</Button>
        </form>
        {view.colleagues.length > 0 && (
          <form method="post" action={at('hand-over')}>
            <SelectField t={t} id="hand-over-to" name="to" label={words.handOverTo} groups={[{ label: '', options: view.colleagues.map((o) => ({ value: o.id, label: o.name })) }]} />
            <TextField t={t} id="hand-over-note" name="says" label={words.handOverNote} optional maxlength={200} />
            <Button>{words.handOverDo}</Button>
          </form>
        )}
      </div>
    </section>
  );
};

export function colleagueRoutes(product: Product): Hono<Env> {
  const app = new Hono<Env>();

  app.post('/desk/:number/:step/note', async (c) => {
    const clerk = await only(c, 'clerk');
    if (clerk instanceof Response) return clerk;
    const { number, step } = c.req.param();
    const says = (await plainPost(c)).text('says', 500);
    if (says && !(await writeNote(product, clerk, number, step, says))) return notFound(c);
    return c.redirect(`${stepHref(c.var.visit, number, step, undefined, { said: says ? 'noted' : undefined })}#colleagues`, 303);
  });

  app.post('/desk/:number/:step/hand-over', async (c) => {
    const clerk = await only(c, 'clerk');
    if (clerk instanceof Response) return clerk;
    const { number, step } = c.req.param();
    const form = await plainPost(c);
    const done = await handOver(product, clerk, number, step, form.text('to'), form.text('says', 200));
    if (done === 'not-here') return notFound(c);
    return c.redirect(`${stepHref(c.var.visit, number, step, undefined, { said: done === 'no-such-colleague' ? undefined : done })}#colleagues`, 303);
  });

  return app;
}
