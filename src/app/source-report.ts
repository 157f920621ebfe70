/** `docs/source.md`, written from the source file: what the newspaper page holds, what carries it, and what is not carried and why. */
import type { Fact } from '../core/source';
import { standing, type Carrier, type NewspaperPage, type Standing, type Story } from './source';

export function sourceReport(page: NewspaperPage): string {
  const facts = page.stories.flatMap((s) => s.facts);
  const doubtful = facts.filter((f) => f.fact.doubt);
  const left = facts.filter((f) => f.fact.notModelled);
  return [
    '# The source page, and what carries it',
    '',
    `Written from \`cities/zhuzhou/sources/${page.source.id}.yaml\` by \`src/app/source-report.ts\`; a test fails when this page differs (\`npx vitest run src/app/source.test.ts --update\` writes it again). The product shows the same at \`/source\`.`,
    '',
    'One entry of the source file is one fact: `printed` is the figure, date, name or phrase, `says` our restatement, `doubt` what is doubtful as printed. Our copy of the page keeps many passages only in our own words; there `wording: ours` says that `printed` is our rendering and no quotation. An open list (等) has a fact of its own and stays open. Nothing is corrected.',
    '',
    'Held by `yijian lint`: what `usedBy` names exists and cites the fact, and every amount, figure, rank, date, name and strength that cites a fact equals it (YJ602–YJ609, YJ620).',
    '',
    ...table(['story', 'facts', 'carried', 'to come', 'not carried', 'in doubt', 'in our words'], [...page.stories.map((s) => [s.id, ...counts(s.facts)]), ['all', ...counts(facts)]]),
    '',
    '## The ten stories as printed',
    '',
    `The page prints ten stories and one photograph; the facts stand under ${page.stories.length} headings. Which matters belong to one story is our reading.`,
    '',
    ...table(
      ['story', 'stands under', 'facts'],
      page.articles.map((a) => [a.title.en, a.holds.join(', '), a.facts]),
    ),
    '',
    '## Not carried, and why',
    '',
    ...table(
      ['fact', 'printed', 'why not'],
      left.map(({ fact }) => [fact.id, fact.printed ?? '', fact.notModelled!.en]),
    ),
    '',
    '## In doubt as printed',
    '',
    ...table(
      ['fact', 'printed', 'doubt'],
      doubtful.map(({ fact }) => [fact.id, fact.printed ?? '', fact.doubt!.en]),
    ),
    '',
    '## Every fact',
    '',
    '¹ in our words',
    ...page.stories.flatMap((s) => [
      '',
      `### ${s.id} · ${s.title.en}`,
      '',
      ...table(
        ['fact', 'printed', 'says', 'carried by'],
        s.facts.map((f) => row(f.fact, f.carriers)),
      ),
    ]),
    '',
  ].join('\n');
}

const counts = (facts: Story['facts']): number[] => {
  const of = (s: Standing) => facts.filter((f) => standing(f) === s).length;
  return [facts.length, of('carried'), of('coming'), of('left'), facts.filter((f) => f.fact.doubt).length, facts.filter((f) => f.fact.wording).length];
};

const row = (fact: Fact, carriers: readonly Carrier[]) => [
  fact.id,
  `${fact.printed ?? ''}${fact.wording ? ' ¹' : ''}`,
  `${fact.says.en}${fact.strength ? ` (*${fact.strength}*)` : ''}${fact.speaker ? ` – ${fact.speaker.en}` : ''}`,
  fact.notModelled ? '–' : carriers.map((c) => `${c.use}${c.there ? '' : ' (to come)'}`).join(', '),
];

const table = (head: readonly string[], rows: readonly (readonly (string | number)[])[]): string[] =>
  [head, head.map(() => '---'), ...rows].map((r) => `| ${r.map((c) => String(c).replaceAll('|', '\\|')).join(' | ')} |`);
