/** Reads the money of a tree of agreements into its book. An entry with any fault is left out whole; the rest is still tried. */
import { percentOfShares } from './shares';
import type { Entry } from './entry';
import { type Book, emptyBook, postAll } from './book';
import type { DeclaredAgreement } from './declare/agreement';
import type { DeclaredEntry } from './declare/entry';
import { type Fen, parseFen } from './fen';
import { below, ensureParties, type Say } from './say';

/** @param tree the agreement at the top first, then those under it. */
export function readMoney(tree: readonly DeclaredAgreement[], sayFor: (id: string) => Say): Book {
  const written: { entry: Entry; say: Say; order: number }[] = [];
  tree.forEach((a, place) => {
    const say = sayFor(a.id);
    a.money?.forEach((e, i) => {
      const entry = parsed(a, e, below(say, ['money', i]));
      if (entry) written.push({ entry, say: below(say, ['money', i]), order: place });
    });
    checkWritten(a, say);
  });
  // Each file is append-only; between files the day of recording decides, and of one day the agreement above comes first.
  const merged =
    tree.length === 1
      ? written
      : written.map((w, i) => ({ ...w, i })).sort((a, b) => (a.entry.recorded < b.entry.recorded ? -1 : a.entry.recorded > b.entry.recorded ? 1 : a.order - b.order || a.i - b.i));
  const { book, refused } = postAll(
    emptyBook(),
    merged.map((w) => w.entry),
  );
  for (const { entry, refusal } of refused) merged.find((w) => w.entry === entry)!.say(refusal.code, [], refusal.zh, refusal.en);
  for (const a of tree) checkAmounts(a, book, sayFor(a.id));
  return book;
}

function parsed(a: DeclaredAgreement, e: DeclaredEntry, say: Say): Entry | null {
  let sound = true;
  const wrong = (...args: Parameters<Say>) => {
    sound = false;
    say(...args);
  };
  const amount = fenAt(e.amount, ['amount'], wrong);
  const { currency = 'CNY', recorded = e.at, ref, at } = e;
  if (!/^[A-Z]{3}$/.test(currency)) wrong('YJ823', ['currency'], `“${currency}”不是货币代码；用三个大写字母，例如 CNY`, `"${currency}" is no currency code; use three capitals such as CNY`);
  if (at < a.signed)
    wrong('YJ831', ['at'], `${ref} 在 ${at} 生效，早于签约日 ${a.signed}；改正其中一个日期`, `${ref} took effect on ${at}, before the signing on ${a.signed}; correct one of the dates`);
  if (e.kind === 'intended' && a.under)
    wrong('YJ832', ['kind'], `意向写在上一级“${a.under}”里；这里再写就重复计算了，请移过去`, `intent stands in "${a.under}" above; here it would be counted twice, so move it there`);
  if (e.for !== undefined && !a.commitments.some((c) => c.id === e.for))
    wrong('YJ833', ['for'], `没有承诺“${e.for}”；有 ${a.commitments.map((c) => c.id).join('、')}`, `there is no commitment "${e.for}"; there is ${a.commitments.map((c) => c.id).join(', ')}`);
  if (e.kind === 'credited' && e.instrument !== undefined && a.instruments && !a.instruments.open && !a.instruments.items.some((i) => i.id === e.instrument))
    wrong(
      'YJ834',
      ['instrument'],
      `“${e.instrument}”不在协议的融资方式之中；改成已有的，或在 instruments 里写明`,
      `"${e.instrument}" is not among the agreement's instruments; use one of them, or declare it in instruments`,
    );
  const shares = e.kind === 'credited' ? percentOfShares(e.shares ?? [], ensureParties(a.parties, wrong), wrong) : [];
  if (!sound || amount === null) return null;
  const common = { ref, at, recorded, amount, currency, agreement: a.id, for: e.for };
  switch (e.kind) {
    case 'intended':
      return { kind: 'intended', ...common };
    case 'credited':
      return { kind: 'credited', instrument: e.instrument, revolving: e.revolving ?? false, shares, over: Boolean(e.over), ...common };
    case 'drawn':
    case 'repaid':
      return { kind: e.kind, line: e.line, ...common };
    case 'cancelled':
      return { kind: 'cancelled', line: e.line ?? null, over: Boolean(e.over), ...common };
    default:
      return never(e);
  }
}

const never = (_entry: never): null => null;

function fenAt(text: string, path: (string | number)[], say: Say): Fen | null {
  const fen = parseFen(text);
  if (fen === null) say('YJ820', path, `“${text}”不是整数分；一律写成分，例如 48 亿元写 480000000000`, `"${text}" is not whole fen; write every amount in fen, so 4.8 billion yuan is 480000000000`);
  return fen;
}

/** Of one file: dates of recording never go back, whatever stands in the files beside it. */
function checkWritten(a: DeclaredAgreement, say: Say): void {
  let last = '';
  a.money?.forEach((e, i) => {
    const recorded = e.recorded ?? e.at;
    if (recorded < last)
      say(
        'YJ824',
        ['money', i],
        `${e.ref} 的日期 ${recorded} 早于前一笔的 ${last}；新的一笔写在最后，补记的写明 recorded`,
        `${e.ref} is dated ${recorded}, before the entry above it (${last}); add entries at the end, and give recorded for one entered late`,
      );
    else last = recorded;
  });
}

/** An amount printed with a commitment and the money entered for it on the day of signing are one figure, written twice. */
function checkAmounts(a: DeclaredAgreement, book: Book, say: Say): void {
  for (const [i, c] of a.commitments.entries()) {
    if (c.amount === undefined) continue;
    const path = ['commitments', i, 'amount'];
    const amount = fenAt(c.amount, path, say);
    if (amount === null) continue;
    const entered = book.entries.filter((e) => e.agreement === a.id && e.for === c.id && e.at === a.signed && (e.kind === 'intended' || e.kind === 'credited'));
    const sum = entered.reduce((s, e) => s + e.amount, 0n);
    if (amount <= 0n) say('YJ821', path, '金额要大于零；没有金额就不写', 'an amount is more than zero; leave it out where there is none');
    else if (entered.length && sum !== amount)
      say(
        'YJ835',
        path,
        `承诺写 ${amount} 分，签约日的账上记 ${sum} 分；两处应相同，改正其中一处`,
        `the commitment says ${amount} fen, the entries of the day of signing ${sum}; they are one figure, so correct one of them`,
      );
  }
}
