/** Whether a value, read from somebody's file, has the shape that is asked for; members beyond it are let be. */
export type Check = (value: unknown) => boolean;

export const text: Check = (value) => typeof value === 'string';
export const number: Check = (value) => typeof value === 'number';
export const wholeNumber: Check = (value) => Number.isSafeInteger(value) && Number(value) >= 0;
export const orNull =
  (check: Check): Check =>
  (value) =>
    value === null || check(value);
export const listOf =
  (each: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(each);
export const object =
  (members: Readonly<Record<string, Check>>): Check =>
  (value) =>
    typeof value === 'object' &&
    value !== null &&
    Object.entries(members).every(([name, check]) => check((value as Record<string, unknown>)[name]));
