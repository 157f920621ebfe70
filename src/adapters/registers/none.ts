/** No registers: everything is asked, nothing is prefilled, and the product works. */
import type { Registers } from '../../app/ports/registers';

export const noRegisters: Registers = {
  read: async () => ({ state: 'unavailable' }),
  related: async () => null,
  close: async () => {},
};
