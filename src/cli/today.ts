/** Today in the city's zone; the only clock of the command line. */
export function today(zone = 'Asia/Shanghai'): string {
  let format = formats.get(zone);
  if (!format) formats.set(zone, (format = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' })));
  return format.format(new Date());
}

/** Made once: a page asks for the day several times, and making one takes longer than the rest of the page. */
const formats = new Map<string, Intl.DateTimeFormat>();
