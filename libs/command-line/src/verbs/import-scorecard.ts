import { basename } from 'node:path';
import { readScorecard, type ScorecardReport } from '#scorecard-file';
import { EXIT, type ExitCode } from '../exit-code.js';
import { count, print, printRefusal } from '../report.js';
import type { Surroundings, Touchstone } from '../touchstone.js';
import { readNamed } from './reading.js';
import { refusalFrom, withApi } from './through-api.js';

export interface ImportScorecardOptions {
  readonly on: string;
  readonly dryRun: boolean;
  readonly headings?: string;
  readonly reasonCode?: string;
  readonly reason?: string;
  readonly authority?: string;
  readonly as?: string;
  readonly json: boolean;
}

/** `import-scorecard FILE` without an authority reads the table and prints the report, and records nothing. */
export async function lookAtScorecard(
  around: Surroundings,
  path: string,
  { on, headings, json }: ImportScorecardOptions,
): Promise<ExitCode> {
  const bytes = await readNamed(around, path);
  if (!(bytes instanceof Uint8Array)) return printRefusal(around, json, bytes);
  const decisions = headingsIn(headings);
  if (decisions === null) return printRefusal(around, json, NOT_A_MAP);
  const reading = await readScorecard(bytes, { fileName: basename(path), on, headings: decisions });
  if (!reading.ok) return printRefusal(around, json, reading.refusal);
  const { report, rows } = reading.scorecard;
  print(around, json, { recorded: false, report, rows }, [
    ...describe(report),
    'Nothing was recorded: name an authority with --authority and --as to make these rows measures.',
  ]);
  return EXIT.done;
}

/** `import-scorecard FILE --authority CODE`: makes the rows measures, targets and figures, or says what they would become. */
export async function importScorecard(
  touchstone: Touchstone,
  around: Surroundings,
  path: string,
  options: ImportScorecardOptions & { readonly authority: string; readonly as: string },
): Promise<ExitCode> {
  const { authority, as, json, on, dryRun, headings, reasonCode, reason } = options;
  const bytes = await readNamed(around, path);
  if (!(bytes instanceof Uint8Array)) return printRefusal(around, json, bytes);
  const given = { headings, reasonCode, reason };
  const fields = Object.entries(given).filter((one): one is [string, string] => one[1] !== undefined);
  return withApi(touchstone, async (api) => {
    const { status, body } = await api.sendFile({
      ...{ authority, person: as, path: '/v1/scorecard/imports', fileName: basename(path), bytes },
      fields: { on, dryRun: String(dryRun), ...Object.fromEntries(fields) },
    });
    if (status >= 500) throw new Error(String(body['detail']));
    if (status >= 400) return printRefusal(around, json, refusalFrom(body));
    const rows = body['rows'] as readonly ImportedRow[];
    print(around, json, body, [
      ...describe(body['report'] as ScorecardReport),
      ...rows.flatMap(({ row, ref, title, became, refusals }) =>
        became === 'unchanged'
          ? []
          : [
              `  row ${row} ${ref ?? title}: ${became}${refusals.map(({ message }) => ` - ${message}`).join('')}`,
            ],
      ),
      ...BECAME.map((one) => `${one}: ${count(rows.filter(({ became }) => became === one).length)}`),
      ...(dryRun ? ['Nothing was recorded: this was a dry run.'] : []),
    ]);
    return rows.some(({ became }) => became === 'refused') ? EXIT.refused : EXIT.done;
  });
}

interface ImportedRow {
  readonly row: number;
  readonly ref: string | null;
  readonly title: string;
  readonly became: string;
  readonly refusals: readonly { readonly message: string }[];
}

const BECAME = ['defined', 'reported', 'unchanged', 'refused'];

const NOT_A_MAP = {
  code: 'headings-not-a-map',
  message: 'Write --headings as a JSON object: {"Outturn Q4": "current"}.',
};

function headingsIn(json: string | undefined): Readonly<Record<string, string>> | null {
  try {
    const value: unknown = JSON.parse(json ?? '{}');
    const isMap = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isMap && Object.values(value).every((one) => typeof one === 'string')
      ? (value as Readonly<Record<string, string>>)
      : null;
  } catch {
    return null;
  }
}

const describe = (report: ScorecardReport): readonly string[] => [
  `${report.fileName}: ${report.reconciliation}`,
  ...report.tables.flatMap(({ unmatchedHeadings }) =>
    unmatchedHeadings.map((heading) => `  heading not known: ${heading}. Say with --headings what it means`),
  ),
  ...[...report.excluded, ...report.warnings].map(
    ({ row, column, code, message }) => `  ${column ?? 'row '}${row} ${code}: ${message}`,
  ),
];
