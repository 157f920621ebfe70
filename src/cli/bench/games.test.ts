import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadCity } from '../../app/load-city';
import { crowd, judge, loadGames } from '../../core/games';
import { judgeByHand } from './games-by-hand';
import { seeded } from './seeded';

const { catalogue, files } = loadCity(join(import.meta.dirname, '../../../cities/zhuzhou'));
const law = catalogue.inForce('2021-10-28').law!;
const games = loadGames(files, law).editions[0]!;

test('5,000 invented entrants: the city’s rules and the same rules by hand give one verdict', () => {
  const rows = crowd(5000, seeded(7), games.samples.referenceDay);
  const decide = judge(law, games, '2021-10-28');
  const verdicts = rows.map(decide);
  expect(verdicts).toEqual(rows.map(judgeByHand));
  // The crowd meets every outcome.
  for (const line of ['ground', 'household', 'residence', 'work', 'study']) expect(verdicts.filter((v) => v.line === line).length, line).toBeGreaterThan(20);
  expect(verdicts.filter((v) => v.eligible === null).length).toBeGreaterThan(5);
  expect(new Set(verdicts.map((v) => `${v.ageGroup}/${v.unitGroup}`)).size).toBeGreaterThanOrEqual(6);
});

test('the same seed gives the same crowd', () => {
  expect(crowd(50, seeded(3), '2021-10-01')).toEqual(crowd(50, seeded(3), '2021-10-01'));
  expect(crowd(50, seeded(4), '2021-10-01')).not.toEqual(crowd(50, seeded(3), '2021-10-01'));
});
