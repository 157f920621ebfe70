/**
 * Broken rule sets: each is the small city with one set on top, and ▼ marks the thing at fault. The finding has its number, stands
 * exactly there, and says in both languages what to do; nothing of a later stage is said beside it.
 */
import { describe, expect, test } from 'vitest';
import { sha256, smallCity } from '../../testing/small-city';
import { boundaryWarnings, lineFindings } from '..';
import { inOrder, type Finding } from '../finding';
import { loadCatalogue } from '../load';
import { completeness } from './testing/broken/completeness';
import { meaning } from './testing/broken/meaning';
import { reading } from './testing/broken/reading';
import { set, table } from './testing/broken/written';

/** Everything the loader and the linter say of the set, in every interval of law. */
function lint(overlay: { [path: string]: string }): Finding[] {
  const { catalogue, findings } = loadCatalogue(new Map(Object.entries({ ...smallCity, ...overlay })), sha256);
  const found = [...findings];
  for (const day of catalogue.changes) {
    const { law, findings: more } = catalogue.inForce(day);
    found.push(...more);
    if (law) found.push(...lineFindings(law), ...boundaryWarnings([law]));
  }
  return inOrder(found);
}

describe('a broken rule set', () => {
  test.each([...reading, ...meaning, ...completeness].map((f) => [f.code, f.name, f] as const))('%s %s', (_code, _name, { files, code, zh, en }) => {
    const [file, marked] = Object.entries(files).find(([, text]) => text.includes('▼'))!;
    const before = marked.slice(0, marked.indexOf('▼'));
    const place = { file, line: before.split('\n').length, column: before.length - before.lastIndexOf('\n') };
    const found = lint(Object.fromEntries(Object.entries(files).map(([p, t]) => [p, t.replaceAll('▼', '')])));
    expect(found[0], JSON.stringify(found)).toMatchObject({ code, ...place });
    expect(found[0]!.message.zh).toContain(zh);
    expect(found[0]!.message.en).toContain(en);
    if (code !== 'YJ430' && code !== 'YJ426') expect(found.length, JSON.stringify(found)).toBe(1);
  });
});

const sound: { [name: string]: { [path: string]: string } } = {
  'a table whose columns can never meet where it says nothing': table(
    `{hit: unique, columns: ['years(person.birthDate, at)', 'months(person.birthDate, at)'], rows: [{when: ['< 1', '-'], then: 1}, {when: ['>= 1', '>= 12'], then: 2}]}`,
    'number',
  ),
  'rows that overlap only where nobody is': table(
    `{hit: unique, columns: ['years(person.birthDate, at)', 'months(person.birthDate, at)'], rows: [{when: ['< 1', '-'], then: 1}, {when: ['-', '>= 12'], then: 2}]}`,
    'number',
  ),
  'a boundary nothing could tell apart asks for no example': set(
    `rules:\n  - {id: a, is: 'years(person.birthDate, at) >= 18 and months(person.birthDate, at) > 100'}\nexamples: [{at: 2026-01-15, when: {person.birthDate: 2008-01-15}, then: {a: true}}, {at: 2026-01-15, when: {person.birthDate: 2008-01-16}, then: {a: false}}, {at: 2026-01-15, when: {person.birthDate: 2007-01-15}, then: {a: true}}, {at: 2026-01-15, when: {person.birthDate: 2007-01-16}, then: {a: true}}]\n`,
  ),
};
test.each(Object.entries(sound))('%s', (_name, files) => expect(lint(files).map((f) => f.message.en)).toEqual([]));
