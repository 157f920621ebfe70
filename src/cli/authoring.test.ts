/** docs/authoring.md, followed word for word in a copy of the city: every file written, every command run, every page opened. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { loadCity } from '../app/load-city';
import { newService } from '../app/new-service';
import { cityIndex, find } from '../core/search';
import { webApp } from '../web/server';
import { testDay, testProduct } from '../web/testing/product';
import { readArguments } from './arguments';
import { commands } from './commands';
import { RefusedInput } from './input';
import { refused, type Result } from './output';

const root = join(import.meta.dirname, '../..');
const made: string[] = [];
afterEach(() => {
  for (const dir of made.splice(0)) rmSync(dir, { recursive: true, force: true });
});

const guide = (name: string) => readFileSync(join(root, 'docs', name), 'utf8');
type Block = { kind: string; about: string; lines: string[] };
/** The fenced blocks of a page, with what stands behind the fence. */
const blocksOf = (page: string): Block[] =>
  [...page.matchAll(/^```(\w+) ?(.*)\n([\s\S]*?)^```$/gm)].map(([, kind, about, text]) => ({ kind: kind!, about: about!.trim(), lines: text!.split('\n').filter((l) => l !== '') }));

async function yijian(words: readonly string[]): Promise<Result> {
  const command = commands[words[0]!]!;
  try {
    return await command.run(readArguments(words.slice(1), ['json!', ...command.options]), { root, cache: '', self: '', load: (url) => import(url) });
  } catch (e) {
    if (e instanceof RefusedInput) return refused(e.findings);
    throw e;
  }
}

async function runs(line: string, at: (path: string) => string): Promise<Result> {
  const words = line.split(' ').map((w) => (w === 'my-city' ? at(w) : w === 'cities/zhuzhou' ? join(root, w) : w));
  if (words[0] === 'cp') {
    cpSync(words[2]!, words[3]!, { recursive: true });
    return { exit: 0, json: null, text: '' };
  }
  expect(words.slice(0, 2)).toEqual(['npx', 'yijian']);
  return yijian(words.slice(2));
}

async function page(dir: string, path: string): Promise<string> {
  const { catalogue } = loadCity(dir);
  const law = catalogue.inForce(testDay).law!;
  const index = cityIndex(law);
  const response = await webApp(testProduct({ dir, catalogue, law: () => law, find: (query, limit) => find(index, query).slice(0, limit) })).request(path);
  expect(response.status, path).toBe(200);
  return response.text();
}

function edit(file: string, lines: readonly string[]): void {
  const [old, by] = ['- ', '+ '].map((sign) =>
    lines
      .filter((l) => l.startsWith(sign))
      .map((l) => l.slice(2))
      .join('\n'),
  ) as [string, string];
  const text = readFileSync(file, 'utf8');
  expect(text).toContain(old);
  writeFileSync(file, text.replace(old, by));
}

test('the Chinese page has the same files, commands and pages', () => expect(blocksOf(guide('authoring.zh-CN.md'))).toEqual(blocksOf(guide('authoring.md'))));

test('docs/authoring.md works as it stands', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'yijian-authoring-'));
  made.push(folder);
  const at = (path: string) => join(folder, path);
  let said = '';
  const counts = { files: 0, commands: 0, pages: 0 };
  for (const { kind, about, lines } of blocksOf(guide('authoring.md'))) {
    if (kind === 'yaml') {
      mkdirSync(dirname(at(about)), { recursive: true });
      writeFileSync(at(about), `${lines.join('\n')}\n`);
      counts.files++;
    } else if (kind === 'edit') edit(at(about), lines);
    else if (kind === 'text') for (const line of lines) expect(said, line).toContain(line);
    else if (kind === 'page') {
      const html = await page(at('my-city'), about);
      for (const line of lines) expect(html, about).toContain(line);
      counts.pages++;
    } else if (about === 'serve') expect(commands.serve!.options).toContain(lines[0]!.split('--')[1]!.split(' ')[0]);
    else {
      said = '';
      for (const line of lines) {
        const result = await runs(line, at);
        said += `${result.text}\n`;
        expect(result.exit, `${line}\n${result.text}`).toBe(about === 'fails' ? 1 : 0);
        counts.commands++;
      }
    }
  }
  expect(counts).toEqual({ files: 6, commands: 11, pages: 2 });
}, 600_000);

test('a service that is there is left alone, an unknown authority and a bad id are told', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'yijian-new-'));
  made.push(dir);
  cpSync(join(root, 'cities/zhuzhou'), dir, { recursive: true });
  const file = join(dir, 'services/business-licence-individual.yaml');
  const before = readFileSync(file, 'utf8');
  expect(await yijian(['new', 'service', 'business-licence-individual', '--dir', dir])).toMatchObject({ exit: 1, json: { errors: [{ code: 'YJ708' }] } });
  expect(readFileSync(file, 'utf8')).toBe(before);
  expect((await yijian(['new', 'service', 'x', '--authority', 'public-securty', '--dir', dir])).text).toContain('did you mean public-security?');
  await expect(yijian(['new', 'service', '../x', '--dir', dir])).rejects.toThrow('is no id');
  await expect(yijian(['new', 'journey', 'x', '--dir', dir])).rejects.toThrow('only a service');
}, 120_000);

test('what is scaffolded for any authority lints clean but for what its author must fill in', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'yijian-new-'));
  made.push(dir);
  cpSync(join(root, 'cities/zhuzhou'), dir, { recursive: true });
  const law = loadCity(dir).catalogue.inForce(testDay).law!;
  for (const authority of law.authorities.keys()) writeFileSync(join(dir, `services/by-${authority}.yaml`), newService(law, `by-${authority}`, authority));
  const { errors, warnings } = (await yijian(['lint', dir, '--at', testDay])).json as { errors: unknown[]; warnings: { code: string; file: string }[] };
  expect(errors).toEqual([]);
  expect(new Set(warnings.filter((w) => w.file.startsWith('services/by-')).map((w) => w.code))).toEqual(new Set(['YJ502', 'YJ515']));
}, 300_000);
