import type { Hono } from 'hono';
import type { Product } from '../app/product';
import type { Env } from './visit';

/** Routes of one part of the site, mounted at the root. */
export type Room = (product: Product) => Hono<Env>;
