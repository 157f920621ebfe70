import { position, WrongUsage } from '../arguments';
import { benches } from '../bench';
import type { Command } from '.';

const names = Object.keys(benches).join('|');

export const benchCommand: Command = {
  options: ['rounds', 'cases', 'events', 'requests', 'plot!'],
  usage: `bench ${names}`,
  run: async (a, s) => {
    const name = position(a, 0, names);
    const bench = Object.hasOwn(benches, name) ? benches[name]! : null;
    if (!bench) throw new WrongUsage(`没有 bench ${name}；可以写 ${names}`, `there is no bench ${name}; there are ${names}`);
    const json = await bench(a, s);
    const text =
      'missing' in json
        ? `${name}：缺 ${json.missing} missing`
        : `${name}  ${json.figure.toFixed(1)} · ${json.baseline.toFixed(1)} ${json.unit}  × ${json.ratio} (${json.bar.op} ${json.bar.value})  ${json.holds ? '达到 holds' : '没有达到 does not hold'}`;
    return { exit: json.holds ? 0 : 1, json, text };
  },
};
