import { expect, test } from 'vitest';
import { shippedLaw } from '../../core/testing/shipped-city';
import { answerInWords } from './answer-cell';

const law = shippedLaw('2026-01-15');
const both = (concept: string, show: string, known: string | number | boolean | null) => (['zh', 'en'] as const).map((lang) => answerInWords({ lang }, law, { concept, show, known }));

test.each([
  ['premises.area', '> 300', 301, ['经营场所的建筑面积超过 300 平方米', 'Premises: floor area is above 300 m²']],
  ['premises.area', '50–300', 175, ['经营场所的建筑面积在 50 平方米 到 300 平方米 之间', 'Premises: floor area is between 50 m² and 300 m²']],
  ['premises.tenure', 'owned', 'owned', null],
  ['mother.idNumber', 'absent', null, ['没有母亲的公民身份号码', 'there is no Mother: identity number']],
] as const)('%s %s', (concept, show, known, wanted) => {
  const [zh, en] = both(concept, show, known);
  if (wanted) expect([zh, en!.toLowerCase()]).toEqual([wanted[0], wanted[1].toLowerCase()]);
  else expect(zh).toMatch(/是“.+”$/);
});
