import type { Type } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { validateSync, type ValidationError } from 'class-validator';
import { isObject } from '../fields/part.js';
import { invalidInput, type InputError } from './invalid-input.js';

/**
 * Input as plain data that fits its shape, without the members that were not given: what comes out may be hashed, stored and
 * copied. Unknown members are refused, never dropped.
 * @throws Problem 400 `invalid-input` with every place and what is wrong there
 */
export function validated<T extends object>(shape: Type<T>, value: unknown): T {
  const given = value ?? {};
  if (!isObject(given)) {
    throw invalidInput([{ path: '', message: 'must be a JSON object: members in braces' }]);
  }
  const poisoned = Object.keys(given).filter((key) => POISONOUS.has(key));
  const instance = plainToInstance(shape, given, { exposeDefaultValues: false });
  const errors = [
    ...poisoned.map((path) => ({ path, message: UNKNOWN })),
    ...flat(
      validateSync(instance, {
        whitelist: true,
        forbidNonWhitelisted: true,
        forbidUnknownValues: false,
        validationError: { target: false, value: false },
      }),
    ),
  ];
  if (errors.length > 0) throw invalidInput(errors);
  return JSON.parse(JSON.stringify(instance)) as T;
}

const UNKNOWN = 'is not known here';
/** What class-transformer would leave out without a word. */
const POISONOUS = new Set(['__proto__', 'constructor', 'prototype']);

const flat = (errors: readonly ValidationError[], under = ''): readonly InputError[] =>
  errors.flatMap(({ property, constraints = {}, children = [] }) => {
    const path = under === '' ? property : `${under}.${property}`;
    const own = Object.entries(constraints).map(([name, message]) => ({
      path: path.slice(0, 200),
      message: name === 'whitelistValidation' ? UNKNOWN : message,
    }));
    return [...own, ...flat(children, path)];
  });
