import type { Read } from './read-value.js';

/** The members of one object of a file, each read with the type that is asked for. */
export class Members {
  constructor(
    private readonly place: string,
    private readonly values: Readonly<Record<string, unknown>>,
  ) {}

  /** @throws RangeError that names the member which is missing or not of the kind asked for */
  take<Value>(name: string, read: Read<Value>): Value {
    if (!Object.hasOwn(this.values, name)) throw new RangeError(`${this.place}.${name} is missing`);
    return read(this.values[name], `${this.place}.${name}`);
  }

  /** The same, with what holds where the member is left out. */
  takeOr<Value>(name: string, read: Read<Value>, otherwise: Value): Value {
    return Object.hasOwn(this.values, name) ? this.take(name, read) : otherwise;
  }
}
