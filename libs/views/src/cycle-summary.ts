import type { AuditId, CycleId, CycleKind, GradeScale, Instant, IsoDate, Policy, ToolId } from '#audit-cycle';
import type { TableFold } from './view.js';
import { versionsTable } from './versions-table.js';

/** Where a cycle stands. */
export const CYCLE_STATUSES = ['planned', 'drawn', 'open', 'closed'] as const;
export type CycleStatus = (typeof CYCLE_STATUSES)[number];

/** What a figure says about the cycle it belongs to. */
export interface CycleSummary {
  readonly id: CycleId;
  readonly title: string;
  readonly kind: CycleKind;
  readonly status: CycleStatus;
  readonly periodFrom: IsoDate;
  readonly periodTo: IsoDate;
  readonly scale: GradeScale;
  readonly tool: ToolId;
  readonly toolVersion: number;
  /** Share of the audits that was to be moderated by chance, percent. */
  readonly randomSharePercent: number;
  /** Parts of the service and their teams, when the cycle was planned. */
  readonly areas: Policy['areas'];
  /** How few cases a figure of the cycle may rest on. */
  readonly fewest: Policy['figures'];
  /** An open action is due soon from so many working days before its due date. */
  readonly dueSoonWorkingDays: number;
  /** Working days that each step may take. */
  readonly workingDays: Policy['workingDays'];
  /** Whether the practitioner is to be given feedback after each final grade. */
  readonly feedbackRequired: boolean;
  /** Audits that the closing left without a grade. */
  readonly withoutGrade: readonly AuditId[];
  /** When its findings were published: the day, and the moment at which the log took that in; null before. */
  readonly findings: { readonly on: IsoDate; readonly at: Instant } | null;
}

/** The cycle of a figure, in the figure's own view, so that both are known at one position. */
export const cycleSummaries = (table: string): TableFold<CycleSummary> =>
  versionsTable(
    table,
    'cycle',
    'CyclePlanned',
    ({ stream, facts }): CycleSummary => ({
      id: stream.id,
      title: facts.title,
      kind: facts.kind,
      status: 'planned',
      periodFrom: facts.period.from,
      periodTo: facts.period.to,
      scale: facts.scale,
      tool: facts.tool.id,
      toolVersion: facts.tool.version,
      randomSharePercent: facts.policy.moderation.randomSharePercent,
      areas: facts.policy.areas,
      fewest: facts.policy.figures,
      dueSoonWorkingDays: facts.policy.actions.dueSoonWorkingDays,
      workingDays: facts.policy.workingDays,
      feedbackRequired: facts.policy.feedbackRequired,
      withoutGrade: [],
      findings: null,
    }),
    {
      SampleDrawn: (cycle) => ({ ...cycle, status: 'drawn' }),
      CycleOpened: (cycle) => ({ ...cycle, status: 'open' }),
      DeadlineExtended: (cycle, { facts }) => ({ ...cycle, periodTo: facts.to }),
      CycleClosed: (cycle, { facts }) => ({ ...cycle, status: 'closed', withoutGrade: facts.withoutGrade }),
      FindingsPublished: (cycle, { facts, recordedAt }) => ({
        ...cycle,
        findings: { on: facts.on, at: recordedAt },
      }),
    },
  );

/** What every answer about a cycle carries beside its figures. */
export interface AboutCycle {
  readonly cycle: Pick<CycleSummary, 'id' | 'title' | 'kind' | 'status'>;
  /** How much of the log the figures tell of. */
  readonly position: string;
  /** The moment that was asked for; null for now. */
  readonly asOf: string | null;
}

export const aboutCycle = (cycle: CycleSummary, position: bigint, asOf: string | undefined): AboutCycle => ({
  cycle: { id: cycle.id, title: cycle.title, kind: cycle.kind, status: cycle.status },
  position: position.toString(),
  asOf: asOf ?? null,
});
