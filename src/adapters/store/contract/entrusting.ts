/** People who let others act: offers taken up once, rights that end. */
import { describe, expect, it } from 'vitest';
import type { Entrustment } from '../../../app/ports/entrust-store';
import { nextId } from '../testing/sample';
import { type Ground, at, doors } from './ground';

export function entrusting(ground: () => Ground): void {
  const { store } = doors(ground);
  const made = (over: Partial<Entrustment> = {}): Entrustment => ({
    id: `e-${nextId()}`,
    kind: 'draft',
    about: `d-${nextId()}`,
    label: '新生儿出生一件事',
    may: 'submit',
    giver: 'p-giver',
    giverName: '欧阳·阿依古丽',
    madeAt: at(0),
    until: at(30),
    holder: null,
    holderName: null,
    acceptedAt: null,
    revokedAt: null,
    ...over,
  });

  describe('letting others act', () => {
    it('an offer is taken up by one, once, in time, and not by the giver', async () => {
      const e = made();
      const token = `h-${e.id}`;
      await store().entrust(e, token);
      await store().entrust(e, token);
      expect(await store().offered(token)).toEqual(e);
      expect(await store().takeUp(token, { id: 'p-giver', name: '自己' }, at(1))).toBeNull();
      expect(await store().takeUp(token, { id: 'p-late', name: '迟' }, at(30))).toBeNull();
      const tries = await Promise.all(['a', 'b', 'c'].map((x) => store().takeUp(token, { id: `${x}-${e.id}`, name: x }, at(2))));
      const [taken] = tries.filter((x) => x !== null);
      expect(tries.filter((x) => x !== null)).toHaveLength(1);
      expect(taken).toEqual({ ...e, holder: taken!.holder, holderName: taken!.holderName, acceptedAt: at(2) });
      expect(await store().offered('nothing')).toBeNull();
    });

    it('holds until it is over or revoked, and stays to be read', async () => {
      const holder = `p-${nextId()}`;
      const e = made({ kind: 'company', may: 'represent', holder, holderName: '某', acceptedAt: at(0) });
      await store().entrust(e, null);
      expect(await store().entrustmentsOf(holder, at(29))).toEqual([e]);
      expect(await store().entrustmentsOf(holder, at(30))).toEqual([]);
      expect(await store().revokeEntrustment(e.id, at(3))).toBe(true);
      expect(await store().revokeEntrustment(e.id, at(4))).toBe(false);
      expect(await store().entrustmentsOf(holder, at(5))).toEqual([]);
      expect(await store().entrustmentsAbout('company', e.about)).toEqual([{ ...e, revokedAt: at(3) }]);
      const offer = made();
      await store().entrust(offer, `h-${offer.id}`);
      await store().revokeEntrustment(offer.id, at(1));
      expect(await store().takeUp(`h-${offer.id}`, { id: holder, name: '某' }, at(2))).toBeNull();
    });
  });
}
