import type { ImportReport } from './import-report.js';

/** The cohorts that Annex A can tell. The code words are those of the product; early help and contacts are not lists of cases. */
export const cohorts = [
  'in-care',
  'child-protection',
  'care-experienced',
  'child-in-need',
  'assessment',
] as const;
export type Cohort = (typeof cohorts)[number];

export interface PopulationEntry {
  /** The authority's own child id: opaque text, never padded, cut or counted. */
  readonly child: string;
  readonly cohort: Cohort;
  readonly team: string | null;
  /**
   * The current worker, as the authority wrote it: a name. A person matches it to the people directory; it does not belong in a frame.
   * Annex A has no mark for restricted records, so none is given here.
   */
  readonly workerAsWritten: string | null;
}

export interface WorkerAsWritten {
  readonly name: string;
  readonly children: number;
}

export interface Population {
  /** Every open child once, by child id in code-unit order. */
  readonly children: readonly PopulationEntry[];
  /** Each worker's name once, in code-unit order, for a person to match. Kept out of the report, which may be shown widely. */
  readonly workersAsWritten: readonly WorkerAsWritten[];
  readonly report: ImportReport;
}
