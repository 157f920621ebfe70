import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonical } from './canonical';
import { no, valueEnd } from './canonical-bytes';
import { sealedText } from './chain';
import { noPlaces, readSealed } from './sealed';

const bytes = (text: string) => new TextEncoder().encode(text);
const isCanonical = (b: Uint8Array) => valueEnd(b, 0) === b.length;
/** What the scan must say, by reading and writing again. */
const byReading = (b: Uint8Array): boolean => {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(b);
    return canonical(JSON.parse(text)) === text;
  } catch {
    return false;
  }
};
const letters = fc.string({ unit: fc.constantFrom('a', 'B', '"', '\\', '\n', '\u0001', '\u001f', '\u007f', 'é', '面', '\ud7ff', '\ue000', '\uffff', '𰻝', '\u{10ffff}', '/', ' ') });
const json = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.integer(),
    letters,
    fc.constantFrom(null, true, false, 0, -0, 1e21, 123456789012345, 1234567890123456, 0.1),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(letters, tie('value'), { maxKeys: 5 }),
  ),
})).value;

describe('canonical text as bytes', () => {
  it('accepts whatever canonical writes', () => {
    fc.assert(
      fc.property(json, (value) => isCanonical(bytes(canonical(value)))),
      { numRuns: 500 },
    );
  });

  it('says of text with one byte changed, dropped, added or two exchanged what reading and writing it says', () => {
    const change = fc.tuple(fc.nat(), fc.nat(), fc.integer({ min: 0, max: 255 }), fc.constantFrom('set', 'drop', 'add', 'swap'));
    fc.assert(
      fc.property(json, change, (value, [i, j, byte, how]) => {
        const whole = [...bytes(canonical(value))];
        const [at, other] = [i % whole.length, j % whole.length];
        if (how === 'set') whole[at] = byte;
        else if (how === 'drop') whole.splice(at, 1);
        else if (how === 'add') whole.splice(at, 0, byte);
        else [whole[at], whole[other]] = [whole[other]!, whole[at]!];
        const b = Uint8Array.from(whole);
        expect(isCanonical(b)).toBe(byReading(b));
      }),
      { numRuns: 3000 },
    );
  });

  it.each([
    ...['{"a":1,"b":2}', '{"b":1,"a":2}', '{"a":1,"a":2}', '{"a":1,"ab":2}', '{"ab":1,"a":2}', '{"":1,"a":2}', '{"a":1,}', '{,}', '[,]', '[1,]', '[1 ,2]', ' 1', '1 ', ''],
    ...['{"\\n":1,"a":2}', '{"a":1,"\\n":2}', '{"\ue000":1,"𰻝":2}', '{"𰻝":1,"\ue000":2}', '{"\\u0001":1,"\\b":2}', '{"!":1,"\\"":2}', '{"#":1,"\\"":2}', '{"a\\"":1,"ab":2}'],
    ...['0', '-0', '00', '01', '-1', '--1', '1.0', '1e3', '1000', '1e+21', '1E21', '1e21', '9007199254740993', '9007199254740992', '.5', '0.5', '5.', '-', '+1', '1.5e-7', '1e999'],
    ...['"\\u0007"', '"\\u0008"', '"\\u001F"', '"\\u001f"', '"\\u0020"', '"\\u00"', '"\\ud800"', '"\\/"', '"\\a"', '"a', '"\u0007"', '"\u2028"', '"\u007f"'],
    ...['true', 'tru', 'nullx', 'false', '{"__proto__":1}', '[[]]', '[]]', '{"a":{}}', '\ufeff1'],
  ])('%s', (text) => expect(isCanonical(bytes(text))).toBe(byReading(bytes(text))));

  it.each([
    [0xc0, 0x80],
    [0xc1, 0xbf],
    [0xe0, 0x9f, 0xbf],
    [0xed, 0xa0, 0x80],
    [0xf0, 0x8f, 0xbf, 0xbf],
    [0xf4, 0x90, 0x80, 0x80],
    [0xf5, 0x80, 0x80, 0x80],
    [0x80],
    [0xe9, 0x9d],
    [0xff],
  ])('bytes that are not UTF-8 are refused: %x %x', (...letter) => expect(isCanonical(Uint8Array.from([0x22, ...letter, 0x22]))).toBe(false));

  it('refuses depth without end instead of falling over', () => {
    expect(valueEnd(bytes('['.repeat(1_000_000)), 0)).toBe(no);
    expect(isCanonical(bytes(`${'['.repeat(400)}${']'.repeat(400)}`))).toBe(true);
  });
});

describe('a sealed event', () => {
  const text = sealedText({ caseId: '7', n: 12, at: '2026-03-02T09:00:00+08:00', prev: 'ab', actor: { id: 'p', name: '面', capacity: 'self' }, event: { type: 'closed', outcome: 'granted' } });
  const read = (t: string) => {
    const places = noPlaces();
    return readSealed(bytes(t), 0, bytes(t).length, places) ? places : null;
  };
  it('is read where its values stand', () => {
    const p = read(text)!;
    const said = (from: number, to: number) => new TextDecoder().decode(bytes(text).subarray(from, to));
    expect([said(p.atFrom, p.atTo), said(p.caseFrom, p.caseTo), said(p.typeFrom, p.typeTo), said(p.nFrom, p.nTo), said(p.prevFrom, p.prevTo)]).toEqual([
      '2026-03-02T09:00:00+08:00',
      '7',
      'closed',
      '12',
      'ab',
    ]);
  });
  it.each([
    ['a member more', text.replace('{', '{"a":1,')],
    ['a member twice', text.replace(',"n":12', ',"n":12,"n":12')],
    ['no type', text.replace(',"type":"closed"', '')],
    ['a type that is no text', text.replace('"closed"', '1')],
    ['a type further in only', text.replace('"type":"closed"', '"z":{"type":"closed"}')],
    ['members in another order', text.replace(/"at":"([^"]*)","caseId":"7"/, '"caseId":"7","at":"$1"')],
    ['something behind', `${text} `],
    ['nothing', ''],
  ])('is not one with %s', (_, t) => expect(read(t)).toBeNull());
});
