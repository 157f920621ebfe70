/** Instants come back in one form: offset +08:00 (the time all of China keeps), milliseconds only when they are not zero. `infinity` is "never": null. */
export function instant(timestamptz: string): string | null {
  if (timestamptz === 'infinity') return null;
  const at = Date.parse(timestamptz.replace(' ', 'T').replace(/([+-]\d{2})$/, '$1:00'));
  const text = new Date(at + 8 * 3_600_000).toISOString();
  return `${text.slice(0, text.endsWith('.000Z') ? -5 : -1)}+08:00`;
}
