/** Whatever an author, an editor or an attacker does to a file of the shipped city, it is answered in time and never with a crash. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lintJourneys } from '../journey';
import { check, isRuleError, parse, type Scope } from '../rules';
import { shippedFiles as shipped } from '../testing/shipped-city';
import { sha256 } from '../testing/small-city';
import type { Finding } from './finding';
import { loadCatalogue } from './load';
import { read } from './read';

function loadWith(file: string, text: string): Finding[] {
  const { catalogue, findings } = loadCatalogue(new Map([...shipped, [file, text]]), sha256);
  const { law, findings: more } = catalogue.inForce('2026-01-15');
  return [...findings, ...more, ...(law ? lintJourneys(law, '2026-01-15').errors : [])];
}
const timed = <T>(f: () => T): { value: T; ms: number } => {
  // Time of this process, not of the clock on the wall: other work on the machine does not count.
  const start = process.cpuUsage();
  const value = f();
  const used = process.cpuUsage(start);
  return { value, ms: (used.user + used.system) / 1000 };
};
const places = (found: Finding[]) => found.every((f) => /^YJ\d{3}$/.test(f.code) && f.line >= 1 && f.column >= 1 && f.message.zh !== '' && f.message.en !== '');

const files = fc.constantFrom(...[...shipped.keys()].filter((f) => /^(services|journeys|concepts|evidence|codes|calendar|registers)\/|^[a-z]+\.yaml$/.test(f)));
const character = fc.constantFrom(...'[]{}:,-#&*!|>%@`"\'?\t\n \\0aé字＝“\u0000\uFFFD\uD800');
const mutation = fc.record({ file: files, kind: fc.constantFrom('drop', 'double', 'change', 'insert', 'cut', 'swap'), at: fc.nat(), with: character, to: fc.nat() });

function mutated(text: string, m: { kind: string; at: number; with: string; to: number }): string {
  const lines = text.split('\n');
  const [line, other, place] = [m.at % lines.length, m.to % lines.length, m.at % text.length];
  switch (m.kind) {
    case 'drop':
      return lines.toSpliced(line, 1).join('\n');
    case 'double':
      return lines.toSpliced(line, 0, lines[line]!).join('\n');
    case 'swap':
      return lines.with(line, lines[other]!).with(other, lines[line]!).join('\n');
    case 'change':
      return text.slice(0, place) + m.with + text.slice(place + 1);
    case 'insert':
      return text.slice(0, place) + m.with + text.slice(place);
    default:
      return text.slice(0, place);
  }
}

test('a shipped file with one mutation loads or is refused with places, within two seconds', () => {
  fc.assert(
    fc.property(mutation, (m) => {
      const { value, ms } = timed(() => loadWith(m.file, mutated(shipped.get(m.file)!, m)));
      expect(places(value)).toBe(true);
      expect(ms).toBeLessThan(2000);
    }),
    { numRuns: Number(process.env['YIJIAN_MUTATIONS'] ?? 8) },
  );
}, 120_000);

test('many mutations at once are read without a crash', () => {
  fc.assert(
    fc.property(files, fc.array(mutation, { minLength: 2, maxLength: 12 }), (file, all) => {
      const text = all.reduce((t, m) => (t === '' ? t : mutated(t, m)), shipped.get(file)!);
      expect(places(read(file, text).findings)).toBe(true);
    }),
    { numRuns: 300 },
  );
});

const million = 1_000_000;
const big = (piece: string) => piece.repeat(Math.ceil(million / piece.length)).slice(0, million);
/** The sizes a file may have, and the size of a flood. */
const hostile: [name: string, text: string][] = [
  ['brackets', big('[')],
  ['braces', big('{')],
  ['brackets behind keys', big('a: [')],
  ['brackets after an open quote', `a: |\n  '\nb: ${big('[')}`.slice(0, million)],
  ['brackets behind anchors', big('&a [')],
  ['dashes', big('- ')],
  ['questions', big('? ')],
  ['colons', big(': ')],
  ['one key many times', big('a: b\n')],
  [
    'many keys',
    Array.from({ length: 70_000 }, (_, i) => `k${i}: 1\n`)
      .join('')
      .slice(0, million),
  ],
  ['many keys in brackets', `{${Array.from({ length: 70_000 }, (_, i) => `k${i}: 1,`).join('')}}`.slice(0, million)],
  ['a staircase', Array.from({ length: 399 }, (_, i) => `${' '.repeat(i)}a:\n`).join('')],
  ['comments', big('# x\n')],
  ['comments between values', big('- a # x\n')],
  ['spaces', big(' ')],
  ['tabs', big('\t')],
  ['new lines', big('\n')],
  ['quotes', big('"')],
  ['single quotes', big("'")],
  ['backslashes', `"${big('\\')}"`.slice(0, million)],
  ['aliases', `a: &a x\nb: [${big('*a, ')}`.slice(0, million)],
  ['tags', big('!!js/x ')],
  ['documents', big('---\n')],
  ['blocks', big('a: |\n')],
  ['bars', big('|\n')],
  ['one long word', big('x')],
  ['one long Chinese word', big('字')],
  ['commas', big('[,')],
  ['carriage returns', big('a\r')],
  ['directives', `#\n${big('%YAML 1.1\n')}`.slice(0, million)],
];

