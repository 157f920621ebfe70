// A rule as JavaScript source, made and run: what closures are measured against in `bench rules`. Development only – nothing of the product
// makes source text and runs it, so that a page with a strict content security policy runs the rules.

/** The kinds of rule the Games use; another kind is refused. The three states are kept: undefined is unknown. */
export function generatedRule(rule, slotOf, day) {
  const sets = [];
  let temporaries = 0;
  const constant = (x) => JSON.stringify(x);
  const write = (e) => {
    switch (e.kind) {
      case 'literal':
        return constant(e.value);
      case 'concept':
        return `v[${slotOf(e.id)}]`;
      case 'and':
      case 'or':
        return e.of.map(write).reduce((a, b) => join(a, b, e.kind === 'or'));
      case 'if': {
        const t = `t${temporaries++}`;
        return `((${t} = ${write(e.test)}) === undefined ? agreed(${write(e.yes)}, ${write(e.no)}) : ${t} === true ? ${write(e.yes)} : ${write(e.no)})`;
      }
      case 'compare':
        return compared(e);
      case 'in': {
        if (e.value.kind !== 'concept' || !e.items.every((i) => i.kind === 'literal')) throw new Error(`not generated: ${e.kind}`);
        sets.push(new Set(e.items.map((i) => i.value)));
        const t = `t${temporaries++}`;
        return `((${t} = ${write(e.value)}) === undefined ? undefined : sets[${sets.length - 1}].has(${t}))`;
      }
      default:
        throw new Error(`not generated: ${e.kind}`);
    }
  };
  const join = (a, b, deciding) => {
    const [x, y] = [`t${temporaries++}`, `t${temporaries++}`];
    const decides = (t) => (deciding ? `${t} === true` : `${t} !== undefined && ${t} !== true`);
    return `((${x} = ${a}, ${decides(x)}) ? ${deciding} : (${y} = ${b}, ${decides(y)}) ? ${deciding} : ${x} === undefined || ${y} === undefined ? undefined : ${!deciding})`;
  };
  const compared = (e) => {
    const t = `t${temporaries++}`;
    if (e.left.kind === 'call' && e.left.name === 'years' && e.left.args[0].kind === 'concept') {
      const end = e.left.args[1].kind === 'today' ? day : e.left.args[1].value;
      const least = e.op === '>=' || e.op === '<' ? e.right.value : e.right.value + 1;
      // Whoever was born on the corresponding day of that year, or before, has completed the years.
      const last = `${String(Number(end.slice(0, 4)) - least).padStart(4, '0')}${end.slice(4)}`;
      const early = e.op === '>=' || e.op === '>';
      return `((${t} = ${write(e.left.args[0])}) === undefined ? undefined : typeof ${t} === 'string' && ${t} <= ${constant(last)} === ${early})`;
    }
    if ((e.op !== '=' && e.op !== '!=') || e.left.kind !== 'concept' || e.right.kind !== 'literal') throw new Error(`not generated: ${e.op}`);
    return `((${t} = ${write(e.left)}) === undefined ? undefined : (${t} === ${constant(e.right.value)}) === ${e.op === '='})`;
  };
  const body = write(rule);
  const names = Array.from({ length: temporaries }, (_, i) => `t${i}`);
  return new Function('sets', 'agreed', `return (v) => { ${names.length ? `let ${names.join(', ')};` : ''} return ${body}; };`)(sets, (a, b) => (a !== undefined && a === b ? a : undefined));
}
