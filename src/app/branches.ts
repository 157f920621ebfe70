/**
 * One application for many branches: a CSV with a row for each gives what differs, the rest is asked once, in the first branch's application, and
 * counts for all. Each branch is filed by itself, whole or not at all.
 */
import { randomBytes } from 'node:crypto';
import type { Values } from '../core/case';
import type { Datum, Text } from '../core/catalogue';
import { ifAllIn, parseAnswer, prepare, type Basket, type Compiled, type Prepared } from '../core/journey';
import { mayBeNone } from './answer';
import { ownerOf } from './companies';
import { columnName, readCsv } from './csv';
import { type DraftBody, openDraft, type OpenDraft, saveDraft, startDraft } from './draft';
import type { Person } from './ports/identity';
import type { Product } from './product';
import { type Submitted, submit, type Unready, unready } from './submit';

export const mostBranches = 100;

/** What a branch says for itself: everything asked of a place. The names of people and the company are asked once. */
export function branchColumns(compiled: Compiled): string[] {
  const { prepared } = compiled.situation;
  return ifAllIn(compiled)
    .questions.map((q) => q.concept)
    .filter((c) => prepared.datum(c)?.subject.entity === 'place');
}

export type BranchRow = { row: number; name: string; answers: Values };
/** Where in the file, and what to write instead. */
export type RowError = { row: number; column: string; message: Text };
export type ReadBranches = { columns: string[]; rows: BranchRow[]; errors: RowError[] };

/** @param names what a column may be headed with, beside the concept's id; lower case → concept */
export function readBranches(prepared: Prepared, text: string, names: ReadonlyMap<string, string>): ReadBranches {
  const [head, ...lines] = readCsv(text);
  if (!head) return { columns: [], rows: [], errors: [{ row: 1, column: 'A', message: { zh: '文件是空的', en: 'the file is empty' } }] };
  const errors: RowError[] = [];
  const columns = head.cells.map((title, i) => {
    const concept = i === 0 ? '' : (names.get(title.toLowerCase()) ?? title);
    if (i > 0 && !prepared.datum(concept))
      errors.push({ row: head.line, column: columnName(i), message: { zh: `没有“${title}”这一列；请用模板里的列名`, en: `there is no column “${title}”; use the headings of the template` } });
    else if (i > 0 && head.cells.findIndex((t, j) => j > 0 && (names.get(t.toLowerCase()) ?? t) === concept) < i)
      errors.push({ row: head.line, column: columnName(i), message: { zh: '这一列重复了', en: 'this column stands twice' } });
    return concept;
  });
  if (lines.length === 0) errors.push({ row: head.line + 1, column: 'A', message: { zh: '一家门店也没有；第二行起每行一家', en: 'there is no branch; one on each line from the second' } });
  if (lines.length > mostBranches) errors.push({ row: lines[mostBranches]!.line, column: 'A', message: { zh: `一次最多 ${mostBranches} 家`, en: `at most ${mostBranches} branches at once` } });
  if (errors.length > 0) return { columns: [], rows: [], errors };
  const named = new Set<string>();
  const rows = lines.flatMap(({ line, cells }): BranchRow[] => {
    const before = errors.length;
    const name = cells[0] ?? '';
    const wrong = (i: number, message: Text) => void errors.push({ row: line, column: columnName(i), message });
    if (name === '') wrong(0, { zh: '请写门店名称', en: 'give the branch a name' });
    else if (named.has(name)) wrong(0, { zh: `“${name}”写了两次`, en: `“${name}” stands twice` });
    named.add(name);
    if (cells.length > columns.length) wrong(columns.length, { zh: '这一行比标题多了格', en: 'this line has more cells than there are headings' });
    const answers: Values = {};
    columns.forEach((concept, i) => {
      const cell = cells[i] ?? '';
      if (i === 0 || cell === '') return;
      const parsed = parseAnswer(prepared, concept, rawOf(prepared, concept, cell));
      if ('refused' in parsed) wrong(i, parsed.refused);
      else answers[concept] = parsed.value;
    });
    return errors.length === before ? [{ row: line, name: name.slice(0, 80), answers }] : [];
  });
  return { columns: columns.slice(1), rows, errors };
}

const yes = new Set(['是', '有', 'yes', 'true', 'y', '1']);
const no = new Set(['否', '无', '没有', 'no', 'false', 'n', '0']);

/** A cell as the city's parser reads it: yes and no, a choice by its name, yuan, a date as people write it. */
function rawOf(prepared: Prepared, concept: string, cell: string): unknown {
  const { datum } = prepared.datum(concept)!;
  const plain = cell.normalize('NFKC').trim();
  if (plain === '无' && datum.type !== 'bool' && mayBeNone(prepared, concept)) return null;
  if (datum.type === 'bool') return yes.has(plain.toLowerCase()) ? true : no.has(plain.toLowerCase()) ? false : plain;
  if (datum.type === 'money') return fenOf(plain);
  if (datum.type === 'date') return dateOf(plain);
  return codeOf(prepared, datum, plain) ?? plain;
}