describe('a hostile million characters is answered within two seconds', () => {
  test.each(hostile)('%s', (_name, text) => {
    // As it comes, and cut to what a file may hold: as many lines and as long as are let in.
    const within = text
      .replace(/[^\n]{7900}/g, '$&\n')
      .split('\n')
      .slice(0, 19_000)
      .join('\n')
      .slice(0, 490_000);
    for (const hostile of [text, within]) {
      const { value, ms } = timed(() => loadCatalogue(new Map([['services/hostile.yaml', hostile]]), () => ''));
      const found = [...value.findings, ...value.catalogue.inForce('2026-01-15').findings];
      expect(found.length).toBeGreaterThan(0);
      expect(places(found)).toBe(true);
      expect(ms).toBeLessThan(2000);
    }
  });
});

const scope: Scope = { name: () => ({ type: 'any' }), list: () => () => ({ type: 'any' }), names: () => ['a.b', 'c.d'] };
const ruleWords = fc.constantFrom(
  'a.b',
  'c.d',
  'and',
  'or',
  'not',
  '且',
  '或',
  '非',
  'in',
  'between',
  'if',
  'then',
  'else',
  'some',
  'every',
  'count',
  'satisfies',
  'date',
  '(',
  ')',
  '[',
  ']',
  '..',
  ',',
  '=',
  '!=',
  '<',
  '>=',
  '+',
  '-',
  '*',
  '/',
  '1',
  '2.5',
  '"x"',
  'absent',
  'at',
  'true',
  'years',
  'min',
  'e',
  '“',
  '＞',
  '\n',
);

describe('a rule', () => {
  test('of any text, or of any words of the language, is read or refused at a place within it', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'grapheme', maxLength: 200 }),
          fc.array(ruleWords, { maxLength: 60 }).map((w) => w.join(' ')),
        ),
        (text) => {
          const e = parse(text);
          if (isRuleError(e)) expect(e.at).toBeLessThanOrEqual(text.length);
          else for (const x of check(e, scope)) expect(x.at).toBeLessThanOrEqual(text.length);
        },
      ),
      { numRuns: 3000 },
    );
  });
  test.each([
    '(',
    '[',
    'not ',
    'if ',
    '-',
    '"',
    "'",
    'a.b and ',
    'a',
    '且',
    '1',
    '1 + ',
    'a.b = ',
    'x in [',
    'some a in b satisfies ',
    'count(',
    'min(',
    '.',
    '\u3000',
    '😀',
    '若',
    '1.',
  ])('of a million characters of %j is refused within two seconds', (piece) => {
    const { value, ms } = timed(() => parse(big(piece)));
    if (!isRuleError(value)) check(value, scope);
    expect(isRuleError(value) || value.kind === 'concept').toBe(true);
    expect(ms).toBeLessThan(2000);
  });
});
