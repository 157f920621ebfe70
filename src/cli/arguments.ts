/** Reads the command line: positions, `--option value`, repeated options, `--flag`. Wrong usage is exit 2 and one sentence. */
export class WrongUsage extends Error {
  constructor(
    readonly zh: string,
    readonly en: string,
  ) {
    super(en);
  }
}

export type Arguments = { positions: string[]; option(name: string): string | undefined; options(name: string): string[]; flag(name: string): boolean };

/** @param known option names; those ending in `!` take no value. */
export function readArguments(args: readonly string[], known: readonly string[]): Arguments {
  const flags = new Set(known.filter((k) => k.endsWith('!')).map((k) => k.slice(0, -1)));
  const valued = new Set(known.filter((k) => !k.endsWith('!')));
  const positions: string[] = [];
  const values = new Map<string, string[]>();
  for (let i = 0; i < args.length; i++) {
    const arg = args[i]!;
    if (!arg.startsWith('--')) {
      positions.push(arg);
      continue;
    }
    const [name, inline] = [arg.slice(2).split('=')[0]!, arg.includes('=') ? arg.slice(arg.indexOf('=') + 1) : undefined];
    if (flags.has(name)) values.set(name, ['true']);
    else if (valued.has(name)) {
      const value = inline ?? args[++i];
      if (value === undefined) throw new WrongUsage(`--${name} 后面缺少值`, `--${name} needs a value`);
      values.set(name, [...(values.get(name) ?? []), value]);
    } else throw new WrongUsage(`没有选项 --${name}；运行 yijian help 查看用法`, `there is no option --${name}; see yijian help`);
  }
  return { positions, option: (n) => values.get(n)?.at(-1), options: (n) => values.get(n) ?? [], flag: (n) => values.has(n) };
}

export function position(a: Arguments, i: number, what: string): string {
  const value = a.positions[i];
  if (value === undefined) throw new WrongUsage(`缺少 ${what}`, `${what} is missing`);
  return value;
}
