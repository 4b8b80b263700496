import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { field, rule, type FieldOptions } from './field.js';

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** An id. Written in capitals it is the same id: it is handed on in lower case. */
export const Uuid = (options: FieldOptions = {}): PropertyDecorator =>
  applyDecorators(
    Transform(({ value }) => lowerCase(value)),
    field(options, { type: 'string', format: 'uuid' }, rule('uuid', UUID_MESSAGE, isUuid)),
  );

export const UUID_MESSAGE = 'must be an id (UUID)';

export const isUuid = (value: unknown): value is string => typeof value === 'string' && UUID.test(value);

export const lowerCase = (value: unknown): unknown =>
  typeof value === 'string' ? value.toLowerCase() : value;
