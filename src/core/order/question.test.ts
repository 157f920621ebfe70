import { describe, expect, test } from 'vitest';
import { parseQuestions, type Asked } from './question';

const parse = (text: string): Asked[] => {
  const parsed = parseQuestions('q', text);
  if ('findings' in parsed) throw new Error(JSON.stringify(parsed.findings));
  return parsed.asked;
};
const refused = (text: string) => {
  const parsed = parseQuestions('q', text);
  return 'findings' in parsed ? parsed.findings.map((f) => (f.code.startsWith('YJ1') ? f.code : `${f.code} ${f.line}:${f.column}`)) : [];
};
const question = (rest: string) => `- kind: leave-area\n  area: "430223"\n${rest}`;

describe('a question file', () => {
  test('JSON and YAML say the same; codes stay text, instants carry their offset', () => {
    const json = parse('[{"kind": "go-out", "area": "430223", "at": "2021-10-29T00:00:00Z", "person": {"residentOf": "430223", "onDuty": true}}]');
    const yaml = parse('- kind: go-out\n  area: 430223\n  at: 2021-10-29T08:00:00+08:00\n  person: {residentOf: 430223, onDuty: true}\n');
    expect(json).toEqual(yaml);
    expect(json[0]!.question.area).toBe('430223');
  });
  test('null is unknown, except that there is no test and no work', () => {
    const [asked] = parse('[{"kind": "leave-area", "area": "430223", "person": {"residentOf": null, "reason": null, "work": null, "test": null}}]');
    expect(asked!.question.person).toEqual({ work: null, test: null });
  });
  test('a question on its own is a list of one; an empty list asks nothing', () => {
    expect(parse('{"kind": "venue", "area": "430223"}')).toHaveLength(1);
    expect(parse('[]')).toEqual([]);
  });
  test('a long list of a program is read, and a fault in it refused', () => {
    const many = Array.from({ length: 20_000 }, () => ({ kind: 'venue', area: '430223', at: '2021-10-29T08:00:00+08:00', venue: { type: 'cinema', crowd: null } }));
    expect(parse(JSON.stringify(many))).toHaveLength(20_000);
    expect(refused(JSON.stringify([...many, { kind: 'fly', area: '430223' }]))).toEqual(['YJ203 1:1']);
    expect(refused(`${'['.repeat(300_000)}`)[0]).toMatch(/^YJ10/);
  });
  test.each<[string, string, string[]]>([
    ['an instant without an offset', question('  at: 2021-10-29T12:00:00\n'), ['YJ791 3:7']],
    ['a sample without an offset', question('  person: {test: {sampledAt: 2021-10-29T12:00:00}}\n'), ['YJ791 3:30']],
    ["24 o'clock", question('  knownAt: 2021-10-29T24:00:00+08:00\n'), ['YJ791 3:12']],
    ['an unknown key', question('  when: 2021-10-29T12:00:00+08:00\n'), ['YJ201 3:3']],
    ['an unknown kind', '- {kind: fly, area: "430223"}\n', ['YJ203 1:10']],
    ['an area that is no code', '- {kind: venue, area: 攸县}\n', ['YJ203 1:23']],
    ['no area', '- {kind: venue}\n', ['YJ202 1:3']],
    ['an unknown result', question('  person: {test: {result: unclear}}\n'), ['YJ203 3:27']],
    ['a truth that is none', question('  person: {reason: maybe}\n'), ['YJ203 3:20']],
    ['a slip in an exempt kind of work', question('  person: {work: medical-suport}\n'), ['YJ793 3:18']],
    ['not YAML', '[{"kind": ', ['YJ101']],
    ['an alias', '- &a {kind: venue, area: "430223"}\n- *a\n', ['YJ103', 'YJ103']],
    ['nothing', '', ['YJ105']],
  ])('%s is refused with its line', (_what, text, findings) => expect(refused(text)).toEqual(findings));
});
