import { describe, expect, it } from 'vitest';
import { procedures } from '../../core/case';
import { en, zh } from '../text/papers';
import { textOf } from '../text';
import { linesOf, pausedFor } from './paper-page';

describe.each(['zh', 'en'] as const)('the paper of a pause, in %s', (lang) => {
  const t = textOf(lang);
  it.each(procedures.filter((p) => p !== 'awaiting-output'))('%s is said in words', (procedure) => {
    const lines = t.papers.says['special-procedure'](pausedFor(t, { procedure, reason: '…' }, 'DAY')).join();
    expect(lines).toContain('DAY');
    expect(lines).not.toMatch(/undefined|awaiting-output|expert-review/);
    if (lang === 'zh') expect(lines).not.toContain(procedure);
  });
  it('a hearing is the applicant’s own, not something the office needs', () => {
    expect(t.papers.says['special-procedure'](pausedFor(t, { procedure: 'hearing', reason: '听证' }, 'DAY'))[0]).toMatch(lang === 'zh' ? /^您要求听证/ : /^You asked for a hearing/);
  });
});

it('a joint extension into a year that is not published names no empty day', () => {
  const said = (t: typeof zh) => t.says['joint-extension']({ approvedBy: '某某', reason: '复杂', due: '' }).join('');
  expect(said(zh)).toContain('到国务院公布放假安排后算出的日期');
  expect(said(en)).toContain('to a date that follows');
});

it('a notice lists what is missing line by line', () => {
  expect(linesOf(textOf('zh'), 'supplement', { defects: '1. 平面图：看不清\n2. 地址：缺门牌号', respondBy: '' })).toEqual(expect.arrayContaining(['1. 平面图：看不清', '2. 地址：缺门牌号']));
});
