/**
 * JSON Schemas of a city folder, for editors: one per kind of file, made from the loader's own declarations, so that they cannot
 * say anything else. Any value may be dated (`[{value, from, to, source}]`) and any list item may carry `from` and `to`.
 */
import { toJsonSchema } from '@valibot/to-json-schema';
import type * as v from 'valibot';
import { authorities, calendarYear, city, divisions, halls, register, source, words, glossary } from '../core/catalogue/declare/city';
import { codeList, entityData, subjects } from '../core/catalogue/declare/concept';
import { evidence } from '../core/catalogue/declare/evidence';
import { journey } from '../core/catalogue/declare/journey';
import { ruleSet } from '../core/catalogue/declare/rule-set';
import { service } from '../core/catalogue/declare/service';
import { slotRules } from '../core/catalogue/declare/slots';

export type JsonSchema = { [keyword: string]: unknown };

/** The kinds of file: what it is called, the files it describes, its declaration. */
export const kinds: readonly { name: string; files: string; declaration: v.GenericSchema }[] = [
  { name: 'city', files: 'city.yaml', declaration: city },
  { name: 'divisions', files: 'divisions.yaml', declaration: divisions },
  { name: 'authorities', files: 'authorities.yaml', declaration: authorities },
  { name: 'halls', files: 'halls.yaml', declaration: halls },
  { name: 'slots', files: 'slots.yaml', declaration: slotRules },
  { name: 'words', files: 'words.yaml', declaration: words },
  { name: 'glossary', files: 'glossary.yaml', declaration: glossary },
  { name: 'subjects', files: 'concepts/subjects.yaml', declaration: subjects },
  { name: 'concepts', files: 'concepts/ENTITY.yaml', declaration: entityData },
  { name: 'codes', files: 'codes/LIST.yaml', declaration: codeList },
  { name: 'evidence', files: 'evidence/ID.yaml', declaration: evidence },
  { name: 'service', files: 'services/ID.yaml', declaration: service },
  { name: 'journey', files: 'journeys/ID.yaml', declaration: journey },
  { name: 'rule-set', files: 'rules/ID.yaml', declaration: ruleSet },
  { name: 'register', files: 'registers/ID.yaml', declaration: register },
  { name: 'source', files: 'sources/ID.yaml', declaration: source },
  { name: 'calendar', files: 'calendar/YEAR.yaml', declaration: calendarYear },
];

/** File name → text, ready to be written. */
export function schemas(): Map<string, string> {
  return new Map(
    kinds.map(({ name, files, declaration }) => {
      const shared = new Shared();
      const body = dated(plain(declaration), name, shared);
      const document = { $schema: 'https://json-schema.org/draft/2020-12/schema', $id: `https://yijian.example/schemas/${name}.schema.json`, title: files, ...body, $defs: shared.defs };
      return [`${name}.schema.json`, `${JSON.stringify(document, null, 1)}\n`];
    }),
  );
}

/** As the file is written, not as it is read: a transform hides its input, so a scalar's own `shape` says what stands in the file. */
function plain(declaration: v.GenericSchema): JsonSchema {
  const { $schema: _, ...body } = toJsonSchema(declaration, { typeMode: 'input', errorMode: 'ignore' }) as JsonSchema;
  const each = (o: JsonSchema) => Object.fromEntries(Object.entries(o).map(([k, x]) => [k, shaped(x)]));
  const shaped = (s: unknown): unknown => {
    if (Array.isArray(s)) return s.map(shaped);
    if (!isObject(s)) return s;
    if (isObject(s.jsonSchema)) return s.jsonSchema;
    // Text without a shape is a value of any declared type; with a pattern or a list of values it is text.
    if (s.type === 'string' && Object.keys(s).length === 1) return { type: ['string', 'number', 'boolean', 'null'] };
    const { default: _default, properties, ...own } = s;
    return { ...each(own), ...(isObject(properties) && { properties: each(properties) }) };
  };
  return shaped(body) as JsonSchema;
}

const isObject = (x: unknown): x is JsonSchema => typeof x === 'object' && x !== null && !Array.isArray(x);

/** What several places of a schema have in common stands once, under the path where it was met first. */
class Shared {
  readonly defs: { [name: string]: JsonSchema } = {};
  private readonly named = new Map<string, string>();
  once(schema: JsonSchema, path: string): JsonSchema {
    const text = JSON.stringify(schema);
    if (text.length < 60 || '$ref' in schema) return schema;
    let name = this.named.get(text);
    if (name === undefined) {
      this.named.set(text, (name = path));
      this.defs[name] = schema;
    }
    return { $ref: `#/$defs/${name}` };
  }
}

/** @param path names what is shared, so that a value and its dated form have one definition. */
function dated(schema: JsonSchema, path: string, shared: Shared): JsonSchema {
  if (Array.isArray(schema.anyOf)) return { ...schema, anyOf: schema.anyOf.map((s, i) => (isObject(s) ? dated(s, `${path}.${i + 1}`, shared) : s)) };
  if (isObject(schema.items)) return { ...schema, items: datedItem(dated(schema.items, `${path}.item`, shared), `${path}.item`, shared) };
  if (isObject(schema.additionalProperties)) return { ...schema, additionalProperties: shared.once(dated(schema.additionalProperties, `${path}.each`, shared), `${path}.each`) };
  if (!isObject(schema.properties)) return schema;
  const properties = Object.entries(schema.properties).map(([key, s]) => [key, key === 'id' || !isObject(s) ? s : overTime(dated(s, `${path}.${key}`, shared), `${path}.${key}`, shared)]);
  return { ...schema, properties: Object.fromEntries(properties) };
}

const day: JsonSchema = { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' };
const over = (value: JsonSchema): JsonSchema => ({
  type: 'object',
  properties: { value, from: day, to: day, recorded: day, source: { type: 'string' }, illustrative: { type: 'boolean' }, note: { type: 'object' } },
  required: ['value'],
  additionalProperties: false,
});

/** The value itself, or what it was and is over time. */
function overTime(schema: JsonSchema, path: string, shared: Shared): JsonSchema {
  const value = shared.once(schema, path);
  return shared.once({ anyOf: [value, { type: 'array', minItems: 1, items: over(value) }] }, `${path}.over-time`);
}

/** An item in force for a time: a map carries `from` and `to` itself, text stands in `value`. */
function datedItem(item: JsonSchema, path: string, shared: Shared): JsonSchema {
  if (Array.isArray(item.anyOf)) return shared.once({ ...item, anyOf: item.anyOf.map((s, i) => (isObject(s) ? datedItem(s, `${path}.${i + 1}`, shared) : s)) }, path);
  if (isObject(item.properties)) {
    const own = item.properties;
    const either = (key: string) => (isObject(own[key]) ? { anyOf: [own[key], day] } : day);
    return shared.once({ ...item, properties: { ...own, from: either('from'), to: either('to'), recorded: either('recorded') } }, path);
  }
  const value = shared.once(item, path);
  return shared.once({ anyOf: [value, over(value)] }, `${path}.over-time`);
}
