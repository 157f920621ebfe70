import { describe, expect, it } from 'vitest';
import { procedures } from '../../core/case';
import { textOf } from '../text';
import { pausedFor } from './paper-page';

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
