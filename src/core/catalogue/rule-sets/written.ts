/**
 * One rule set as it is written: every text of it read into an expression at its place. Names are still those of the set;
 * `qualified` makes them those of the city.
 */
import { isRuleError, mapParts, parse, type Expression, type Name, type RuleError, type Scope } from '../../rules';
import { cell, column, type Definition, operand, type Row, tableBody, type Table, type Words } from '../../rules/set';
import type { InForce } from '../catalogue';
import type { NamedRule, RuleSet } from '../declare/rule-set';
import { nameOf } from '../names';
import { scopeOf } from '../scope';

export type Path = (string | number)[];
/** An expression with the text it stands in and what it should give; a cell is told the type of its column by `of`. */
export type Piece = { e: Expression; path: Path; wanted: Name; scope: Scope; of: Piece | null; quoted: boolean };
export type Written = { set: RuleSet; file: string; definitions: Definition[]; pieces: Piece[]; faults: { path: Path; error: RuleError }[] };

const any: Name = { type: 'any' };
const yesOrNo: Name = { type: 'bool' };

/** What a rule of the set may name: the values it takes, the set's own rules by their bare names, and what any line may name. */
export function scopeIn(law: InForce, set: RuleSet, args: readonly { id: string; type: string }[]): Scope {
  const lists = new Set(Object.keys(set.subjects).filter((r) => law.subjects.get(r)?.many));
  const own = new Map<string, Name>(args.map((a) => [a.id, nameOf(law, a)]));
  const outer = scopeOf(law, new Map(Object.entries(set.subjects)), lists);
  return {
    ...outer,
    name: (id) => own.get(id) ?? (id.includes('.') ? outer.name(id) : outer.name(`${set.id}.${id}`)),
    macro: (name) => outer.macro?.(name.includes('.') ? name : `${set.id}.${name}`),
    names: function* () {
      yield* own.keys();
      for (const x of [...set.parameters, ...set.rules]) yield x.id;
      yield* outer.names();
    },
    macros: function* () {
      for (const r of set.rules) if (r.args.length) yield r.id;
      yield* outer.macros?.() ?? [];
    },
  };
}

export function written(law: InForce, set: RuleSet): Written {
  const file = `rules/${set.id}.yaml`;
  const out: Written = { set, file, definitions: [], pieces: [], faults: [] };
  const ids = new Set([...set.parameters, ...set.rules].map((x) => x.id));
  const source = (x: { source?: string | undefined }) => x.source ?? set.source ?? null;
  set.parameters.forEach((p, i) => {
    const path = ['parameters', i];
    const gives = nameOf(law, p);
    const scope = scopeIn(law, set, []);
    const e = take(out, operand(p.value, words(scope, gives, p.type)), [...path, 'value'], gives, scope);
    if (e && e.kind !== 'literal') fault(out, 'YJ412', [...path, 'value'], '参数只写一个值；要算的写进 rules', 'a parameter is one written value; what is worked out belongs under rules');
    else if (e) out.definitions.push({ name: `${set.id}.${p.id}`, kind: 'parameter', args: [], gives, body: e, table: null, file, path, source: source(p) });
  });
  set.rules.forEach((r, i) => {
    const path = ['rules', i];
    const gives = nameOf(law, r);
    const scope = scopeIn(law, set, r.args);
    const own = (e: Expression) => qualified(e, set.id, ids, new Set(r.args.map((a) => a.id)));
    const args = r.args.map((a) => ({ id: a.id, name: nameOf(law, a) }));
    const common = { name: `${set.id}.${r.id}`, args, gives, file, path, source: source(r) };
    if (r.is !== undefined) {
      const e = take(out, parse(r.is), [...path, 'is'], gives, scope, true);
      if (e) out.definitions.push({ ...common, kind: 'formula', body: own(e), table: null });
    }
    if (r.table !== undefined) {
      const before = out.faults.length;
      const table = tableOf(out, r, [...path, 'table'], gives, scope, source(r));
      if (table && out.faults.length === before) {
        const named = {
          ...table,
          columns: table.columns.map(own),
          rows: table.rows.map((x) => ({ ...x, tests: x.tests.map((t) => t && own(t)), gives: x.gives && own(x.gives) })),
          otherwise: table.otherwise && own(table.otherwise),
        };
        out.definitions.push({ ...common, kind: 'table', body: tableBody(named), table: named });
      }
    }
  });
  return out;
}

/** @param type as declared: where its list is missing, that alone is said. */
const words = (scope: Scope, name: Name, type = ''): Words => ({ codes: name.type === 'code' ? name.codes : type.startsWith('code<') ? [] : undefined, named: (id) => scope.name(id) !== undefined });

