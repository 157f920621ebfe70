/**
 * The product as the pages see it: the city's law, the search, who signs in, and – only when asked for – the store. `open-product` fills it,
 * `serve` starts it, tests build it by hand.
 */
import type { Calendar } from '../core/calendar';
import type { Catalogue, InForce } from '../core/catalogue';
import type { Versions } from './catalogue/versions';
import type { AddedLanguage } from './languages';
import type { Gateways } from './ports/gateway';
import type { Pictures } from './ports/pictures';
import type { Scanner } from './ports/scanner';
import type { Identity } from './ports/identity';
import type { Payments } from './ports/payments';
import type { Registers } from './ports/registers';
import type { Sessions } from './ports/sessions';
import type { Files, Store } from './ports/store';

/** A file served under `/assets/`; `path` carries a hash of the content, so it may be kept for ever. */
export type Asset = { path: string; body: string | Uint8Array; type: string };
export type Hit = { id: string; kind: 'service' | 'journey'; score: number };

export type Product = {
  /** The city folder. */
  dir: string;
  /** The version of the folder in use. */
  readonly catalogue: Catalogue;
  /** Every version a case may have been filed under. */
  versions: Versions;
  /** Today's law. */
  law(): InForce;
  /** Working days of the city. */
  calendar(): Calendar;
  /** The civil date in the city's zone. */
  today(): string;
  now(): Date;
  /** Best first. */
  find(query: string, limit: number): Hit[];
  registers: Registers;
  /** Ids of the registers in use; the compiler counts on what they hold. */
  connected: ReadonlySet<string>;
  identity: Identity;
  payments: Payments;
  sessions: Sessions;
  /** Opened on first use: pages that need no store answer before it is there. */
  store(): Promise<Store>;
  files(): Promise<Files>;
  /** Looks through files handed over; null: nobody does. */
  scanner: Scanner | null;
  pictures: Pictures | null;
  /** Ways out for messages. */
  gateways: Gateways;
  /** Sample people and marked sample data: every page says so. */
  demonstration: boolean;
  /** Languages beside Chinese and English, from files. */
  languages: readonly AddedLanguage[];
  /** People reach it over https: cookies are Secure, and browsers are told to stay on https. */
  secure: boolean;
  assets(name: string): Asset | undefined;
  /** A case has changed: whoever follows it is told. */
  changed(number: string): void;
  /** Calls back at each change of the case until the returned function is called. */
  follow(number: string, told: () => void): () => void;
};
