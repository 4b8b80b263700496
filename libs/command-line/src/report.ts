import type { Refusal } from '#audit-cycle';
import { EXIT, type ExitCode } from './exit-code.js';
import type { Surroundings } from './touchstone.js';

/** Prints an answer for people, or the same as one JSON document for machines. */
export function print({ out }: Surroundings, json: boolean, answer: object, lines: readonly string[]): void {
  out(
    json
      ? `${JSON.stringify(answer, (_key, value: unknown) => (typeof value === 'bigint' ? String(value) : value), 2)}\n`
      : `${lines.join('\n')}\n`,
  );
}

/** Says what was refused and what to do. */
export function printRefusal(surroundings: Surroundings, json: boolean, refusal: Refusal): ExitCode {
  if (json) print(surroundings, true, { refused: refusal }, []);
  else surroundings.err(`Refused (${refusal.code}): ${refusal.message}\n`);
  return EXIT.refused;
}

/** A whole number with thousands separators. */
export const count = (n: number | bigint): string => n.toLocaleString('en-GB');
