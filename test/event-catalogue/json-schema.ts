import type { EventType, Named, ObjectShape, Shape } from './shape.js';

export type JsonSchema = Readonly<Record<string, unknown>>;

/** What is stored of an event of this type, in JSON Schema 2020-12: its facts and its narrative. */
export const eventSchema = ({ type, meaning, facts, texts }: EventType, version: number): JsonSchema => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: `urn:touchstone:event:${type}:${version}`,
  title: `${type}, schema ${version}`,
  description: meaning,
  type: 'object',
  properties: { facts: schemaOf(facts), narrative: narrativeSchema(texts) },
  required: ['facts', 'narrative'],
  additionalProperties: false,
});

export function schemaOf(shape: Shape): JsonSchema {
  switch (shape.kind) {
    case 'null':
    case 'boolean':
    case 'number':
      return { type: shape.kind };
    case 'text':
      return shape.pattern === null ? { type: 'string' } : { type: 'string', pattern: shape.pattern };
    case 'codes':
      return shape.codes.length === 1 ? { const: shape.codes[0] } : { enum: shape.codes };
    case 'list':
      return { type: 'array', items: schemaOf(shape.of) };
    case 'object':
      return objectSchema(shape);
    case 'one-of':
      return { anyOf: shape.of.map(schemaOf) };
  }
}

const objectSchema = ({ members }: ObjectShape): JsonSchema => ({
  type: 'object',
  properties: Object.fromEntries(
    members.map(({ name, meaning, shape }) => [
      name,
      meaning === '' ? schemaOf(shape) : { description: meaning, ...schemaOf(shape) },
    ]),
  ),
  required: members.filter(({ optional }) => !optional).map(({ name }) => name),
  additionalProperties: false,
});

/** Null where nothing was written, and in every event of a type that has no texts. */
function narrativeSchema(texts: readonly Named[]): JsonSchema {
  if (texts.length === 0) return { type: 'null' };
  const properties = texts.map(
    ({ name, meaning }) => [name, { description: meaning, type: 'string' }] as const,
  );
  const written = { type: 'object', properties: Object.fromEntries(properties), additionalProperties: false };
  return { anyOf: [{ type: 'null' }, written] };
}
