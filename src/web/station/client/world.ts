/** What every screen of the open station has: who, which rules, the shelf, and what time it is in the city. */
import type { InForce } from '../../../core/catalogue';
import type { Text } from '../../text';
import type { Child } from '../../html/jsx-runtime';
import type { Form } from '../../apply/form';
import type { Entry } from './entry';
import { dayOf, type Rules } from './rules';
import type { Shelf } from './shelf';
import type { Profile } from './wire';

export type World = {
  t: Text;
  rules: Rules;
  shelf: Shelf;
  me: Profile;
  online: boolean;
  /** A newer version of the station waits. */
  newer: boolean;
  demonstration: boolean;
  /** How far sending has come, or null. */
  sending: { done: number; all: number } | null;
  /** What the last sending ended with. */
  said: string | null;
  ended: boolean;
};

export const isCounter = (w: World): boolean => w.me.worker.capacity === 'counter-clerk';
/** The city's time, whatever the tablet's clock says. */
export const now = (w: World): number => Date.now() - w.me.ahead;
export const instant = (w: World): string => new Date(now(w)).toISOString();
export const today = (w: World): string => dayOf(w.rules.lawOn(w.rules.made), instant(w));
/** The law an entry is compiled under: of the day it was signed, else of today. */
export const dayFor = (w: World, e: Entry): string => (e.signedAt ? dayOf(w.rules.lawOn(w.rules.made), e.signedAt) : today(w));
export const lawFor = (w: World, e: Entry): InForce => w.rules.lawOn(dayFor(w, e));
export const lawNow = (w: World): InForce => w.rules.lawOn(today(w));

/** A screen: what it shows for the rest of its address, and what its forms do. A post answers with the next address, or with itself again. */
export type Shown = { title: string; body: Child; wrong?: boolean };
export type Screen = {
  show(w: World, at: readonly string[]): Promise<Shown | string>;
  post?(w: World, at: readonly string[], form: Form, pressed: { name: string; value: string }): Promise<Shown | string>;
};
