/** The finding for an id that nothing is called, with the nearest one that exists; every room that checks names says it with these words. */
import { nearest } from '../rules';
import { finding, type Finding, type Place } from './finding';

export type Names = { has(id: string): boolean; keys(): Iterable<string> };

/** Null when the name exists. `what` is the kind of thing in both languages. */
export function unknownName(code: string, place: () => Place, what: readonly [zh: string, en: string], id: string, among: Names): Finding | null {
  if (among.has(id)) return null;
  const near = nearest(id, among.keys());
  return finding(
    code,
    place(),
    `没有叫“${id}”的${what[0]}；${near ? `是不是 ${near}？` : '改正，或先定义它'}`,
    `no ${what[1]} is called "${id}"; ${near ? `did you mean ${near}?` : 'correct it, or define it first'}`,
  );
}
