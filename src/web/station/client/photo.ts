/** A photo or a scan from the form to the shelf: made smaller, known by its hash, sealed. */
import { largestFile, smaller } from '../../ui/smaller-photo';
import type { Photo } from './entry';
import type { Shelf } from './shelf';

/** Null for what is no photo or PDF, or too large. */
export async function shelved(shelf: Shelf, chosen: File): Promise<Photo | null> {
  const file = await smaller(chosen).catch(() => chosen);
  const bytes = new Uint8Array(await file.arrayBuffer());
  const type = typeOf(bytes);
  if (!type || bytes.length > largestFile) return null;
  const sha256 = [...new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))].map((b) => b.toString(16).padStart(2, '0')).join('');
  const id = crypto.randomUUID();
  await shelf.putPhoto(id, bytes);
  return { id, sha256, size: bytes.length, type, name: `${sha256.slice(0, 8)}.${type.slice(type.indexOf('/') + 1)}` };
}

/** By its first bytes, as the server looks at it. */
function typeOf(b: Uint8Array): Photo['type'] | null {
  if (b[0] === 0xff && b[1] === 0xd8 && b[2] === 0xff) return 'image/jpeg';
  if (b[0] === 0x89 && b[1] === 0x50 && b[2] === 0x4e && b[3] === 0x47) return 'image/png';
  return b[0] === 0x25 && b[1] === 0x50 && b[2] === 0x44 && b[3] === 0x46 ? 'application/pdf' : null;
}
