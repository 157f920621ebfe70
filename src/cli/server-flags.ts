/** Node's settings for a process that answers many people, as `npm start` and the unit of docs/operations.md give them: they stand in package.json. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export const serverFlags = (root: string): string[] => JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).config.server;
