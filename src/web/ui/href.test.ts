import { expect, test } from 'vitest';
import { safeHref, to } from './href';

test.each(['/', '/services/a?x=1#y', '#part', '?lang=en', 'https://example.org/', 'tel:12345', 'mailto:a@b.c'])('%s is an address', (url) => expect(safeHref(url)).toBe(url));

test.each([
  'javascript:alert(1)',
  ' javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'data:text/html,x',
  '//evil.example',
  '/\\evil.example',
  '/a\nb',
  'https://a b',
  'vbscript:x',
  '',
])('%s leads nowhere', (url) => expect(safeHref(url)).toBe('#'));

test('an id is one part of the path, whatever it holds', () => {
  expect(to('/services', '../a b/?#')).toBe('/services/..%2Fa%20b%2F%3F%23');
  expect(to('/sign-in', undefined, { to: '/a?b=c', no: undefined })).toBe('/sign-in?to=%2Fa%3Fb%3Dc');
  expect(to('/sources', 'law', undefined, 'entry 1')).toBe('/sources/law#entry%201');
});
