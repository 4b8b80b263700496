import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { codeMessage, isOneOf } from './code.js';
import { field, rule } from './field.js';
import { DAY_MESSAGE, isIsoDay } from './iso-day.js';
import { isListOf, type PartsOptions } from './part.js';
import { isLine, lineMessage } from './text.js';
import { isUuid, lowerCase, UUID_MESSAGE } from './uuid.js';

/** What the elements of a list of plain values may be. */
export interface ElementKind {
  readonly schema: Readonly<Record<string, unknown>>;
  readonly message: string;
  readonly fits: (value: unknown) => boolean;
  readonly read?: (value: unknown) => unknown;
}

export const codes = (known: readonly string[]): ElementKind => ({
  schema: { type: 'string', enum: [...known] },
  message: codeMessage(known),
  fits: (value) => isOneOf(known, value),
});

export const uuids: ElementKind = {
  schema: { type: 'string', format: 'uuid' },
  message: UUID_MESSAGE,
  fits: isUuid,
  read: lowerCase,
};

export const days: ElementKind = {
  schema: { type: 'string', format: 'date' },
  message: DAY_MESSAGE,
  fits: isIsoDay,
};

export const lines = (max: number): ElementKind => ({
  schema: { type: 'string', minLength: 1, maxLength: max },
  message: lineMessage(max),
  fits: (value) => isLine(value, max),
});

/** A list of codes, ids or lines; for objects there is `Parts`. */
export const ListOf = (kind: ElementKind, { min = 0, max, ...options }: PartsOptions): PropertyDecorator =>
  applyDecorators(
    Transform(({ value }: { value: unknown }) =>
      Array.isArray(value) && kind.read !== undefined ? value.map(kind.read) : value,
    ),
    field(
      options,
      { type: 'array', items: kind.schema, minItems: min, maxItems: max },
      rule('list', `must be a list of ${min} to ${max}, each of which ${kind.message}`, (value) =>
        isListOf(value, min, max, kind.fits),
      ),
    ),
  );
