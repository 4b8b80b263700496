import { basename } from 'node:path';
import { randomUUID } from 'node:crypto';
import { readAnnexA, type ImportReport } from '#annex-a';
import type { PopulationOf } from '#audit-cycle';
import { PopulationImport } from '#population';
import { cycleFromLog } from '#simulation';
import { EXIT, type ExitCode } from '../exit-code.js';
import { count, print, printRefusal } from '../report.js';
import type { Surroundings, Touchstone } from '../touchstone.js';
import { actingPerson } from './acting.js';
import { readNamed } from './reading.js';

export interface ImportOptions {
  readonly asAt: string;
  readonly of: PopulationOf;
  readonly authority?: string;
  readonly cycle?: string;
  readonly as?: string;
  readonly json: boolean;
}

/** `import FILE` without a cycle reads the lists and prints the report, and records nothing. */
export async function readPopulation(
  around: Surroundings,
  path: string,
  { asAt, of, json }: ImportOptions,
): Promise<ExitCode> {
  const bytes = await readNamed(around, path);
  if (!(bytes instanceof Uint8Array)) return printRefusal(around, json, bytes);
  const reading = await readAnnexA(bytes, { fileName: basename(path), asAt, of });
  if (!reading.ok) return printRefusal(around, json, reading.refusal);
  const { report, workersAsWritten } = reading.population;
  print(around, json, { recorded: false, of, report }, [
    ...describe(report),
    `${count(workersAsWritten.length)} workers are named`,
    ...(of === 'open-cases'
      ? []
      : [`Rows of any day were taken: in a cycle, those before the period that it reviews are left out.`]),
    'Nothing was recorded: name a planned cycle with --cycle, --authority and --as to make this its population.',
  ]);
  return EXIT.done;
}

/** `import FILE --cycle ID`: makes the lists the population of a planned cycle. */
export async function importPopulation(
  touchstone: Touchstone,
  around: Surroundings,
  path: string,
  {
    asAt,
    of,
    json,
    ...target
  }: ImportOptions & { readonly authority: string; readonly cycle: string; readonly as: string },
): Promise<ExitCode> {
  const actor = await actingPerson(touchstone, target);
  if ('code' in actor) return printRefusal(around, json, actor);
  const bytes = await readNamed(around, path);
  if (!(bytes instanceof Uint8Array)) return printRefusal(around, json, bytes);
  const { state: cycle } = await cycleFromLog(touchstone.log)(target.authority, target.cycle);
  const answer = await new PopulationImport(
    touchstone.gateway,
    touchstone.blobs,
    touchstone.characteristics,
  ).import(
    target.cycle,
    {
      ...{ bytes, fileName: basename(path), asAt, of },
      ...(cycle.status === 'not-planned' ? {} : { since: cycle.reviewed.from }),
      workers: await touchstone.caseSystemNames(target.authority),
    },
    { authority: target.authority, actor, commandId: randomUUID() },
  );
  if (!answer.ok) return printRefusal(around, json, answer.refusal);
  const { report, frame, unmatchedWorkers } = answer;
  const noLongerAdded = cycle.status === 'not-planned' ? 0 : (cycle.population?.addedByHand ?? 0);
  print(
    around,
    json,
    { recorded: true, cycle: target.cycle, of, frame, report, unmatchedWorkers, noLongerAdded },
    [
      ...describe(report),
      `Frame ${frame}`,
      unmatchedWorkers.length === 0
        ? 'Every worker is matched to a person'
        : `${count(unmatchedWorkers.length)} workers are matched to nobody: independence cannot be checked against them`,
      ...(noLongerAdded === 0
        ? []
        : [
            `Whom somebody had added by hand is not in it any more (${count(noLongerAdded)}): add those again who are in no list`,
          ]),
    ],
  );
  return EXIT.done;
}

const describe = (report: ImportReport): string[] => [
  `${report.fileName}: ${report.reconciliation}`,
  ...Object.entries(report.cohorts).map(([cohort, children]) => `  ${cohort}: ${count(children)}`),
  ...report.lists.map(
    ({ sheet, rowsRead, rowsUsed, rowsMerged, rowsExcluded, warnings }) =>
      `  ${sheet}: ${count(rowsRead)} rows read, ${count(rowsUsed)} used (${count(rowsMerged)} merged), ` +
      `${count(rowsExcluded)} excluded, ${count(warnings)} warnings`,
  ),
];
