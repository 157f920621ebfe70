/** How far the money has come: a bar in which each step lies within the one before it, and the same as a table. */
import { type Account, availableIn, type Fen, percent, perMille } from '../../core/ledger';
import { Table } from '../ui';
import type { Visit } from '../visit';
import { amount } from './amount';

const steps = ['intended', 'credited', 'drawn', 'repaid'] as const;
const width = 600;

export const Money = ({ v: { t }, id, account }: { v: Visit; id: string; account: Account }) => {
  const words = t.agreements;
  const rows = steps.map((s, i) => {
    const of = i === 0 ? null : percent(account[s], account[steps[i - 1]!]);
    return [words.moneyKinds[s], amount(t, account[s]), i === 0 ? '' : of === null ? '–' : `${of} %`];
  });
  return (
    <div class="money">
      <figure>
        <svg class="money-bar" viewBox={`0 0 ${width} 40`} width={width} height="40" role="img" aria-label={words.bar(amount(t, account.intended), amount(t, account.credited), amount(t, account.drawn), amount(t, account.repaid))}>
          {steps.map((s, i) => (
            <rect class={`money-${s}`} x="0" y={i * 5} width={length(account[s], whole(account))} height={40 - i * 10} rx="3" />
          ))}
        </svg>
      </figure>
      <Table id={`money-${id}`} caption={words.money} columns={[{ label: words.moneyStep }, { label: words.amount, number: true }, { label: words.share, number: true }]} rows={rows} />
      {account.credited > 0n && <p class="muted">{words.openCredit(amount(t, availableIn(account)))}</p>}
    </div>
  );
};

/** The longest step is the whole bar: credit may stand above intent where an entry says why. */
const whole = (a: Account): Fen => (a.intended > a.credited ? a.intended : a.credited);
const length = (part: Fen, of: Fen): number => ((perMille(part, of) ?? 0) * width) / 1000;
