import { writeWhole } from '../../app/exchange-files';
import { importServices } from '../../app/import-services';
import { loadCity } from '../../app/load-city';
import { position, WrongUsage } from '../arguments';
import { dayOf, lawOf } from '../input';
import { good, refused } from '../output';
import { today } from '../today';
import type { Command } from '.';

export const importCommand: Command = {
  options: ['profile', 'into', 'at'],
  usage: 'import DIR --profile national FILE… [--into DIR] [--at DATE]',
  run: (a) => {
    const dir = position(a, 0, 'DIR');
    if (a.option('profile') !== 'national') throw new WrongUsage('写 --profile national', 'give --profile national');
    position(a, 1, 'FILE');
    const day = dayOf(a, today());
    const law = lawOf(dir, day);
    const result = importServices(law, loadCity(dir).files, day, a.positions.slice(1));
    if ('findings' in result) return refused(result.findings);
    const into = a.option('into');
    const failed = into === undefined ? null : writeWhole(into, result.files);
    if (failed) return refused([failed]);
    const { files, ...rest } = result;
    const lost = result.notKept.map((n) => `${n.item}：${n.what.zh}没有位置 no place for ${n.what.en}`);
    const shown = into === undefined ? [...files].map(([path, text]) => `# ${path}\n${text}`) : [`${files.size} 个文件 files → ${into}`];
    return good({ ...rest, ...(into === undefined ? { files: Object.fromEntries(files) } : { into, files: [...files.keys()] }) }, [...shown, ...lost].join('\n'));
  },
};
