import type { Type } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { validateSync, type ValidationError } from 'class-validator';
import { isObject } from '../fields/part.js';
import { Problem } from '../problem/problem.js';

export interface InputError {
  /** Members joined by dots, places in lists counted from 0: `linesOfEnquiry.0.code`. */
  readonly path: string;
  readonly message: string;
}

/**
 * Input as plain data that fits its shape, without the members that were not given: what comes out may be hashed, stored and
 * copied. Unknown members are refused, never dropped.
 * @throws Problem 400 `invalid-input` with every place and what is wrong there
 */
export function validated<T extends object>(shape: Type<T>, value: unknown): T {
  const given = value ?? {};
  if (!isObject(given)) {
    throw new Problem(400, 'invalid-input', 'Send a JSON object: members in braces.', {
      members: { errors: [{ path: '', message: 'must be an object' }] },
    });
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
  if (errors.length > 0) {
    throw new Problem(
      400,
      'invalid-input',
      'The request does not fit its description. Correct what is listed.',
      {
        members: { errors: errors.slice(0, MOST_TOLD) },
      },
    );
  }
  return JSON.parse(JSON.stringify(instance)) as T;
}

const UNKNOWN = 'is not known here';
const MOST_TOLD = 100;
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
