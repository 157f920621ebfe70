/** A tiny invented ledger for tests: a framework of 1+2 with money, a credit under it, a request. Tests change one line of it. */
import type { Entry } from './entry';

export const framework = `id: frame
name: {zh: 框架, en: Framework}
kind: framework
signed: "2021-10-27"
term: {name: {zh: 五年, en: Five years}, from: "2021-01-01", to: "2025-12-31"}
purpose: {zh: 更新, en: Renewal}
parties:
  - {id: city, name: {zh: 市, en: City}, role: city}
  - {id: bank, name: {zh: 银行, en: Bank}, role: bank}
instruments: {open: false, items: [{id: loan, name: {zh: 贷款, en: Loan}}]}
formula: {text: 1+2}
parts:
  - {id: one, name: {zh: 一, en: One}, count: 1}
  - {id: two, name: {zh: 二, en: Two}, count: 2}
commitments:
  - {id: money, part: one, name: {zh: 融资, en: Finance}, owners: [bank], strength: intend, amount: "30000"}
  - id: work
    part: two
    name: {zh: 建设, en: Works}
    owners: [city]
    tasks:
      - {id: plan, name: {zh: 规划, en: Plan}, owners: [city], due: "2021-12-31", events: [{kind: assigned, at: "2021-11-01", to: [city]}, {kind: moved, at: "2021-12-01", due: "2022-01-31", why: {zh: 下雨, en: Rain}}]}
      - {id: build, name: {zh: 施工, en: Build}, owners: [city], asked: bank, clock: {wd: 5}}
  - {id: other, part: two, unnamed: true, owners: [city]}
money:
  - {at: "2021-10-27", kind: intended, amount: "30000", ref: intent, for: money}
requests:
  - id: deposits
    name: {zh: 存款, en: Deposits}
    kind: request
    on: "2021-10-27"
    asked: {by: bank, of: city, points: [{zh: 多存, en: Deposit more}]}
    clock: {wd: 15, illustrative: true}
`;

export const credit = `id: line
name: {zh: 授信, en: Credit}
kind: credit
under: frame
signed: "2021-10-28"
purpose: {zh: 项目, en: Project}
parties:
  - {id: group, name: {zh: 集团, en: Group}}
  - {id: bank, name: {zh: 银行, en: Bank}}
  - {id: second, name: {zh: 二行, en: Second bank}}
commitments:
  - {id: first, name: {zh: 首笔, en: First}, owners: [bank], amount: "4800"}
money:
  - {at: "2021-10-28", kind: credited, amount: "4800", ref: credit-1, for: first, shares: [{party: bank, share: "66.67"}, {party: second, share: "33.33"}]}
  - {at: "2021-12-01", kind: drawn, line: credit-1, amount: "1000", ref: draw-1}
  - {at: "2022-06-01", kind: repaid, line: credit-1, amount: "250", ref: repay-1}
`;

export const asking = `id: asking
name: {zh: 请求支持, en: Support}
kind: request
on: "2021-10-26"
parties:
  - {id: city, name: {zh: 市, en: City}}
  - {id: department, name: {zh: 厅, en: Department}}
asked: {by: city, of: department, points: [{zh: 支持, en: Support}]}
answer: {by: department, points: [{zh: 推动, en: Will push, strength: push}]}
promises:
  - {id: land, name: {zh: 土地, en: Land}, owners: [city]}
clock: {wd: 15, illustrative: true}
events:
  - {kind: reminded, at: "2021-11-01"}
`;

export const sampleFiles = (change: { frame?: [from: string, to: string]; line?: [from: string, to: string]; asking?: [from: string, to: string] } = {}): Map<string, string> => {
  const edited = (text: string, edit: [string, string] | undefined): string => {
    if (!edit) return text;
    if (!text.includes(edit[0])) throw new Error(`the sample has no ${edit[0]}`);
    return text.replace(edit[0], edit[1]);
  };
  return new Map([
    ['agreements/frame.yaml', edited(framework, change.frame)],
    ['agreements/line.yaml', edited(credit, change.line)],
    ['requests/asking.yaml', edited(asking, change.asking)],
  ]);
};

let made = 0;
/** An entry of a day, for the tests of the book. */
export const entryOf = (e: {
  kind: Entry['kind'];
  at?: string;
  recorded?: string;
  amount: bigint;
  ref?: string;
  line?: string | null;
  currency?: string;
  revolving?: boolean;
  over?: boolean;
}): Entry => {
  const { at = '2021-10-27', ref = `e${made++}`, currency = 'CNY' } = e;
  const common = { ref, at, recorded: e.recorded ?? at, amount: e.amount, currency };
  switch (e.kind) {
    case 'intended':
      return { kind: 'intended', ...common };
    case 'credited':
      return { kind: 'credited', revolving: e.revolving ?? false, shares: [], over: e.over ?? false, ...common };
    case 'drawn':
    case 'repaid':
      return { kind: e.kind, line: e.line ?? '', ...common };
    case 'cancelled':
      return { kind: 'cancelled', line: e.line ?? null, over: e.over ?? false, ...common };
  }
};
