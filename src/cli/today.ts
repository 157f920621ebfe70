/** Today in the city's zone; the only clock of the command line. */
export const today = (zone = 'Asia/Shanghai'): string => new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(new Date());
