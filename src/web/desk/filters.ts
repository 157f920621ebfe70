/** The queue by state, as it stands in the address. */
export const filters = {
  todo: ['received', 'supplemented', 'accepted', 'under-review', 'paused', 'supplement-requested'],
  new: ['received', 'supplemented'],
  review: ['accepted', 'under-review'],
  supplement: ['supplement-requested'],
  paused: ['paused'],
  deliver: ['granted'],
} as const satisfies { [name: string]: readonly string[] };
export type Filter = keyof typeof filters;
export const isFilter = (x: string): x is Filter => Object.hasOwn(filters, x);
export const stateOf = (filter: Filter): { state?: string } => (filter === 'todo' ? {} : { state: filter });
