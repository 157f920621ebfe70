/** Takes what was written on a page of questions: everything as the city's types read it, or all that is wrong at once. */
import type { Value, Values } from '../case/event';
import { creditCodeFault, idNumberFault, type Text } from '../catalogue';
import type { Prepared } from './basket';
import { parseAnswer, type Refused } from './values';

/** Concept → raw value; `{declined: true}` where a clerk can find it out; `null` for "does not exist". */
export type Given = { [concept: string]: unknown };

export function takeAnswers(prepared: Prepared, before: Values, given: Given): { answers: Values } | { refused: Refused[] } {
  const answers: Values = { ...before };
  const refused: Refused[] = [];
  for (const [concept, raw] of Object.entries(given)) {
    const datum = prepared.datum(concept)?.datum;
    if (raw === null && !mayBeAbsent(prepared, concept)) {
      refused.push({ concept, message: { zh: '请填写', en: 'enter something here' } });
      continue;
    }
    if (typeof raw === 'object' && raw !== null && !Array.isArray(raw) && !datum?.clerkCanFind) {
      refused.push({ concept, message: { zh: '请回答这一题', en: 'answer this question' } });
      continue;
    }
    const parsed = parseAnswer(prepared, concept, asWritten(datum?.type, raw));
    if ('refused' in parsed) refused.push({ concept, message: parsed.refused });
    else {
      const slip = slipIn(datum?.type, parsed.value);
      if (slip) refused.push({ concept, message: slip });
      else answers[concept] = parsed.value;
    }
  }
  return refused.length ? { refused } : { answers };
}

export function mayBeAbsent(prepared: Prepared, concept: string): boolean {
  const found = prepared.datum(concept);
  return found !== null && (found.subject.mayBeAbsent === true || found.datum.mayBeAbsent === true);
}

/** Numbers as people write them: full-width signs, spaces and hyphens between groups, a small x. */
function asWritten(type: string | undefined, raw: unknown): unknown {
  // In a scenario the bare word means "there is none"; in a box it is what somebody is called.
  if (raw === 'null') return ' null';
  if ((type !== 'id-number' && type !== 'credit-code') || typeof raw !== 'string') return raw;
  return raw.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase();
}

/** A slip of the pen in a number with a check digit, told to the one who wrote it. Nothing else is judged by it. */
export function slipIn(type: string | undefined, value: Value): Text | null {
  if (typeof value !== 'string') return null;
  if (type === 'id-number')
    switch (idNumberFault(value)) {
      case null:
        return null;
      case 'shape':
        return { zh: '公民身份号码是18位，请对照身份证再看一遍；没有身份证的选“没有”', en: 'an identity number has 18 characters; compare it with the card, or choose “none” if there is no card' };
      case 'birth-date':
        return { zh: '号码里的出生日期（第7到14位）不存在，请对照身份证再看一遍', en: 'the date of birth inside the number (characters 7 to 14) does not exist; compare it with the card' };
      case 'check-digit':
        return { zh: '号码好像抄错了一位，请对照身份证再看一遍', en: 'one character of the number seems to be wrong; compare it with the card' };
    }
  if (type === 'credit-code')
    switch (creditCodeFault(value)) {
      case null:
        return null;
      case 'shape':
        return { zh: '统一社会信用代码是18位数字和大写字母，请对照营业执照再看一遍', en: 'a credit code has 18 digits and capital letters; compare it with the business licence' };
      case 'organisation-check':
      case 'check-digit':
        return { zh: '代码好像抄错了一位，请对照营业执照再看一遍', en: 'one character of the code seems to be wrong; compare it with the business licence' };
    }
  return null;
}
