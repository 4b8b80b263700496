/** One place where an answer is not what was expected. */
export interface Difference {
  /** Where in the expected answer: `ci[1]`, `steps[0].S`. */
  readonly place: string;
  readonly expected: unknown;
  /** Undefined where the answer has no such member. */
  readonly actual: unknown;
}

/**
 * Where an answer differs from what is expected. Numbers may lie off by the tolerance; texts, truths and null must be
 * the same; lists must be equally long; of an object, every member that is expected must be there, and others may.
 *
 * @param tolerance at least 0, in the unit of each number
 */
export function differences(
  expected: unknown,
  actual: unknown,
  tolerance: number,
  place = '',
): readonly Difference[] {
  if (typeof expected === 'number' && typeof actual === 'number' && Math.abs(actual - expected) <= tolerance)
    return [];
  if (Array.isArray(expected) && Array.isArray(actual) && actual.length === expected.length)
    return expected.flatMap((item, at) => differences(item, actual[at], tolerance, `${place}[${at}]`));
  if (isRecord(expected) && isRecord(actual))
    return Object.entries(expected).flatMap(([name, item]) => {
      const member = Object.hasOwn(actual, name) ? actual[name] : undefined;
      return differences(item, member, tolerance, place === '' ? name : `${place}.${name}`);
    });
  return expected === actual ? [] : [{ place, expected, actual }];
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
