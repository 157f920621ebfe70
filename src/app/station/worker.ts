/**
 * Who files for others: a helper at a village station, or a clerk at a hall's counter. Opening a tablet gives it a token of its own, so that she signs in
 * once and what she gathered in the hills goes out days later; it sends filings and nothing else, ends after a week, and can be ended from anywhere.
 */
import { randomBytes } from 'node:crypto';
import * as v from 'valibot';
import { sha256 } from '../load-city';
import type { Principal } from '../ports/identity';
import type { StationDevice } from '../ports/station-store';
import type { Product } from '../product';

export type StationWorker = { id: string; name: string; capacity: 'helper' | 'counter-clerk'; station: string; division: string };
const worker = v.object({ id: v.string(), name: v.string(), capacity: v.picklist(['helper', 'counter-clerk']), station: v.string(), division: v.string() });

const days = 7;

/** Null for a resident: she files for herself. A clerk sits in the hall of her place. */
export function workerOf(product: Product, who: Principal | null): StationWorker | null {
  if (who?.kind === 'helper') return { id: who.id, name: who.name, capacity: 'helper', station: who.station, division: who.division };
  if (who?.kind !== 'clerk') return null;
  const hall = [...product.law().halls.values()].find((h) => h.kind === 'hall' && h.division === who.division);
  return { id: who.id, name: who.name, capacity: 'counter-clerk', station: hall?.id ?? who.division, division: who.division };
}

export type Opened = { token: string; device: string; worker: StationWorker; now: string; expiresAt: string };

export async function openDevice(product: Product, who: StationWorker): Promise<Opened> {
  const token = randomBytes(32).toString('base64url');
  const now = product.now();
  const device: StationDevice = {
    id: randomBytes(9).toString('base64url'),
    tokenHash: hashOf(token),
    helper: who,
    helperId: who.id,
    openedAt: now.toISOString(),
    expiresAt: new Date(now.getTime() + days * 86_400_000).toISOString(),
    endedAt: null,
  };
  await (await product.store()).openDevice(device);
  return { token, device: device.id, worker: who, now: now.toISOString(), expiresAt: device.expiresAt };
}

/** Who opened the device that sends this, or null when it has ended. */
export async function workerWith(product: Product, token: string): Promise<{ worker: StationWorker; device: string } | null> {
  if (!/^[A-Za-z0-9_-]{43}$/.test(token)) return null;
  const found = await (await product.store()).device(hashOf(token), product.now().toISOString());
  return found && { worker: v.parse(worker, found.helper), device: found.id };
}

export const endDevice = async (product: Product, helperId: string, device: string): Promise<void> => (await product.store()).endDevice(device, helperId, product.now().toISOString());

/** Never the hash a session of a browser would have. */
const hashOf = (token: string): string => sha256(`station ${token}`);
