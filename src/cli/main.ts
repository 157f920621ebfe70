/** The command line (contracts.md): exit 0 good, 1 findings or refused input, 2 wrong usage. */
import { readArguments, WrongUsage } from './arguments';
import { commands } from './commands';
import { RefusedInput } from './input';
import { refused, sorted, type Result } from './output';
import type { Surroundings } from './surroundings';

export async function main(args: readonly string[], surroundings: Surroundings): Promise<void> {
  const json = args.includes('--json');
  const name = args.find((a) => !a.startsWith('--')) ?? 'help';
  const command = commands[name];
  let result: Result;
  try {
    if (!command) throw new WrongUsage(`没有命令“${name}”；运行 yijian help 查看用法`, `there is no command "${name}"; see yijian help`);
    const rest = [...args];
    rest.splice(rest.indexOf(name), name === 'help' && !args.includes('help') ? 0 : 1);
    result = await command.run(readArguments(rest, ['json!', ...command.options]), surroundings);
  } catch (e) {
    if (e instanceof RefusedInput) result = refused(e.findings);
    else if (e instanceof WrongUsage) {
      process.stderr.write(`${e.zh}\n${e.en}\n`);
      process.exitCode = 2;
      return;
    } else throw e;
  }
  if (json) process.stdout.write(`${JSON.stringify(sorted(result.json))}\n`);
  else if (result.text) process.stdout.write(`${result.text}\n`);
  if (result.exit) process.exitCode = result.exit;
}
