/**
 * `/eligibility?journey=ID` or `?service=ID…`: the check without an account. Everything that was said travels in the form itself, by POST, so it
 * stands in no address, no log and no store.
 */
import type { Context } from 'hono';
import { Hono } from 'hono';
import { instantOf } from '../../app/clocks';
import { mayBeNone } from '../../app/answer';
import { shown } from '../../app/case-view';
import { startDraft } from '../../app/draft';
import type { Product } from '../../app/product';
import { compileLaw, nothingKnown, parseAnswer, type Basket } from '../../core/journey';
import { askOf, choiceOf, nameOf, reasonsOf, titleOf, subjectOf } from '../apply/about';
import { QuestionField } from '../apply/field';
import { formOf, type Form } from '../apply/form';
import { pairOf } from '../apply/pair';
import { ServicesPart } from '../apply/services';
import { typedAnswer } from '../apply/typed';
import { basketFields, basketHref, basketName, basketOf } from '../basket/asked';
import { notFound } from '../errors';
import { day, say, sentences } from '../text';
import { Button, ErrorSummary, Notice, page, Why } from '../ui';
import type { Env, Visit } from '../visit';
import { beforeOf } from './figures';
import { BeforeFacts } from './section';
import { saidFields, saidIn, verdictOf, walk, without, type Said, type Verdict, type Walk } from './walk';

type At = { c: Context<Env>; v: Visit; basket: Basket; journey: string | null; said: Said; now: Walk };

export const eligibilityRoutes = (product: Product): Hono<Env> => {
  const app = new Hono<Env>();

  app.get('/eligibility', (c) => {
    const basket = basketOf(c.var.visit.law, c.req.queries('journey') ?? [], c.req.queries('service') ?? []);
    return basket ? show(c, basket, { answers: {}, passed: [] }) : notFound(c);
  });

  app.post('/eligibility', async (c) => {
    const { law } = c.var.visit;
    const form = await formOf(c);
    const basket = basketOf(law, form.all('journey'), form.all('service'));
    if (!basket) return notFound(c);
    const said = saidIn(law, basket, form.names, form.text, form.all('passed'));
    if (form.text('again')) return show(c, basket, without(said, form.text('again')));
    const on = form.text('on');
    if (!on) return show(c, basket, said);
    if (form.text('do') === 'back') return show(c, basket, without(said, Object.keys(said.answers).at(-1) ?? ''));
    if (form.text('do') === 'skip') return show(c, basket, { ...said, passed: [...said.passed, on] });
    return answered(c, basket, said, on, form);
  });

  /** Somebody signed in takes her answers along; the application asks only the rest. */
  app.post('/eligibility/start', async (c) => {
    const v = c.var.visit;
    const form = await formOf(c);
    const basket = basketOf(v.law, form.all('journey'), form.all('service'));
    if (!basket) return notFound(c);
    const who = await v.who();
    if (who?.kind !== 'person') return c.redirect(basketHref('/apply/new', basket), 303);
    const { answers } = saidIn(v.law, basket, form.names, form.text, []);
    return c.redirect(`/apply/${await startDraft(product, who, basket, v.division, { answers })}`, 303);
  });

  return app;
};

function answered(c: Context<Env>, basket: Basket, said: Said, on: string, form: Form) {
  const { law, today, t } = c.var.visit;
  const { prepared } = walk(law, basket, said, today);
  if (!prepared.datum(on) && !prepared.choices.has(on)) return show(c, basket, said);
  const typed = typedAnswer(form, prepared, on);
  if (!('raw' in typed)) return show(c, basket, said, { on, form, message: 'conflict' in typed ? t.apply.both : typed.wrong === 'money' ? t.apply.moneyWrong : t.apply.chooseOne });
  const parsed = parseAnswer(prepared, on, typed.raw);
  if ('refused' in parsed) return show(c, basket, said, { on, form, message: say(t, parsed.refused) });
  return show(c, basket, { answers: { ...said.answers, [on]: parsed.value }, passed: said.passed });
}

type Wrong = { on: string; form: Form; message: string };

function show(c: Context<Env>, basket: Basket, said: Said, wrong?: Wrong) {
  const v = c.var.visit;
  const now = walk(v.law, basket, said, v.today);
  const x: At = { c, v, basket, journey: 'journey' in basket ? basket.journey : null, said, now };
  // What was said here is nobody's but hers.
  c.header('Cache-Control', 'no-store');
  const on = wrong?.on ?? now.next;
  return on === null ? resultPage(x) : questionPage(x, on, wrong);
}

const Carried = ({ basket, said }: Pick<At, 'basket' | 'said'>) => (
  <>
    {[...basketFields(basket), ...saidFields(said)].map(([name, value]) => (
      <input type="hidden" name={name} value={value} />
    ))}
  </>
);

