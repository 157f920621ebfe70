/** /designer/what-if: connect a register, drop a document, merge two appearances – and what it does to every journey. Read only. */
import { Hono } from 'hono';
import type { Product } from '../../app/product';
import { tried } from '../../app/what-if';
import { actIds, counted, forbidden, type Change, type Outcome } from '../../core/journey';
import { scenarioTitle } from '../journey/scenarios';
import type { Room } from '../room';
import { only } from '../sign-in/only-for';
import { count, evidenceName, list, say } from '../text';
import { Button, Notice, page, SelectField, Table, to } from '../ui';
import type { Env, Visit } from '../visit';

export const whatIfRoutes: Room = (product) => {
  const app = new Hono<Env>();
  app.get('/designer/what-if', async (c) => {
    const who = await only(c, 'clerk');
    if (who instanceof Response) return who;
    const v = c.var.visit;
    const asked = { register: c.req.query('register') ?? '', evidence: c.req.query('evidence') ?? '', first: c.req.query('first') ?? '', second: c.req.query('second') ?? '' };
    return page(c, { title: v.t.whatIf.title, width: 'wide', trail: [{ href: '/designer', label: v.t.designer.title }] }, <WhatIf v={v} product={product} asked={asked} />);
  });
  return app;
};

type Asked = { register: string; evidence: string; first: string; second: string };

/** Null while nothing is chosen. */
function changeOf({ register, evidence, first, second }: Asked): Change | 'several' | null {
  const chosen = [register, evidence, first || second].filter((x) => x !== '');
  if (chosen.length === 0) return null;
  if (chosen.length > 1) return 'several';
  return register ? { register } : evidence ? { dropEvidence: evidence } : { mergeActs: [first, second] };
}

const WhatIf = ({ v, product, asked }: { v: Visit; product: Product; asked: Asked }) => {
  const { t } = v;
  const change = changeOf(asked);
  return (
    <>
      <h1>{t.whatIf.title}</h1>
      <p class="lead">{t.whatIf.lead}</p>
      <Chooser v={v} asked={asked} />
      {change === 'several' && <Notice tone="warning" title={t.whatIf.choose} />}
      {change !== null && change !== 'several' && <Told v={v} product={product} change={change} />}
    </>
  );
};

const Chooser = ({ v, asked }: { v: Visit; asked: Asked }) => {
  const { t, law } = v;
  const select = (name: keyof Asked, label: string, options: { value: string; label: string }[], hint?: string) => (
    <SelectField t={t} id={name} name={name} label={label} {...(hint && { hint })} value={asked[name]} groups={[{ label: '', options }]} />
  );
  const acts = actIds(law).map((id) => ({ value: id, label: actName(v, id) }));
  return (
    <form method="get" action="/designer/what-if" class="what-if">
      {select(
        'register',
        t.whatIf.register,
        [...law.registers.values()].map((r) => ({ value: r.id, label: say(t, r.name) })),
        t.whatIf.registerHint,
      )}
      {select(
        'evidence',
        t.whatIf.evidence,
        [...law.evidence.keys()].map((id) => ({ value: id, label: evidenceName(t, law, id) })).sort((a, b) => a.label.localeCompare(b.label, t.tag)),
      )}
      <fieldset class="field">
        <legend class="label">{t.whatIf.acts}</legend>
        {select('first', t.whatIf.first, acts)}
        {select('second', t.whatIf.second, acts)}
      </fieldset>
      <Button kind="primary">{t.whatIf.show}</Button>
    </form>
  );
};

function actName({ t, law }: Visit, id: string): string {
  const [service, act] = [id.slice(0, id.indexOf('.')), id.slice(id.indexOf('.') + 1)];
  const declared = law.services.get(service)!;
  const label = declared.acts?.find((a) => a.id === act)?.label;
  return `${say(t, declared.name)} – ${label ? say(t, label) : act}`;
}

const Told = ({ v, product, change }: { v: Visit; product: Product; change: Change }) => {
  const { t, law } = v;
  const outcomes = tried(product, change);
  if ('unknown' in outcomes) return <Notice tone="warning" title={outcomes.kind === 'act' ? t.whatIf.sameKind : t.whatIf.unknown} />;
  const moved = outcomes.filter((o) => counted.some((key) => count(o.before[key].after) !== count(o.after[key].after)));
  const against = forbidden(law, change);
  return (
    <section>
      {against.length > 0 && (
        <Notice tone="warning" title={t.whatIf.forbidden}>
          <p>
            {t.whatIf.forbiddenBody(
              list(
                t,
                against.map((f) => say(t, law.services.get(f.service)!.name)),
              ),
            )}
          </p>
        </Notice>
      )}
      {moved.length === 0 ? (
        <p role="status">{t.whatIf.nothing}</p>
      ) : (
        <Table
          id="what-if"
          caption={t.whatIf.result}
          columns={[{ label: t.whatIf.journey }, { label: t.whatIf.scenario }, ...counted.map((key) => ({ label: t.journey.numbers[key].name, number: true }))]}
          rows={moved.map((o) => [<JourneyLink v={v} o={o} />, scenarioTitle({ v, journey: law.journeys.get(o.journey)! }, o.scenario), ...counted.map((key) => move(v, o, key))])}
        />
      )}
      {moved.length > 0 && moved.length < outcomes.length && <p class="muted">{t.whatIf.unchanged(outcomes.length - moved.length)}</p>}
    </section>
  );
};

const JourneyLink = ({ v: { t, law }, o }: { v: Visit; o: Outcome }) => <a href={to('/journeys', o.journey, { scenario: o.scenario })}>{say(t, law.journeys.get(o.journey)!.name)}</a>;

const move = ({ t }: Visit, o: Outcome, key: (typeof counted)[number]): string => {
  const [before, after] = [count(o.before[key].after), count(o.after[key].after)];
  return before === after ? before : t.whatIf.from(before, after);
};
