import { lintCity } from '../../app/lint-city';
import { NoSuchFolder } from '../../app/load-city';
import { position } from '../arguments';
import { dayOf, refuse } from '../input';
import { line } from '../output';
import { today } from '../today';
import type { Command } from '.';

export const lintCommand: Command = {
  options: ['at'],
  usage: 'lint DIR [--at DATE]',
  run: (a) => {
    const dir = position(a, 0, 'DIR');
    try {
      const found = lintCity(dir, a.option('at') === undefined ? undefined : dayOf(a, ''), today());
      const text = [...found.errors.map(line), ...found.warnings.map((w) => `（提醒 warning）${line(w)}`), found.errors.length ? `${found.errors.length} 处错误 errors` : '没有错误 no errors'].join(
        '\n',
      );
      return { exit: found.errors.length ? 1 : 0, json: found, text };
    } catch (e) {
      if (e instanceof NoSuchFolder) return refuse('YJ701', dir, '没有这个文件夹', 'there is no such folder');
      throw e;
    }
  },
};
