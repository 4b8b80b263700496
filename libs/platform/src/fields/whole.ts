import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { field, rule, type FieldOptions } from './field.js';

export interface WholeOptions extends FieldOptions {
  readonly min: number;
  readonly max: number;
  /** For addresses, where every value is text. In a body, text is not a number. */
  readonly inAddress?: boolean;
}

/** A whole number between two others, both allowed. */
export const Whole = ({ min, max, inAddress = false, ...options }: WholeOptions): PropertyDecorator =>
  applyDecorators(
    ...(inAddress ? [Transform(({ value }) => numberFrom(value))] : []),
    field(
      options,
      { type: 'integer', minimum: min, maximum: max },
      rule(
        'whole',
        `must be a whole number from ${min} to ${max}`,
        (value) => Number.isInteger(value) && (value as number) >= min && (value as number) <= max,
      ),
    ),
  );

const numberFrom = (value: unknown): unknown =>
  typeof value === 'string' && /^-?\d{1,15}$/.test(value) ? Number(value) : value;
