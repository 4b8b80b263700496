import type { PopulationOf } from '#audit-cycle';
import { isIsoDate, limits as defaultLimits, RefusedFile, type Limits } from '#spreadsheet';
import { openFile } from './formats/open-file.js';
import { mergeChildren } from './lists/merge-children.js';
import { readSheets } from './lists/read-sheets.js';
import type { HeadingDecisions } from './lists/recognise-list.js';
import { writeReport } from './lists/write-report.js';
import type { Population, PopulationEntry, WorkerAsWritten } from './population.js';
import { refuse, RefusedLists, type Refusal } from './refusal.js';
import { headingKey, knownHeading } from './template/heading.js';

export interface AnnexAOptions {
  /** As the person knows it. It only tells a csv from other text; what a file is, its bytes say. */
  readonly fileName: string;
  /** ISO date: the day of which the file speaks. */
  readonly asAt: string;
  /** What the population is made of; open cases unless given. */
  readonly of?: PopulationOf;
  /** ISO date: of events and closures, the first day that counts; all of them unless given. */
  readonly since?: string;
  /** What a person has decided about headings that are not in the template: written heading, to a heading of the template. */
  readonly headings?: Readonly<Record<string, string>>;
  /** For tests and for small machines; by default as in limits.ts. */
  readonly limits?: Limits;
}

export type AnnexAReading =
  { readonly ok: true; readonly population: Population } | { readonly ok: false; readonly refusal: Refusal };

/**
 * Reads the child-level lists of Ofsted's Annex A (one workbook, a zip with one csv per list, or one merged csv) into a population of
 * children and a report in which every row is accounted for. A file that cannot be trusted is refused whole.
 * Rejects only for a bug or a broken machine.
 */
export async function readAnnexA(file: Uint8Array, options: AnnexAOptions): Promise<AnnexAReading> {
  try {
    return { ok: true, population: await readPopulation(file, options) };
  } catch (error) {
    if (error instanceof RefusedFile || error instanceof RefusedLists) {
      return { ok: false, refusal: error.refusal };
    }
    throw error;
  }
}

async function readPopulation(file: Uint8Array, options: AnnexAOptions): Promise<Population> {
  const limits = options.limits ?? defaultLimits;
  if (!isIsoDate(options.asAt)) {
    refuse('as-at-date-invalid', 'The as-at date is not a day of the calendar. Write it as YYYY-MM-DD.');
  }
  const wanted = { of: options.of ?? 'open-cases', since: options.since ?? null };
  const decisions = decided(options.headings ?? {});
  const opened = await openFile(file, options.fileName, limits);
  const read = await readSheets(opened, options.asAt, wanted, decisions, limits);
  const usedRows = read.lists.flatMap(({ children }) => children?.used ?? []);
  const listsRead = new Set(read.lists.flatMap(({ recognised }) => recognised.list ?? []));
  const merged = mergeChildren(usedRows, listsRead, read.lines);
  const report = writeReport(options, opened, read, merged);
  return {
    children: merged.children,
    characteristics: { asAt: options.asAt, children: merged.characteristics },
    workersAsWritten: workersOf(merged.children),
    report,
  };
}

function decided(headings: Readonly<Record<string, string>>): HeadingDecisions {
  return new Map(
    Object.entries(headings).map(([written, meant]) => {
      const heading = knownHeading(meant);
      if (heading === null) {
        refuse(
          'heading-decision-unknown',
          `"${meant}" is not a heading of the Annex A template. Choose one that is.`,
        );
      }
      return [headingKey(written), heading];
    }),
  );
}

function workersOf(children: readonly PopulationEntry[]): WorkerAsWritten[] {
  const byName = Map.groupBy(children, ({ workerAsWritten }) => workerAsWritten);
  return [...byName]
    .flatMap(([name, own]) => (name === null ? [] : [{ name, children: own.length }]))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}
