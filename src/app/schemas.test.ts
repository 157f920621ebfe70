/** The schemas in the repository are the ones the declarations give, and the shipped city agrees with them as an editor reads it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { kinds, schemas, type JsonSchema } from './schemas';

const root = join(import.meta.dirname, '../..');
const generated = schemas();

test.each([...generated])('schemas/%s is up to date (yijian schemas --write)', (name, text) => {
  expect(readFileSync(join(root, 'schemas', name), 'utf8')).toBe(text);
});

test('no other schema lies beside them', () =>
  expect(
    readdirSync(join(root, 'schemas'))
      .filter((f) => f.endsWith('.schema.json'))
      .sort(),
  ).toEqual([...generated.keys()].sort()));

/** The keywords our schemas use, no more. */
function faults(schema: JsonSchema, value: unknown, all: JsonSchema, at = ''): string[] {
  const is = (type: unknown): boolean =>
    type === 'array'
      ? Array.isArray(value)
      : type === 'null'
        ? value === null
        : type === 'integer'
          ? Number.isInteger(value)
          : type === 'object'
            ? typeof value === 'object' && value !== null && !Array.isArray(value)
            : typeof value === type;
  const known = new Set([
    '$schema',
    '$id',
    '$defs',
    '$ref',
    'title',
    'description',
    'type',
    'anyOf',
    'enum',
    'const',
    'pattern',
    'format',
    'minLength',
    'maxLength',
    'minimum',
    'minItems',
    'maxItems',
    'items',
    'properties',
    'required',
    'additionalProperties',
    'propertyNames',
  ]);
  const strange = Object.keys(schema).filter((k) => !known.has(k));
  if (strange.length) return [`${at}: keyword ${strange.join()}`];
  if (typeof schema.$ref === 'string') return faults((all.$defs as { [n: string]: JsonSchema })[schema.$ref.slice('#/$defs/'.length)]!, value, all, at);
  const out: string[] = [];
  if (schema.type !== undefined && ![schema.type].flat().some(is)) return [`${at}: not ${String(schema.type)}`];
  if (Array.isArray(schema.enum) && !schema.enum.map(String).includes(String(value))) out.push(`${at}: not one of ${schema.enum.join()}`);
  if ('const' in schema && schema.const !== value) out.push(`${at}: not ${String(schema.const)}`);
  if (typeof schema.pattern === 'string' && typeof value === 'string' && !new RegExp(schema.pattern, 'u').test(value)) out.push(`${at}: ${value} is not ${schema.pattern}`);
  if (Array.isArray(schema.anyOf)) {
    const tried = schema.anyOf.map((s) => faults(s as JsonSchema, value, all, at));
    if (!tried.some((t) => t.length === 0)) out.push(...tried.reduce((a, b) => (b.length < a.length ? b : a)));
  }
  if (Array.isArray(value) && schema.items) value.forEach((x, i) => void out.push(...faults(schema.items as JsonSchema, x, all, `${at}/${i}`)));
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    const properties = (schema.properties ?? {}) as { [k: string]: JsonSchema };
    for (const k of (schema.required ?? []) as string[]) if (!(k in value)) out.push(`${at}: ${k} is missing`);
    for (const [k, x] of Object.entries(value)) {
      const own = properties[k] ?? (typeof schema.additionalProperties === 'object' ? (schema.additionalProperties as JsonSchema) : undefined);
      if (own) out.push(...faults(own, x, all, `${at}/${k}`));
      else if (schema.additionalProperties === false) out.push(`${at}: unknown key ${k}`);
    }
  }
  return out;
}

const city = join(root, 'cities/zhuzhou');
const filesOf = (files: string): string[] => {
  const [folder, name] = files.includes('/') ? (files.split('/') as [string, string]) : ['.', files];
  if (!existsSync(join(city, folder))) return [];
  return readdirSync(join(city, folder))
    .filter((f) => f.endsWith('.yaml') && (/[A-Z]/.test(name) ? f !== 'subjects.yaml' : f === name))
    .map((f) => join(folder, f));
};

test.each(kinds.map((k) => [k.name, k.files] as const))('the shipped files satisfy the schema of %s', (name, files) => {
  const schema = JSON.parse(generated.get(`${name}.schema.json`)!) as JsonSchema;
  for (const file of filesOf(files)) expect(faults(schema, parse(readFileSync(join(city, file), 'utf8')), schema), file).toEqual([]);
});

test('a schema refuses what the loader refuses', () => {
  const schema = JSON.parse(generated.get('service.schema.json')!) as JsonSchema;
  const good = {
    id: 's',
    name: { zh: '甲', en: 'A' },
    authority: 'health',
    stages: [{ id: 'decide', wd: 1 }],
    clock: {
      statutory: [
        { value: { wd: 20 }, to: '2023-11-30' },
        { value: { wd: 10 }, from: '2023-12-01' },
      ],
    },
  };
  expect(faults(schema, good, schema)).toEqual([]);
  expect(faults(schema, { ...good, needs: ['applicant.name', { concept: 'applicant.phone', from: '2024-01-01' }] }, schema)).toEqual([]);
  expect(faults(schema, { ...good, neds: [] }, schema)).toEqual([': unknown key neds']);
  expect(faults(schema, { ...good, stages: undefined, authority: 3 }, schema)).not.toEqual([]);
});
