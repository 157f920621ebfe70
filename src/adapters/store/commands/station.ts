/** The station beside the record. Inserts or updates station_device, consent or arrival (1). */
import type { ArrivedFiling, Consent, StationDevice, StationStore } from '../../../app/ports/station-store';
import { json } from '../storable';
import type { Sql } from '../sql';

const openDevice = /* sql */ `
insert into station_device (id, token, helper, helper_id, opened_at, expires_at) values ($1, decode($2, 'hex'), $3::json, $4, $5::timestamptz, $6::timestamptz) on conflict (id) do nothing`;
const deviceColumns = /* sql */ `id, encode(token, 'hex') as "tokenHash", helper, helper_id as "helperId", opened_at as "openedAt", expires_at as "expiresAt", ended_at as "endedAt"`;
const device = /* sql */ `select ${deviceColumns} from station_device where token = decode($1, 'hex') and ended_at is null and expires_at > $2::timestamptz`;
const devices = /* sql */ `select ${deviceColumns} from station_device where helper_id = $1 order by opened_at desc, id limit 50`;
const endDevice = /* sql */ `update station_device set ended_at = $3::timestamptz where id = $1 and helper_id = $2 and ended_at is null`;

const consentColumns = /* sql */ `id, method, helper_id as "helperId", helper_name as "helperName", station, matter, phone, encode(code, 'hex') as "codeHash", tries,
  granted_by as "grantedBy", granted_name as "grantedName", granted_at as "grantedAt", expires_at as "expiresAt"`;
const ask = /* sql */ `
insert into consent (id, method, helper_id, helper_name, station, matter, phone, code, expires_at)
values ($1, $2, $3, $4, $5, $6::json, $7, decode($8, 'hex'), $9::timestamptz) on conflict (id) do nothing`;
const consent = /* sql */ `select ${consentColumns} from consent where id = $1`;
const tried = /* sql */ `update consent set tries = tries + 1 where id = $1 returning ${consentColumns}`;
const give = /* sql */ `
update consent set granted_by = $2, granted_name = $3, granted_at = $4::timestamptz where id = $1 and granted_at is null and expires_at > $4::timestamptz returning id`;

const arrive = /* sql */ `
insert into arrival (provisional, number, station, helper_id, signed_at, arrived_at) values ($1, $2, $3, $4, $5::timestamptz, $6::timestamptz) on conflict (provisional) do nothing`;
const arrival = /* sql */ `
select provisional, number, station, helper_id as "helperId", signed_at as "signedAt", arrived_at as "arrivedAt" from arrival where provisional = $1`;

export const station = (sql: Sql): StationStore => {
  const one = async <R>(name: string, text: string, values: (string | null)[]): Promise<R | null> => (await sql.rows<R>({ name, text, values, again: true }))[0] ?? null;
  return {
    openDevice: async (d) => void (await sql.rows({ name: 'open-device', text: openDevice, values: [d.id, d.tokenHash, json(d.helper), d.helperId, d.openedAt, d.expiresAt], again: true })),
    device: (hash, at) => one<StationDevice>('device', device, [hash, at]),
    devicesOf: (helper) => sql.rows<StationDevice>({ name: 'devices', text: devices, values: [helper], again: true }),
    endDevice: async (id, helper, at) => void (await sql.rows({ name: 'end-device', text: endDevice, values: [id, helper, at], again: true })),
    askConsent: async (c) =>
      void (await sql.rows({ name: 'ask-consent', text: ask, values: [c.id, c.method, c.helperId, c.helperName, c.station, json(c.matter), c.phone, c.codeHash, c.expiresAt], again: true })),
    consent: (id) => one<Consent>('consent', consent, [id]),
    // Once more is once too many only for somebody who guesses.
    tryConsent: (id) => one<Consent>('try-consent', tried, [id]),
    giveConsent: async (id, by, at) => (await sql.rows({ name: 'give-consent', text: give, values: [id, by?.id ?? null, by?.name ?? null, at] })).length > 0,
    noteArrival: async (a) => void (await sql.rows({ name: 'arrive', text: arrive, values: [a.provisional, a.number, a.station, a.helperId, a.signedAt, a.arrivedAt], again: true })),
    arrival: (provisional) => one<ArrivedFiling>('arrival', arrival, [provisional]),
  };
};
