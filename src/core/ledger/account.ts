/**
 * The money of one agreement and of those made under it, in one currency: a fold of entries. At every moment
 *   0 ≤ repaid ≤ drawn ≤ credited for each line (a revolving line: drawn − repaid ≤ credited), and credited ≤ intended in all,
 * unless an entry says why credit stands above intent. `check` tells why an entry would break this; `apply` is only reached by those it lets in.
 */
import type { Entry } from './entry';
import type { Fen } from './fen';
import { type Refusal, refusals } from './refusal';

export type Line = { credited: Fen; drawn: Fen; repaid: Fen; revolving: boolean };
export type Account = { currency: string | null; intended: Fen; credited: Fen; drawn: Fen; repaid: Fen; lines: Map<string, Line> };

export const emptyAccount = (): Account => ({ currency: null, intended: 0n, credited: 0n, drawn: 0n, repaid: 0n, lines: new Map() });

/** Still owed. */
export const outstanding = (x: { drawn: Fen; repaid: Fen }): Fen => x.drawn - x.repaid;
/** May still be drawn. */
export const available = (l: Line): Fen => l.credited - used(l);
export const availableIn = (a: Account): Fen => [...a.lines.values()].reduce((sum, l) => sum + available(l), 0n);
const used = (l: Line): Fen => (l.revolving ? outstanding(l) : l.drawn);

/** Why this entry cannot follow, or null. Changes nothing. */
export function check(a: Account, e: Entry): Refusal | null {
  if (e.amount <= 0n) return refusals.notPositive(e);
  if (a.currency !== null && a.currency !== e.currency) return refusals.mixed(e, a.currency);
  switch (e.kind) {
    case 'intended':
      return null;
    case 'credited':
      return a.credited + e.amount > a.intended && !e.over ? refusals.aboveIntent(e, a.intended - a.credited) : null;
    case 'drawn': {
      const line = a.lines.get(e.line);
      if (!line) return refusals.noLine(e, e.line, [...a.lines.keys()]);
      return e.amount > available(line) ? refusals.aboveCredit(e, available(line)) : null;
    }
    case 'repaid': {
      const line = a.lines.get(e.line);
      if (!line) return refusals.noLine(e, e.line, [...a.lines.keys()]);
      return e.amount > outstanding(line) ? refusals.aboveDrawn(e, outstanding(line)) : null;
    }
    case 'cancelled': {
      if (e.line === null) {
        const free = e.over ? a.intended : a.intended > a.credited ? a.intended - a.credited : 0n;
        return e.amount > free ? refusals.notFree(e, free) : null;
      }
      const line = a.lines.get(e.line);
      if (!line) return refusals.noLine(e, e.line, [...a.lines.keys()]);
      return e.amount > available(line) ? refusals.notFree(e, available(line)) : null;
    }
    default:
      return never(e, null);
  }
}

/** Adds an entry that `check` lets in. The account is the fold's own while it runs; nobody else holds it yet. */
export function apply(a: Account, e: Entry): Account {
  a.currency = e.currency;
  switch (e.kind) {
    case 'intended':
      a.intended += e.amount;
      return a;
    case 'credited':
      a.credited += e.amount;
      a.lines.set(e.ref, { credited: e.amount, drawn: 0n, repaid: 0n, revolving: e.revolving });
      return a;
    case 'drawn':
      a.drawn += e.amount;
      a.lines.get(e.line)!.drawn += e.amount;
      return a;
    case 'repaid':
      a.repaid += e.amount;
      a.lines.get(e.line)!.repaid += e.amount;
      return a;
    case 'cancelled':
      if (e.line === null) a.intended -= e.amount;
      else {
        a.credited -= e.amount;
        a.lines.get(e.line)!.credited -= e.amount;
      }
      return a;
    default:
      return never(e, a);
  }
}

/** The type checker proves that no kind is forgotten. */
const never = <T>(_entry: never, unchanged: T): T => unchanged;

/** Every invariant that the account breaks; empty, always. Tests and `ledger check` ask. */
export function broken(a: Account): string[] {
  const out: string[] = [];
  const lines = [...a.lines];
  for (const [ref, l] of lines) {
    if (l.repaid < 0n || l.repaid > l.drawn) out.push(`${ref}: repaid ${l.repaid} of ${l.drawn} drawn`);
    if (used(l) > l.credited) out.push(`${ref}: drawn ${used(l)} of ${l.credited} credited`);
  }
  const sum = (of: (l: Line) => Fen) => lines.reduce((s, [, l]) => s + of(l), 0n);
  if (sum((l) => l.credited) !== a.credited || sum((l) => l.drawn) !== a.drawn || sum((l) => l.repaid) !== a.repaid) out.push('the lines do not sum to the account');
  if (a.intended < 0n || a.credited < 0n) out.push('below nothing');
  return out;
}
