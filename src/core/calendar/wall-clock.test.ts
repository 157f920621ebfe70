import fc from 'fast-check';
import { expect, it } from 'vitest';
import { wallClock } from './wall-clock';

const byIntl = (zone: string, ms: number) =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' }).format(ms).replace(' ', 'T');

it('shows what Intl shows, in zones that keep one time and in zones that do not', () => {
  const zones = fc.constantFrom('Asia/Shanghai', 'Europe/Berlin', 'America/St_Johns', 'Australia/Lord_Howe', 'UTC');
  const instants = fc.oneof(fc.integer({ min: Date.UTC(1986, 0), max: Date.UTC(2040, 0) }), fc.integer({ min: Date.UTC(2026, 2, 28), max: Date.UTC(2026, 2, 30) }));
  fc.assert(
    fc.property(zones, instants, (zone, ms) => {
      expect(wallClock(zone, ms)).toBe(byIntl(zone, ms));
    }),
    { numRuns: 600 },
  );
});

it('shows the hour that comes twice twice', () => {
  expect(wallClock('Europe/Berlin', Date.UTC(2026, 9, 25, 0, 30))).toBe('2026-10-25T02:30');
  expect(wallClock('Europe/Berlin', Date.UTC(2026, 9, 25, 1, 30))).toBe('2026-10-25T02:30');
});
