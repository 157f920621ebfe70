/** The lights of a running clock: green; yellow once a fifth of it or less, or one working day, is left; red when it has passed. */
export type Light = 'green' | 'yellow' | 'red';

/**
 * @param clock.from when the period began, `due` when it ends, `at` now.
 * @param workingHours between two instants, on the city's calendar, ≥ 0.
 * @param day working hours of one working day.
 */
export function lightOf(clock: { from: string; due: string; at: string }, workingHours: (from: string, to: string) => number, day: number): Light {
  if (Date.parse(clock.at) > Date.parse(clock.due)) return 'red';
  const left = workingHours(clock.at, clock.due);
  return left <= Math.max(day, workingHours(clock.from, clock.due) / 5) ? 'yellow' : 'green';
}
