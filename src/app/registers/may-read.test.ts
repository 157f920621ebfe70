import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Mandate, mayRead, type Reader } from './may-read';

const own = '430212199405210020';
const child = '430221202003150046';
const stranger = '11010519491231002X';
const at = '2026-10-28T10:00:00+08:00';
const reader: Reader = {
  signedIn: { idNumber: own, name: '刘小满（示例）', phone: '16900000001' },
  related: [
    { relation: 'child', key: { datum: 'idNumber', value: child }, name: '陈安安（示例）' },
    { relation: 'business', key: { datum: 'creditCode', value: '91431026MB0R05447F' }, name: '店' },
  ],
  mandates: [],
  register: 'population',
  at,
};
const mandate: Mandate = { id: 'm1', principal: { idNumber: stranger }, registers: ['population'], from: '2026-10-28T09:00:00+08:00', until: '2026-10-28T12:00:00+08:00', revokedAt: null };
const idNumber = (value: string) => ({ datum: 'idNumber', value });

describe('a register is read', () => {
  it('for the person signed in', () => expect(mayRead(reader, idNumber(own))).toEqual({ allowed: true, because: 'self' }));
  it('for her child', () => expect(mayRead(reader, idNumber(child))).toEqual({ allowed: true, because: 'child' }));
  it('for her business', () => expect(mayRead(reader, { datum: 'creditCode', value: '91431026MB0R05447F' })).toEqual({ allowed: true, because: 'business' }));
  it('under a mandate', () => expect(mayRead({ ...reader, mandates: [mandate] }, idNumber(stranger))).toEqual({ allowed: true, because: { mandate: 'm1' } }));
});

describe('a register is not read', () => {
  const refused = { allowed: false };
  it('for a stranger whose number was typed', () => expect(mayRead(reader, idNumber(stranger))).toEqual(refused));
  it('by a name or a telephone number, even her own', () => {
    expect(mayRead(reader, { datum: 'name', value: '刘小满（示例）' })).toEqual(refused);
    expect(mayRead(reader, { datum: 'phone', value: '16900000001' })).toEqual(refused);
  });
  it('for a related number under another kind of key', () => expect(mayRead(reader, { datum: 'creditCode', value: child })).toEqual(refused));
  it('for someone without a number', () => expect(mayRead({ ...reader, signedIn: { idNumber: '' } }, idNumber(''))).toEqual(refused));
  it('for what every object inherits', () => expect(mayRead(reader, { datum: 'constructor', value: 'Object' })).toEqual(refused));
  it.each([
    ['not yet in force', { ...mandate, from: '2026-10-28T10:00:01+08:00' }],
    ['over, to the second', { ...mandate, until: at }],
    ['over in another zone', { ...mandate, until: '2026-10-28T02:00:00Z' }],
    ['revoked', { ...mandate, revokedAt: at }],
    ['for another register', { ...mandate, registers: ['enterprise'] }],
    ['of someone else', { ...mandate, principal: { idNumber: child } }],
    ['without a date', { ...mandate, until: 'later' }],
  ])('under a mandate that is %s', (_, m) => expect(mayRead({ ...reader, mandates: [m] }, idNumber(stranger))).toEqual(refused));
  it('for any number that neither sign-in, register nor mandate names', () =>
    fc.assert(fc.property(fc.string(), (value) => value === own || value === child || !mayRead({ ...reader, mandates: [{ ...mandate, revokedAt: mandate.from }] }, idNumber(value)).allowed)));
});
