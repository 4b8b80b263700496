import type { Member, ObjectShape, Shape } from './shape.js';

/**
 * What a shape allows and none of the values shows: each code, each side of a union, true and false, members present
 * and left out, something in every list. One line for each, with the path to it.
 */
export function unseenVariants(shape: Shape, values: readonly unknown[], path: string): readonly string[] {
  switch (shape.kind) {
    case 'null':
    case 'number':
    case 'text':
      return values.length === 0 ? [path] : [];
    case 'boolean':
      return [true, false].filter((one) => !values.includes(one)).map((one) => `${path} = ${one}`);
    case 'codes':
      return shape.codes.filter((code) => !values.includes(code)).map((code) => `${path} = ${code}`);
    case 'list':
      return unseenVariants(shape.of, values.filter(Array.isArray).flat(), `${path}[]`);
    case 'object':
      return shape.members.flatMap((member) => unseenOfMember(member, values.filter(isObject), path));
    case 'one-of':
      return shape.of.flatMap((one) =>
        unseenVariants(
          one,
          values.filter((value) => fits(one, value)),
          `${path}${told(one)}`,
        ),
      );
  }
}

function unseenOfMember(
  { name, optional, shape }: Member,
  values: readonly Values[],
  path: string,
): readonly string[] {
  const present = values.filter((value) => Object.hasOwn(value, name));
  const unseen = unseenVariants(
    shape,
    present.map((value) => value[name]),
    `${path}.${name}`,
  );
  return optional && present.length === values.length ? [...unseen, `${path}.${name} left out`] : unseen;
}

/** Whether a value is of this side of a union. */
function fits(shape: Shape, value: unknown): boolean {
  switch (shape.kind) {
    case 'null':
      return value === null;
    case 'boolean':
    case 'number':
      return typeof value === shape.kind;
    case 'text':
      return typeof value === 'string';
    case 'codes':
      return shape.codes.some((code) => code === value);
    case 'list':
      return Array.isArray(value);
    case 'object':
      return isObject(value) && discriminators(shape).every(([name, code]) => value[name] === code);
    case 'one-of':
      return shape.of.some((one) => fits(one, value));
  }
}

/** Members of a single code, which tell the objects of a union apart. */
export const discriminators = ({
  members,
}: ObjectShape): readonly (readonly [name: string, code: string])[] =>
  members.flatMap(({ name, shape }) =>
    shape.kind === 'codes' && shape.codes.length === 1 ? [[name, shape.codes[0]!] as const] : [],
  );

const told = (shape: Shape): string =>
  shape.kind === 'object'
    ? `(${discriminators(shape)
        .map(([name, code]) => `${name} ${code}`)
        .join(', ')})`
    : ` as ${shape.kind}`;

type Values = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