function take(out: Written, e: Expression | RuleError, path: Path, wanted: Name, scope: Scope, quoted = false, of: Piece | null = null): Expression | null {
  if (isRuleError(e)) {
    out.faults.push({ path, error: e });
    return null;
  }
  out.pieces.push({ e, path, wanted, scope, of, quoted });
  return e;
}

const fault = (out: Written, code: string, path: Path, zh: string, en: string) => void out.faults.push({ path, error: { error: true, code, at: 0, zh, en } });

function tableOf(out: Written, r: NamedRule, path: Path, gives: Name, scope: Scope, source: string | null): Table | null {
  const t = r.table!;
  collecting(out, t, path, gives);
  const columns: Expression[] = [];
  const columnPieces: (Piece | null)[] = t.columns.map((text, k) => {
    const e = take(out, parse(text), [...path, 'columns', k], any, scope, true);
    if (!e) return null;
    columns.push(e);
    return out.pieces[out.pieces.length - 1]!;
  });
  const rows = t.rows.map((row, i): Row => {
    const at = [...path, 'rows', i];
    if (row.when.length !== t.columns.length)
      fault(
        out,
        'YJ412',
        at,
        `这一行有 ${row.when.length} 格，表有 ${t.columns.length} 列；补齐，任意写 "-"`,
        `this row has ${row.when.length} cells, the table ${t.columns.length} columns; complete it, "-" accepts anything`,
      );
    const tests = row.when.slice(0, t.columns.length).map((text, k) => {
      const piece = columnPieces[k];
      const name = piece?.e.kind === 'concept' ? scope.name(piece.e.id) : piece?.e.kind === 'invoke' ? scope.macro?.(piece.e.name)?.gives : undefined;
      const test = cell(text, words(scope, name ?? any));
      return test === null ? null : take(out, test, [...at, 'when', k], yesOrNo, scope, false, piece ?? null);
    });
    const counts = t.collect === 'count' && t.hit === 'collect';
    if (row.then === undefined && !counts && t.collect !== 'any') fault(out, 'YJ412', at, '这一行没有 then；写出结果', 'this row has no then; write what it gives');
    if (row.then !== undefined && counts) fault(out, 'YJ412', [...at, 'then'], 'count 只数行数，不要写 then', 'count only counts rows; remove then');
    const then = row.then === undefined ? null : take(out, operand(row.then, words(scope, gives, r.type)), [...at, 'then'], gives, scope);
    if (then && (t.collect === 'min' || t.collect === 'max') && then.kind !== 'literal')
      fault(out, 'YJ412', [...at, 'then'], 'min、max 的每一行只写一个值', 'with min and max each row gives one written value');
    return { tests, gives: then, path: at, source: row.source ?? source };
  });
  const otherwise = t.else === undefined ? null : take(out, operand(t.else, words(scope, gives, r.type)), [...path, 'else'], gives, scope);
  return columns.length === t.columns.length ? { hit: t.hit, collect: t.collect ?? null, columns, rows, otherwise } : null;
}

/** Collecting says how, and gives what it says. */
function collecting(out: Written, t: NonNullable<NamedRule['table']>, path: Path, gives: Name): void {
  if (t.hit !== 'collect') {
    if (t.collect) fault(out, 'YJ412', [...path, 'collect'], '只有 hit: collect 才写 collect；删去，或改 hit', 'collect belongs to hit: collect; remove it, or change hit');
    return;
  }
  if (!t.collect) {
    fault(out, 'YJ412', [...path, 'hit'], '怎么汇总？写 collect: sum、count、min、max、any 或 every', 'how is it collected? write collect: sum, count, min, max, any or every');
    return;
  }
  const number = gives.type === 'number' || gives.type === 'money' || gives.type === 'days';
  const fits = t.collect === 'any' || t.collect === 'every' ? gives.type === 'bool' : t.collect === 'min' || t.collect === 'max' ? number || gives.type === 'date' : number;
  if (!fits) fault(out, 'YJ412', [...path, 'collect'], `${t.collect} 得不出 ${gives.type}；改 type 或 collect`, `${t.collect} does not give ${gives.type}; change type or collect`);
}

/** The set's own names written out as the city knows them. */
function qualified(e: Expression, set: string, ids: ReadonlySet<string>, args: ReadonlySet<string>): Expression {
  if (e.kind === 'concept') return ids.has(e.id) && !args.has(e.id) && e.id !== column ? { ...e, id: `${set}.${e.id}` } : e;
  const whole = mapParts(e, (p) => qualified(p, set, ids, args));
  return whole.kind === 'invoke' && ids.has(whole.name) ? { ...whole, name: `${set}.${whole.name}` } : whole;
}
