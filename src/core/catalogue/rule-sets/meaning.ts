/** What the rules of a set come to: tables without gaps and overlaps, no question that never matters, no outcome out of reach. */
import { show, typed, type Expression, type RuleError } from '../../rules';
import { cover, type Definition, expand, mayBeAbsent, meaningOf, reading, rowTest, type Work } from '../../rules/set';
import type { InForce } from '../catalogue';
import { dayOf, domainIn, entitiesOf, type Say } from './of-set';
import { leafForm } from './leaf-form';
import { scopeIn, type Written } from './written';

/** Parts of rules that are looked at in one load, over all sets; what is beyond is left to the examples. */
const mostWork = 600_000;

type Place = { law: InForce; s: Written; d: Definition };
const setOf = ({ law, s, d }: Place) => {
  const rule = s.set.rules.find((r) => `${s.set.id}.${r.id}` === d.name);
  const domain = domainIn(law, s.set, rule?.args);
  const putIn = (e: Expression) =>
    leafForm(
      law,
      expand(e, (name) => meaningOf(name, law.rules.bodies, law.rules.definitions)),
      entitiesOf(s.set),
    );
  return { rule, domain, putIn };
};
const complain = (code: string, zh: string, en: string): RuleError => ({ error: true, code, at: 0, zh, en });

export function tableFindings(law: InForce, sets: readonly Written[], say: Say): void {
  const work: Work = { left: mostWork };
  for (const s of sets) for (const d of s.definitions) if (d.table && law.rules.bodies.has(d.name)) oneTable({ law, s, d }, say, work);
}

function oneTable(at: Place, say: Say, work: Work): void {
  const { law, s, d } = at;
  const table = d.table!;
  const { rule, domain, putIn } = setOf(at);
  const scope = scopeIn(law, s.set, rule?.args ?? []);
  const columns = table.columns.map((c, k) => {
    const e = putIn(c);
    return { e, name: typed(c, scope, 'any').gives, absent: mayBeAbsent(e, domain), text: rule?.table?.columns[k] ?? show(c) };
  });
  const rows = table.rows.map((r) => ({ ...r, tests: r.tests.map((t) => t && putIn(t)) }));
  const collect = table.hit === 'collect';
  // What collects adds to nothing where no row holds; the others must come to something.
  const gaps = table.otherwise === null && (!collect || table.collect === 'min' || table.collect === 'max');
  const tests = rows.map((r) => rowTest({ ...table, columns: columns.map((c) => c.e) }, r));
  const found = cover({ columns, rows, tests }, { gaps, overlaps: table.hit === 'unique', order: table.hit === 'first' }, dayOf(law), domain, work);
  const path = [...d.path, 'table'];
  if (found.gap !== null) say(d.file, [...path, 'rows'], complain('YJ420', `有缺口：没有一行说到 ${found.gap}；补一行，或写 else`, `a gap: no row speaks of ${found.gap}; add a row, or give else`));
  for (const o of found.overlaps)
    say(
      d.file,
      table.rows[o.second]!.path,
      complain('YJ421', `与第 ${o.first + 1} 行重叠：${o.witness} 两行都说到；改一行，或用 hit: first`, `overlaps row ${o.first + 1}: both speak of ${o.witness}; change one, or use hit: first`),
    );
  for (const i of found.unreached)
    say(d.file, table.rows[i]!.path, complain('YJ423', '走不到这一行：前面的行已经说尽；前移或删去', 'this row is never reached: the rows before it say it all; move it up or remove it'));
}

export function reachFindings(law: InForce, sets: readonly Written[], say: Say): void {
  const work: Work = { left: mostWork };
  for (const s of sets)
    for (const d of s.definitions) {
      const body = law.rules.bodies.get(d.name);
      if (!body || d.kind === 'parameter' || work.left < 0) continue;
      const at = { law, s, d };
      idleColumns(d, say);
      const { rule, domain, putIn } = setOf(at);
      const found = reading(putIn(body), d.gives.type === 'bool', dayOf(law), domain, work);
      const where = [...d.path, rule?.table ? 'table' : 'is'];
      if (found.idle.length)
        say(
          d.file,
          where,
          complain(
            'YJ422',
            `问了也没用：${found.idle.join('、')} 怎么答结果都一样；删去，或改条件`,
            `a question that never matters: whatever ${found.idle.join(', ')} is, the result is the same; remove it, or change the condition`,
          ),
        );
      if (found.constant !== null)
        say(
          d.file,
          where,
          complain('YJ423', `这条规则总是${found.constant ? '成立' : '不成立'}；改条件，或删去`, `this rule ${found.constant ? 'always' : 'never'} holds; change the condition, or remove it`),
        );
      for (const value of found.unreached) {
        // A table without else comes to nothing where no row holds; that no such case is left is what a table is for.
        if (value === null && d.table?.otherwise === null) continue;
        say(
          d.file,
          where,
          complain(
            'YJ423',
            `永远得不出 ${value === null ? 'absent' : value}；改条件，或删去这个结果`,
            `${value === null ? 'absent' : value} can never come out; change the condition, or remove this outcome`,
          ),
        );
      }
    }
}

/** A column in which every cell accepts anything asks for nothing. */
function idleColumns(d: Definition, say: Say): void {
  d.table?.columns.forEach((_, k) => {
    if (d.table!.rows.every((r) => r.tests[k] === null))
      say(d.file, [...d.path, 'table', 'columns', k], complain('YJ422', '这一列每格都是“-”，问了也没用；删去这一列', 'every cell of this column is "-", so it never matters; remove the column'));
  });
}
