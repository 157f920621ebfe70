import { checkLedger } from '../../app/agreements';
import { NoSuchFolder } from '../../app/load-city';
import { position, WrongUsage } from '../arguments';
import { refuse } from '../input';
import { good, refused } from '../output';
import type { Command } from '.';

export const ledgerCommand: Command = {
  options: [],
  usage: 'ledger check DIR',
  run: (a) => {
    const what = position(a, 0, 'check');
    if (what !== 'check') throw new WrongUsage(`没有 ledger ${what}；写 ledger check DIR`, `there is no ledger ${what}; write ledger check DIR`);
    const dir = position(a, 1, 'DIR');
    try {
      const errors = checkLedger(dir);
      return errors.length ? refused(errors) : good({ errors: [], warnings: [] }, '账目没有错误 the ledger has no errors');
    } catch (e) {
      if (e instanceof NoSuchFolder) return refuse('YJ701', dir, '没有这个文件夹', 'there is no such folder');
      throw e;
    }
  },
};
