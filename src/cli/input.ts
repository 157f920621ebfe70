/** What several commands read: the city folder in force on a day, the basket, the answers, the registers. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDocument, isScalar, visit } from 'yaml';
import { addedLanguages, type AddedLanguage } from '../app/languages';
import { loadCity, NoSuchFolder } from '../app/load-city';
import { calendar, type Calendar } from '../core/calendar';
import type { Values } from '../core/case/event';
import { finding, isCivilDay, type Catalogue, type Finding, type InForce } from '../core/catalogue';
import { nothingKnown, parseAnswers, prepare, scenarioInput, UnknownBasket, type Basket, type KnownFacts, type Prepared } from '../core/journey';
import { position, WrongUsage, type Arguments } from './arguments';

export class RefusedInput extends Error {
  constructor(readonly findings: Finding[]) {
    super('refused');
  }
}
export const refuse = (code: string, file: string, zh: string, en: string): never => {
  throw new RefusedInput([finding(code, { file, line: 1, column: 1 }, zh, en)]);
};

export const catalogueOf = (dir: string): Catalogue => folderOf(dir).catalogue;

/** The folder with its texts. @throws RefusedInput */
export function folderOf(dir: string): { catalogue: Catalogue; files: ReadonlyMap<string, string> } {
  try {
    const { catalogue, files, findings } = loadCity(dir);
    if (findings.length) throw new RefusedInput(findings);
    return { catalogue, files };
  } catch (e) {
    if (e instanceof NoSuchFolder) return refuse('YJ701', dir, '没有这个文件夹', 'there is no such folder');
    throw e;
  }
}

/** Languages of the city folder, and of a folder of the installation. @throws RefusedInput */
export function languagesFor(files: ReadonlyMap<string, string>, folder: string | undefined): AddedLanguage[] {
  const own = addedLanguages(files);
  const more = folder === undefined ? { languages: [], findings: [] } : addedLanguages(languagesUnder(folder));
  const findings = [...own.findings, ...more.findings];
  if (findings.length) throw new RefusedInput(findings);
  return [...own.languages.filter((l) => !more.languages.some((m) => m.tag === l.tag)), ...more.languages];
}

function languagesUnder(folder: string): Map<string, string> {
  try {
    return new Map(readdirSync(folder).flatMap((f) => (f.endsWith('.yaml') ? [[`languages/${f}`, readFileSync(join(folder, f), 'utf8')]] : [])));
  } catch {
    return refuse('YJ701', folder, '没有这个文件夹', 'there is no such folder');
  }
}

export function dayOf(a: Arguments, today: string): string {
  const at = a.option('at') ?? today;
  if (!isCivilDay(at)) throw new WrongUsage('--at 应为日期 YYYY-MM-DD', '--at is a date YYYY-MM-DD');
  return at;
}

export function lawOf(dir: string, day: string): InForce {
  const { law, findings } = catalogueOf(dir).inForce(day);
  if (!law) throw new RefusedInput(findings);
  return law;
}

/** @throws RefusedInput */
export function calendarOf(dir: string, day: string): Calendar {
  const law = lawOf(dir, day);
  return calendar(law.calendar, law.city);
}

function basketOf(a: Arguments): Basket {
  const journey = a.option('journey');
  const services = a.option('services');
  if ((journey === undefined) === (services === undefined)) throw new WrongUsage('写 --journey ID 或 --services a,b,c 其中之一', 'give one of --journey ID or --services a,b,c');
  return journey !== undefined
    ? { journey }
    : {
        services: services!
          .split(',')
          .map((s) => s.trim())
          .filter(Boolean),
      };
}

function preparedOf(law: InForce, basket: Basket): Prepared {
  try {
    return prepare(law, basket);
  } catch (e) {
    if (e instanceof UnknownBasket) return refuse('YJ702', e.ids.join(','), `没有 ${e.ids.join('、')}；用 yijian search 查找`, `there is no ${e.ids.join(', ')}; look with yijian search`);
    throw e;
  }
}

