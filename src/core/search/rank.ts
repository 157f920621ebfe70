/**
 * From scored phrases to a list for people. An entry is as good as its best phrase and a little better for a second; a journey is also
 * found by its services' names. Among the first five stand at most two services of one journey, so that the matter is seen before its parts.
 */
import type { Kind, Shelf } from './shelf';

export type Found = { id: string; kind: Kind; score: number };

/** For each entry, by place on the shelf, the places of the journeys it is a service of. */
export type Journeys = readonly (readonly number[])[];

type Placed = Found & { place: number };

const first = 5;
const ofOneJourney = 2;
const throughService = 0.6;
const second = 0.2;
const most = 50;
/** What scores less than this share of the best is noise. */
const least = 0.12;

export function journeysOf({ entries }: Shelf): Journeys {
  const places = new Map(entries.flatMap((entry, place) => (entry.kind === 'service' ? [[entry.id, place] as const] : [])));
  const journeys = entries.map((): number[] => []);
  entries.forEach((entry, journey) => {
    for (const id of new Set(entry.services)) journeys[places.get(id) ?? -1]?.push(journey);
  });
  return journeys;
}

/** `scores` are those of an entry's phrases, by its place. */
export function rank(shelf: Shelf, journeys: Journeys, scores: ReadonlyMap<number, readonly number[]>): Found[] {
  const found: Placed[] = [];
  for (const [place, all] of withJourneys(journeys, scores)) {
    const entry = shelf.entries[place];
    if (entry) found.push({ place, id: entry.id, kind: entry.kind, score: together(all) });
  }
  found.sort(inOrder);
  const noise = (found[0]?.score ?? 0) * least;
  const list = spread(
    journeys,
    found.filter((f) => f.score > 0 && f.score >= noise),
  );
  return list.slice(0, most).map(({ id, kind, score }) => ({ id, kind, score }));
}

function withJourneys(journeys: Journeys, scores: ReadonlyMap<number, readonly number[]>): Map<number, number[]> {
  const all = new Map<number, number[]>();
  const add = (place: number, more: readonly number[]) => all.set(place, [...(all.get(place) ?? []), ...more]);
  for (const [place, own] of scores) {
    add(place, own);
    for (const journey of journeys[place] ?? [])
      add(
        journey,
        own.map((score) => score * throughService),
      );
  }
  return all;
}

function together(scores: readonly number[]): number {
  const [a = 0, b = 0] = scores.toSorted((x, y) => y - x);
  return Math.round((a + second * b) * 1000) / 1000;
}

const inOrder = (a: Found, b: Found): number => b.score - a.score || (a.kind === b.kind ? 0 : a.kind === 'journey' ? -1 : 1) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/** Services beyond two of one journey wait until five stand before them; where there are no five, the journey itself leads to them. */
function spread(journeys: Journeys, found: readonly Placed[]): Placed[] {
  const shown = new Map<number, number>();
  const ahead: Placed[] = [];
  const after: Placed[] = [];
  for (const f of found) {
    const mine = journeys[f.place] ?? [];
    if (ahead.length === first || mine.some((j) => shown.get(j) === ofOneJourney)) {
      after.push(f);
      continue;
    }
    for (const j of mine) shown.set(j, (shown.get(j) ?? 0) + 1);
    ahead.push(f);
  }
  return ahead.length < first ? ahead : [...ahead, ...after];
}
