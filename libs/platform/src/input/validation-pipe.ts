import type { ArgumentMetadata, PipeTransform, Type } from '@nestjs/common';
import { validated } from './validated.js';

/** Types that the compiler writes down where a handler's parameter has no class of its own. */
const PLAIN: ReadonlySet<unknown> = new Set([Object, String, Number, Boolean, Array, undefined]);

/** Checks every body, address parameter and query that a handler takes against the class it is declared with. */
class InputPipe implements PipeTransform {
  transform(value: unknown, { type, metatype }: ArgumentMetadata): unknown {
    if (type === 'custom' || PLAIN.has(metatype)) return value;
    return validated(metatype as Type<object>, value);
  }
}

export const validationPipe = (): PipeTransform => new InputPipe();
