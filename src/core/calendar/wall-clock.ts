/**
 * What the clock on the wall shows in a zone. Asking Intl for each instant costs more than the rest of a line of a page, so the zone's distance from
 * UTC is kept by day – for every day on which it is the same at both ends, which is every day but those on which clocks are put forward or back.
 */
const day = 86_400_000;
const most = 20_000;
const distances = new Map<string, Map<number, number | null>>();

/** `2026-03-02T09:30`, of an instant in milliseconds. */
export function wallClock(zone: string, ms: number): string {
  const today = Math.floor(ms / day);
  const known = distances.get(zone) ?? distances.set(zone, new Map()).get(zone)!;
  let distance = known.get(today);
  if (distance === undefined) {
    const [from, to] = [distanceAt(zone, today * day), distanceAt(zone, (today + 1) * day)];
    distance = from === to ? from : null;
    if (known.size >= most) known.clear();
    known.set(today, distance);
  }
  return new Date(ms + (distance ?? distanceAt(zone, ms))).toISOString().slice(0, 16);
}

function distanceAt(zone: string, ms: number): number {
  const shown = formatOf(zone).formatToParts(ms);
  const of = (type: string) => Number(shown.find((p) => p.type === type)!.value);
  return Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute')) - Math.floor(ms / 60_000) * 60_000;
}

const formats = new Map<string, Intl.DateTimeFormat>();
function formatOf(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone);
  if (!format)
    formats.set(zone, (format = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })));
  return format;
}
