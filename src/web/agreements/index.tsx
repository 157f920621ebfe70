/** @module web/agreements – `/agreements`: what the city signed, asked and was promised, how far the money has come, and what is late. */
import { Hono } from 'hono';
import { ledgerOf } from '../../app/agreements';
import { isCivilDay } from '../../core/catalogue';
import { type Ledger, rootsOf } from '../../core/ledger';
import type { Room } from '../room';
import { say } from '../text';
import { dateIn, Notice, page } from '../ui';
import type { Env, Visit } from '../visit';
import { AgreementPart } from './agreement';
import { History } from './history';
import { Late } from './late';
import { Requests } from './requests';

export const agreements: Room = (product) => {
  const app = new Hono<Env>();
  app.get('/agreements', (c) => {
    const v = c.var.visit;
    const words = v.t.agreements;
    const { ledger, findings } = ledgerOf(product);
    const props = { title: words.title, description: words.lead, trail: [], width: 'wide' as const };
    if (!ledger)
      return page(
        c,
        props,
        <>
          <h1>{words.title}</h1>
          <Notice tone="bad" title={words.broken}>
            <p>{words.brokenFix(findings.length)}</p>
          </Notice>
        </>,
        503,
      );
    const asked = dateIn(c.req.query(), 'day');
    const wrong = asked !== '' && !isCivilDay(asked);
    return page(c, { ...props, wrong }, <Body v={v} ledger={ledger} on={asked === '' || wrong ? v.today : asked} wrong={wrong} />, wrong ? 422 : 200);
  });
  return app;
};

const Body = ({ v, ledger, on, wrong }: { v: Visit; ledger: Ledger; on: string; wrong: boolean }) => {
  const { t } = v;
  const words = t.agreements;
  const roots = rootsOf(ledger);
  return (
    <>
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <nav aria-label={words.contents}>
        <ul class="links columns">
          {roots.map((a) => (
            <li>
              <a href={`#${a.id}`}>{say(t, a.name)}</a>
            </li>
          ))}
          {(['requests', 'late', 'history'] as const).map((id) => (
            <li>
              <a href={`#${id}`}>{words[id]}</a>
            </li>
          ))}
        </ul>
      </nav>
      <section aria-labelledby="agreements">
        <h2 id="agreements">{words.agreements}</h2>
        <p class="muted">{words.strengthNote}</p>
        {roots.map((a) => (
          <AgreementPart v={v} ledger={ledger} a={a} />
        ))}
      </section>
      <section aria-labelledby="requests">
        <h2 id="requests">{words.requests}</h2>
        <p class="muted">{words.requestsLead}</p>
        <Requests v={v} ledger={ledger} />
      </section>
      <Late v={v} ledger={ledger} on={on} wrong={wrong} />
      <section aria-labelledby="history">
        <h2 id="history">{words.history}</h2>
        <History v={v} ledger={ledger} />
      </section>
    </>
  );
};
