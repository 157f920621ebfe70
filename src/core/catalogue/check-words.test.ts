import { expect, test } from 'vitest';
import { sha256, smallCity } from '../testing/small-city';
import { loadCatalogue } from './load';
import { checkWords, commonCharacters } from './check-words';

const said = (ask: string, hint = '', more: { [path: string]: string } = {}) => {
  const concept = `entity: place\ndata:\n  - {id: extra, type: bool, label: {zh: 一, en: One}, ask: {zh: "${ask}", en: "?"}${hint && `, hint: {zh: "${hint}", en: h}`}}\n`;
  const { law, findings } = loadCatalogue(new Map(Object.entries({ ...smallCity, 'concepts/place-extra.yaml': concept, ...more })), sha256).catalogue.inForce('2026-01-15');
  expect(findings).toEqual([]);
  return checkWords(law!).filter((f) => f.file === 'concepts/place-extra.yaml');
};
const glossary = { 'glossary.yaml': '- {term: 抵押, plain: {zh: 押给银行, en: pledged}}\n' };

test('a question may have forty characters, not forty-one', () => {
  expect(said('大'.repeat(40))).toEqual([]);
  expect(said('大'.repeat(41)).map((f) => [f.code, f.line])).toEqual([['YJ512', 3]]);
});

test('common characters only; signs, digits and letters are free', () => {
  expect(said('店里有WiFi吗？3间？')).toEqual([]);
  expect(said('卖生蚝吗？')[0]).toMatchObject({ code: 'YJ513', message: { zh: expect.stringContaining('蚝') } });
});

test('a legal term needs its plain meaning beside it', () => {
  expect(said('房子抵押了吗？', '', glossary)[0]).toMatchObject({ code: 'YJ514', message: { zh: expect.stringContaining('押给银行') } });
  expect(said('房子抵押了吗？', '就是押给银行贷款', glossary)).toEqual([]);
});

test('level one of GB/T 2312 is whole', () => {
  expect(commonCharacters().size).toBe(3755);
  expect([...'啊座'].every((c) => commonCharacters().has(c))).toBe(true);
  expect([...'亍齄𠮷'].some((c) => commonCharacters().has(c))).toBe(false);
});
