import type { EventOf } from '../decider.js';
import type { Policy } from '../policy/policy.js';
import type { Cohort } from '../vocabulary/cohort.js';
import type { IsoDate, Period } from '../vocabulary/dates.js';
import type { GradeScale } from '../vocabulary/grade.js';
import type { AuditId, PersonId, Sha256, ToolId } from '../vocabulary/identifiers.js';
import type { CycleKind } from './kind.js';
import type { Sample, SampleExclusion } from './sample.js';

export type CycleEvent =
  | EventOf<
      'CyclePlanned',
      {
        title: string;
        kind: CycleKind;
        period: Period;
        /** The work that is graded: look-back to cut-off. */
        reviewed: Period;
        cohorts: readonly Cohort[];
        linesOfEnquiry: readonly { readonly code: string; readonly question: string }[];
        tool: { readonly id: ToolId; readonly version: number };
        scale: GradeScale;
        policy: Policy;
        targetSize: number;
      }
    >
  | EventOf<
      'PopulationImported',
      {
        asAt: IsoDate;
        source: 'annex-a' | 'by-hand';
        /** Digest of the frame, which is kept as a blob beside the log. */
        frame: Sha256;
        /** Digest of the import report, kept as a blob as well. */
        report: Sha256;
        children: number;
        cohorts: Readonly<Partial<Record<Cohort, number>>>;
        rows: {
          readonly read: number;
          readonly used: number;
          readonly excluded: number;
          readonly warned: number;
        };
      }
    >
  | EventOf<'SampleDrawn', { sample: Sample }>
  | EventOf<'SampleRedrawn', { sample: Sample; reasonCode: string }, 'reason'>
  | EventOf<'CycleOpened', { openedBy: PersonId }>
  | EventOf<
      'ReplacementDrawn',
      {
        replaces: AuditId;
        stratum: string;
        drawIndex: number;
        probability: number;
        /** The day of this draw: the child is not drawn again for some months from here. */
        drawnOn: IsoDate;
        /** Cases before it in draw order that could not be drawn any more, and why. */
        exclusions: readonly SampleExclusion[];
      }
    >
  | EventOf<
      'CycleClosed',
      { closedBy: PersonId; withoutGrade: readonly AuditId[]; reasonCode: string | null },
      'reason'
    >;

export type ReplacementDrawn = Extract<CycleEvent, { type: 'ReplacementDrawn' }>;
