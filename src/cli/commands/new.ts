import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { newService } from '../../app/new-service';
import { isId } from '../../core/catalogue';
import { nearest } from '../../core/rules';
import { position, WrongUsage } from '../arguments';
import { lawOf, refuse } from '../input';
import { good } from '../output';
import { today } from '../today';
import type { Command } from '.';

export const newCommand: Command = {
  options: ['authority', 'dir'],
  usage: 'new service ID [--authority A] [--dir DIR]',
  run: (a) => {
    if (position(a, 0, 'service') !== 'service') throw new WrongUsage('现在只能新建 service：yijian new service ID', 'only a service can be made new: yijian new service ID');
    const id = position(a, 1, 'ID');
    if (!isId(id)) throw new WrongUsage(`“${id}”不能作标识：用小写字母、数字和 -，例如 e-bike-plate`, `"${id}" is no id: use small letters, digits and -, such as e-bike-plate`);
    const dir = a.option('dir') ?? 'cities/zhuzhou';
    const law = lawOf(dir, today());
    const authority = a.option('authority') ?? [...law.authorities.keys()][0]!;
    if (!law.authorities.has(authority)) {
      const close = nearest(authority, law.authorities.keys());
      const [zh, en] = close ? [`是不是 ${close}？`, `did you mean ${close}?`] : [`有 ${[...law.authorities.keys()].join('、')}`, `there are ${[...law.authorities.keys()].join(', ')}`];
      return refuse('YJ709', authority, `没有部门“${authority}”；${zh}`, `there is no authority "${authority}"; ${en}`);
    }
    const file = `services/${id}.yaml`;
    const path = join(dir, file);
    if (existsSync(path)) return refuse('YJ708', path, `已经有 ${file} 了，没有动它；换一个标识，或直接改这个文件`, `${file} is there already and was left alone; take another id, or edit the file`);
    writeFileSync(path, newService(law, id, authority), { flag: 'wx' });
    const next = { zh: `写好了 ${path}；接着运行 yijian lint ${dir}，它会说还要填什么`, en: `wrote ${path}; now run yijian lint ${dir}, which says what is to be filled in` };
    return good({ file: path, next }, `${next.zh}\n${next.en}`);
  },
};
