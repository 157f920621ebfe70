/** HiGHS behind the core's `solve`: WebAssembly, loaded when a basket first needs it, then synchronous. Limited by nodes, so that the same program always gives the same answer. */
import type { Solve } from '../../core/journey';

export async function loadHighs(options: { nodes?: number; seconds?: number } = {}): Promise<Solve> {
  const { default: load } = await import('highs');
  const highs = await load();
  return (program) => {
    const found = highs.solve(program, { output_flag: false, random_seed: 0, mip_rel_gap: 0, mip_max_nodes: options.nodes ?? 20_000, time_limit: options.seconds ?? 20 });
    const values = new Map<string, number>();
    for (const [name, column] of Object.entries(found.Columns)) if ('Primal' in column && typeof column.Primal === 'number') values.set(name, column.Primal);
    const status = found.Status === 'Optimal' ? 'optimal' : found.Status === 'Infeasible' ? 'impossible' : 'stopped';
    return { status, values, bound: status === 'optimal' ? found.ObjectiveValue : 0 };
  };
}
