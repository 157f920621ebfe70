/** The shipped orders, loaded against a small city that knows the county and its neighbour. */
import { readFileSync } from 'node:fs';
import { cityWith, smallCity } from '../../testing/small-city';
import { loadOrders } from '../load';

export const law = cityWith({
  'divisions.yaml': `${smallCity['divisions.yaml']}
- {code: "430223", name: {zh: 大县, en: Large county}, kind: county}
- {code: "430224", name: {zh: 邻县, en: Neighbouring county}, kind: county}
`,
});

const folder = new URL('../../../../cities/zhuzhou/orders/', import.meta.url);
export const shipped: { readonly [file: string]: string } = Object.fromEntries(
  ['youxian-2021-2', 'youxian-2021-3'].map((id) => [`orders/${id}.yaml`, readFileSync(new URL(`${id}.yaml`, folder), 'utf8')]),
);

export const load = (files: { readonly [file: string]: string }) => loadOrders(new Map(Object.entries(files)), law);
export const youxian = load(shipped);
