/** Figures asked for by many at once and read once: an answer is kept for the minute it was made in; a failed one is not kept. */
import type { Product } from './product';

export function forTheMinute<T>(read: (product: Product) => Promise<T>): (product: Product) => Promise<T> {
  const kept = new WeakMap<Product, { minute: number; figures: Promise<T> }>();
  return (product) => {
    const minute = Math.floor(product.now().getTime() / 60_000);
    const before = kept.get(product);
    if (before?.minute === minute) return before.figures;
    const figures = read(product);
    kept.set(product, { minute, figures });
    figures.catch(() => kept.delete(product));
    return figures;
  };
}
