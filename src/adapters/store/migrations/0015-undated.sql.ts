/** Running steps whose date waits for a year's calendar: few or none, found without looking at the others. */
export default /* sql */ `
create index step_undated on step (case_id) where due = 'infinity' and status in ('received', 'supplemented', 'accepted', 'under-review');
`;
