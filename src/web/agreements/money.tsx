/** How far the money has come: a bar in which each step lies within the one before it, and the same as a table. */
import { type Account, availableIn, type Fen, percent, perMille } from '../../core/ledger';
import { sentences } from '../text';
import { Table } from '../ui';
import type { Visit } from '../visit';
import { amount } from './amount';

const steps = ['intended', 'credited', 'drawn', 'repaid'] as const;
const [width, height, inset] = [600, 96, 12];

export const Money = ({ v: { t }, id, account }: { v: Visit; id: string; account: Account }) => {
  const words = t.agreements;
  const rows = steps.map((s, i) => {
    const of = i === 0 ? null : percent(account[s], account[steps[i - 1]!]);
    return [words.moneyKinds[s], amount(t, account[s]), i === 0 ? '' : of === null ? '–' : `${of} %`];
  });
  return (
    <div class="money">
      <figure>
        <svg
          class="money-bar"
          viewBox={`0 0 ${width} ${height}`}
          width={width}
          height={height}
          role="img"
          aria-label={words.bar(amount(t, account.intended), amount(t, account.credited), amount(t, account.drawn), amount(t, account.repaid))}
        >
          {steps.map((s, i) => (
            <rect class={`money-${s}`} x="0" y={i * inset} width={length(account[s], whole(account))} height={height - 2 * i * inset} rx="3" />
          ))}
        </svg>
      </figure>
      <Table id={`money-${id}`} caption={words.money} columns={[{ label: words.moneyStep }, { label: words.amount, number: true }, { label: words.share, number: true }]} rows={rows} />
      <p class="muted money-note">{sentences(t, account.credited > 0n && words.openCredit(amount(t, availableIn(account))), account.repaid === 0n && words.zeroNote)}</p>
    </div>
  );
};

/** The longest step is the whole bar: credit may stand above intent where an entry says why. */
function whole(a: Account): Fen {
  if (a.credited > a.intended) return a.credited;
  return a.intended;
}
const length = (part: Fen, of: Fen): number => ((perMille(part, of) ?? 0) * width) / 1000;
