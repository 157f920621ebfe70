/** Why the book refuses an entry: a code, what is wrong with which numbers, and what to do instead, in both languages. */
import type { Entry } from './entry';
import type { Fen } from './fen';

export type Refusal = { code: string; zh: string; en: string };

const yuan = (fen: Fen): string => {
  const sign = fen < 0n ? '-' : '';
  const digits = `${fen < 0n ? -fen : fen}`.padStart(3, '0');
  const cents = digits.slice(-2);
  return `${sign}${digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ',')}${cents === '00' ? '' : `.${cents}`}`;
};
const refusal = (code: string, zh: string, en: string): Refusal => ({ code, zh, en });

export const refusals = {
  notPositive: (e: Entry) =>
    refusal(
      'YJ821',
      `${e.ref} 的金额是 ${yuan(e.amount)} 元；金额要大于零，退回的钱记作 repaid 或 cancelled`,
      `the amount of ${e.ref} is ${yuan(e.amount)} yuan; give more than zero, and enter money taken back as repaid or cancelled`,
    ),
  mixed: (e: Entry, currency: string) =>
    refusal(
      'YJ822',
      `${e.ref} 用 ${e.currency}，这本账用 ${currency}；一份协议只记一种货币，另一种货币另立协议`,
      `${e.ref} is in ${e.currency}, the account in ${currency}; keep one currency to an agreement, and another agreement for the other currency`,
    ),
  reversed: (e: Entry, before: string | undefined) =>
    e.at > e.recorded
      ? refusal(
          'YJ824',
          `${e.ref} 的生效日 ${e.at} 晚于登记日 ${e.recorded}；先发生后登记，改正其中一个日期`,
          `${e.ref} took effect on ${e.at}, after it was recorded on ${e.recorded}; correct one of the dates`,
        )
      : refusal(
          'YJ824',
          `${e.ref} 的日期 ${e.recorded} 早于前一笔的 ${before}；新的一笔写在最后，补记的写明 recorded`,
          `${e.ref} is dated ${e.recorded}, before the entry above it (${before}); add entries at the end, and give recorded for one entered late`,
        ),
  twice: (e: Entry) => refusal('YJ825', `编号 ${e.ref} 已经记过一笔；删去重复的，或换一个编号`, `the reference ${e.ref} is entered already; remove the repetition, or give it a reference of its own`),
  noLine: (e: Entry, line: string, lines: readonly string[]) =>
    refusal(
      'YJ826',
      `${e.ref} 所指的授信“${line}”当时不存在${lines.length ? `；有 ${lines.join('、')}` : ''}；先记 credited，再用它的编号`,
      `${e.ref} names the credit line "${line}", which was not there${lines.length ? `; there is ${lines.join(', ')}` : ''}; enter credited first and use its reference`,
    ),
  aboveIntent: (e: Entry, free: Fen) =>
    refusal(
      'YJ827',
      `${e.ref} 授信 ${yuan(e.amount)} 元，超过尚余意向 ${yuan(free)} 元；先记一笔 intended 增加意向，或用 over 写明理由`,
      `${e.ref} credits ${yuan(e.amount)} yuan, above the ${yuan(free)} still intended; enter an intended amendment first, or say why in over`,
    ),
  aboveCredit: (e: Entry, free: Fen) =>
    refusal(
      'YJ828',
      `${e.ref} 提款 ${yuan(e.amount)} 元，超过可用授信 ${yuan(free)} 元；改正金额，或先记增加的授信`,
      `${e.ref} draws ${yuan(e.amount)} yuan, above the ${yuan(free)} available; correct the amount, or enter more credit first`,
    ),
  aboveDrawn: (e: Entry, owed: Fen) =>
    refusal(
      'YJ829',
      `${e.ref} 还款 ${yuan(e.amount)} 元，超过未还的 ${yuan(owed)} 元；改正金额，或先记提款`,
      `${e.ref} repays ${yuan(e.amount)} yuan, above the ${yuan(owed)} outstanding; correct the amount, or enter the drawing first`,
    ),
  notFree: (e: Entry, free: Fen) =>
    refusal(
      'YJ830',
      `${e.ref} 取消 ${yuan(e.amount)} 元，没有动用的只有 ${yuan(free)} 元；改正金额`,
      `${e.ref} cancels ${yuan(e.amount)} yuan, but only ${yuan(free)} is not yet taken up; correct the amount`,
    ),
  breaksLater: (e: Entry, later: Entry, why: Refusal) =>
    refusal(why.code, `补记 ${e.ref}（${e.at}）后，${later.at} 的 ${later.ref} 就不成立了：${why.zh}`, `with ${e.ref} entered as of ${e.at}, ${later.ref} of ${later.at} no longer holds: ${why.en}`),
};
