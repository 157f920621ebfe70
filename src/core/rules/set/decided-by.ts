/**
 * Which row of a table and which parameters took part in what a rule came to, in the order they were read: an account names them with
 * their place and source. Rows that did not hold are not in it, nor is what is still open.
 */
import { evaluate, holds, type Facts, type Known } from '../evaluate';
import type { Expression } from '../expression';
import { rowTest, type Definition, type Definitions, type Table } from './definition';
import { expand, meaningOf, namesIn } from './expand';
import { substitute } from './substitute';

/** `value` of a parameter or of the outcome; `path` is its place in the file of the rule. */
export type Decider = { kind: 'parameter' | 'row' | 'else'; rule: string; value: Known | undefined; file: string; path: (string | number)[]; source: string | null };

type Rules = { definitions: Definitions; bodies: { get(name: string): Expression | undefined } };
const most = 40;

/** @param e a line as it is written, before anything is put in. */
export function decidedBy(e: Expression, rules: Rules, facts: Facts): Decider[] {
  const out = new Map<string, Decider>();
  const plain = (x: Expression) => expand(x, (name) => meaningOf(name, rules.bodies, rules.definitions));
  const add = (d: Decider) => void (out.size < most && out.set(`${d.rule} ${d.path.join('/')}`, d));
  const visit = (x: Expression, depth: number): void => {
    if (depth > most) return;
    namesIn(x, (name, use) => {
      const d = rules.definitions.get(name);
      if (d) named(d, use.kind === 'invoke' ? use.args : [], depth);
    });
  };
  const named = (d: Definition, args: readonly Expression[], depth: number): void => {
    const given = new Map(d.args.map((a, i) => [a.id, args[i]!] as const));
    const here = (x: Expression) => substitute(x, given);
    if (d.kind === 'parameter') add({ kind: 'parameter', rule: d.name, value: evaluate(d.body, facts), file: d.file, path: d.path, source: d.source });
    else if (!d.table) visit(here(d.body), depth + 1);
    else rowsOf(d, d.table, here, depth);
  };
  const rowsOf = (d: Definition, table: Table, here: (x: Expression) => Expression, depth: number): void => {
    for (const row of table.rows) {
      const test = here(rowTest(table, row));
      const held = holds(plain(test), facts);
      // Collecting reads every row; the others stop at the first that holds, and at one that is still open.
      if (held === true) {
        visit(test, depth + 1);
        const gives = row.gives && here(row.gives);
        add({ kind: 'row', rule: d.name, value: gives ? evaluate(plain(gives), facts) : true, file: d.file, path: row.path, source: row.source });
        if (gives) visit(gives, depth + 1);
      }
      if (held !== false && table.hit !== 'collect') return;
    }
    if (table.hit === 'collect' || !table.otherwise) return;
    const otherwise = here(table.otherwise);
    add({ kind: 'else', rule: d.name, value: evaluate(plain(otherwise), facts), file: d.file, path: [...d.path, 'table', 'else'], source: d.source });
  };
  visit(e, 0);
  return [...out.values()];
}
