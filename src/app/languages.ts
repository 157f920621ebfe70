/**
 * A further language of the pages: one file, `languages/TAG.yaml`, in the city folder or in a folder of the installation. Its texts are those of
 * web/text by their path; what it lacks is said in its base language, and marked. Nothing here knows which texts there are: `yijian languages` does.
 */
import * as v from 'valibot';
import { parseDocument } from 'yaml';
import { finding, type Finding } from '../core/catalogue';

/** A text, or texts by case (`one`, `other`, `true` …) or by path. */
export type Words = string | { readonly [key: string]: Words };
export type AddedLanguage = {
  /** BCP 47, as in `<html lang>`. */
  tag: string;
  /** As its speakers call it. */
  name: string;
  base: 'zh' | 'en';
  direction: 'ltr' | 'rtl';
  texts: Words;
  /** Names of the city folder, by their Chinese. */
  names: { readonly [zh: string]: string };
  file: string;
};

const words: v.GenericSchema<Words> = v.union([
  v.string(),
  v.record(
    v.string(),
    v.lazy(() => words),
  ),
]);
const languageFile = v.strictObject({
  language: v.pipe(v.string(), v.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/)),
  name: v.pipe(v.string(), v.minLength(1)),
  base: v.optional(v.picklist(['zh', 'en']), 'en'),
  direction: v.optional(v.picklist(['ltr', 'rtl']), 'ltr'),
  texts: v.optional(v.record(v.string(), words), {}),
  names: v.optional(v.record(v.string(), v.string()), {}),
});

const at = /^(?:.*\/)?languages\/([^/]+)\.yaml$/;

/** @param files path → text; only `languages/TAG.yaml` is looked at. */
export function addedLanguages(files: ReadonlyMap<string, string>): { languages: AddedLanguage[]; findings: Finding[] } {
  const languages: AddedLanguage[] = [];
  const findings: Finding[] = [];
  for (const [file, text] of files) {
    const tag = at.exec(file)?.[1];
    if (!tag) continue;
    const refuse = (zh: string, en: string) => findings.push(finding('YJ795', { file, line: 1, column: 1 }, `语言文件读不进来：${zh}`, `the language cannot be read: ${en}`));
    const document = parseDocument(text, { schema: 'failsafe', uniqueKeys: true, logLevel: 'silent' });
    if (document.errors[0]) {
      refuse('不是正确的 YAML', document.errors[0].message.split('\n')[0]!);
      continue;
    }
    const read = v.safeParse(languageFile, document.toJS({ maxAliasCount: 0 }));
    if (!read.success) {
      const where = v.getDotPath(read.issues[0]) ?? '';
      refuse(`${where} 写得不对`, `${where} ${read.issues[0].message}`);
    } else if (read.output.language !== tag) refuse(`文件名应为 ${read.output.language}.yaml`, `name the file ${read.output.language}.yaml`);
    else if (tag === 'zh' || tag === 'en') refuse('中文和英文随程序提供', 'Chinese and English come with the program');
    else languages.push({ tag, name: read.output.name, base: read.output.base, direction: read.output.direction, texts: read.output.texts, names: read.output.names, file });
  }
  return { languages, findings };
}
