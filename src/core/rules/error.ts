/** What is wrong with a rule: a stable code, the offset in its text, and the remedy in both languages. */
export type RuleError = { error: true; code: string; at: number; zh: string; en: string };

export const ruleError = (code: string, at: number, zh: string, en: string): RuleError => ({ error: true, code, at, zh, en });
export const isRuleError = (x: unknown): x is RuleError => typeof x === 'object' && x !== null && (x as { error?: unknown }).error === true;
