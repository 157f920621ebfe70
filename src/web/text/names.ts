/** What things of the catalogue are called on a page: concepts with their subject, documents, steps, sources. */
import type { Datum, InForce, Subject } from '../../core/catalogue';
import { placedUses } from '../../core/catalogue';
import { joins, say, type Spoken } from './language';

/** The datum and the subject behind `mother.name`; a role of a service (`guardian.name`) is looked up through `roles`. */
export function datumOf(law: InForce, concept: string, roles?: { [role: string]: string }): { datum: Datum; subject: Subject | undefined } | undefined {
  const dot = concept.indexOf('.');
  const role = concept.slice(0, dot);
  const subject = law.subjects.get(role);
  const entity = subject?.entity ?? roles?.[role];
  const datum = entity && law.data.get(entity as 'person')?.get(concept.slice(dot + 1));
  return datum ? { datum, subject } : undefined;
}

/** 母亲的姓名, Mother: name. The applicant's own data need no owner. */
export function conceptName(t: Spoken, law: InForce, concept: string, roles?: { [role: string]: string }): string {
  const found = datumOf(law, concept, roles);
  if (!found) return concept;
  const own = say(t, found.datum.label);
  const subject = found.subject?.label && found.subject.id !== 'applicant' ? say(t, found.subject.label) : '';
  if (!subject) return own;
  return joins(t).of(subject, own);
}

/** 母亲的身份证 – the subject is named when it is not the applicant. */
export function evidenceName(t: Spoken, law: InForce, id: string, subject?: string): string {
  const own = say(t, law.evidence.get(id)?.label ?? { zh: id, en: id });
  const of = subject && subject !== 'applicant' && law.evidence.get(id)?.entity === 'person' ? law.subjects.get(subject)?.label : undefined;
  if (!of) return own;
  return t.lang === 'zh' ? `${say(t, of)}的${own}` : `${own} (${say(t, of).toLowerCase()})`;
}

/** The service behind a step, told apart from another use of the same service by what it is bound to. */
export function stepName(t: Spoken, law: InForce, journey: string | null, step: string): string {
  const uses = journey ? placedUses(law.journeys.get(journey)!) : [];
  const placed = uses.find((p) => p.step === step);
  const service = law.services.get(placed?.use.use ?? step);
  if (!service) return step;
  const name = say(t, service.name);
  if (!placed || uses.filter((p) => p.use.use === service.id).length < 2) return name;
  const bound = Object.values(placed.use.with ?? {}).filter((s) => !uses.every((u) => u.use.use !== service.id || Object.values(u.use.with ?? {}).includes(s)));
  const whose = bound.flatMap((s) => law.subjects.get(s)?.label ?? []).map((l) => say(t, l));
  if (whose.length === 0) return name;
  return t.lang === 'zh' ? `${name}（${whose.join('、')}）` : `${name} (${whose.join(', ').toLowerCase()})`;
}

/** Where a citation is shown, and what it is called. */
export function citationOf(t: Spoken, law: InForce, id: string): { href: string; title: string; says: string | undefined } {
  const c = law.citations.get(id);
  const section = c?.section ? (t.lang === 'zh' ? ` ${c.section}` : `, ${article(c.section)}`) : '';
  return { href: `/sources/${encodeURIComponent(id)}`, title: c ? `${say(t, c.title)}${section}` : id, says: c?.says && say(t, c.says) };
}

const digits = '零一二三四五六七八九';
/** 第一百三十五条 → Article 135; any other section stays as it is printed. */
function article(section: string): string {
  const numeral = /^第([零一二三四五六七八九十百]+)条$/.exec(section)?.[1];
  if (!numeral) return section;
  let total = 0;
  let digit = 0;
  for (const c of numeral) {
    if (c === '百') [total, digit] = [total + (digit || 1) * 100, 0];
    else if (c === '十') [total, digit] = [total + (digit || 1) * 10, 0];
    else digit = digits.indexOf(c);
  }
  return `Article ${total + digit}`;
}
