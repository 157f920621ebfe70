/** Times for acts in person: what a case has to choose, what is free, and choosing it – a place is given by the store, to one of those who ask at the same moment. */
import { type Appearance, appearances, bookingOf, bookSlot, type Booking, type CaseState, releaseSlot } from '../core/case';
import type { InForce, Label } from '../core/catalogue';
import type { SlotRule } from '../core/catalogue/declare/slots';
import { cutShort, daysOffered, movableUntil, overlaps, type Time, timesOn } from '../core/slots';
import { lawOfCase, stepName } from './case-view';
import { clocksOf, instantOf } from './clocks';
import { actorIn, carryOut, type Carried, type OpenCase, openFor } from './open-case';
import type { Visitor } from './ports/checkout-store';
import type { Clerk, Principal } from './ports/identity';
import type { Product } from './product';

export type Appointment = {
  slot: string;
  kind: Appearance['kind'];
  what: Label;
  steps: Label[];
  /** Where to go; null at her own premises. */
  hall: { id: string; name: Label; address: Label | null } | null;
  booking: (Booking & { moved: number }) | null;
  /** A time an office has set while she chose none. */
  arranged: string | null;
  /** Until when it can be chosen anew; null: no more, or nothing is chosen. */
  movable: string | null;
  /** Whether times can be chosen for it at all. */
  offered: boolean;
};

/** Times are offered by today's declarations, whatever law the case was filed under. */
export function ruleFor(law: InForce, state: CaseState, a: Appearance): SlotRule | null {
  const rules = [...law.slots.values()];
  if (a.kind === 'appear') return rules.find((r) => r.counter !== undefined && r.counter === a.counter) ?? null;
  if (a.joins !== null) return rules.find((r) => r.joins === a.joins) ?? null;
  const authority = state.steps.get(a.steps[0]!)?.authority;
  return rules.find((r) => r.authority !== undefined && r.authority === authority) ?? null;
}

export function appointmentsOf(product: Product, state: CaseState): Appointment[] {
  const law = lawOfCase(product, state);
  return appearances(state).map((a) => appointmentOf(product, law, state, a));
}

function appointmentOf(product: Product, law: InForce, state: CaseState, a: Appearance): Appointment {
  const services = a.steps.map((id) => state.steps.get(id)!);
  const declared = law.services.get(services[0]!.filed.service)?.acts?.find((x) => x.id === a.act);
  const rule = ruleFor(product.law(), state, a);
  const booking = state.checkout.bookings.find((b) => b.slot === a.slot) ?? null;
  const hall = a.kind === 'appear' && a.counter !== null ? law.halls.get(law.counters.get(a.counter)?.hall ?? '') : undefined;
  return {
    slot: a.slot,
    kind: a.kind,
    what:
      a.steps.length === 1 && declared?.label
        ? declared.label
        : a.kind === 'attend'
          ? { zh: '联合上门核查', en: 'One joint visit' }
          : (declared?.label ?? { zh: '到窗口办理', en: 'Come to the counter' }),
    steps: services.map((s) => stepName(law, s)),
    hall: hall ? { id: hall.id, name: hall.name, address: hall.address ?? null } : null,
    booking,
    arranged: booking ? null : (services.flatMap((s) => s.visits).find((x) => x.act === a.act && x.findings === null && x.slot !== null)?.slot ?? null),
    movable: booking && rule ? stillMovable(product, rule, booking.from) : null,
    offered: rule !== null,
  };
}

function stillMovable(product: Product, rule: SlotRule, from: string): string | null {
  const until = movableUntil(product.calendar(), rule, from);
  return until !== null && Date.parse(until) > product.now().getTime() ? until : null;
}

export type DayOfTimes = { day: string; times: (Time & { free: number })[] };
/** `unpublished`: the year from which no time can be offered yet, because the State Council has not published which of its days are worked. */
export type Choices = { appointment: Appointment; days: DayOfTimes[]; unpublished: number | null };

/** Null where there is nothing to choose. Times somebody else has taken, and those at which the person is elsewhere, are not shown. */
export async function slotChoices(product: Product, person: Principal, number: string, slot: string): Promise<Choices | null> {
  const open = await openFor(product, person, number, 'act');
  if (!open) return null;
  const { state } = open;
  const a = appearances(state).find((x) => x.slot === slot);
  const rule = a && ruleFor(product.law(), state, a);
  if (!a || !rule) return null;
  return {
    appointment: appointmentOf(product, lawOfCase(product, state), state, a),
    days: await freeTimes(product, open, slot, rule),
    unpublished: cutShort(product.calendar(), rule, instantOf(product)),
  };
}

