/**
 * Broken city folders: each is the small city with a file or two on top, and ▼ marks the thing at fault. The finding has its
 * number, stands exactly there, and says in both languages what to do.
 */
import { describe, expect, test } from 'vitest';
import { lintJourneys } from '../journey';
import { sha256, smallCity } from '../testing/small-city';
import { inOrder, type Finding } from './finding';
import { loadCatalogue } from './load';
import { journeys } from './testing/broken/journeys';
import { reading } from './testing/broken/reading';
import { references } from './testing/broken/references';
import { rules } from './testing/broken/rules';
import { shape } from './testing/broken/shape';
import { inService, journey, service, type Broken } from './testing/broken/written';

/** Findings of a folder in every interval of law, loader and linter together. */
function lintFiles(overlay: { [path: string]: string | null }): Finding[] {
  const files = new Map(Object.entries({ ...smallCity, ...overlay }).flatMap(([p, t]) => (t === null ? [] : [[p, t]])));
  const { catalogue, findings } = loadCatalogue(files, sha256);
  const found = [...findings];
  for (const day of catalogue.changes) {
    const { law, findings: more } = catalogue.inForce(day);
    found.push(...more);
    if (law) found.push(...lintJourneys(law, day < '2020-01-01' ? '2020-01-01' : day).errors);
  }
  return inOrder(found);
}

/** The place of ▼, and the files without it. */
function unmarked(files: Broken['files']): { files: Broken['files']; marked: { file: string; line: number; column: number } | null } {
  let marked: { file: string; line: number; column: number } | null = null;
  const plain = Object.fromEntries(
    Object.entries(files).map(([file, text]) => {
      const at = text?.indexOf('▼') ?? -1;
      if (text === null || at < 0) return [file, text];
      const before = text.slice(0, at).split('\n');
      marked = { file, line: before.length, column: before[before.length - 1]!.length + 1 };
      return [file, text.slice(0, at) + text.slice(at + 1)];
    }),
  );
  return { files: plain, marked };
}

describe('a broken folder is refused at the place at fault', () => {
  test.each([...reading, ...shape, ...references, ...rules, ...journeys])('$code $name', (broken) => {
    const { files, marked } = unmarked(broken.files);
    const place = marked ?? { file: broken.file!, line: 1, column: 1 };
    const found = lintFiles(files);
    const summary = found.map((f) => `${f.code} ${f.file}:${f.line}:${f.column} ${f.message.zh} / ${f.message.en}`);
    const hit = found.find((f) => f.code === broken.code && f.file === place.file && f.line === place.line && f.column === place.column);
    expect(hit, `wanted ${broken.code} ${place.file}:${place.line}:${place.column}, found\n${summary.join('\n')}`).toBeDefined();
    expect(hit!.message.zh).toContain(broken.zh);
    expect(hit!.message.en).toContain(broken.en);
    expect(hit!.message.zh, 'the Chinese is Chinese').toMatch(/\p{Script=Han}/u);
    // What is wrong is told once, or for both sides of it.
    expect(found.length, summary.join('\n')).toBeLessThanOrEqual(4);
  });
});

test('the small city itself is clean', () => expect(lintFiles({})).toEqual([]));

test('two suppliers that can never both be in are no error', () => {
  const gives = (id: string) => service(id, 'outputs: {concepts: [business.creditCode]}\n');
  const uses = (a: string, b: string) => ({ 'services/s.yaml': gives('s'), 'services/t.yaml': gives('t'), 'journeys/j.yaml': journey(`  - {use: s, when: '${a}'}\n  - {use: t, when: '${b}'}\n`) });
  expect(lintFiles(uses('business.seats > 3', 'business.seats <= 3'))).toEqual([]);
  expect(lintFiles(uses('business.activity = "restaurant"', 'business.activity in ["canteen", "office"]'))).toEqual([]);
  expect(lintFiles(uses('applicant.age >= 18', 'applicant.birthDate > date("2019-06-01")'))).toEqual([]);
  expect(lintFiles(uses('applicant.age >= 18', 'applicant.birthDate > date("2001-06-01")')).map((f) => f.code)).toEqual(['YJ503']);
});

test('in every interval between two changes of law', () => {
  const found = lintFiles(inService('needs: [{concept: applicant.name, to: 2021-12-31}, {concept: applicant.nmae, from: 2022-01-01, to: 2022-12-31}]\n'));
  expect(found.map((f) => [f.code, f.line])).toEqual([['YJ303', 6]]);
});

test('a rule in a block reads its place through the indentation', () => {
  const found = lintFiles(inService('applies:\n  - when: |\n      business.barred\n      or business.nosuch\n'));
  expect(found.map((f) => [f.code, f.line, f.column])).toEqual([['YJ403', 9, 10]]);
});
