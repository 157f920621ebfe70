/**
 * What of a query may be kept when it found nothing. People type their own numbers and names into a search box; such a query is not kept at
 * all, however useful the rest of it might be, and digits are never kept. What is left is counted by day, not by person.
 */
import { normalise } from './normalise';

/** The commonest hundred surnames, and the compound ones. */
const surnames =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤易';
const compound = '欧阳|上官|司马|诸葛|夏侯|东方|皇甫|尉迟|公孙|令狐|司徒|慕容';
const surname = `(?:${compound}|[${surnames}])`;
const spelt = new Set(
  'wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he gao lin luo zheng liang xie song tang han feng deng cao peng zeng xiao tian dong yuan pan jiang cai yu du ye cheng su wei ouyang'.split(
    ' ',
  ),
);

const nameLike: readonly RegExp[] = [
  new RegExp(`^${surname}\\p{Script=Han}{1,2}$`, 'u'),
  new RegExp(`(?:我叫|我是|名叫|名字|姓名|叫做|户主|联系人)\\s*${surname}\\p{Script=Han}{0,2}`, 'u'),
  new RegExp(`${surname}\\p{Script=Han}{0,2}\\s*(?:先生|女士|小姐|同志|老师|师傅|医生|嗲嗲|娭毑|满崽)`, 'u'),
  new RegExp(`(?:^| )${surname}\\p{Script=Han}{1,2}(?: |的)`, 'u'),
  new RegExp(`(?:给|帮|替|为|找|叫)${surname}\\p{Script=Han}{1,2}(?:办|领|查|交|的|$)`, 'u'),
];
/** Longer than a search, it is a story. */
const longest = { han: 20, all: 60 };

/** The text that may be counted, or null. @param known whether a run of characters is of the catalogue's own words, and so no name */
export function keepable(query: string, known: (run: string) => boolean = () => false): string | null {
  if (/[@:/\\]|www\.|\.(?:com|cn|net)/i.test(query)) return null;
  if (/\p{Script=Han}·\p{Script=Han}/u.test(query)) return null;
  const text = normalise(query);
  if (/[\d〇一二三四五六七八九十零壹贰叁肆伍陆柒捌玖]{5,}/u.test(text.replace(/\s/g, ''))) return null;
  const bare = text
    .replace(/[\p{L}]*\p{N}[\p{L}\p{N}]*/gu, (word) => word.replace(/\p{N}+[a-z]*|[a-z]+(?=\p{N})/gu, ' '))
    .replace(/\s+/g, ' ')
    .trim();
  if (bare.length < 2 || bare.length > longest.all || (bare.match(/\p{Script=Han}/gu)?.length ?? 0) > longest.han) return null;
  if (!known(bare) && nameLike.some((pattern) => pattern.test(bare))) return null;
  const words = bare.split(' ');
  if (words.length >= 2 && words.length <= 3 && words.every((w) => /^[a-z]{1,7}$/.test(w)) && spelt.has(words[0]!)) return null;
  return bare;
}
