/**
 * @module web/policies – `/policies`: which policies a firm qualifies for, why, and what is missing; what fits goes into the same list as any
 * service. Needs no sign-in and keeps nothing: facts are posted, matched and forgotten. Who is signed in may fetch her firm's registration.
 */
import { Hono, type Context } from 'hono';
import { businessesOf, knownBusiness, type KnownBusiness } from '../../app/policies';
import type { Related } from '../../app/ports/registers';
import type { Values } from '../../core/case';
import { matchPolicies, parseAnswer, policyBasket, policyQuestions, type Prepared } from '../../core/journey';
import { formOf, type Form } from '../apply/form';
import { typedAnswer } from '../apply/typed';
import { absent, declined } from '../apply/field';
import type { Room } from '../room';
import { conceptName, say, type Text } from '../text';
import { page } from '../ui';
import type { Env } from '../visit';
import { PoliciesPage } from './policies-page';

export type Wrong = { field: string; message: string };

export const policies: Room = (product) => {
  const app = new Hono<Env>();

  const show = async (c: Context<Env>, form: Form | null) => {
    const v = c.var.visit;
    const { t } = v;
    const prepared = policyBasket(v.law);
    const who = v.token === null ? null : await v.who();
    const person = who?.kind === 'person' ? who : null;
    const code = form?.text('business') ?? '';
    const businesses: Related[] = person ? await businessesOf(product, person) : [];
    const known: KnownBusiness | null = person && code ? await knownBusiness(product, person, code) : null;
    const said = form && prepared ? read(prepared, form, (concept, message) => `${conceptName(t, v.law, concept)}${t.joins.colon}${message}`, t) : { values: {}, wrong: [] };
    const facts: Values = { ...known?.facts, ...said.values };
    return page(
      c,
      { title: t.policies.title, description: t.policies.lead, trail: [], width: 'wide', wrong: said.wrong.length > 0 },
      <PoliciesPage
        v={v}
        prepared={prepared}
        questions={prepared ? policyQuestions(prepared) : []}
        matches={matchPolicies(v.law, facts, v.today)}
        facts={facts}
        form={form}
        wrong={said.wrong}
        person={person}
        businesses={businesses}
        known={known}
        asked={code}
      />,
      said.wrong.length > 0 ? 422 : 200,
    );
  };

  app.get('/policies', (c) => show(c, null));
  app.post('/policies', async (c) => show(c, await formOf(c)));
  return app;
};

/** What was filled in; an empty box and "I do not know" leave it open. */
function read(prepared: Prepared, form: Form, told: (concept: string, message: string) => string, t: Text): { values: Values; wrong: Wrong[] } {
  const values: Values = {};
  const wrong: Wrong[] = [];
  for (const concept of policyQuestions(prepared)) {
    const typed = typedAnswer(form, prepared, concept);
    if ('conflict' in typed) continue;
    if ('wrong' in typed) {
      if (form.text(concept).trim() !== '') wrong.push({ field: concept, message: told(concept, t.apply.moneyWrong) });
      continue;
    }
    const { raw } = typed;
    if (raw === '' || raw === null || typeof raw === 'object' || raw === absent || raw === declined) continue;
    const parsed = parseAnswer(prepared, concept, raw);
    if ('refused' in parsed) wrong.push({ field: concept, message: told(concept, say(t, parsed.refused)) });
    else values[concept] = parsed.value;
  }
  return { values, wrong };
}
