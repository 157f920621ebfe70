import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '../catalogue';
import { sha256, smallCity } from '../testing/small-city';
import { lintSources } from './lint';

const paper = `id: paper
title: {zh: 报纸, en: Paper}
date: "2021-10-28"
stories:
  - {id: S1, title: {zh: 一, en: One}}
facts:
  - {id: S1.sum, story: S1, printed: 40亿元, strength: intend, says: {zh: 拟投资, en: planned}, usedBy: [agreements/deal]}
  - {id: S1.day, story: S1, printed: 10月28日至31日, says: {zh: 期间, en: span}, usedBy: [agreements/deal]}
  - {id: S1.who, story: S1, printed: 陈恢清, kind: name, says: {zh: 主持, en: chaired}, usedBy: [agreements/deal]}
  - {id: S1.rank, story: S1, printed: "78", says: {zh: 名次, en: rank}, usedBy: [agreements/deal]}
`;
const deal = `id: deal
money: {amount: "400000000000", strength: intend, source: paper#S1.sum}
from: {at: "2021-10-28T00:00:00+08:00", source: paper#S1.day}
to: {at: "2021-11-01T00:00:00+08:00", source: paper#S1.day}
chair: {name: {zh: 陈恢清, en: Chen Huiqing}, source: paper#S1.who}
other: {name: {zh: 某某公司, en: Some company}, source: paper#S1.who}
place: {rank: "78", source: paper#S1.rank}
`;

function lint(change: { paper?: [string, string]; deal?: [string, string] } = {}, more: { [path: string]: string } = {}) {
  const swap = (text: string, by?: [string, string]) => {
    if (by) expect(text).toContain(by[0]);
    return by ? text.replace(by[0], by[1]) : text;
  };
  const files = new Map(Object.entries({ ...smallCity, 'sources/paper.yaml': swap(paper, change.paper), 'agreements/deal.yaml': swap(deal, change.deal), ...more }));
  const { catalogue, findings } = loadCatalogue(files, sha256);
  expect(findings).toEqual([]);
  const { law, findings: found } = catalogue.inForce('2026-01-01');
  expect(found).toEqual([]);
  return lintSources(law!, files);
}
const one = (change: Parameters<typeof lint>[0]) => {
  const { errors, warnings } = lint(change);
  expect(warnings).toEqual([]);
  expect(errors).toHaveLength(1);
  const { code, file, line, message } = errors[0]!;
  expect(message.zh).toMatch(/；/);
  return { code, file, line };
};

describe('sources', () => {
  it('has nothing to say when what is held is what is printed', () => expect(lint()).toEqual({ errors: [], warnings: [] }));

  it('YJ602: a fact used by something that is not there', () => expect(one({ paper: ['[agreements/deal]', '[agreements/deel]'] })).toEqual({ code: 'YJ602', file: 'sources/paper.yaml', line: 7 }));
  it('YJ602: a kind of place that does not exist', () => expect(one({ paper: ['[agreements/deal]', '[contracts/deal]'] })).toMatchObject({ code: 'YJ602', line: 7 }));
  it('YJ602 as a warning, once, while the whole room is missing', () => {
    const { errors, warnings } = lint({ paper: ['usedBy: [agreements/deal]}', 'usedBy: [games/14th, agreements/deal, games/14th]}'] });
    expect(errors).toEqual([]);
    expect(warnings.map((w) => w.code)).toEqual(['YJ602']);
  });
  it('YJ603: an amount that is not the printed one', () => expect(one({ deal: ['400000000000', '40000000000'] })).toEqual({ code: 'YJ603', file: 'agreements/deal.yaml', line: 2 }));
  it('YJ603: a rank that is not the printed one', () => expect(one({ deal: ['rank: "78"', 'rank: "77"'] })).toEqual({ code: 'YJ603', file: 'agreements/deal.yaml', line: 7 }));
  it('YJ604: a day that is not printed', () => expect(one({ deal: ['2021-10-28T', '2021-10-29T'] })).toEqual({ code: 'YJ604', file: 'agreements/deal.yaml', line: 3 }));
  it('YJ604: an end one day too late', () => expect(one({ deal: ['2021-11-01T', '2021-11-02T'] })).toMatchObject({ code: 'YJ604', line: 4 }));
  it('YJ605: a name with a wrong character', () => expect(one({ deal: ['zh: 陈恢清', 'zh: 陈恢青'] })).toEqual({ code: 'YJ605', file: 'agreements/deal.yaml', line: 5 }));
  it('YJ606: a promise made stronger', () => expect(one({ deal: ['strength: intend', 'strength: must'] })).toEqual({ code: 'YJ606', file: 'agreements/deal.yaml', line: 2 }));
  it('YJ607: a story that is not there', () => expect(one({ paper: ['story: S1, printed: "78"', 'story: S4, printed: "78"'] })).toEqual({ code: 'YJ607', file: 'sources/paper.yaml', line: 10 }));
  it('YJ608: a fact written twice', () =>
    expect(one({ paper: ['id: S1.rank', 'id: S1.who'], deal: ['{rank: "78", source: paper#S1.rank}', '{rank: "78"}'] })).toMatchObject({ code: 'YJ608', line: 10 }));
  it('YJ620 as a warning: a fact that is not cited where it is said to be used', () => {
    const { errors, warnings } = lint({ deal: [', source: paper#S1.rank', ''] });
    expect(errors).toEqual([]);
    expect(warnings.map((w) => [w.code, w.line])).toEqual([['YJ620', 10]]);
  });
  it('YJ609: an article that holds no fact', () =>
    expect(one({ paper: ['facts:', 'articles: [{id: A1, title: {zh: 文, en: Article}, holds: [S2]}]\nfacts:'] })).toMatchObject({ code: 'YJ609', line: 6 }));
});
