/** The files under `/assets/`: the style sheet, the mark, and the islands that esbuild bundled beside the product. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Asset } from '../../app/product';
import { roomStyles, style } from '../style';
import mark from './mark.svg';

const types: { [extension: string]: string } = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
  wasm: 'application/wasm',
  json: 'application/json',
  webmanifest: 'application/manifest+json',
};

export function assetOf(name: string, body: string | Uint8Array): Asset {
  const dot = name.lastIndexOf('.');
  const hash = createHash('sha256').update(body).digest('hex').slice(0, 10);
  return { path: `/assets/${name.slice(0, dot)}.${hash}${name.slice(dot)}`, body, type: types[name.slice(dot + 1)] ?? 'application/octet-stream' };
}

/** @param islands where the bundled islands lie */
export function shippedAssets(islands: string): (name: string) => Asset | undefined {
  const all = new Map<string, Asset>([
    ['style.css', assetOf('style.css', lean(style))],
    ['mark.svg', assetOf('mark.svg', mark)],
    ...Object.entries(roomStyles).map(([room, css]) => [`${room}.css`, assetOf(`${room}.css`, lean(css))] as const),
  ]);
  for (const file of existsSync(islands) ? readdirSync(islands).filter((f) => f.endsWith('.js')) : []) all.set(file, assetOf(file, readFileSync(join(islands, file))));
  return (name) => all.get(name);
}

/** The style sheet without its comments and indentation. */
export const lean = (css: string): string =>
  css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s*\n\s*/g, '\n')
    .replace(/\n+/g, '\n')
    .trim();
