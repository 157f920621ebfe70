/** What only developers have – generators and rival engines from devDependencies – is bundled apart when a bench asks for it, never with the product. */
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Surroundings } from '../surroundings';

/**
 * @param file within the repository
 * @param needs packages it imports; the first that is not installed is named
 */
export async function development<T>({ root, cache, load }: Surroundings, file: string, needs: readonly string[]): Promise<T | { missing: string }> {
  const missing = needs.find((n) => !existsSync(join(root, 'node_modules', n)));
  if (missing) return { missing };
  const { build } = await import('esbuild');
  // Beside the installed packages, so that they are found from there.
  const out = join(cache.startsWith(join(root, 'node_modules')) ? cache : join(root, 'node_modules', '.cache', 'yijian'), 'bench', `${basename(file, '.ts')}-${process.pid}.mjs`);
  mkdirSync(join(out, '..'), { recursive: true });
  await build({ entryPoints: [join(root, file)], outfile: out, bundle: true, platform: 'node', format: 'esm', target: 'node20', packages: 'external', absWorkingDir: root, logLevel: 'silent' });
  try {
    return (await load(pathToFileURL(out).href)) as T;
  } finally {
    rmSync(out, { force: true });
  }
}

export const isMissing = (x: unknown): x is { missing: string } => typeof x === 'object' && x !== null && 'missing' in x;
