/**
 * The style sheets. `style` goes to every page and is kept small; a room's own goes only to its pages: named like the first part of its address
 * (`/desk/…` → `desk`), or asked for with `styles` in `page(c, {styles: ['desk']}, …)`.
 */
import agreements from './agreements.css';
import apply from './apply.css';
import base from './base.css';
import components from './components.css';
import designer from './designer.css';
import contrast from './contrast.css';
import dark from './dark.css';
import desk from './desk.css';
import fields from './fields.css';
import frame from './frame.css';
import measures from './measures.css';
import messages from './messages.css';
import modes from './modes.css';
import orders from './orders.css';
import pages from './pages.css';
import station from './station.css';
import tokens from './tokens.css';
import track from './track.css';

/** A mode holds on the screen when the device asks for it – unless the visitor chose otherwise – and when the visitor chose it. Paper stays white. */
const wished = (sheet: string, query: string, unless: string, chosen: string): string =>
  `@media screen and ${query} {${sheet.replaceAll(':root', unless)}}\n@media screen {${sheet.replaceAll(':root', chosen)}}`;

export const style = [
  tokens,
  wished(dark, '(prefers-color-scheme: dark)', ':root:not([data-colours="light"])', ':root[data-colours="dark"]'),
  base,
  frame,
  components,
  fields,
  pages,
  measures,
  wished(contrast, '(prefers-contrast: more)', ':root', ':root[data-contrast="high"]'),
  modes,
].join('\n');
export const roomStyles: { readonly [room: string]: string } = { agreements, apply, desk, designer, messages, orders, station, track, mine: track };
