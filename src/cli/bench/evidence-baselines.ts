/** Two ways to choose documents without thinking ahead, for comparison: each office its own cheapest list, and one list after another, whatever adds least. Brought pieces only. */
import type { Problem, Use } from '../../core/journey';

type Bill = Map<string, { looked: number; kept: number; price: number }>;

export function cheapestEach(problem: Problem): number {
  const bill: Bill = new Map();
  for (const r of problem.requirements) add(bill, least(r.lists, new Map()));
  return total(bill);
}

export function greedy(problem: Problem): number {
  const bill: Bill = new Map();
  for (const r of problem.requirements) add(bill, least(r.lists, bill));
  return total(bill);
}

function least(lists: readonly (readonly Use[])[], before: Bill): readonly Use[] {
  const cost = (list: readonly Use[]) => {
    const bill: Bill = new Map([...before].map(([piece, b]) => [piece, { ...b }]));
    add(bill, list);
    return total(bill);
  };
  return lists.map((list) => ({ list, cost: cost(list) })).reduce((a, b) => (b.cost < a.cost ? b : a)).list;
}

function add(bill: Bill, list: readonly Use[]): void {
  for (const u of list) {
    const b = bill.get(u.piece) ?? { looked: 0, kept: 0, price: u.source.price ?? 0 };
    if (u.kept) b.kept += u.copies;
    else b.looked = Math.max(b.looked, u.copies);
    bill.set(u.piece, b);
  }
}

const total = (bill: Bill) => [...bill.values()].reduce((n, b) => n + b.price * (b.looked + b.kept), 0);
