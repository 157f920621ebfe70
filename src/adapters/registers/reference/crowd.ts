/** The crowd: households of four made by counting, so that a register has more than its leading parts. Same list every time. */
import { resident, sampleIdNumber, type SamplePerson, towns } from './people';

const surnames = ['李', '王', '张', '黄', '谭', '易', '文', '彭', '肖', '宋', '曾', '凌', '殷', '齐', '袁', '颜', '漆', '晏'];
const given = ['明', '秀英', '建军', '桂兰', '子轩', '雨桐', '德华', '梦洁', '长生', '春桃', '立新', '思源', '国庆', '小凤', '一诺', '佳怡', '铁山'];

/** Four people: a couple, their son and their daughter. `n` counts from 0 and also makes every birth date its own. */
function household(n: number): SamplePerson[] {
  const town = towns[n % towns.length]![0];
  const surname = (i: number) => surnames[(n * 5 + i * 7) % surnames.length]!;
  const name = (i: number, family: string) => family + given[(n * 3 + i * 4) % given.length]!;
  const year = 1948 + ((n * 11) % 42);
  const id = (role: string) => `household-${n}-${role}`;
  const member = (role: string, i: number, family: string, born: number, more: Parameters<typeof resident>[4]) =>
    resident(id(role), name(i, family), sampleIdNumber(dayOf(born, n * 4 + i), 50 + i), { place: town, house: 100 + n }, more);
  const parents = [id('husband'), id('wife')];
  return [
    member('wife', 0, surname(1), year + 2, { maritalStatus: 'married', spouse: id('husband') }),
    member('husband', 1, surname(0), year, { maritalStatus: 'married', spouse: id('wife') }),
    member('daughter', 2, surname(0), year + 28, { parents }),
    member('son', 3, surname(0), year + 30, { parents }),
  ];
}

/** A day of that year, never of 2018, whose numbers would be ambiguous (people.ts). */
function dayOf(year: number, n: number): string {
  const month = String(1 + (n % 12)).padStart(2, '0');
  const day = String(1 + ((n * 5 + Math.floor(n / 28)) % 28)).padStart(2, '0');
  return `${year === 2018 ? 2017 : year}-${month}-${day}`;
}

export const crowd: SamplePerson[] = Array.from({ length: 60 }, (_, n) => household(n)).flat();
