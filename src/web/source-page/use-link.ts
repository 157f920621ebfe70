/** The screen that carries a fact, by the kind of place `usedBy` names. */
import { useOf } from '../../core/source';
import { to } from '../ui';

const pages = { orders: '/orders', games: '/games', agreements: '/agreements', requests: '/agreements', targets: '/govern', statistics: '/govern', index: '/govern' } as const;

export function useHref(use: string): string {
  const found = useOf(use);
  if (!found) return '#';
  switch (found.kind) {
    case 'divisions':
      return '/divisions';
    case 'journeys':
      return to('/journeys', found.id);
    case 'services':
      return to('/services', found.id);
    case 'sources':
      return to('/sources', found.id);
    case 'orders':
    case 'games':
      return pages[found.kind];
    case 'agreements':
    case 'requests':
    case 'targets':
    case 'statistics':
    case 'index':
      return to(pages[found.kind], undefined, undefined, found.id);
  }
}
