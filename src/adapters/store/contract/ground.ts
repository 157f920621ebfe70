/** What the contract stands on: an open store and two ways around it. */
import { expect } from 'vitest';
import type { Command, Store } from '../../../app/ports/store';
import type { Opened } from '../index';
import type { Sql } from '../sql';

export type Ground = {
  opened: Pick<Opened, 'store' | 'verifyLog'>;
  /** A second door to the same data, where there can be one. */
  second?: Pick<Opened, 'store'>;
  sql: Sql;
  /** As the owner of the tables. */
  owner(script: string): Promise<Record<string, unknown>[]>;
  /** As the application. */
  app(script: string): Promise<Record<string, unknown>[]>;
};

/** An instant on the day of the samples. */
export const at = (minute: number) => `2026-03-02T09:${String(minute).padStart(2, '0')}:00+08:00`;

export function doors(ground: () => Ground) {
  const store = (): Store => ground().opened.store;
  const submit = async (command: Command) => {
    expect(await store().submit(command)).toEqual({ kind: 'done' });
    return command;
  };
  return { store, submit };
}
