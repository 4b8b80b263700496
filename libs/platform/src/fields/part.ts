import { applyDecorators, type Type as Class } from '@nestjs/common';
import { Type } from 'class-transformer';
import { ValidateNested } from 'class-validator';
import { field, rule, type FieldOptions } from './field.js';

/**
 * An object with members of its own. An array is not one. The description of the API calls only a function that is named `type`, as one
 * written in its place is; any other it takes for a class.
 */
export const Part = (shape: () => Class, options: FieldOptions = {}): PropertyDecorator =>
  applyDecorators(
    Type(shape),
    field(options, { type: () => shape() }, rule('part', 'must be an object', isObject), ValidateNested()),
  );

export interface PartsOptions extends FieldOptions {
  readonly max: number;
  readonly min?: number;
}

/** A list of such objects. */
export const Parts = (shape: () => Class, { min = 0, max, ...options }: PartsOptions): PropertyDecorator =>
  applyDecorators(
    Type(shape),
    field(
      options,
      { type: () => shape(), isArray: true, minItems: min, maxItems: max },
      rule('parts', `must be a list of ${min} to ${max} objects`, (value) =>
        isListOf(value, min, max, isObject),
      ),
      ValidateNested({ each: true }),
    ),
  );

export const isListOf = (
  value: unknown,
  min: number,
  max: number,
  fits: (element: unknown) => boolean,
): boolean => Array.isArray(value) && value.length >= min && value.length <= max && value.every(fits);

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
