import { expect, test } from 'vitest';
import { taskCode, taskCodeFault } from './task-code';

test('the code printed on a real guide is taken apart and composed again (domain.md §3.1)', () => {
  expect(taskCode('11431026MB0R05447F', '4', '430131056W00')).toBe('11431026MB0R05447F4430131056W00');
  expect(taskCodeFault('11431026MB0R05447F4430131056W00')).toBeNull();
  expect(taskCodeFault('11431026MB0R05447F4430131056W0001')).toBeNull();
});

test.each([
  ['length', '11431026MB0R05447F4430131056W0'],
  ['credit-code', '11431026MB0R05447G4430131056W00'],
  ['level', '11431026MB0R05447F7430131056W00'],
  ['basic-code', '11431026MB0R05447F4430131056w00'],
])('a fault of %s is told', (fault, code) => expect(taskCodeFault(code)).toBe(fault));

test('a part that is wrong composes nothing', () => {
  expect(taskCode('11431026MB0R05447G', '4', '430131056W00')).toBeNull();
  expect(taskCode('11431026MB0R05447F', '', '430131056W00')).toBeNull();
});
