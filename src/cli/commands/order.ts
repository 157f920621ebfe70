import { readFileSync } from 'node:fs';
import { ordersIn } from '../../app/orders';
import { answerTexts, decide, instantOf, parseQuestions, reasonText, type Answer } from '../../core/order';
import type { Finding } from '../../core/catalogue';
import { position, WrongUsage, type Arguments } from '../arguments';
import { lawOf, refuse, RefusedInput } from '../input';
import { good } from '../output';
import { today } from '../today';
import type { Command } from '.';

export const orderCommand: Command = {
  options: ['question', 'at', 'known-at'],
  usage: 'order DIR --question FILE [--at INSTANT] [--known-at INSTANT]',
  run: (a) => {
    const dir = position(a, 0, 'DIR');
    const file = a.option('question');
    if (file === undefined) throw new WrongUsage('缺少 --question FILE', '--question FILE is missing');
    const { book, errors } = ordersIn(dir, lawOf(dir, today()));
    if (errors.length) throw new RefusedInput(errors);
    const given = { at: instantIn(a, 'at'), knownAt: instantIn(a, 'known-at') };
    const parsed = parseQuestions(file, contentOf(file));
    if ('findings' in parsed) throw new RefusedInput(parsed.findings);
    const now = Date.now();
    // What the command line says goes before what the file says; a question about no moment is about now.
    const answers = parsed.asked.map((q) => {
      const at = given.at ?? q.at ?? now;
      return decide(book, q.question, { at, knownAt: given.knownAt ?? q.knownAt ?? at });
    });
    return good(answers, answers.map(line).join('\n'));
  },
};

function instantIn(a: Arguments, option: string): number | null {
  const text = a.option(option);
  if (text === undefined) return null;
  const findings: Finding[] = [];
  const at = instantOf(text, { file: `--${option}`, line: 1, column: 1 }, findings, 'YJ791');
  if (at === null) throw new RefusedInput(findings);
  return at;
}

function contentOf(file: string): string {
  try {
    return readFileSync(file === '-' ? 0 : file, 'utf8');
  } catch {
    return refuse('YJ790', file, '读不到这个文件', 'the file cannot be read');
  }
}

const line = ({ answer, reason, clause, source }: Answer): string =>
  [`${answerTexts[answer].zh} ${answerTexts[answer].en} (${reason})`, `    ${reasonText(reason).zh}`, `    ${reasonText(reason).en}`, ...(clause ? [`    ${clause}  ${source ?? ''}`] : [])].join('\n');
