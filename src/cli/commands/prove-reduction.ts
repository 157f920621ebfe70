import { writeFileSync } from 'node:fs';
import { compileLaw } from '../../core/journey';
import { WrongUsage } from '../arguments';
import { compilerInput, refuse } from '../input';
import { good } from '../output';
import { readChecker, reductionFile } from '../prove/reduction-file';
import { today } from '../today';
import type { Command } from '.';

export const proveReductionCommand: Command = {
  options: ['journey', 'scenario', 'registers', 'at', 'out'],
  usage: 'prove-reduction DIR --journey ID [--scenario ID] [--registers all|none|a,b] [--at DATE] [--out FILE]',
  run: (a, { root }) => {
    if (a.option('journey') === undefined) throw new WrongUsage('写 --journey ID', 'give --journey ID');
    const scenario = a.option('scenario') ?? 'typical';
    const { law, basket, day, answers, known } = compilerInput({ ...a, option: (name) => (name === 'scenario' ? scenario : a.option(name)) }, today());
    const compiled = compileLaw(law, basket, answers, known, day);
    const open = compiled.plan.services.filter((s) => s.state === 'undecided').map((s) => s.id);
    if (open.length > 0)
      return refuse('YJ708', scenario, `这个情形没有决定 ${open.join('、')}，数还是范围；补上回答`, `this scenario leaves ${open.join(', ')} undecided and its numbers are ranges; add answers`);
    const file = reductionFile(compiled, scenario, readChecker(root));
    const out = a.option('out');
    if (out === undefined) return good({ file }, file);
    try {
      writeFileSync(out, file);
    } catch (e) {
      return refuse('YJ709', out, `写不了这个文件（${(e as NodeJS.ErrnoException).code}）`, `the file cannot be written (${(e as NodeJS.ErrnoException).code})`);
    }
    return good({ file, out }, `${out}  ${file.length} 字 characters。运行 run: node ${out}`);
  },
};
