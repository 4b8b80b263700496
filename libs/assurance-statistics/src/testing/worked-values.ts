import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One published or independently computed answer that the library must reproduce within `tolerance`. */
export interface WorkedValue<Params, Input, Expected> {
  readonly id: string;
  readonly statistic: string;
  readonly params: Params;
  readonly input: Input;
  readonly expected: Expected;
  readonly tolerance: number;
  readonly source: string;
}

/** Every worked value of the fixture. */
export function allWorkedValues<Params, Input, Expected>(): readonly WorkedValue<Params, Input, Expected>[] {
  const file = join(import.meta.dirname, 'worked-values.json');
  return (JSON.parse(readFileSync(file, 'utf8')) as { vectors: WorkedValue<Params, Input, Expected>[] })
    .vectors;
}

/** All worked values of one statistic; throws when there are none, so that no test can pass on an empty list. */
export function workedValues<Params, Input, Expected>(
  statistic: string,
): readonly WorkedValue<Params, Input, Expected>[] {
  const found = allWorkedValues<Params, Input, Expected>().filter((value) => value.statistic === statistic);
  if (found.length === 0) throw new Error(`no worked value for ${statistic}`);
  return found;
}

/** Throws with the path of the first place where two plain values differ by more than the tolerance. */
export function expectWithin(tolerance: number, actual: unknown, expected: unknown, path = 'answer'): void {
  if (typeof expected === 'number' && typeof actual === 'number') {
    if (Math.abs(actual - expected) <= tolerance) return;
  } else if (Array.isArray(expected) && Array.isArray(actual) && actual.length === expected.length) {
    return expected.forEach((item, at) => expectWithin(tolerance, actual[at], item, `${path}[${at}]`));
  } else if (isRecord(expected) && isRecord(actual)) {
    const keys = new Set([...Object.keys(expected), ...Object.keys(actual)]);
    return keys.forEach((key) => expectWithin(tolerance, actual[key], expected[key], `${path}.${key}`));
  } else if (Object.is(actual, expected)) {
    return;
  }
  throw new Error(`${path} is ${JSON.stringify(actual)}, expected ${JSON.stringify(expected)}`);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
