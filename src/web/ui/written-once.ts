/** Parts of a page that are the same for everybody who reads a language: written once for the thing they show, and kept as long as that is. */
import { raw } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import type { Text } from '../text';

const kept = new WeakMap<object, Map<Text, Map<string, HtmlEscapedString>>>();

/** @param of what it shows. @param part its name on the page. @param write must read nothing else of the visit than its language. */
export function writtenOnce(of: object, t: Text, part: string, write: () => { toString(): string | Promise<string> }): HtmlEscapedString {
  const byText = kept.get(of) ?? new Map<Text, Map<string, HtmlEscapedString>>();
  kept.set(of, byText);
  const parts = byText.get(t) ?? new Map<string, HtmlEscapedString>();
  byText.set(t, parts);
  let written = parts.get(part);
  if (written === undefined) parts.set(part, (written = raw(String(write().toString()))));
  return written;
}