export const connectedIn = (law: InForce): Set<string> => new Set([...law.registers.values()].filter((r) => r.connected).map((r) => r.id));

/** `all`, `none`, a list, or by default the connected ones. */
function registersOf(a: Arguments, law: InForce): Set<string> {
  const asked = a.option('registers');
  if (asked === undefined) return connectedIn(law);
  if (asked === 'all') return new Set(law.registers.keys());
  if (asked === 'none' || asked === '') return new Set();
  const ids = asked.split(',').map((s) => s.trim());
  const unknown = ids.find((id) => !law.registers.has(id));
  if (unknown)
    return refuse('YJ703', unknown, `没有登记库“${unknown}”；有 ${[...law.registers.keys()].join('、')}`, `there is no register "${unknown}"; there are ${[...law.registers.keys()].join(', ')}`);
  return new Set(ids);
}

function answersOf(a: Arguments, prepared: Prepared, registers: ReadonlySet<string>): { answers: Values; known: KnownFacts } {
  const scenario = a.option('scenario');
  const file = a.option('answers');
  const known = { ...nothingKnown, registers };
  if (scenario !== undefined) {
    if (!prepared.journey) throw new WrongUsage('--scenario 需要 --journey', '--scenario goes with --journey');
    const input = scenarioInput(prepared.law, prepared.journey.id, scenario, registers);
    if (!input)
      return refuse(
        'YJ704',
        scenario,
        `没有情形“${scenario}”；有 ${Object.keys(prepared.journey.scenarios).join('、')}`,
        `there is no scenario "${scenario}"; there are ${Object.keys(prepared.journey.scenarios).join(', ')}`,
      );
    if (file === undefined) return { answers: input.answers, known: input.known };
    return { answers: { ...input.answers, ...parsed(prepared, file) }, known: input.known };
  }
  return { answers: file === undefined ? {} : parsed(prepared, file), known };
}

/** What `compile` and `interview` are given: the law of the day, the basket, the answers and what is known beside them. */
export function compilerInput(a: Arguments, today: string): { law: InForce; basket: Basket; day: string; answers: Values; known: KnownFacts } {
  const basket = basketOf(a);
  const day = dayOf(a, today);
  const law = lawOf(position(a, 0, 'DIR'), day);
  return { law, basket, day, ...answersOf(a, preparedOf(law, basket), registersOf(a, law)) };
}

function parsed(prepared: Prepared, file: string): Values {
  const { values, refused } = parseAnswers(prepared, readAnswers(file));
  if (refused.length) throw new RefusedInput(refused.map((r) => finding('YJ705', { file, line: 1, column: 1 }, `${r.concept}：${r.message.zh}`, `${r.concept}: ${r.message.en}`)));
  return values;
}

/** JSON or YAML; `-` is stdin. Plain scalars of YAML keep their text, so that no code becomes a number. */
function readAnswers(file: string): { [concept: string]: unknown } {
  let text: string;
  try {
    text = readFileSync(file === '-' ? 0 : file, 'utf8');
  } catch {
    return refuse('YJ706', file, '读不到这个文件', 'the file cannot be read');
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    const document = parseDocument(text, { schema: 'failsafe', uniqueKeys: true, logLevel: 'silent' });
    if (document.errors.length) return refuse('YJ706', file, '既不是 JSON，也不是 YAML', 'neither JSON nor YAML');
    visit(document, {
      Scalar: (_k, node) => {
        if (isScalar(node) && node.type === 'PLAIN' && (node.value === 'null' || node.value === '~')) node.value = null;
      },
      Alias: () => refuse('YJ706', file, '不许用别名', 'aliases are not allowed'),
    });
    value = document.toJS();
  }
  if (value === null || value === undefined) return {};
  if (typeof value !== 'object' || Array.isArray(value)) return refuse('YJ706', file, '应为 信息项: 值', 'expected concept: value');
  return value as { [concept: string]: unknown };
}
