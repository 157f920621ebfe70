import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { judge, loadGames, type Row } from '../core/games';
import { loadCity } from './load-city';

const { catalogue, files } = loadCity(join(import.meta.dirname, '../../cities/zhuzhou'));
const law = catalogue.inForce('2021-10-28').law!;
const { editions, findings } = loadGames(files, law);
const games = editions[0]!;
const decide = judge(law, games, '2021-10-28');
const entrant = (ground: string, facts: Row = {}): Row => ({ 'entrant.entryBasis': ground, 'entrant.birthDate': '1985-03-07', 'entrant.represents': 'friends', ...facts });

describe('who may enter', () => {
  it('loads without findings', () => expect(findings).toEqual([]));
  it.each(['430202', '430203', '430204', '430211', '430212', '430223', '430224', '430225', '430281'])('a household registered in %s', (division) =>
    expect(decide(entrant('household', { 'entrant.household.division': division })).eligible).toBe(true));
  it.each(['430100', '430300', '110101', null])('not a household registered in %s', (division) => {
    const verdict = decide(entrant('household', { 'entrant.household.division': division }));
    expect([verdict.eligible, verdict.line]).toEqual([false, 'household']);
  });
  const since = { residence: 'entrant.residedSince', work: 'entrant.workedSince', study: 'entrant.studiedSince' } as const;
  for (const ground of ['residence', 'work', 'study'] as const)
    it.each([
      ['2020-09-30', true],
      ['2020-10-01', true],
      ['2020-10-02', false],
      ['2021-09-30', false],
      ['2022-01-01', false],
      ['2021-02-30', false],
      [null, false],
    ])(`${ground} since %s: %s`, (day, eligible) => {
      const verdict = decide(entrant(ground, { [since[ground]]: day }));
      expect([verdict.eligible, verdict.line]).toEqual([eligible, eligible ? null : ground]);
    });
  it('leaves open what is not known, and bars who has no ground', () => {
    expect(decide(entrant('work')).eligible).toBeNull();
    expect(decide({}).eligible).toBeNull();
    expect(decide(entrant('none'))).toMatchObject({ eligible: false, line: 'ground' });
  });
  it('asks nobody for a nationality', () => {
    const read = JSON.stringify(law.services.get('games-entry-person')!.eligible);
    expect(read).not.toMatch(/idNumber|idDocument|national/);
  });
  it.each([
    ['2003-10-01', 'adult'],
    ['2003-10-02', 'youth'],
    ['2015-06-01', 'youth'],
  ])('born %s: %s', (birthDate, group) => expect(decide(entrant('none', { 'entrant.birthDate': birthDate })).ageGroup).toBe(group));
  it('gives every unit of the page a group', () => {
    const groups = games.mayField.map((u) => decide(entrant('none', { 'entrant.represents': u.id })).unitGroup);
    expect(groups).toEqual(games.mayField.map((u) => u.group));
    expect(groups).toEqual(['county', 'organs', 'open', 'open', 'open', 'open', 'open', 'open', 'open']);
  });
});

describe('broken files are named at their line', () => {
  const text = files.get('games/14th.yaml')!;
  test.each<[string, string, string, string]>([
    ['a service that is not there', 'person: games-entry-person', 'person: games-entry-persn', 'YJ850'],
    ['a source that is not there', '#S2.photo', '#S2.foto', 'YJ850'],
    ['a service the journey does not use', 'team: games-entry-team', 'team: shop-sign-permit', 'YJ851'],
    ['another authority', 'authority: culture-sports', 'authority: health', 'YJ852'],
    ['a ground no rule decides', 'decidedBy: work', 'decidedBy: wrok', 'YJ853'],
    ['a ground with another source', 'decidedBy: study, source: zhuzhou-daily-2021-10-28#S2.one-year', 'decidedBy: study, source: zhuzhou-daily-2021-10-28#S2.household', 'YJ854'],
    ['a slip in a unit', '{id: club,', '{id: clubb,', 'YJ855'],
    ['a group twice', '{id: adult,', '{id: youth,', 'YJ855'],
    ['another group than the rules give', 'group: organs', 'group: open', 'YJ856'],
    ['another reference day', '2021-10-01', '2021-10-02', 'YJ857'],
    ['a figure the rules do not use', 'adultAge: 18', 'adultAge: 16', 'YJ858'],
    ['more than the most', 'teamMin: 2,', 'teamMin: 30,', 'YJ859'],
    ['a sample that is not marked', 'samples: {illustrative: true', 'samples: {illustrative: false', 'YJ203'],
    ['a day that does not exist', 'referenceDay: "2021-10-01"', 'referenceDay: "2021-13-01"', 'YJ203'],
    ['an unknown key', 'edition: {number: 14', 'edition: {nummer: 1, number: 14', 'YJ201'],
    ['another name than the file’s', 'id: 14th', 'id: 15th', 'YJ302'],
  ])('%s', (_, from, to, code) => {
    expect(text).toContain(from);
    const broken = loadGames(new Map([['games/14th.yaml', text.replace(from, to)]]), law);
    expect(broken.findings.map((f) => f.code)).toContain(code);
    expect(broken.editions).toEqual([]);
    const line = text.slice(0, text.indexOf(from)).split('\n').length;
    expect(broken.findings.some((f) => f.code === code && Math.abs(f.line - line) <= 12)).toBe(true);
    for (const f of broken.findings) expect(f.message.en).not.toMatch(/\p{Script=Han}/u);
  });
});
