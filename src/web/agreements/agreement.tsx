/** One agreement as printed: who, when, about what; its money; its tree; and the agreements signed under it. */
import { type Agreement, childrenOf, type Ledger, type Person, type Statement } from '../../core/ledger';
import { day, say } from '../text';
import { Facts, Tag } from '../ui';
import type { Visit } from '../visit';
import { Cite } from './cite';
import { Money } from './money';
import { Names } from './open-list';
import { Tree } from './tree';

export const AgreementPart = ({ v, ledger, a, level = 3 }: { v: Visit; ledger: Ledger; a: Agreement; level?: 3 | 4 }) => {
  const { t } = v;
  const words = t.agreements;
  const Heading = `h${level}` as 'h3';
  const account = a.under ? undefined : ledger.books.get(a.id)?.account;
  const beneath = childrenOf(ledger, a.id);
  return (
    <article class="agreement" id={a.id}>
      <Heading>{say(t, a.name)}</Heading>
      <p>
        <Tag>{words.kinds[a.kind]}</Tag> {words.signed} {day(t, a.signed)}
        <Cite source={a.source} />
      </p>
      <Facts rows={rowsOf(v, a)} />
      {account && account.currency !== null && <Money v={v} id={a.id} account={account} />}
      <Tree v={v} a={a} />
      {a.notes && (
        <ul class="plain muted">
          {a.notes.map((n) => (
            <li>
              <Said v={v} s={n} />
            </li>
          ))}
        </ul>
      )}
      {beneath.length > 0 && <p class="tree-title">{words.beneath}</p>}
      {beneath.map((b) => (
        <AgreementPart v={v} ledger={ledger} a={b} level={4} />
      ))}
    </article>
  );
};

function rowsOf(v: Visit, a: Agreement) {
  const words = v.t.agreements;
  const row = (label: string, value: unknown) => (value ? [{ label, value: value as never }] : []);
  return [
    ...row(words.purpose, <Said v={v} s={a.purpose} />),
    ...row(words.term, a.term && <Term v={v} a={a} />),
    ...row(words.parties, <People v={v} people={a.parties} />),
    ...row(words.present, a.present && <People v={v} people={a.present} />),
    ...row(words.witnesses, a.witnesses && <People v={v} people={a.witnesses} />),
    ...row(words.fields, a.fields && <Names v={v} list={a.fields} />),
    ...row(words.areas, a.areas && <Names v={v} list={a.areas} />),
    ...row(words.instruments, a.instruments && <Names v={v} list={a.instruments} />),
    ...row(words.advice, a.advice && <Said v={v} s={a.advice} />),
  ];
}

const Term = ({ v: { t }, a }: { v: Visit; a: Agreement }) => (
  <>
    {a.term && say(t, a.term.name)}
    <Cite source={a.term?.source} />
  </>
);

export const Said = ({ v: { t }, s }: { v: Visit; s: Statement }) => (
  <>
    {say(t, s)}
    <Cite source={s.source} />
    {s.doubt && (
      <span class="doubt">
        {t.agreements.doubt}
        {t.joins.colon}
        {say(t, s.doubt)}
      </span>
    )}
  </>
);

export const People = ({ v: { t }, people }: { v: Visit; people: readonly Person[] }) => (
  <ul class="plain">
    {people.map((p) => (
      <li>
        {[say(t, p.name), p.post && say(t, p.post), ...(p.did ?? []).map((d) => t.agreements.did[d])].filter(Boolean).join(t.joins.comma)}
        <Cite source={p.source} />
      </li>
    ))}
  </ul>
);
