/**
 * What a caller may never pass, whatever the data say: a negative count, a share above one. Such a call is a
 * bug and throws RangeError; data that merely give no figure are answered with a reason instead.
 */
export function requireCount(name: string, value: number): void {
  if (!Number.isSafeInteger(value) || value < 0) {
    throw new RangeError(`${name} must be a whole number of at least 0, not ${value}`);
  }
}

export function requireAtMost(name: string, value: number, limitName: string, limit: number): void {
  if (value > limit) {
    throw new RangeError(`${name} (${value}) cannot be more than ${limitName} (${limit})`);
  }
}

/** A share from 0 to 1, both included. */
export function requireShare(name: string, value: number): void {
  if (!(value >= 0 && value <= 1)) {
    throw new RangeError(`${name} must be from 0 to 1, not ${value}`);
  }
}

/** A number of finite size, from 0 upwards. */
export function requireQuantity(name: string, value: number): void {
  if (!(value >= 0 && value < Infinity)) {
    throw new RangeError(`${name} must be a number of at least 0, not ${value}`);
  }
}

/** How often an interval is to hold what it is about: 0.5 to 0.9999. */
export function requireConfidence(confidence: number): void {
  if (!(confidence >= 0.5 && confidence <= 0.9999)) {
    throw new RangeError(`confidence must be from 0.5 to 0.9999, not ${confidence}`);
  }
}
