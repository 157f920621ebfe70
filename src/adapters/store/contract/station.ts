/** The station beside the record: devices that end, consents given once, and which slip became which case. */
import { describe, expect, it } from 'vitest';
import { nextId } from '../testing/sample';
import { at, doors, type Ground } from './ground';

export function station(ground: () => Ground): void {
  const { store } = doors(ground);

  describe('the station', () => {
    it('knows a device by the hash of its token until it ends or expires', async () => {
      const id = `d-${nextId()}`;
      const tokenHash = id.replace(/\D/g, '').padStart(64, '0').slice(-64);
      const helperId = `h-${nextId()}`;
      const device = { id, tokenHash, helper: { id: helperId, name: '文秀莲' }, helperId, openedAt: at(1), expiresAt: at(30), endedAt: null };
      await store().openDevice(device);
      expect(await store().device(tokenHash, at(2))).toEqual(device);
      expect(await store().device(tokenHash, at(30))).toBeNull();
      await store().endDevice(id, 'somebody-else', at(3));
      expect(await store().devicesOf(helperId)).toEqual([device]);
      await store().endDevice(id, helperId, at(4));
      expect(await store().device(tokenHash, at(5))).toBeNull();
      expect(await store().devicesOf(helperId)).toEqual([{ ...device, endedAt: at(4) }]);
    });

    it('takes a consent once, in its time, and counts the tries', async () => {
      const id = `c-${nextId()}`;
      const consent = { id, method: 'sms' as const, helperId: 'h', helperName: '文秀莲', station: 's', matter: ['newborn'], phone: '16900000001', codeHash: 'ab'.repeat(32), expiresAt: at(10) };
      await store().askConsent({ ...consent, tries: 0, grantedBy: null, grantedName: null, grantedAt: null });
      expect(await store().tryConsent(id)).toMatchObject({ ...consent, tries: 1 });
      expect(await store().giveConsent(id, null, at(10))).toBe(false);
      const both = await Promise.all([store().giveConsent(id, { id: 'p', name: '苗' }, at(5)), store().giveConsent(id, { id: 'p', name: '苗' }, at(5))]);
      expect(both.sort()).toEqual([false, true]);
      expect(await store().consent(id)).toMatchObject({ tries: 1, grantedBy: 'p', grantedName: '苗', grantedAt: at(5) });
      expect(await store().consent('no-such')).toBeNull();
    });

    it('finds the case behind a slip, the first that was noted', async () => {
      const provisional = `P-${nextId()}`;
      const arrived = { provisional, number: 'n-1', station: 's', helperId: 'h', signedAt: at(1), arrivedAt: at(2) };
      await store().noteArrival(arrived);
      await store().noteArrival({ ...arrived, number: 'n-2' });
      expect(await store().arrival(provisional)).toEqual(arrived);
    });
  });
}