function questionPage(x: At, concept: string, wrong?: Wrong) {
  const { c, v, journey, now, said } = x;
  const { t } = v;
  const title = titleOf(v, journey, now.prepared, concept);
  const datum = now.prepared.datum(concept)?.datum;
  const example = datum?.example && t.apply.example(datum.type === 'date' ? day(t, datum.example) : datum.example);
  const hint = [datum?.hint && say(t, datum.hint), example].filter(Boolean).join(t.joins.sentence);
  const steps = now.prepared.steps.filter((s) => now.situation.states.get(s.id)!.open.some((o) => o.state.askable.includes(concept))).map((s) => s.id);
  const reasons = reasonsOf(v, journey, now.prepared, steps, concept);
  const pair = pairOf(v, journey, now.situation, concept);
  return page(
    c,
    { title, wrong: wrong !== undefined, islands: ['filter'], styles: ['apply'] },
    <>
      <p class="muted">
        {t.before.checkTitle(basketName(v, x.basket))} · {t.before.left(now.left)}
      </p>
      <ErrorSummary t={t} errors={wrong ? [{ field: concept, message: wrong.message }] : []} />
      <form method="post" action="/eligibility" novalidate>
        <Carried {...x} />
        <input type="hidden" name="on" value={concept} />
        <QuestionField
          s={v}
          prepared={now.prepared}
          journey={journey}
          concept={concept}
          saved={undefined}
          typed={wrong ? wrong.form.text : null}
          mayBeAbsent={mayBeNone(now.prepared, concept)}
          asked={{
            t,
            id: concept,
            heading: true,
            label: title,
            hint: hint || undefined,
            error: wrong?.message,
            why: (
              <Why
                t={t}
                reason={sentences(t, reasons.decides.length > 0 && t.apply.decides(reasons.decides.join(t.joins.quoted)), pair?.text) || undefined}
                neededBy={[]}
                source={pair?.source ?? reasons.source}
              />
            ),
          }}
        />
        <p class="row">
          <Button kind="primary">{t.before.see}</Button>
          <Button name="do" value="skip">
            {t.before.skip}
          </Button>
          {Object.keys(said.answers).length > 0 && (
            <Button name="do" value="back">
              {t.before.previous}
            </Button>
          )}
        </p>
      </form>
      <p class="note muted">{t.before.checkLead}</p>
    </>,
    wrong ? 422 : 200,
  );
}

async function resultPage(x: At) {
  const { c, v, basket, journey, now, said } = x;
  const { t } = v;
  const compiled = compileLaw(v.law, basket, said.answers, { ...nothingKnown, registers: v.product.connected }, v.today);
  const verdict = verdictOf(now);
  const title = t.before.checkTitle(basketName(v, basket));
  const possible = verdict.can.length + verdict.clerk.length + verdict.open.length > 0;
  const who = possible && v.token !== null ? await v.who() : null;
  return page(
    c,
    { title, styles: ['apply'] },
    <>
      <h1>{title}</h1>
      <Notice tone={possible ? (verdict.cannot.length > 0 ? 'warning' : 'good') : 'warning'} live>
        {headline(v, verdict).map((sentence, i) => (
          <p class={i === 0 ? 'notice-title' : undefined}>{sentence}</p>
        ))}
        <p class="muted">{t.before.notPromise}</p>
      </Notice>
      <ServicesPart v={v} journey={journey} compiled={compiled} from={instantOf(v.product)} />
      <Answers {...x} />
      {possible && (
        <section>
          <h2>{t.before.title}</h2>
          <BeforeFacts v={v} before={beforeOf(v, compiled)} basis={t.before.byAnswers} />
          <form method="post" action={who?.kind === 'person' ? '/eligibility/start' : '/apply'}>
            {who?.kind === 'person' ? <Carried {...x} /> : basketFields(basket).map(([name, value]) => <input type="hidden" name={name} value={value} />)}
            <Button kind="primary" icon="next">
              {who?.kind === 'person' ? t.before.withAnswers : t.before.withoutAnswers}
            </Button>
          </form>
          {who?.kind !== 'person' && <p class="note muted">{t.before.withoutAnswersNote}</p>}
        </section>
      )}
    </>,
  );
}

function headline({ t }: Visit, { can, clerk, cannot, open }: Verdict): string[] {
  const n = can.length + clerk.length;
  const said = t.before.verdict;
  const first =
    n > 0 ? (cannot.length > 0 ? said.some(n, cannot.length) : clerk.length > 0 ? said.clerk(clerk.length) : said.all(n)) : cannot.length > 0 ? said.none : open.length > 0 ? '' : said.nothing;
  return [first, cannot.length > 0 && clerk.length > 0 ? said.clerk(clerk.length) : '', open.length > 0 ? said.open(open.length) : ''].filter(Boolean);
}

const Answers = (x: At) => {
  const { v, said, journey, now } = x;
  const { t } = v;
  const all = [...Object.keys(said.answers), ...said.passed];
  if (all.length === 0) return null;
  return (
    <section>
      <h2>{t.before.yourAnswers}</h2>
      <form method="post" action="/eligibility">
        <Carried {...x} />
        <dl class="summary">
          {all.map((concept) => (
            <div class="summary-row">
              <dt>{subjectOf(concept) === 'choice' ? nameOf(v, journey, concept) : askOf(v, journey, now.prepared, concept)}</dt>
              <dd>{concept in said.answers ? inWords(x, concept) : <span class="muted">{t.before.skipped}</span>}</dd>
              <dd class="summary-change">
                <Button kind="plain" name="again" value={concept} label={t.before.againWhat(nameOf(v, journey, concept))}>
                  {t.before.again}
                </Button>
              </dd>
            </div>
          ))}
        </dl>
      </form>
    </section>
  );
};

function inWords({ v, said, journey, now }: At, concept: string): string {
  const value = said.answers[concept]!;
  const option = choiceOf(v, journey, concept)?.options?.find((o) => o.value === value)?.label;
  return option ?? say(v.t, shown(v.law, now.prepared, concept, value));
}
