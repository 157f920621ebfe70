/** A case of the small city, played to its end, as rows of the upload tables. */
import { expect, test } from 'vitest';
import { fold, type CaseEvent } from '../case';
import { filed, officer, recordedFrom, start, submitted } from '../case/testing/made-up';
import { cityWith } from '../testing/small-city';
import { caseBook } from './cases';
import { codeOf } from './labels';
import { checkSheet, dictionaryOf } from './check-sheet';
import { readCsv, writeCsv } from './csv';
import { caseTables, columnsOf } from './tables';

const law = cityWith({
  'services/a.yaml': JSON.stringify({
    id: 'a',
    name: { zh: '甲证', en: 'A' },
    authority: 'health',
    subjects: { applicant: 'person' },
    stages: [{ id: 's', h: '2' }],
    clock: { promised: { wd: '5' } },
  }),
});

const first = { ...submitted([{ ...filed({ id: 'a' }), authority: 'health', evidence: [{ evidence: 'id-copy', subject: 'applicant' }] }]) } as Extract<CaseEvent, { type: 'submitted' }>;
const at = (minute: number) => start.replace('09:00', `09:${String(minute).padStart(2, '0')}`);
const state = fold([
  ...recordedFrom(
    0,
    [
      {
        ...first,
        answers: { 'applicant.idNumber': '430200199005120004', 'applicant.phone': '13000000000' },
        documents: [{ evidence: 'id-copy', subject: 'applicant', form: 'file', copies: 1, file: { sha256: 'x', name: '身份证.jpg', type: 'image/jpeg', size: 1 } }],
      },
    ],
    start,
    { id: 'p-1', name: '欧阳·阿依古丽', capacity: 'self' },
  ),
  ...recordedFrom(1, [{ type: 'received', step: 'a', due: null, promised: null }], at(1), officer),
  ...recordedFrom(2, [{ type: 'accepted', step: 'a', deemed: false, due: null, promised: at(50) }], at(2), officer),
  ...recordedFrom(3, [{ type: 'paused', step: 'a', procedure: '专家评审', reason: '要专家看', until: null }], at(3), officer),
  ...recordedFrom(4, [{ type: 'resumed', step: 'a', due: null, promised: null }], at(4), officer),
  ...recordedFrom(5, [{ type: 'granted', step: 'a', values: {}, evidence: [{ evidence: 'food-licence', number: 'JY-1' }] }], at(5), officer),
])!;
const book = caseBook([{ state, law }]);

test('one item case for each step, with who applied, who decided and what was given', () => {
  expect(book.up_pro_accept).toMatchObject([
    {
      project_no: `${state.number}-1`,
      task_name: '甲证',
      applyer_name: '欧阳·阿依古丽',
      applyer_page_code: '430200199005120004',
      apply_date: '2026-03-02 09:00:00',
      accept_date: '2026-03-02 09:02:00',
      org_name: '卫健局',
      handle_user_name: '易家俭',
    },
  ]);
  expect(book.up_pro_material).toMatchObject([{ material_name: 'id-copy', get_name: '1', material_attach_name: '身份证.jpg' }]);
  expect(book.up_pro_process?.map((r) => r.process_name)).toEqual(expect.arrayContaining(['收件', '受理', '决定']));
  expect(book.up_pro_special_procedure).toMatchObject([{ special_type: codeOf('special_type', '专家评审'), special_time: '2026-03-02 09:03:00', end_time: '2026-03-02 09:04:00' }]);
  expect(book.up_pro_result).toMatchObject([{ result_type: codeOf('pro_result_type', '准予'), result_cetr_no: 'JY-1', result_date: '2026-03-02 09:05:00', satisfaction: '' }]);
});

test('the rows pass the check of their own tables, with the codes beside them', () => {
  const sheets = new Map(
    [...caseTables, 'codes' as const].map((name) => [
      name,
      readCsv(
        name,
        writeCsv(
          columnsOf(name).map((c) => c.name),
          book[name]!,
        ),
      ),
    ]),
  );
  const { dictionary } = dictionaryOf(sheets.get('codes'));
  for (const name of caseTables) expect(checkSheet(name, sheets.get(name)!, dictionary).findings).toEqual([]);
});

test('a step nobody has received yet is not uploaded', () => {
  const waiting = fold(recordedFrom(0, [first], start, officer))!;
  expect(caseBook([{ state: waiting, law }]).up_pro_accept).toEqual([]);
});
