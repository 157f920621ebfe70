import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { demonstrationRegisters, startReferenceRegister } from './demonstration';
import { everyone } from './reference/books';

const xiaoman = everyone.find((p) => p.id === 'liu-xiaoman')!;
const key = { datum: 'idNumber', value: xiaoman.document.number };
const purpose = { basis: 'duty', journey: null, draft: 'd', actor: 'a' };
const request = { register: 'population', key, data: ['name'], evidence: [], purpose };

let folder: string;
let script: string;
const lame = async (name: string, text: string): Promise<string> => {
  await writeFile(join(folder, name), text);
  return join(folder, name);
};
const alive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yijian-register-'));
  script = join(folder, 'register.mjs');
  await build({ entryPoints: [fileURLToPath(new URL('reference/main.ts', import.meta.url))], outfile: script, bundle: true, platform: 'node', format: 'esm', target: 'node20', logLevel: 'error' });
});
afterAll(() => rm(folder, { recursive: true }));

describe('the reference register as a process', () => {
  it('answers, and ends with its reader', async () => {
    const reference = await startReferenceRegister({ command: [script] });
    const pid = reference.pid()!;
    const response = await fetch(`${reference.endpoint()!.url}/population/read`, { method: 'POST', body: '{}' });
    expect(response.status).toBe(401);
    const start = performance.now();
    await reference.close();
    expect(performance.now() - start).toBeLessThan(1500); // of itself: it would be stopped after 2 s
    expect(reference.endpoint()).toBeNull();
    expect(alive(pid)).toBe(false);
  });
  it('serves the connected registers and no others', async () => {
    const registers = await demonstrationRegisters({ command: [script], connected: ['population'] });
    expect(await registers.read(request)).toMatchObject({ state: 'found', data: { name: xiaoman.name } });
    expect(await registers.read({ ...request, register: 'marriage' })).toEqual({ state: 'unavailable' });
    await registers.close();
    expect(await registers.read(request)).toEqual({ state: 'unavailable' });
  });
  it('takes a fault for a key', async () => {
    const registers = await demonstrationRegisters({ command: [script, `${key.value}=multiple`], connected: ['population'] });
    expect(await registers.read(request)).toEqual({ state: 'multiple' });
    await registers.close();
  });
  it('is started again when it dies', async () => {
    const reference = await startReferenceRegister({ command: [script] });
    const first = reference.pid()!;
    process.kill(first, 'SIGKILL');
    await vi.waitFor(() => expect(reference.pid()).not.toBe(first), 2000);
    await vi.waitFor(() => expect(reference.endpoint()).not.toBeNull(), { timeout: 5000 });
    const pid = reference.pid()!;
    await reference.close();
    expect(alive(pid)).toBe(false);
  });
  it('is not started again for ever', async () => {
    const counting = await lame(
      'counting.mjs',
      `import { appendFileSync } from 'node:fs'; appendFileSync(process.argv[2], 'x'); console.log(JSON.stringify({ port: 1, token: 't' })); setTimeout(() => process.exit(1), 20);`,
    );
    const log = join(folder, 'starts');
    const reference = await startReferenceRegister({ command: [counting, log], restarts: 2 });
    await vi.waitFor(async () => expect(await readFile(log, 'utf8')).toBe('xxx'), { timeout: 5000 });
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect(await readFile(log, 'utf8')).toBe('xxx');
    expect(reference.endpoint()).toBeNull();
    await reference.close();
  });
  it('knows nothing of the environment', async () => {
    const nosy = await lame('nosy.mjs', `console.log(JSON.stringify({ port: 1, token: String(Object.keys(process.env).length) })); process.stdin.resume();`);
    const reference = await startReferenceRegister({ command: [nosy] });
    expect(reference.endpoint()!.token).toBe('0');
    await reference.close();
  });
  it.each([
    ['says nothing', `setInterval(() => {}, 1000)`],
    ['says something else', `console.log('listening on 3000'); process.stdin.resume()`],
    ['ends at once', `process.exit(3)`],
  ])('is given up when it %s', async (name, text) => {
    const silent = await lame(`${name.replaceAll(' ', '-')}.mjs`, text);
    await expect(startReferenceRegister({ command: [silent], readyMs: 300 })).rejects.toThrow('did not start');
  });
});
