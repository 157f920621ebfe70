/** Agreement → commitment → task, with what is counted but not named shown as that. */
import { type Agreement, type Commitment, parseAmount } from '../../core/ledger';
import { say } from '../text';
import type { Visit } from '../visit';
import { amount } from './amount';
import { Cite } from './cite';
import { Names } from './open-list';
import { Owners, StrengthTag, Tasks } from './tasks';

export const Tree = ({ v, a }: { v: Visit; a: Agreement }) => {
  const { t } = v;
  const unnamed = a.commitments.filter((c) => c.unnamed).length;
  return (
    <>
      <p class="tree-title">
        <b>{t.agreements.tree}</b>
        {t.joins.colon}
        {a.formula && (
          <>
            {a.formula.text}
            <Cite source={a.formula.source} />
            {t.joins.comma}
          </>
        )}
        {t.agreements.all(a.commitments.length, unnamed)}
      </p>
      {a.parts ? (
        <ul class="tree">
          {a.parts.map((p) => (
            <li>
              <b>
                {p.count !== undefined && `${p.count} · `}
                {say(t, p.name)}
              </b>
              <Cite source={p.source} />
              <Commitments v={v} a={a} of={a.commitments.filter((c) => c.part === p.id)} />
            </li>
          ))}
        </ul>
      ) : (
        <Commitments v={v} a={a} of={a.commitments} />
      )}
    </>
  );
};

const Commitments = ({ v, a, of }: { v: Visit; a: Agreement; of: readonly Commitment[] }) => (
  <ul class="tree">
    {of.map((c) => (
      <li class={c.unnamed ? 'unnamed' : undefined} id={`${a.id}.${c.id}`}>
        <CommitmentLine v={v} a={a} c={c} />
        {c.tasks && <Tasks v={v} of={a} from={a.signed} tasks={c.tasks} />}
      </li>
    ))}
  </ul>
);

const CommitmentLine = ({ v, a, c }: { v: Visit; a: Agreement; c: Commitment }) => {
  const { t } = v;
  const fen = c.amount === undefined ? null : parseAmount(c.amount);
  return (
    <>
      {c.name ? say(t, c.name) : t.agreements.unnamed} {fen !== null && <b class="nowrap">{amount(t, fen)}</b>} <StrengthTag v={v} strength={c.strength} />
      <Cite source={c.source} />
      {c.names && (
        <>
          {' '}
          <Names v={v} list={c.names} />
        </>
      )}
      <span class="from">
        <Owners v={v} of={a} ids={c.owners} />
      </span>
    </>
  );
};
