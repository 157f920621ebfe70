/**
 * Small pictures by libvips (sharp): JPEG and PNG alone are decoded, at most 50 million pixels, one at a time and five seconds each; the result is a new WebP
 * without what the file carried beside its pixels.
 */
import sharp from 'sharp';
import type { Pictures } from '../../app/ports/pictures';

const longest = 320;
const mostPixels = 50_000_000;

sharp.concurrency(1);
sharp.cache(false);
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({ operation: ['VipsForeignLoadJpeg', 'VipsForeignLoadPng'] });

export function smallPictures(): Pictures {
  let last: Promise<unknown> = Promise.resolve();
  const make = async (bytes: Uint8Array) => {
    const picture = sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error', animated: false }).timeout({ seconds: 5 });
    const made = await picture
      .rotate()
      .resize({ width: longest, height: longest, fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 70 })
      .toBuffer()
      .catch(() => null);
    return made && { bytes: made, type: 'image/webp' as const };
  };
  return {
    small: (bytes) => {
      const mine = last.then(() => make(bytes));
      last = mine;
      return mine;
    },
  };
}
