import { field, rule, type FieldOptions } from './field.js';

/** A moment in UTC, `YYYY-MM-DDTHH:mm:ss.sssZ`; the milliseconds may be left out. */
export const Moment = (options: FieldOptions = {}): PropertyDecorator =>
  field(
    options,
    { type: 'string', format: 'date-time', example: '2026-06-16T09:30:00.000Z' },
    rule('moment', 'must be a moment in UTC, written YYYY-MM-DDTHH:mm:ssZ', isMoment),
  );

const isMoment = (value: unknown): boolean => {
  if (typeof value !== 'string') return false;
  const parts = /^([1-9]\d{3}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})(?:\.\d{3})?Z$/.exec(value);
  if (parts === null) return false;
  const date = new Date(value);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(parts[1]!);
};
