/** The tools of the reference checks. */
import type { RuleType } from '../rules';
import type { InForce } from './catalogue';
import type { LawScope } from './scope';

export type Path = (string | number)[];

/** What every check works with: the law, and how it says what is wrong. */
export type Kit = {
  law: InForce;
  say: (code: string, file: string, path: Path, zh: string, en: string) => void;
  named: (what: [string, string], id: string | undefined, among: { has(id: string): boolean; keys(): Iterable<string> }, file: string, path: Path) => boolean;
  rule: (text: string, scope: LawScope, file: string, path: Path, wanted?: RuleType) => void;
};
