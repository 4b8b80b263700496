import type {
  AuditId,
  Cohort,
  CycleId,
  CycleKind,
  GradeScale,
  Instant,
  IsoDate,
  Sample,
  SampleExclusionReason,
  Sha256,
  ToolId,
} from '#audit-cycle';
import type { CycleStatus } from '../cycle-summary.js';
import { versionsTable } from '../versions-table.js';
import type { TableFold } from '../view.js';

/** All that a list or a page of cycles says; null where it has not happened yet. */
export interface CycleRow {
  readonly id: CycleId;
  readonly title: string;
  readonly kind: CycleKind;
  readonly status: CycleStatus;
  readonly periodFrom: IsoDate;
  readonly periodTo: IsoDate;
  readonly reviewedFrom: IsoDate;
  readonly reviewedTo: IsoDate;
  readonly cohorts: readonly Cohort[];
  readonly linesOfEnquiry: readonly { readonly code: string; readonly question: string }[];
  readonly tool: ToolId;
  readonly toolVersion: number;
  readonly scale: GradeScale;
  readonly policyVersion: number;
  readonly targetSize: number;
  readonly plannedAt: Instant;
  readonly asAt: IsoDate | null;
  readonly frame: Sha256 | null;
  readonly importReport: Sha256 | null;
  readonly children: number | null;
  readonly childrenByCohort: Readonly<Partial<Record<Cohort, number>>> | null;
  readonly sample: DrawnSample | null;
  /** How often a sample was drawn: more than once means that it was drawn again, for a reason. */
  readonly draws: number;
  readonly replacementsDrawn: number;
  readonly openedAt: Instant | null;
  readonly closedAt: Instant | null;
  /** Audits that the closing left without a grade. */
  readonly withoutGrade: readonly AuditId[] | null;
}

/** The draw that counts, without the children it chose. */
export interface DrawnSample {
  readonly drawnOn: IsoDate;
  readonly method: Sample['method'];
  readonly seed: string;
  readonly seedSource: Sample['seedSource'];
  /** Asked for; `chosen` is what the strata could give. */
  readonly size: number;
  readonly chosen: number;
  readonly minimumPerStratum: number;
  readonly strata: readonly DrawnStratum[];
  readonly exclusions: readonly { readonly reasonCode: SampleExclusionReason; readonly n: number }[];
}

export interface DrawnStratum {
  readonly stratum: string;
  readonly inFrame: number;
  readonly eligible: number;
  readonly chosen: number;
  readonly probability: number;
}

const NOTHING_YET = {
  asAt: null,
  frame: null,
  importReport: null,
  children: null,
  childrenByCohort: null,
  sample: null,
  draws: 0,
  replacementsDrawn: 0,
  openedAt: null,
  closedAt: null,
  withoutGrade: null,
} as const;

export const progressCycles: TableFold<CycleRow> = versionsTable(
  'progress_cycle',
  'cycle',
  'CyclePlanned',
  ({ stream, occurredAt, facts }): CycleRow => ({
    id: stream.id,
    title: facts.title,
    kind: facts.kind,
    status: 'planned',
    periodFrom: facts.period.from,
    periodTo: facts.period.to,
    reviewedFrom: facts.reviewed.from,
    reviewedTo: facts.reviewed.to,
    cohorts: facts.cohorts,
    linesOfEnquiry: facts.linesOfEnquiry,
    tool: facts.tool.id,
    toolVersion: facts.tool.version,
    scale: facts.scale,
    policyVersion: facts.policy.version,
    targetSize: facts.targetSize,
    plannedAt: occurredAt,
    ...NOTHING_YET,
  }),
  {
    PopulationImported: (cycle, { facts }) => ({
      ...cycle,
      asAt: facts.asAt,
      frame: facts.frame,
      importReport: facts.report,
      children: facts.children,
      childrenByCohort: facts.cohorts,
    }),
    SampleDrawn: (cycle, { facts }) => drawn(cycle, facts.sample),
    SampleRedrawn: (cycle, { facts }) => drawn(cycle, facts.sample),
    ReplacementDrawn: (cycle) => ({ ...cycle, replacementsDrawn: cycle.replacementsDrawn + 1 }),
    CycleOpened: (cycle, { occurredAt }) => ({ ...cycle, status: 'open', openedAt: occurredAt }),
    DeadlineExtended: (cycle, { facts }) => ({ ...cycle, periodTo: facts.to }),
    CycleClosed: (cycle, { occurredAt, facts }) => ({
      ...cycle,
      status: 'closed',
      closedAt: occurredAt,
      withoutGrade: facts.withoutGrade,
    }),
  },
);

const drawn = (cycle: CycleRow, sample: Sample): CycleRow => ({
  ...cycle,
  status: 'drawn',
  draws: cycle.draws + 1,
  sample: {
    drawnOn: sample.drawnOn,
    method: sample.method,
    seed: sample.seed,
    seedSource: sample.seedSource,
    size: sample.size,
    chosen: sample.strata.reduce((sum, { chosen }) => sum + chosen.length, 0),
    minimumPerStratum: sample.minimumPerStratum,
    strata: sample.strata.map(({ stratum, inFrame, eligible, chosen, probability }) => ({
      stratum,
      inFrame,
      eligible,
      chosen: chosen.length,
      probability,
    })),
    exclusions: sample.exclusions.map(({ reasonCode, indices }) => ({ reasonCode, n: indices.length })),
  },
});
