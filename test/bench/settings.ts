import { parseArgs } from 'node:util';
import { CONTESTANTS, type ContestantName } from './measured-case.js';

export const CASES = [
  'append-1',
  'append-8',
  'append-32',
  'append-256',
  'batch-100',
  'load-50',
  'catch-up',
  'rebuild-1m',
  'figures',
] as const;
export type CaseName = (typeof CASES)[number];

export interface BenchSettings {
  readonly quick: boolean;
  /** Nothing was left out by name. */
  readonly complete: boolean;
  readonly cases: readonly CaseName[];
  readonly contestants: readonly ContestantName[];
  /** File for the rows; null where none is wanted. */
  readonly json: string | null;
  /** Whether the processor's time in our process is written to reports/bench. */
  readonly profile: boolean;
}

/** Reads the command line. @throws BadArguments, in words for the person who typed it. */
export function parseSettings(args: readonly string[]): BenchSettings {
  const { values } = parsed(args);
  return {
    quick: values.quick,
    complete: values.only === undefined && values.contestants === undefined,
    cases: chosen('only', values.only, CASES),
    contestants: chosen('contestants', values.contestants, CONTESTANTS),
    json: values.json ?? null,
    profile: values.profile,
  };
}

export class BadArguments extends Error {}

const USAGE = `Usage: npm run bench -- [--quick] [--only CASE,...] [--contestants NAME,...] [--json FILE] [--profile]
  cases: ${CASES.join(', ')}
  contestants: ${CONTESTANTS.join(', ')}`;

function parsed(args: readonly string[]): {
  values: { quick: boolean; profile: boolean; only?: string; contestants?: string; json?: string };
} {
  try {
    return parseArgs({
      args: [...args],
      options: {
        quick: { type: 'boolean', default: false },
        profile: { type: 'boolean', default: false },
        only: { type: 'string' },
        contestants: { type: 'string' },
        json: { type: 'string' },
      },
    });
  } catch (error) {
    throw new BadArguments(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
  }
}

/** The names given, in the order of `known`; all of them when none were. */
function chosen<Name extends string>(
  option: string,
  given: string | undefined,
  known: readonly Name[],
): readonly Name[] {
  if (given === undefined) return known;
  const names = given.split(',').map((name) => name.trim());
  const unknown = names.filter((name) => !(known as readonly string[]).includes(name));
  if (unknown.length > 0)
    throw new BadArguments(`--${option} does not know ${unknown.join(', ')}.\n${USAGE}`);
  return known.filter((name) => names.includes(name));
}
