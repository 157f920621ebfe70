import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { schemas } from '../../app/schemas';
import { good } from '../output';
import type { Command } from '.';

export const schemasCommand: Command = {
  options: ['write!'],
  usage: 'schemas [--write]',
  run: (a, { root }) => {
    const files = schemas();
    if (a.flag('write')) {
      const folder = join(root, 'schemas');
      mkdirSync(folder, { recursive: true });
      for (const old of readdirSync(folder)) if (old.endsWith('.schema.json') && !files.has(old)) rmSync(join(folder, old));
      for (const [name, text] of files) writeFileSync(join(folder, name), text);
    }
    return good(Object.fromEntries([...files].map(([name, text]) => [name, JSON.parse(text)])), [...files.keys()].join('\n'));
  },
};