async function freeTimes(product: Product, open: OpenCase, slot: string, rule: SlotRule): Promise<DayOfTimes[]> {
  const cal = product.calendar();
  const days = daysOffered(cal, rule, instantOf(product)).map((day) => ({ day, times: timesOn(cal, rule, day) }));
  const all = days.flatMap((d) => d.times);
  if (all.length === 0) return [];
  const [from, to] = [all[0]!.from, all.at(-1)!.to];
  const store = await product.store();
  const [taken, mine] = await Promise.all([store.taken(rule.id, from, to), store.timesOf(open.row.applicantId, `${from.slice(0, 10)}T00:00:00${from.slice(19)}`, to)]);
  const elsewhere = mine.filter((m) => m.caseId !== open.row.caseId || m.slot !== slot).map((m) => ({ from: m.at, to: m.until }));
  const own = bookingOf(open.state, slot);
  const free = (t: Time): number => {
    if (Date.parse(t.from) <= product.now().getTime() || elsewhere.some((e) => overlaps(e, t))) return 0;
    return rule.capacity - taken.filter((x) => Date.parse(x.at) === Date.parse(t.from)).length;
  };
  return days
    .map(({ day, times }) => ({
      day,
      times: times
        .filter((t) => t.from !== own?.from)
        .map((t) => ({ ...t, free: free(t) }))
        .filter((t) => t.free > 0),
    }))
    .filter((d) => d.times.length > 0);
}

type Done = Carried | { kind: 'not-found' };

/** @param from the beginning of a time that is offered; anything else is refused as taken. */
export async function chooseSlot(product: Product, person: Principal, number: string, slot: string, from: string, key: string): Promise<Done> {
  for (let tries = 0; ; tries++) {
    const open = await openFor(product, person, number, 'act');
    if (!open) return { kind: 'not-found' };
    const { state } = open;
    const a = appearances(state).find((x) => x.slot === slot);
    const rule = a && ruleFor(product.law(), state, a);
    if (!a || !rule) return { kind: 'refused', because: 'not-needed-now' };
    const actor = actorIn(open, person);
    const time = (await freeTimes(product, open, slot, rule)).flatMap((d) => d.times).find((t) => t.from === from);
    const seat = time && (await freeSeat(product, rule, time.from));
    const own = bookingOf(state, slot);
    const done = await carryOut(product, open, actor, `slot:${key}`, (at) => {
      if (!time || !seat) return { refused: 'slot-taken' };
      const hall = a.counter === null ? null : (product.law().counters.get(a.counter)?.hall ?? null);
      const wanted = { slot, resource: rule.id, seat, capacity: rule.capacity, hall, from: time.from, to: time.to };
      return bookSlot({ state, at, actor, clocks: clocksOf(product.calendar()) }, wanted, own ? movableUntil(product.calendar(), rule, own.from) : null);
    });
    // Somebody was faster: another place of the same time may be free.
    const again = done.kind === 'stale' || (done.kind === 'refused' && done.because === 'slot-taken' && time !== undefined);
    if (!again || tries >= 8) return done;
  }
}

async function freeSeat(product: Product, rule: SlotRule, from: string): Promise<number | null> {
  const end = new Date(Date.parse(from) + 1000).toISOString();
  const taken = new Set((await (await product.store()).taken(rule.id, from, end)).map((t) => t.seat));
  for (let seat = 1; seat <= rule.capacity; seat++) if (!taken.has(seat)) return seat;
  return null;
}

export async function giveUpSlot(product: Product, person: Principal, number: string, slot: string, key: string): Promise<Done> {
  const open = await openFor(product, person, number, 'act');
  if (!open) return { kind: 'not-found' };
  const { state } = open;
  const own = bookingOf(state, slot);
  const rule = own && product.law().slots.get(own.resource);
  const actor = actorIn(open, person);
  return carryOut(product, open, actor, `slot-off:${key}`, (at) =>
    releaseSlot({ state, at, actor, clocks: clocksOf(product.calendar()) }, slot, own && rule ? movableUntil(product.calendar(), rule, own.from) : null),
  );
}

/** Who comes to an authority on a day, or is visited by it. */
export async function visitorsOf(product: Product, clerk: Clerk, day: string): Promise<Visitor[]> {
  const { offset } = product.law().city;
  return (await product.store()).visitors(clerk.authority, `${day}T00:00:00${offset}`, `${day}T23:59:59${offset}`);
}
