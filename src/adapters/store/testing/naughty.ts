/** Strings that break software, and names that Chinese systems break (GB 18030-2022 wants all of them). All can be stored; U+0000 and lone surrogates are tested apart. */
export const naughty: readonly string[] = [
  '欧阳·阿依古丽',
  '𠮷野家', // extension B
  '𪜀', // C
  '𫝀', // D
  '𫠠', // E
  '𬺰', // F
  '𰻝𰻝面', // G
  '𱍐', // H
  '龦龧龨龩龪龫', // added late, once private use
  '',
  ' ',
  "Robert'); drop table kase; --",
  '\\',
  '\\\\u0000',
  '\\u0000',
  '\\ud800',
  '"',
  '{"a":1}',
  '{a,b}',
  'NULL',
  '$1',
  '$$',
  '%s%n',
  '\u0001\u0002\u001f\u007f\u0085',
  '\r\n\t\v\f',
  '\u2028\u2029',
  '\ufeffBOM',
  '\ufffe\uffff',
  '\u200b\u200d\u202e',
  'é e\u0301 ñ Å',
  '👩‍👩‍👧‍👦🏴󠁧󠁢󠁥󠁮󠁧󠁿',
  '​​ 　全角　ＡＢＣ１２３',
  'ﷺ العربية ئۇيغۇرچە བོད་ཡིག ᠮᠣᠩᠭᠣᠯ',
  '\u{10ffff}\u{f0000}\ue000',
  '1e309',
  '__proto__',
  'x'.repeat(100_000),
];
