/** What fits, what may fit, what does not; then the few facts that decide it. */
import type { KnownBusiness } from '../../app/policies';
import type { Person } from '../../app/ports/identity';
import type { Related } from '../../app/ports/registers';
import type { Values } from '../../core/case';
import type { PolicyMatch, Prepared } from '../../core/journey';
import type { Form } from '../apply/form';
import { dateOf } from '../apply/about';
import { conceptName, list, say } from '../text';
import { Button, ErrorSummary, LinkButton, Notice, SelectField, to } from '../ui';
import type { Visit } from '../visit';
import type { Wrong } from './index';
import { PolicyCard } from './policy-card';
import { PolicyField } from './policy-field';

export type PoliciesShown = {
  v: Visit;
  prepared: Prepared | null;
  questions: readonly string[];
  matches: readonly PolicyMatch[];
  facts: Values;
  form: Form | null;
  wrong: readonly Wrong[];
  person: Person | null;
  businesses: readonly Related[];
  known: KnownBusiness | null;
  /** The credit code asked for. */
  asked: string;
};

const groups = ['qualifies', 'needs', 'not'] as const;

export const PoliciesPage = (p: PoliciesShown) => {
  const { t } = p.v;
  return (
    <>
      <ErrorSummary t={t} errors={p.wrong} />
      <h1>{t.policies.title}</h1>
      <p class="lead">{p.prepared ? t.policies.lead : t.policies.empty}</p>
      {p.prepared && <Business {...p} />}
      {groups.map((state) => (
        <Group {...p} state={state} />
      ))}
      {p.prepared && <Facts {...p} prepared={p.prepared} />}
    </>
  );
};

const Group = ({ v, matches, state }: PoliciesShown & { state: (typeof groups)[number] }) => {
  const here = matches.filter((m) => m.state === state);
  if (here.length === 0 && state !== 'qualifies') return null;
  const { t } = v;
  return (
    <section>
      <h2>{t.policies[state]}</h2>
      {here.length === 0 ? (
        <p class="muted">{t.policies.none}</p>
      ) : (
        <ul class="cards">
          {here.map((m) => (
            <PolicyCard
              v={v}
              match={m}
              names={list(
                t,
                m.missing.map((c) => conceptName(t, v.law, c)),
              )}
            />
          ))}
        </ul>
      )}
    </section>
  );
};

/** Where what is known of the firm comes from, and how to let the register say it. */
const Business = ({ v, person, businesses, known, asked }: PoliciesShown) => {
  const { t } = v;
  if (!person)
    return (
      <p>
        <LinkButton href={to('/sign-in', undefined, { to: '/policies' })}>{t.policies.signIn}</LinkButton>
      </p>
    );
  if (known)
    return (
      <Notice tone="info">
        <p>{t.policies.read(known.name, known.asOf ? dateOf(v, known.asOf) : '')}</p>
      </Notice>
    );
  if (asked)
    return (
      <Notice tone="warning">
        <p>{t.policies.notYours}</p>
      </Notice>
    );
  if (businesses.length === 0) return null;
  return (
    <form method="post" action="/policies">
      <SelectField t={t} id="business" name="business" label={t.policies.business} groups={[{ label: '', options: businesses.map((b) => ({ value: b.key.value, label: b.name })) }]} />
      <Button>{t.policies.choose}</Button>
    </form>
  );
};

const Facts = ({ v, prepared, questions, facts, form, wrong, known }: PoliciesShown & { prepared: Prepared }) => {
  const { t } = v;
  return (
    <section>
      <h2>{t.policies.ask}</h2>
      <p class="hint">{t.policies.askHint}</p>
      <form method="post" action="/policies" novalidate>
        {known && <input type="hidden" name="business" value={known.creditCode} />}
        {questions
          .filter((c) => known?.facts[c] === undefined)
          .map((concept) => (
            <PolicyField
              t={t}
              datum={prepared.datum(concept)!.datum}
              codes={prepared.law.codes}
              concept={concept}
              typed={form?.text ?? (() => '')}
              value={facts[concept]}
              error={wrong.find((w) => w.field === concept)?.message}
              label={say(t, prepared.datum(concept)!.datum.ask ?? prepared.datum(concept)!.datum.label)}
            />
          ))}
        <Button kind="primary">{t.policies.match}</Button>
      </form>
    </section>
  );
};
