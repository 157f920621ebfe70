/** Requests and answers side by side: two facts, each with its own source, and the time there is for an answer. */
import { dueOn, type Ledger, partiesOf, type Request, requestOn, type Statement } from '../../core/ledger';
import { day, labels, length, say } from '../text';
import { Facts, Icon, Illustrative, Tag } from '../ui';
import type { Visit } from '../visit';
import { People, Said } from './agreement';
import { Cite } from './cite';
import { StrengthTag, Tasks } from './tasks';

export const Requests = ({ v, ledger }: { v: Visit; ledger: Ledger }) => (
  <>
    {inOrder(ledger).map((r) => (
      <RequestPart v={v} r={r} ledger={ledger} />
    ))}
  </>
);

/** What was asked first, then what was promised, then who was met; each in order of date. */
const kinds = ['request', 'promise', 'meeting'] as const;
const inOrder = (ledger: Ledger): Request[] => kinds.flatMap((k) => [...ledger.requests.values()].filter((r) => r.kind === k));

const RequestPart = ({ v, r, ledger }: { v: Visit; r: Request; ledger: Ledger }) => {
  const { t } = v;
  const words = t.agreements;
  const status = requestOn(r).status;
  const inside = r.agreement === null ? undefined : ledger.agreements.get(r.agreement);
  return (
    <article class="request" id={r.key}>
      <h3>{say(t, r.name)}</h3>
      <p>
        <Tag tone={status === 'asked' ? 'warning' : status === 'held' ? 'plain' : 'good'}>
          <Icon name={status === 'asked' ? 'waiting' : 'done'} />
          {r.kind === 'promise' && status === 'held' ? words.promised : words.requestStates[status]}
        </Tag>{' '}
        {day(t, r.on)}
        {r.place && ` · ${say(t, r.place)}`}
        <Cite source={r.source} />
      </p>
      {inside && (
        <p class="muted">
          {words.inAgreement}
          <a href={`#${inside.id}`}>{say(t, inside.name)}</a>
        </p>
      )}
      {r.present && <Facts rows={[{ label: words.present, value: <People v={v} people={r.present} /> }]} />}
      {(r.asked || r.answer || r.promises) && (
        <div class="both">
          <div>
            <h4>{words.request}</h4>
            {r.asked ? <Asked v={v} r={r} asked={r.asked} /> : <p class="muted">{words.noRequest}</p>}
          </div>
          <div>
            <h4>{words.answer}</h4>
            <Answered v={v} r={r} />
          </div>
        </div>
      )}
      {r.intends && <Points v={v} title={words.intends(nameOf(v, r, r.intends.by))} points={r.intends.points} />}
      {r.outcome && <Points v={v} title={words.outcome} points={r.outcome} />}
      {r.facts && <Points v={v} title={words.facts} points={r.facts} />}
    </article>
  );
};

const nameOf = (v: Visit, r: Request, id: string): string =>
  labels(
    v.t,
    partiesOf(r, [id]).map((p) => p.name),
  );

const Asked = ({ v, r, asked }: { v: Visit; r: Request; asked: NonNullable<Request['asked']> }) => {
  const { t, product } = v;
  const words = t.agreements;
  const set = dueOn(product.calendar(), asked.at ?? r.on, r);
  return (
    <>
      <p class="muted">
        {words.from(nameOf(v, r, asked.by), nameOf(v, r, asked.of))}
        <Cite source={asked.source} />
      </p>
      <Points v={v} points={asked.points} />
      {asked.complete === false && <Tag tone="warning">{words.part}</Tag>}
      {asked.doubt && (
        <p class="doubt">
          {words.doubt}
          {t.joins.colon}
          {say(t, asked.doubt)}
        </p>
      )}
      {set && r.clock && (
        <p class="muted">
          {words.clock} {length(t, r.clock)}
          {set.illustrative && <Illustrative t={t} />}
          {' · '}
          {set.day ? `${words.due} ${day(t, set.day)}` : words.dueUnknown(set.day === null ? set.pending : '')}
        </p>
      )}
    </>
  );
};

const Answered = ({ v, r }: { v: Visit; r: Request }) => {
  const words = v.t.agreements;
  return (
    <>
      {r.answer && (
        <>
          <p class="muted">
            {words.by(nameOf(v, r, r.answer.by))}
            <Cite source={r.answer.source} />
          </p>
          <Points v={v} points={r.answer.points} />
        </>
      )}
      {r.asked && !r.answer && <p class="muted">{words.noAnswer}</p>}
      {r.promises && (
        <>
          <p>
            <b>{words.promises}</b>
          </p>
          <Tasks v={v} of={r} from={r.on} tasks={r.promises} />
        </>
      )}
    </>
  );
};

const Points = ({ v, title, points }: { v: Visit; title?: string; points: readonly Statement[] }) => (
  <>
    {title && <h4>{title}</h4>}
    <ul class="points">
      {points.map((s) => (
        <li>
          <StrengthTag v={v} strength={s.strength} /> <Said v={v} s={s} />
        </li>
      ))}
    </ul>
  </>
);
