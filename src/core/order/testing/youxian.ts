/** The shipped orders, loaded against a small city that knows the county and its neighbour. */
import { readFileSync } from 'node:fs';
import { cityWith, smallCity } from '../../testing/small-city';
import { loadOrders } from '../load';

const folder = new URL('../../../../cities/zhuzhou/orders/', import.meta.url);
export const shipped: { readonly [file: string]: string } = Object.fromEntries(
  ['youxian-2021-2', 'youxian-2021-3'].map((id) => [`orders/${id}.yaml`, readFileSync(new URL(`${id}.yaml`, folder), 'utf8')]),
);

const cited = new Set(Object.values(shipped).flatMap((text) => [...text.matchAll(/#(S4[\w.-]+)/g)].map((m) => m[1]!)));

export const law = cityWith({
  'divisions.yaml': `${smallCity['divisions.yaml']}
- {code: "430223", name: {zh: 大县, en: Large county}, kind: county}
- {code: "430224", name: {zh: 邻县, en: Neighbouring county}, kind: county}
`,
  'sources/zhuzhou-daily-2021-10-28.yaml': `id: zhuzhou-daily-2021-10-28
title: {zh: 报, en: Paper}
facts:
${[...cited].map((id) => `  - {id: ${id}, story: S4, says: {zh: 某事, en: Something}, usedBy: [orders/youxian-2021-2, orders/youxian-2021-3]}`).join('\n')}
`,
});

export const load = (files: { readonly [file: string]: string }) => loadOrders(new Map(Object.entries(files)), law);
export const youxian = load(shipped);
