/** Puts expressions where names stand. A variable of a quantifier that would catch a name of what is put in gets another name first. */
import { mapParts, parts, type Expression } from '../expression';

export function substitute(e: Expression, by: ReadonlyMap<string, Expression>): Expression {
  if (by.size === 0) return e;
  if (e.kind === 'concept') return by.get(e.id) ?? e;
  if ((e.kind === 'some' || e.kind === 'every' || e.kind === 'count') && e.variable !== null && e.test) {
    const caught = [...by.values()].some((x) => mentions(x, e.variable!));
    const variable = caught ? fresh(e.variable, [...by.values(), e.test]) : e.variable;
    const test = caught ? renamed(e.test, e.variable, variable) : e.test;
    return { ...e, variable, test: substitute(test, by) } as Expression;
  }
  return mapParts(e, (p) => substitute(p, by));
}

const prefix = (id: string) => id.slice(0, Math.max(id.indexOf('.'), 0));
const mentions = (e: Expression, variable: string): boolean =>
  (e.kind === 'concept' && prefix(e.id) === variable) || ((e.kind === 'some' || e.kind === 'every' || e.kind === 'count') && e.list === variable) || parts(e).some((p) => mentions(p, variable));

function fresh(variable: string, among: readonly Expression[]): string {
  for (let n = 2; ; n++) if (!among.some((e) => mentions(e, `${variable}${n}`))) return `${variable}${n}`;
}

/** `variable.datum` becomes `other.datum`, except under a quantifier that takes the name again. */
export function renamed(e: Expression, variable: string, other: string): Expression {
  if (e.kind === 'concept') return prefix(e.id) === variable ? { ...e, id: other + e.id.slice(variable.length) } : e;
  if ((e.kind === 'some' || e.kind === 'every' || e.kind === 'count') && e.variable === variable) return e;
  return mapParts(e, (p) => renamed(p, variable, other));
}
