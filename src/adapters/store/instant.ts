/** Instants come back in one form: offset +08:00 (the time all of China keeps), milliseconds only when they are not zero. `infinity` is "never": null. */
export function instant(timestamptz: string): string | null {
  if (timestamptz === 'infinity') return null;
  const at = Date.parse(timestamptz.length === 22 && timestamptz[10] === ' ' ? `${timestamptz.slice(0, 10)}T${timestamptz.slice(11)}:00` : spelled(timestamptz));
  const text = new Date(at + 8 * 3_600_000).toISOString();
  return `${text.slice(0, text.endsWith('.000Z') ? -5 : -1)}+08:00`;
}

/** Those that are not `2026-03-05 01:30:00+00`, as nearly all are. */
const spelled = (timestamptz: string): string => timestamptz.replace(' ', 'T').replace(/([+-]\d{2})$/, '$1:00');
