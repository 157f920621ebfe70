import { expect, test } from 'vitest';
import { masked } from './masked';

test.each([
  ['刘晓明', '刘*明'],
  ['陈安', '陈*'],
  ['欧阳建国', '欧**国'],
  ['阿依古丽·艾力', '阿***力'],
  ['𠮷野家', '𠮷*家'],
  ['李', '*'],
  ['', '*'],
  ['Marie Martin', 'M* M*'],
])('%s is shown as %s', (name, shown) => expect(masked(name)).toBe(shown));
