/** What a supplement notice can be about: each fact and each document of the step, in the order of the page, and the faults that come up again and again. */
import type { DeskCommand } from '../../app/act';
import type { DeskStep } from '../../app/desk';
import { conceptName, evidenceName } from '../text';
import type { FormError } from '../ui';
import type { Visit } from '../visit';
import { notHanded } from './documents';
import type { Posted } from './form';
import { faultOf } from './refuse-page';

/** `field` names the inputs of the line. `missing`: nothing was handed in. */
export type Line = { field: string; about: string; name: string; note?: string; missing?: true };
export const freeLines = 3;

export function linesOf(v: Visit, found: DeskStep): { facts: Line[]; documents: Line[] } {
  const facts = found.facts.map((f, i): Line => ({ field: `fact-${i}`, about: f.concept, name: conceptName(v.t, v.law, f.concept), note: f.shown[v.t.lang] }));
  const handed = found.documents.filter((d) => !d.given).map((d) => ({ about: `${d.evidence}@${d.subject}`, name: evidenceName(v.t, v.law, d.evidence, d.subject) }));
  const missing = notHanded(v, found).map((d) => ({ ...d, note: v.t.desk.notHanded, missing: true as const }));
  const documents = [...handed, ...missing].map((d, i): Line => ({ field: `document-${i}`, ...d }));
  // A second notice has no new grounds.
  const { grounds, supplements } = found.step;
  const open = (line: Line) => supplements === 0 || grounds.includes(line.about);
  return { facts: facts.filter(open), documents: documents.filter(open) };
}

export const documentFaults = ['missing', 'unclear', 'incomplete', 'expired', 'unsigned', 'other-person'] as const;
export const factFaults = ['unlike-document', 'unlike-register', 'incomplete'] as const;
type Fault = (typeof documentFaults)[number] | (typeof factFaults)[number];

/** The fault a line begins with. */
export const faultAtFirst = (line: Line): Fault | '' => (line.missing ? 'missing' : '');

/** Free lines, unless a second notice has no ground for them. */
export const mayAddOther = ({ step }: DeskStep): boolean => step.supplements === 0 || step.grounds.includes('other');

type Read = { command: DeskCommand } | { errors: FormError[] };

/** A text or a fault without its tick counts as ticked: nothing a clerk put there is dropped. */
export function readSupplement(v: Visit, found: DeskStep, form: Posted): Read {
  const { t } = v;
  const { facts, documents } = linesOf(v, found);
  const errors: FormError[] = [];
  const defects: { about: string; says: string }[] = [];
  const left: Line[] = [];
  for (const line of [...documents, ...facts]) {
    const typed = form.text(`${line.field}-says`);
    const fault = faultIn(form.text(`${line.field}-fault`));
    const meant = form.text(line.field) === 'yes' || typed !== '' || (fault !== '' && fault !== faultAtFirst(line));
    if (!meant) {
      if (line.missing) left.push(line);
      continue;
    }
    const says = [fault && t.desk.faults[fault], typed].filter(Boolean).join(t.joins.colon);
    if (!says) errors.push({ field: `${line.field}-says`, message: t.desk.defectText(line.name) });
    errors.push(...faultOf(v, typed, `${line.field}-says`, line.name, 500));
    defects.push({ about: line.about, says });
  }
  for (let i = 0; i < freeLines && mayAddOther(found); i++) {
    const says = form.text(`other-${i}`);
    if (!says) continue;
    errors.push(...faultOf(v, says, `other-${i}`, t.desk.otherDefect(i + 1), 500));
    defects.push({ about: 'other', says });
  }
  if (defects.length === 0) errors.push({ field: documents[0]?.field ?? facts[0]?.field ?? 'other-0', message: t.desk.noDefects });
  // It can be said only once: what was passed over must have been passed over knowingly.
  else if (left.length > 0 && form.text('complete') !== 'yes') errors.push({ field: 'complete', message: t.desk.leftOut(left.map((l) => l.name).join(t.joins.list)) });
  return errors.length ? { errors } : { command: { action: 'request-supplement', defects } };
}

const faultIn = (text: string): Fault | '' => [...documentFaults, ...factFaults].find((f) => f === text) ?? '';
