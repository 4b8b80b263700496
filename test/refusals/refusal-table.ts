import type { WrittenRefusal } from './written-refusals.js';

/** The status that each code of the domain and of its features is answered with. */
export type CodesByStatus = Readonly<Record<number, readonly string[]>>;

/** One sentence of one code, wherever it is said. */
export interface RefusalRow {
  readonly code: string;
  readonly status: number;
  readonly sentence: string;
  /** Kinds of stream, or what else refuses. */
  readonly by: readonly string[];
}

/** What keeps source and statuses from being one table, in words; empty where they agree. */
export function faultsOf(written: readonly WrittenRefusal[], listed: CodesByStatus): readonly string[] {
  const codes = new Set(written.map(({ code }) => code));
  const statuses = [...Object.values(listed).flat(), ...codes].map(
    (code) => [code, statusesOf(code, written, listed)] as const,
  );
  return [
    ...written
      .filter(({ code, status }) => status === null && listedWith(code, listed).length === 0)
      .map(({ code, place }) => `${place}: ${code} has no status; list it in CODES_BY_STATUS`),
    ...Object.values(listed)
      .flat()
      .filter((code) => !codes.has(code))
      .map((code) => `${code} is listed in CODES_BY_STATUS, and nothing refuses with it`),
    ...[...new Map(statuses)]
      .filter(([, all]) => all.length > 1)
      .map(([code, all]) => `${code} is answered with ${all.join(' and ')}; give one of them another code`),
  ];
}

/** By code and sentence. @throws Error where source and statuses do not agree. */
export function refusalTable(
  written: readonly WrittenRefusal[],
  listed: CodesByStatus,
): readonly RefusalRow[] {
  const faults = faultsOf(written, listed);
  if (faults.length > 0) throw new Error(faults.join('\n'));
  const rows = new Map<string, RefusalRow>();
  for (const { code, sentence, place } of written) {
    const key = `${code} ${sentence}`;
    const by = [...new Set([...(rows.get(key)?.by ?? []), refuserAt(place)])].sort();
    rows.set(key, { code, status: statusesOf(code, written, listed)[0]!, sentence, by });
  }
  return [...rows].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, row]) => row);
}

function statusesOf(
  code: string,
  written: readonly WrittenRefusal[],
  listed: CodesByStatus,
): readonly number[] {
  const beside = written.flatMap((one) => (one.code === code && one.status !== null ? [one.status] : []));
  return [...new Set([...listedWith(code, listed), ...beside])];
}

const listedWith = (code: string, listed: CodesByStatus): readonly number[] =>
  Object.entries(listed).flatMap(([status, codes]) => codes.filter((one) => one === code).map(() => +status));

const OUTSIDE_AGGREGATES: Readonly<Record<string, string>> = {
  'annex-a': 'reading of a file',
  'scorecard-file': 'reading of a file',
  spreadsheet: 'reading of a file',
  population: 'draw',
  identity: 'signing in',
  platform: 'any request',
};

/** The kind of stream that a file of the domain decides for; what several kinds share is any command. */
function refuserAt(place: string): string {
  const [, library, , folder] = place.split('/') as [string, string, string, string];
  if (library !== 'audit-cycle') return OUTSIDE_AGGREGATES[library] ?? library;
  return folder === 'vocabulary' ? 'any command' : folder;
}
