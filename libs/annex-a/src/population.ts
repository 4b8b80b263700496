import type { CharacteristicsList } from '#audit-cycle';
import type { Cohort } from './cohort.js';
import type { ImportReport } from './import-report.js';

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
  /** Every child once, by child id in code-unit order. */
  readonly children: readonly PopulationEntry[];
  /** What the lists say of the same children besides. Apart from them, as it has no place in a frame. */
  readonly characteristics: CharacteristicsList;
  /** Each worker's name once, in code-unit order, for a person to match. Kept out of the report, which may be shown widely. */
  readonly workersAsWritten: readonly WorkerAsWritten[];
  readonly report: ImportReport;
}
