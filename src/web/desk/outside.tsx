/** `/desk/look`: a record outside the queue, for a reason the applicant reads. `/desk/phone`: two checks, one sentence to read aloud. */
import type { Context } from 'hono';
import { Hono } from 'hono';
import { openByReason, type Standing, tellByPhone, type Told } from '../../app/outside-record';
import type { Clerk } from '../../app/ports/identity';
import type { Product } from '../../app/product';
import { say } from '../text';
import { only } from '../sign-in/only-for';
import { Button, ErrorSummary, type FormError, LinkButton, Notice, page, Table, TextField } from '../ui';
import type { Env, Visit } from '../visit';
import { errorAt } from './decision-page';
import { type DeskPage, DeskNav } from './desk-nav';
import { plainPost } from './form';
import { DeskStatus } from './status';
import { shortDay } from './time-tag';

type Filled = { [field: string]: string };

export function outsideRoutes(product: Product): Hono<Env> {
  const app = new Hono<Env>();
  type Body = { errors: FormError[]; filled: Filled; found?: Standing; told?: Told };

  const look = (c: Context<Env>, clerk: Clerk, { errors, filled, found }: Body) => {
    const v = c.var.visit;
    const { t } = v;
    const words = t.staff;
    return framed(c, clerk, 'look', words.lookTitle, errors, [
      found ? (
        <Found v={v} found={found} />
      ) : (
        <form method="post" action="/desk/look" novalidate>
          <p class="lead">{words.lookLead}</p>
          <TextField t={t} id="number" name="number" label={t.desk.number} width="medium" maxlength={40} value={filled['number']} error={errorAt(errors, 'number')} />
          <TextField t={t} id="reason" name="reason" label={words.lookReason} hint={words.lookReasonHint} lines={2} maxlength={200} value={filled['reason']} error={errorAt(errors, 'reason')} />
          <Button kind="primary">{words.lookDo}</Button>
        </form>
      ),
    ]);
  };

  const phone = (c: Context<Env>, clerk: Clerk, { errors, filled, told }: Body) => {
    const v = c.var.visit;
    const { t } = v;
    const words = t.staff;
    return framed(c, clerk, 'phone', words.phoneTitle, errors, [
      told ? (
        <>
          <h2>{words.phoneRead}</h2>
          <p class="muted">{`${told.number} · ${say(t, told.name)}`}</p>
          <blockquote class="read-aloud">
            <p>{say(t, told.sentence)}</p>
          </blockquote>
          <p class="note">{words.phoneRecorded}</p>
          <LinkButton kind="primary" href="/desk/phone">
            {words.phoneAgain}
          </LinkButton>
        </>
      ) : (
        <form method="post" action="/desk/phone" novalidate autocomplete="off">
          <p class="lead">{words.phoneLead}</p>
          <TextField t={t} id="number" name="number" label={words.phoneNumber} width="medium" maxlength={40} value={filled['number']} error={errorAt(errors, 'number')} />
          <TextField t={t} id="last" name="last" label={words.phoneName} width="short" maxlength={4} />
          <TextField t={t} id="four" name="four" label={words.phoneFour} width="short" maxlength={8} />
          <Button kind="primary">{words.phoneDo}</Button>
        </form>
      ),
    ]);
  };

  app.get('/desk/look', async (c) => {
    const clerk = await only(c, 'clerk');
    return clerk instanceof Response ? clerk : look(c, clerk, { errors: [], filled: {} });
  });
  app.post('/desk/look', async (c) => {
    const clerk = await only(c, 'clerk');
    if (clerk instanceof Response) return clerk;
    const form = await plainPost(c);
    const filled = { number: form.text('number', 60), reason: form.text('reason', 1000) };
    const found = await openByReason(product, clerk, filled.number, filled.reason);
    if (typeof found !== 'string') return look(c, clerk, { errors: [], filled, found });
    return look(c, clerk, { errors: [{ field: found === 'no-reason' ? 'reason' : 'number', message: c.var.visit.t.staff.lookWrong[found] }], filled });
  });

  app.get('/desk/phone', async (c) => {
    const clerk = await only(c, 'clerk');
    return clerk instanceof Response ? clerk : phone(c, clerk, { errors: [], filled: {} });
  });
  app.post('/desk/phone', async (c) => {
    const clerk = await only(c, 'clerk');
    if (clerk instanceof Response) return clerk;
    const form = await plainPost(c);
    const filled = { number: form.text('number', 60) };
    const told = await tellByPhone(product, clerk, { number: filled.number, lastOfName: form.text('last', 10), lastFour: form.text('four', 10) });
    const { t } = c.var.visit;
    if (typeof told !== 'string') return phone(c, clerk, { errors: [], filled, told });
    return phone(c, clerk, { errors: [{ field: 'number', message: told === 'unlike' ? t.staff.phoneUnlike : t.staff.phoneTooOften }], filled });
  });

  return app;
}

const framed = (c: Context<Env>, clerk: Clerk, here: DeskPage, title: string, errors: FormError[], body: unknown[]) => {
  const v = c.var.visit;
  return page(
    c,
    { title, trail: [{ href: '/desk', label: v.t.desk.title }], width: 'wide', wrong: errors.length > 0 },
    <>
      <ErrorSummary t={v.t} errors={errors} />
      <h1>{title}</h1>
      <DeskNav v={v} clerk={clerk} here={here} />
      {body}
    </>,
    errors.length > 0 ? 422 : 200,
  );
};

const Found = ({ v, found }: { v: Visit; found: Standing }) => {
  const { t } = v;
  const words = t.staff;
  return (
    <>
      <p class="muted">{`${found.number} · ${say(t, found.name)} · ${shortDay(t, found.submittedAt, v.today)}`}</p>
      <Notice tone="plain">
        <p>{say(t, found.sentence)}</p>
      </Notice>
      <Table
        id="steps"
        caption={words.lookSteps}
        columns={[t.desk.columns.matter, words.lookAuthority, t.desk.columns.state, t.desk.columns.due, t.desk.columns.promised].map((label) => ({ label }))}
        rows={found.steps.map((s) => [
          say(t, s.name),
          say(t, s.authority),
          <DeskStatus t={t} status={s.status} />,
          s.due ? shortDay(t, s.due, v.today) : t.desk.noDate,
          s.promised ? shortDay(t, s.promised, v.today) : t.desk.noDate,
        ])}
      />
      <p class="note">{words.phoneRecorded}</p>
    </>
  );
};
