/** Two houses of the demonstration. Their cadastral zone is 000000, which no parcel has. */
export const premises = [
  { unitCode: '430212000000GB00001F00010001', place: '430212110', house: 24, area: 48, asOf: '2026-09-30T02:00:00+08:00' },
  { unitCode: '430212000000JC00002F00010001', place: '430212101', house: 20, area: 320, asOf: '2026-09-30T02:00:00+08:00' },
];
