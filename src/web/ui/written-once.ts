/** Parts of a page that are the same for everybody who reads a language: written once for the thing they show, and kept as long as that is. */
import { type Html, raw } from '../html/jsx-runtime';
import type { Text } from '../text';

const kept = new WeakMap<object, Map<Text, Map<string, Html>>>();

/** @param of what it shows. @param part its name on the page. @param write must read nothing else of the visit than its language. */
export function writtenOnce(of: object, t: Text, part: string, write: () => Html): Html {
  const byText = kept.get(of) ?? new Map<Text, Map<string, Html>>();
  kept.set(of, byText);
  const parts = byText.get(t) ?? new Map<string, Html>();
  byText.set(t, parts);
  let written = parts.get(part);
  if (written === undefined) parts.set(part, (written = inOne(write())));
  return written;
}

/** As one string: what was put together of pieces would be read piece by piece for every page it stands on. */
const inOne = (html: Html): Html => raw(new TextDecoder().decode(new TextEncoder().encode(`${html}`)));
