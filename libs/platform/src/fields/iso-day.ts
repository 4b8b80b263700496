import { field, rule, type FieldOptions } from './field.js';

/** A day of the calendar, `YYYY-MM-DD`; 29 February only in a leap year. */
export const IsoDay = (options: FieldOptions = {}): PropertyDecorator =>
  field(
    options,
    { type: 'string', format: 'date', example: '2026-06-16' },
    rule('isoDay', DAY_MESSAGE, isIsoDay),
  );

export const DAY_MESSAGE = 'must be a day of the calendar, written YYYY-MM-DD';

export const isIsoDay = (value: unknown): boolean => {
  if (typeof value !== 'string' || !/^[1-9]\d{3}-\d{2}-\d{2}$/.test(value)) return false;
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
};
