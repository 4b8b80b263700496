import type { Member, ObjectShape, Shape } from './shape.js';
import { discriminators } from './variants.js';

/** One line of a table of fields. `when`: on what the field being there depends. */
export interface FieldRow {
  readonly name: string;
  readonly type: string;
  readonly when: string;
  readonly meaning: string;
}

const ALWAYS = 'always';

/** Every field of an object, and those within it below it with the path to them. */
export function fieldRows({ members }: ObjectShape, path = '', when = ALWAYS): readonly FieldRow[] {
  return members.flatMap((member) => {
    const alike = members.filter(({ by }) => by !== null && by === member.by);
    if (alike.length > 0 && alike[0] !== member) return [];
    const name = alike.length > 0 ? `{${alike.map((one) => one.name).join(', ')}}` : member.name;
    return [rowOf(member, path + name, when), ...rowsWithin(member.shape, path + name)];
  });
}

const rowOf = ({ optional, meaning, shape }: Member, name: string, when: string): FieldRow => ({
  ...{ name, meaning, type: typeText(shape) },
  when: optional ? 'may be left out' : when,
});

function rowsWithin(shape: Shape, path: string): readonly FieldRow[] {
  if (shape.kind === 'list') return rowsWithin(shape.of, `${path}[]`);
  const objects = (shape.kind === 'one-of' ? shape.of : [shape]).filter((one) => one.kind === 'object');
  if (objects.length < 2) return objects.flatMap((one) => fieldRows(one, `${path}.`));
  const apart = [...new Set(objects.flatMap(discriminators).map(([name]) => name))];
  return [...kindRows(objects, apart, path), ...objects.flatMap((one) => rowsOfKind(one, apart, path))];
}

/** What tells the objects of a union apart is one row for all of them. */
const kindRows = (
  objects: readonly ObjectShape[],
  apart: readonly string[],
  path: string,
): readonly FieldRow[] =>
  apart.map((name) => ({
    name: `${path}.${name}`,
    type: objects.flatMap((one) => codesOf(one, name)).join(', '),
    when: ALWAYS,
    meaning: 'Which of these it is.',
  }));

function rowsOfKind(object: ObjectShape, apart: readonly string[], path: string): readonly FieldRow[] {
  const members = object.members.filter(({ name }) => !apart.includes(name));
  const kinds = apart.map((name) => [name, codesOf(object, name).join(' or ')] as const);
  const when = kinds.flatMap(([name, codes]) => (codes === '' ? [] : [`\`${name}\` is ${codes}`]));
  return fieldRows({ ...object, members }, `${path}.`, when.join(' and '));
}

/** Objects that have the same members are one object with several codes. */
const codesOf = ({ members }: ObjectShape, name: string): readonly string[] =>
  members.flatMap((member) =>
    member.name === name && member.shape.kind === 'codes'
      ? member.shape.codes.map((code) => `\`${code}\``)
      : [],
  );

/** A type in words; a declared name where the values themselves say little. */
function typeText(shape: Shape): string {
  switch (shape.kind) {
    case 'null':
    case 'number':
      return shape.kind;
    case 'boolean':
      return 'true or false';
    case 'text':
      return shape.named === null ? 'text' : `text, \`${shape.named.name}\``;
    case 'codes':
      return shape.codes.map((code) => `\`${code}\``).join(', ');
    case 'list':
      return `list of ${typeText(shape.of)}`;
    case 'object':
      return 'object';
    case 'one-of':
      return [...new Set(shape.of.map(typeText))].join(' or ');
  }
}
