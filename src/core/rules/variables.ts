/**
 * The variables of some lines: unknowns that vary together, with their values cut into cells on which every atom of the lines is
 * constant. Mostly a variable is one concept. Two unknowns that some comparison puts side by side are one variable, its cells
 * found by trying both (`pairs.ts`); so is everything that is said of one list (`rows.ts`). What cannot be cut is a yes/no of
 * its own, and says that it is not exact.
 */
import { cellsOf, cutsOf, domainOfUnit, isRowUnit, unitKey, unitsOf, unitValue, type Cell, type Unit } from './cells';
import type { DomainOf } from './domain';
import type { Known } from './evaluate';
import { conceptsOf, isLiteral, parts, show, type Expression } from './expression';
import { pairCells } from './pairs';
import { rowCells } from './rows';

export type Variable = {
  key: string;
  concepts: readonly string[];
  cells: readonly Cell[];
  /** Per concept: cells among which changing it alone moves a person. */
  moves: ReadonlyMap<string, readonly Move[]>;
  /** False where cells may stand for values nobody can have together. */
  exact: boolean;
};
/** `values`: where the variable is of two concepts, what both are in each of the cells; the other one stays. */
export type Move = { cells: readonly number[]; values?: readonly { readonly [concept: string]: Known }[] };
/** How an atom reads its variable: true or false in each cell. */
export type Reading = { atom: Expression; variable: number; truth: readonly boolean[] };
export type Variables = { variables: Variable[]; readings: ReadonlyMap<string, Reading> };

/** A cut variable with what each of its atoms says in each cell. */
export type Cut = { cells: Cell[]; truths: boolean[][]; moves: Map<string, Move[]>; exact: boolean };

/** The yes/no parts that and, or, not and if join. */
export function eachAtom(e: Expression, visit: (atom: Expression) => void): void {
  if (isLiteral(e)) return;
  if (e.kind === 'not' || e.kind === 'and' || e.kind === 'or' || e.kind === 'if') for (const p of parts(e)) eachAtom(p, visit);
  else visit(e);
}

type Component = { units: Map<string, Unit>; atoms: Map<string, Expression> };

/** Variables in order of first mention. */
export function variablesOf(lines: readonly Expression[], domainOf: DomainOf): Variables {
  const variables: Variable[] = [];
  const readings = new Map<string, Reading>();
  const add = (key: string, atoms: readonly [string, Expression][], cut: Cut) => {
    const concepts = [...cut.moves.keys()];
    variables.push({ key, concepts, cells: cut.cells, moves: cut.moves, exact: cut.exact });
    for (const [i, [text, atom]] of atoms.entries()) readings.set(text, { atom, variable: variables.length - 1, truth: cut.truths[i]! });
  };
  for (const { units, atoms } of components(lines)) {
    const list = [...atoms];
    const cut = cutTogether([...units.values()], [...atoms.values()], domainOf);
    if (cut) add([...units.keys()].join(' & '), list, cut);
    else for (const apart of separate(units, list, domainOf)) add(apart.key, apart.atoms, apart.cut);
  }
  return { variables, readings };
}

/** Units that some atom reads together, or that speak of the same list, with their atoms. */
function components(lines: readonly Expression[]): Component[] {
  const found: Component[] = [];
  const seen = new Set<string>();
  const join = (text: string, atom: Expression) => {
    const units = unitsOf(atom);
    const linked = found.filter((c) => [...units].some(([key, u]) => c.units.has(key) || (isRowUnit(u) && [...c.units.values()].some((x) => isRowUnit(x) && x.list === u.list))));
    const first = linked[0] ?? { units: new Map(), atoms: new Map() };
    if (linked.length === 0) found.push(first);
    for (const other of linked.slice(1)) {
      for (const [k, u] of other.units) first.units.set(k, u);
      for (const [k, a] of other.atoms) first.atoms.set(k, a);
      found.splice(found.indexOf(other), 1);
    }
    for (const [k, u] of units) first.units.set(k, u);
    first.atoms.set(text, atom);
  };
  for (const line of lines)
    eachAtom(line, (atom) => {
      const text = show(atom);
      if (seen.has(text)) return;
      seen.add(text);
      join(text, atom);
    });
  return found;
}

function cutTogether(units: readonly Unit[], atoms: readonly Expression[], domainOf: DomainOf): Cut | null {
  if (units.length > 0 && units.every(isRowUnit)) return rowCells(units, atoms, domainOf);
  if (units.length === 1) return aloneCells(units[0]!, atoms, domainOf);
  return units.length === 2 && units.every((u) => u.kind === 'concept') ? pairCells([units[0]!, units[1]!], atoms, domainOf) : null;
}

function aloneCells(unit: Unit, atoms: readonly Expression[], domainOf: DomainOf): Cut | null {
  const domain = domainOfUnit(unit, domainOf);
  const cuts: Known[] = [];
  for (const atom of atoms) {
    const own = cutsOf(atom, unit, domain);
    if (!own) return null;
    cuts.push(...own);
  }
  const cells = cellsOf(domain, cuts);
  const truths = atoms.map((atom) => cells.map((cell) => unitValue(atom, new Map([[unitKey(unit), cell.value]])) === true));
  return { cells, truths, moves: new Map([...conceptsOf(unit)].map((c) => [c, [{ cells: cells.map((_, i) => i) }]])), exact: true };
}

/** What could not be cut together: each unknown by the atoms that read it alone, each other atom a yes/no of its own. */
function separate(units: ReadonlyMap<string, Unit>, atoms: readonly [string, Expression][], domainOf: DomainOf): { key: string; atoms: [string, Expression][]; cut: Cut }[] {
  const out: { key: string; atoms: [string, Expression][]; cut: Cut }[] = [];
  const left = new Map(atoms);
  for (const [key, unit] of units) {
    const domain = domainOfUnit(unit, domainOf);
    const own = atoms.filter(([, atom]) => {
      const read = unitsOf(atom);
      return read.size === 1 && read.has(key) && cutsOf(atom, unit, domain) !== null;
    });
    const cut =
      own.length > 0
        ? aloneCells(
            unit,
            own.map(([, a]) => a),
            domainOf,
          )
        : null;
    if (!cut) continue;
    for (const [text] of own) left.delete(text);
    out.push({ key, atoms: own, cut: { ...cut, exact: false } });
  }
  const yesNo: Cell[] = [
    { value: true, show: 'true' },
    { value: false, show: 'false' },
  ];
  for (const [text, atom] of left)
    out.push({ key: `? ${text}`, atoms: [[text, atom]], cut: { cells: yesNo, truths: [[true, false]], moves: new Map([...conceptsOf(atom)].map((c) => [c, [{ cells: [0, 1] }]])), exact: false } });
  return out;
}
