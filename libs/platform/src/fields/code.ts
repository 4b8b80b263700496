import { field, rule, type FieldOptions } from './field.js';

/** One of a closed list of codes. */
export const Code = (codes: readonly string[], options: FieldOptions = {}): PropertyDecorator =>
  field(
    options,
    { type: 'string', enum: [...codes] },
    rule('code', codeMessage(codes), (value) => isOneOf(codes, value)),
  );

export const codeMessage = (codes: readonly string[]): string => `must be one of ${codes.join(', ')}`;

export const isOneOf = (codes: readonly string[], value: unknown): boolean =>
  typeof value === 'string' && codes.includes(value);
