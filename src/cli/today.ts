import { wallClock } from '../core/calendar';

/** Today in the city's zone; the only clock of the command line. */
export const today = (zone = 'Asia/Shanghai'): string => wallClock(zone, Date.now()).slice(0, 10);