function codeOf(prepared: Prepared, { type }: Datum, cell: string): string | undefined {
  const list = /^code<(.+)>$/.exec(type)?.[1];
  if (!list) return undefined;
  const is = (label: { zh: string; en: string }) => label.zh === cell || label.en.toLowerCase() === cell.toLowerCase();
  if (list === 'division') return [...prepared.law.divisions.values()].find((d) => is(d.name))?.code;
  return prepared.law.codes.get(list)?.values.find((x) => is(x.label))?.code;
}

/** Yuan in a cell, exactly, in fen. What is no amount stays what it is, for the parser to refuse. */
function fenOf(cell: string): string {
  const found = /^[¥]?\s*(\d{1,12})(?:\.(\d{1,2}))?\s*元?$/.exec(cell.replace(/,/g, ''));
  return found ? String(BigInt(found[1]! + (found[2] ?? '').padEnd(2, '0'))) : `${cell} `;
}

function dateOf(cell: string): string {
  const found = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(cell);
  return found ? `${found[1]}-${found[2]!.padStart(2, '0')}-${found[3]!.padStart(2, '0')}` : cell;
}

/** An application for each row, the first of them asked what all share. @returns the batch */
export async function startBranches(
  product: Product,
  who: Person,
  company: { creditCode: string; name: string },
  basket: Basket,
  division: string,
  read: Pick<ReadBranches, 'columns' | 'rows'>,
): Promise<string> {
  const batch = randomBytes(12).toString('base64url');
  const applicant = { id: ownerOf(company.creditCode), name: company.name, kind: 'organisation' as const, gives: who.gives };
  for (const [i, r] of read.rows.entries())
    await startDraft(product, who, basket, division, { answers: r.answers, for: applicant, branch: { batch, row: r.row, name: r.name, lead: i === 0, columns: read.columns } });
  return batch;
}

export type BranchState = { draft: OpenDraft; name: string; lead: boolean; state: { kind: 'submitted'; number: string } | Unready | { kind: 'ready' } };

/** The branches of a batch in the order of the file, each with what all share put in. */
export async function branchesOf(product: Product, who: Person, creditCode: string, batch: string): Promise<BranchState[]> {
  const drafts = (await (await product.store()).draftsOf(ownerOf(creditCode))).filter((d) => (d.body as DraftBody).branch?.batch === batch);
  const opened = (await Promise.all(drafts.map((d) => openDraft(product, who, d.id)))).filter((d) => typeof d !== 'string');
  const sorted = opened.toSorted((a, b) => a.body.branch!.row - b.body.branch!.row);
  const lead = sorted.find((d) => d.body.branch!.lead);
  return sorted.map((d): BranchState => {
    const draft = lead && d !== lead && !d.body.submitted ? { ...d, body: shared(product, lead.body, d.body) } : d;
    const { submitted } = draft.body;
    return { draft, name: draft.body.branch!.name, lead: d === lead, state: submitted ? { kind: 'submitted', number: submitted } : (unready(product, draft) ?? { kind: 'ready' }) };
  });
}

/** What the first branch said about anything but a branch itself; what a branch says for itself stays. */
function shared(product: Product, lead: DraftBody, own: DraftBody): DraftBody {
  const prepared = prepare(product.law(), own.basket);
  const ofBranch = (concept: string) => own.branch!.columns.includes(concept) || prepared.datum(concept)?.subject.entity === 'place';
  const placed = (subject: string) => product.law().subjects.get(subject)?.entity === 'place';
  const answers = Object.fromEntries(Object.entries(lead.answers).filter(([c]) => !ofBranch(c)));
  return {
    ...own,
    answers: { ...own.answers, ...answers },
    documents: [...lead.documents.filter((d) => !placed(d.subject)), ...own.documents.filter((d) => placed(d.subject))],
    readings: [...lead.readings.filter((r) => !placed(r.subject)), ...own.readings.filter((r) => placed(r.subject))],
    preferred: [...new Set([...own.preferred, ...lead.preferred])],
  };
}

/** Keeps what all share in one branch, so that it can be gone on with by itself. */
export async function settleBranch(product: Product, branch: BranchState): Promise<OpenDraft | 'stale'> {
  return branch.lead || branch.state.kind === 'submitted' ? branch.draft : saveDraft(product, branch.draft, branch.draft.body);
}

/** Files every branch that is ready, one case each; one that cannot be filed now keeps nobody else from it. */
export async function submitReady(product: Product, branches: readonly BranchState[]): Promise<Submitted[]> {
  const done: Submitted[] = [];
  for (const b of branches.filter((x) => x.state.kind === 'ready')) {
    const kept = await settleBranch(product, b);
    const filed = kept === 'stale' ? null : await submit(product, kept);
    if (filed?.kind === 'submitted') done.push(filed);
  }
  return done;
}
