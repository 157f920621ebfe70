/** The style sheet: one file for the browser, parts for people. A room adds its part here when the components do not suffice. */
import base from './base.css';
import components from './components.css';
import fields from './fields.css';
import frame from './frame.css';
import modes from './modes.css';
import pages from './pages.css';
import tokens from './tokens.css';

export const style = [tokens, base, frame, components, fields, pages, modes].join('\n');
