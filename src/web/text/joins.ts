/** How words are put side by side: the one place that knows Chinese from Western punctuation. A language that is added brings its own. */
export const zh = {
  /** 甲、乙 */
  list: '、',
  /** Between the parts of one phrase. */
  comma: '，',
  semicolon: '；',
  /** After a heading on the same line. */
  colon: '：',
  /** Between names that stand in quotation marks: “甲”“乙”. */
  quoted: '”“',
  /** Between sentences. */
  sentence: '',
  /** Two things that are wanted together. */
  and: '加',
  /** Beside a name: （示例）. */
  aside: (what: string) => `（${what}）`,
  of: (whose: string, what: string) => `${whose}的${what}`,
};
export type Joins = typeof zh;
export const en: Joins = {
  list: ', ',
  comma: ', ',
  semicolon: '; ',
  colon: ': ',
  quoted: '”, “',
  sentence: ' ',
  and: ' and ',
  aside: (what) => ` (${what})`,
  of: (whose, what) => `${whose}: ${what}`,
};
