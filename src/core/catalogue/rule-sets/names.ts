/** What the city's rule sets are called and give, as their declarations say: known before any of them is read. */
import type { Macro, Name } from '../../rules';
import type { InForce } from '../catalogue';
import { nameOf } from '../names';

type Names = { names: ReadonlyMap<string, Name>; macros: ReadonlyMap<string, Macro> };
const cache = new WeakMap<InForce['ruleSets'], Names>();

/** Every parameter and rule as `set.rule`; those that take values are macros. */
export function ruleNames(law: InForce): Names {
  const before = cache.get(law.ruleSets);
  if (before) return before;
  const names = new Map<string, Name>();
  const macros = new Map<string, Macro>();
  for (const set of law.ruleSets.values()) {
    for (const p of set.parameters) names.set(`${set.id}.${p.id}`, nameOf(law, p));
    for (const r of set.rules)
      if (r.args.length === 0) names.set(`${set.id}.${r.id}`, nameOf(law, r));
      else macros.set(`${set.id}.${r.id}`, { args: r.args.map((a) => nameOf(law, a)), gives: nameOf(law, r) });
  }
  const found = { names, macros };
  cache.set(law.ruleSets, found);
  return found;
}
