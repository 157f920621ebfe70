/** Houses of the demonstration and leases of two of them. The houses' cadastral zone is 000000, which no parcel has. */
const asOf = '2026-09-30T02:00:00+08:00';

export const premises = [
  { unitCode: '430212000000GB00001F00010001', place: '430212110', house: 24, area: 48, asOf },
  { unitCode: '430212000000JC00002F00010001', place: '430212101', house: 20, area: 320, asOf },
  { unitCode: '430212000000GB00002F00010002', place: '430212100', house: 56, area: 100, asOf },
];

/** By the number under which the housing authority filed them. */
export const leases = [
  { leaseNumber: 'ZL-430212-2026-0001', asOf },
  { leaseNumber: 'ZL-430212-2026-0002', asOf },
];

/** Residents to whom a house is registered: what a search by their number finds. */
export const owners = new Set(['chen-zhiyuan', 'tang-zhiqiang', 'deng-haiyan']);
