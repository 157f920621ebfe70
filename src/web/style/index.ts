/**
 * The style sheets. `style` goes to every page and is kept small; a room's own goes only to its pages: named like the first part of its address
 * (`/desk/…` → `desk`), or asked for with `styles` in `page(c, {styles: ['desk']}, …)`.
 */
import agreements from './agreements.css';
import apply from './apply.css';
import base from './base.css';
import components from './components.css';
import designer from './designer.css';
import desk from './desk.css';
import fields from './fields.css';
import frame from './frame.css';
import measures from './measures.css';
import modes from './modes.css';
import orders from './orders.css';
import pages from './pages.css';
import tokens from './tokens.css';
import track from './track.css';

export const style = [tokens, base, frame, components, fields, pages, measures, modes].join('\n');
export const roomStyles: { readonly [room: string]: string } = { agreements, apply, desk, designer, orders, track, mine: track };
