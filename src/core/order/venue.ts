/** Is a venue closed? The list is open at its end, so what is not named is "open" only where nobody gathers. */
import { closed, open, undetermined, type Verdict } from './answer';
import type { ClosedVenue } from './declare/venue-closure';
import type { VenueClosureClause } from './order';
import type { Venue } from './question';
import type { Reason } from './reasons';
import { lineage, venueKindOf, type VenueKind } from './words';

const conditions = ['indoor', 'enclosed', 'urban'] as const;

export function closure(clause: VenueClosureClause, venue: Venue): Verdict {
  if (venue.type === undefined) return undetermined('need-venue');
  const kind = venueKindOf(venue.type);
  if (!kind) return undetermined('unknown-venue');
  const kinds = lineage(kind);
  const listed = clause.closed.filter((x) => kinds.includes(x.venue)).map((x) => ({ ...x, met: meets(x, venue) }));
  const met = listed.find((x) => x.met === true);
  if (met) return closed('listed', met.source);
  for (const { met: missing, source } of listed) if (typeof missing === 'string') return undetermined(missing, source);
  return !clause.others || gathers(clause, kind, venue) === false ? open('not-listed') : undetermined('open-list', clause.others.source);
}

/** Whether the venue meets the condition it is listed under, or which fact is missing. One fact against it settles it. */
function meets({ when = {} }: ClosedVenue, venue: Venue): boolean | Reason {
  const asked = conditions.filter((c) => when[c] !== undefined);
  if (asked.some((c) => venue[c] !== undefined && venue[c] !== when[c])) return false;
  const missing = asked.find((c) => venue[c] === undefined);
  return missing ? `need-${missing}` : true;
}

/** Stated; else as the order is read for this kind; else unknown. */
function gathers({ others }: VenueClosureClause, kind: VenueKind, venue: Venue): boolean | null {
  return venue.crowd ?? (others?.notMeant?.venues.some((id) => lineage(kind).includes(id)) ? false : null);
}
