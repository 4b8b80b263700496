import { applyDecorators } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { ValidateBy, ValidateIf } from 'class-validator';

export interface FieldOptions {
  /** The member may be left out. */
  readonly optional?: boolean;
  /** The member may be null. */
  readonly nullable?: boolean;
  /** What it means, for the description of the API. */
  readonly about?: string;
}

/** One member of a request: how it is described, and the rules that hold for it. `null` is never the same as left out. */
export const field = (
  { optional = false, nullable = false, about }: FieldOptions,
  schema: ApiPropertyOptions,
  ...rules: readonly PropertyDecorator[]
): PropertyDecorator =>
  applyDecorators(
    ApiProperty({
      ...schema,
      required: !optional,
      ...(nullable ? { nullable } : {}),
      ...(about === undefined ? {} : { description: about }),
    } as ApiPropertyOptions),
    ...(optional || nullable
      ? [ValidateIf((_, value) => !((optional && value === undefined) || (nullable && value === null)))]
      : []),
    ...rules,
  );

/** A rule with its sentence; `each` asks it of every element of a list. */
export const rule = (
  name: string,
  message: string,
  holds: (value: unknown) => boolean,
  each = false,
): PropertyDecorator =>
  ValidateBy({ name, validator: { validate: holds, defaultMessage: () => message } }, { each });
