import fc from 'fast-check';
import * as hono from 'hono/jsx/jsx-runtime';
import { raw as honoRaw } from 'hono/html';
import { describe, expect, it } from 'vitest';
import { Fragment, jsx, raw } from './jsx-runtime';

/** A page as data, written by this runtime and by Hono's. */
type Part =
  | string
  | number
  | boolean
  | null
  | undefined
  | Part[]
  | { tag: string; props: { [name: string]: string | number | boolean | null | undefined }; inside: Part[] | Part; component?: boolean };

const ours = (p: Part): never =>
  (p !== null && typeof p === 'object' ? (Array.isArray(p) ? p.map(ours) : p.component ? jsx(() => jsx(p.tag, made(p, ours)), {}) : jsx(p.tag || (Fragment as never), made(p, ours))) : p) as never;
const theirs = (p: Part): never =>
  (p !== null && typeof p === 'object'
    ? Array.isArray(p)
      ? p.map(theirs)
      : p.component
        ? hono.jsx(() => hono.jsx(p.tag, made(p, theirs) as never) as never, {} as never)
        : hono.jsx((p.tag || hono.Fragment) as never, made(p, theirs) as never)
    : p) as never;
const made = (p: Exclude<Part, string | number | boolean | null | undefined | Part[]>, write: (p: Part) => never) => {
  const inside = Array.isArray(p.inside) ? p.inside.map(write) : write(p.inside);
  return { ...p.props, ...(Array.isArray(inside) && inside.length === 0 ? {} : { children: inside }) };
};

const text = fc.oneof(fc.string(), fc.constantFrom('渌口区', '<b>', `'"&`, 'a & b', ''));
const value = fc.oneof(text, fc.integer(), fc.boolean(), fc.constant(null), fc.constant(undefined));
const props = fc.dictionary(fc.constantFrom('class', 'id', 'href', 'checked', 'open', 'hidden', 'value', 'data-once', 'aria-hidden', 'lang', 'tabindex', 'selected', 'for'), value, {
  noNullPrototype: true,
});
const { tree } = fc.letrec<{ tree: Part; element: Part }>((tie) => ({
  tree: fc.oneof({ maxDepth: 5 }, text, fc.integer(), fc.constantFrom(true, false, null, undefined), tie('element'), fc.array(tie('tree'), { maxLength: 3 })),
  element: fc.oneof(
    fc.record({
      tag: fc.constantFrom('p', 'div', 'li', 'option', 'form', 'button', 'path', 'h1'),
      props,
      inside: fc.array(tie('tree'), { maxLength: 4 }),
      component: fc.boolean(),
    }) as fc.Arbitrary<Part>,
    fc.record({ tag: fc.constantFrom('input', 'br', 'img'), props, inside: fc.constant<Part[]>([]) }) as fc.Arbitrary<Part>,
    fc.record({ tag: fc.constant(''), props: fc.constant({}), inside: fc.array(tie('tree'), { maxLength: 4 }) }) as fc.Arbitrary<Part>,
  ),
}));

describe('JSX', () => {
  it("is written as Hono's runtime writes it", () => {
    fc.assert(
      fc.property(tree, (part) => {
        expect(String(jsx('main', { children: [ours(part)] }))).toBe(String(hono.jsx('main', { children: [theirs(part)] } as never)));
      }),
      { numRuns: 400 },
    );
  });

  it('escapes all text and every value, and nothing twice', () => {
    const inner = jsx('b', { title: `"'<>&`, children: `"'<>&` });
    expect(`${jsx('p', { children: [inner, raw('<i></i>'), honoRaw('<u></u>')] })}`).toBe('<p><b title="&quot;&#39;&lt;&gt;&amp;">&quot;&#39;&lt;&gt;&amp;</b><i></i><u></u></p>');
    expect(`${jsx('a', { href: inner })}`).toContain('href="&lt;b title=&quot;');
  });

  it('refuses what would not be text: a promise, an object, a name that ends its tag', () => {
    expect(() => jsx('p', { children: Promise.resolve('late') })).toThrow(TypeError);
    expect(() => jsx('p', { children: {} })).toThrow(TypeError);
    expect(() => jsx('p', { 'x onload="y': '1' })).toThrow(TypeError);
  });
});
