/**
 * Questions everybody can read: short, in common characters, and a legal term only with what it means beside it (`glossary.yaml`).
 * Common are the 3,755 characters of the first level of GB/T 2312, chosen there for how often they occur; the decoder every runtime
 * carries gives them, so no list is kept here.
 */
import type { InForce } from './catalogue';
import type { Label } from './declare/scalar';
import { finding, type Finding } from './finding';

export const longestQuestion = 40;

let first: ReadonlySet<string> | undefined;
/** Level 1 stands in rows B0 to D7, each A1 to FE. */
export function commonCharacters(): ReadonlySet<string> {
  if (first) return first;
  const decoder = new TextDecoder('gb2312');
  const found = new Set<string>();
  for (let row = 0xb0; row <= 0xd7; row++)
    for (let cell = 0xa1; cell <= 0xfe; cell++) {
      const character = decoder.decode(new Uint8Array([row, cell]));
      if (/^\p{Script=Han}$/u.test(character)) found.add(character);
    }
  first = found;
  return found;
}

type Asked = { ask: Label; hint?: Label | undefined; file: string; path: (string | number)[] };

export function checkWords(law: InForce): Finding[] {
  return asked(law).flatMap((q) => [...tooLong(law, q), ...uncommon(law, q), ...unexplained(law, q)]);
}

/** Every question the product can put to a person. */
function asked(law: InForce): Asked[] {
  const ofData = [...law.data].flatMap(([entity, data]) =>
    [...data.values()].flatMap((d): Asked[] => {
      if (!d.ask) return [];
      const { file, path } = law.datumAt(entity, d.id);
      return [{ ask: d.ask, hint: d.hint, file, path: [...path, 'ask', 'zh'] }];
    }),
  );
  const ofChoices = [...law.journeys.values()].flatMap((j) =>
    j.services.flatMap((item, i): Asked[] => {
      const file = `journeys/${j.id}.yaml`;
      if ('oneOf' in item) return item.ask ? [{ ask: item.ask, file, path: ['services', i, 'ask', 'zh'] }] : [];
      return item.optional ? [{ ask: item.optional.ask, file, path: ['services', i, 'optional', 'ask', 'zh'] }] : [];
    }),
  );
  return [...ofData, ...ofChoices];
}

function tooLong(law: InForce, q: Asked): Finding[] {
  const length = [...q.ask.zh].length;
  if (length <= longestQuestion) return [];
  return [
    finding(
      'YJ512',
      law.place(q.file, q.path),
      `问题有 ${length} 个字，最多 ${longestQuestion} 个；把说明移到 hint`,
      `the question has ${length} characters, at most ${longestQuestion}; move the explanation to hint`,
    ),
  ];
}

function uncommon(law: InForce, q: Asked): Finding[] {
  const rare = [...new Set(q.ask.zh)].filter((c) => /\p{Script=Han}/u.test(c) && !commonCharacters().has(c));
  if (rare.length === 0) return [];
  return [
    finding(
      'YJ513',
      law.place(q.file, q.path),
      `问题里有不常用的字：${rare.join('、')}；换成人人认得的说法，或移到 hint`,
      `the question has uncommon characters: ${rare.join(', ')}; say it in words everybody reads, or move them to hint`,
    ),
  ];
}

function unexplained(law: InForce, q: Asked): Finding[] {
  const said = q.ask.zh + (q.hint?.zh ?? '');
  return law.glossary
    .filter((g) => q.ask.zh.includes(g.term) && !said.includes(g.plain.zh))
    .map((g) =>
      finding(
        'YJ514',
        law.place(q.file, q.path),
        `“${g.term}”是法律用语；在问题或 hint 里说明：${g.plain.zh}`,
        `"${g.term}" is a legal term; say what it means in the question or its hint: ${g.plain.zh}`,
      ),
    );
}
