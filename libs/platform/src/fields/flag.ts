import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { field, rule, type FieldOptions } from './field.js';

export interface FlagOptions extends FieldOptions {
  /** For addresses, where every value is text: `true` or `false`. */
  readonly inAddress?: boolean;
}

/** True or false. */
export const Flag = ({ inAddress = false, ...options }: FlagOptions = {}): PropertyDecorator =>
  applyDecorators(
    ...(inAddress ? [Transform(({ value }) => flagFrom(value))] : []),
    field(
      options,
      { type: 'boolean' },
      rule('flag', 'must be true or false', (value) => typeof value === 'boolean'),
    ),
  );

const flagFrom = (value: unknown): unknown => (value === 'true' ? true : value === 'false' ? false : value);
