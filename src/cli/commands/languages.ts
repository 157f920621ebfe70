/** Which languages the pages speak, what an added one lacks, and the file to begin one with. */
import { stringify } from 'yaml';
import type { AddedLanguage } from '../../app/languages';
import type { InForce } from '../../core/catalogue';
import { textOf } from '../../web/text';
import { coverage, namesIn, templateOf } from '../../web/text/added-language';
import { position, WrongUsage } from '../arguments';
import { folderOf, languagesFor, refuse } from '../input';
import { good, type Result } from '../output';
import { today } from '../today';
import type { Command } from '.';

export const languagesCommand: Command = {
  options: ['languages', 'missing', 'template', 'base'],
  usage: 'languages DIR [--languages DIR] [--missing TAG | --template TAG [--base zh|en]]',
  run: (a) => {
    const { catalogue, files } = folderOf(position(a, 0, 'DIR'));
    const law = catalogue.inForce(today()).law!;
    const template = a.option('template');
    if (template !== undefined) return begun(law, template, a.option('base') === 'zh' ? 'zh' : 'en');
    const all = languagesFor(files, a.option('languages')).map((l) => lacking(law, l));
    const wanted = a.option('missing');
    if (wanted === undefined) return listed(all);
    const one = all.find((l) => l.tag === wanted);
    if (!one) throw new WrongUsage(`没有语言 ${wanted}；要有 languages/${wanted}.yaml`, `there is no language ${wanted}; languages/${wanted}.yaml would be it`);
    const lines = [...one.missing.map((p) => `${p}`), ...one.unknown.map((p) => `${p}  （页面没有这一条 the pages have no such text）`)];
    return { exit: lines.length ? 1 : 0, json: one, text: lines.join('\n') || '齐全 complete' };
  },
};

type Lacking = { tag: string; name: string; base: string; texts: number; names: number; missing: string[]; unknown: string[] };

function lacking(law: InForce, language: AddedLanguage): Lacking {
  const { all, missing, unknown } = coverage(dictionary(language.base), language);
  const names = namesIn(law);
  return {
    tag: language.tag,
    name: language.name,
    base: language.base,
    texts: all,
    names: names.size,
    missing: [...missing.map((p) => `texts.${p}`), ...[...names.keys()].filter((zh) => !language.names[zh]).map((zh) => `names.${zh}`)],
    unknown: unknown.map((p) => `texts.${p}`),
  };
}

function listed(all: readonly Lacking[]): Result {
  const shipped = ['zh', 'en'].map((tag) => ({ tag, name: tag === 'zh' ? '中文' : 'English', missing: 0 }));
  const added = all.map((l) => ({ tag: l.tag, name: l.name, base: l.base, missing: l.missing.length, of: l.texts + l.names, unknown: l.unknown.length }));
  const text = [
    ...shipped.map((l) => `${l.tag}  ${l.name}  齐全 complete`),
    ...added.map((l) =>
      l.missing + l.unknown === 0 ? `${l.tag}  ${l.name}  齐全 complete` : `${l.tag}  ${l.name}  缺 ${l.missing} / ${l.of} missing${l.unknown ? `，${l.unknown} 条多余 unknown` : ''}`,
    ),
  ];
  return { exit: added.some((l) => l.missing + l.unknown > 0) ? 1 : 0, json: [...shipped, ...added], text: text.join('\n') };
}

/** A file with every text empty and what it says beside it. */
function begun(law: InForce, tag: string, base: 'zh' | 'en'): Result {
  if (!/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(tag) || tag === 'zh' || tag === 'en') return refuse('YJ795', tag, '写一个 BCP 47 语言标签，不是 zh 或 en', 'give a BCP 47 tag other than zh and en');
  const lines = [`language: ${tag}`, `name: ${stringify(tag).trim()} # 用这种语言的人怎么称呼它 what its speakers call it`, `base: ${base}`, 'direction: ltr', 'texts:'];
  const walk = (of: unknown, indent: string) => {
    for (const [key, x] of Object.entries(of as object)) {
      const name = `${indent}${stringify(key).trim()}:`;
      if (typeof x === 'string' || typeof x === 'function') lines.push(`${name} # ${oneLine(templateOf(x))}`);
      else if (typeof x === 'object' && x !== null) {
        lines.push(name);
        walk(x, `${indent}  `);
      }
    }
  };
  walk(dictionary(base), '  ');
  lines.push('names:', ...[...namesIn(law)].map(([zh, en]) => `  ${JSON.stringify(zh)}: # ${oneLine(en)}`));
  const text = lines.join('\n');
  return good({ file: `languages/${tag}.yaml`, text }, text);
}

const oneLine = (said: string | null): string => (said === null ? '（由参数算出，见 src/web/text computed from its parameters, see src/web/text）' : said.replace(/\s+/g, ' '));
function dictionary(base: 'zh' | 'en'): object {
  const { lang, tag, ...texts } = textOf(base);
  return texts;
}
