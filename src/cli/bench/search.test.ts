import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadCity } from '../../app/load-city';
import { cityIndex, entriesOf, find } from '../../core/search';
import { measure, queries, recall } from './search';

const root = join(import.meta.dirname, '../../..');
const { law } = loadCity(join(root, 'cities', 'zhuzhou')).catalogue.inForce('2026-11-23');
const asked = queries(root);
const samples = measure(law!, asked);

describe('the query set', () => {
  test('has at least 120 queries, 30 of them put aside, each once, over the twelve journeys', () => {
    expect(asked.length).toBeGreaterThanOrEqual(120);
    expect(asked.filter((a) => a.set === 'held-out').length).toBeGreaterThanOrEqual(30);
    expect(new Set(asked.map((a) => a.ask)).size).toBe(asked.length);
    expect(new Set(asked.map((a) => a.journey)).size).toBe(12);
  });
});

describe('of what people ask', () => {
  test('at least 95 of 100 find it among the first five', () => {
    expect(recall(samples), JSON.stringify(samples.filter((s) => !s.found && s.set !== 'held-out').map((s) => [s.ask, s.first]))).toBeGreaterThanOrEqual(0.95);
  });

  test('of those put aside, about as many as when they were measured', () => {
    expect(recall(samples.filter((s) => s.set === 'held-out'))).toBeGreaterThanOrEqual(0.95);
  });

  test('MiniSearch as it comes finds less', () => {
    expect(recall(samples, (s) => s.baseline)).toBeLessThan(recall(samples));
  });
});

describe('every alias in the city', () => {
  const index = cityIndex(law!);
  const entries = entriesOf(law!);
  test('finds what it is an alias of, a service where two of its journey stand before it at the latest on the first page', () => {
    const lost = entries.flatMap((e) =>
      [e.name.zh, e.name.en, ...e.aliases]
        .filter(
          (alias) =>
            !find(index, alias)
              .slice(0, 20)
              .some((f) => f.id === e.id),
        )
        .map((alias) => `${e.id}: ${alias}`),
    );
    expect(lost).toEqual([]);
  });
});
