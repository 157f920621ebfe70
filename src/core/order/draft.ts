import type { Place, Tree } from '../catalogue';
import type { DeclaredOrder } from './declare/order';

/** What the checks of one file see. */
export type Draft = { file: string; declared: DeclaredOrder; tree: Tree; at(...path: (string | number)[]): Place };
