import type { EventOf } from '../decider.js';
import type { Policy } from '../policy/policy.js';
import type { Cohort } from '../vocabulary/cohort.js';
import type { IsoDate, Period } from '../vocabulary/dates.js';
import type { GradeScale } from '../vocabulary/grade.js';
import type { AuditId, PersonId, Secret, Sha256, ToolId } from '../vocabulary/identifiers.js';
import type { CycleKind } from './kind.js';
import type { PopulationOf } from './population-of.js';
import type { ReAuditDraw } from './re-audit-draw.js';
import type { Sample, SampleExclusion } from './sample.js';

/** A cycle, from its plan to its closing: what is audited, and how its cases were drawn. */
export type CycleEvent =
  /** A cycle was planned. Its policy is a copy, so later policies do not reach it. */
  | EventOf<
      'CyclePlanned',
      {
        /** What people call the cycle. */
        title: string;
        kind: CycleKind;
        /** When the audits are done. */
        period: Period;
        /** The work that is graded: look-back to cut-off. */
        reviewed: Period;
        /** Children of these cohorts can be drawn. */
        cohorts: readonly Cohort[];
        /** Questions that the cycle asks of every case. */
        linesOfEnquiry: readonly {
          /** Stands for the question in events. */
          readonly code: string;
          /** The question in words. */
          readonly question: string;
        }[];
        /** What the audits are done with. */
        tool: {
          readonly id: ToolId;
          /** Published version of the tool. */
          readonly version: number;
        };
        scale: GradeScale;
        /** The authority's policy on that day, whole. */
        policy: Policy;
        /** How many cases are to be drawn. */
        targetSize: number;
      }
    >
  /** The list of children to draw from came in, or a few were added to it by hand. A later list replaces it with those who were added, until the sample is drawn. */
  | EventOf<
      'PopulationImported',
      {
        of: PopulationOf;
        /** The day at which the list stood. */
        asAt: IsoDate;
        /** What this event brought: the files of Ofsted's Annex A, or children whom somebody added to the frame that those made. */
        source: 'annex-a' | 'by-hand';
        /** Digest of the frame, which is kept as a blob beside the log. */
        frame: Sha256;
        /** Digest of the report on the import or on the addition, kept as a blob as well. */
        report: Sha256;
        /** Children in the frame. */
        children: number;
        /** Children of each cohort; together they are all children. */
        cohorts: Readonly<Partial<Record<Cohort, number>>>;
        /** What became of the rows of the list: those read are those used and those excluded. */
        rows: {
          /** Rows in the files. */
          readonly read: number;
          /** Rows that the frame was made of. */
          readonly used: number;
          /** Rows that were left out, each with a reason in the report. */
          readonly excluded: number;
          /** Rows with something to look at, used or not. */
          readonly warned: number;
        };
        /** What the lists say of children's ethnicity, age and disability, which is kept sealed outside the log; null where they say nothing of it. */
        characteristics: {
          /** Digest of the sealed bytes. */
          readonly digest: Sha256;
          /** Children whom it is about: those of the lists. */
          readonly children: number;
          /** Of how many of them each is known. */
          readonly known: {
            /** Children whose ethnicity is known. */
            readonly ethnicity: number;
            /** Children whose age is known. */
            readonly age: number;
            /** Children of whom it is known whether they are disabled. */
            readonly disability: number;
          };
        } | null;
        /** Children of the frame who are in none of the rows: those who were added by hand since the lists came in. */
        addedByHand: number;
        /** What was added by this event; null when lists came in. */
        addition: {
          /** Digest of the frame that there was before. */
          readonly to: Sha256;
          /** Children added. */
          readonly children: number;
          /** Why, as a code. */
          readonly reasonCode: string;
          /** Who added them. */
          readonly by: PersonId;
        } | null;
      },
      /** Why children were added by hand, in words. */
      'reason'
    >
  /** The sample was drawn. The frame is frozen from here on. */
  | EventOf<'SampleDrawn', { sample: Sample }>
  /** The sample was drawn again, before the cycle opened; the earlier draw stays on the record. */
  | EventOf<
      'SampleRedrawn',
      {
        sample: Sample;
        /** Why, as a code. */
        reasonCode: string;
      },
      /** Why, in words. */
      'reason'
    >
  /** The audits may begin: every case that was drawn is selected now. */
  | EventOf<
      'CycleOpened',
      {
        /** Who opened the cycle. */
        openedBy: PersonId;
        /** Digest of the secret that chooses audits for moderation at random; the secret itself is published when the cycle closes. */
        moderationSecretDigest: Sha256;
      }
    >
  /** The audits may be done until later than was planned. */
  | EventOf<
      'DeadlineExtended',
      {
        /** The last day until then. */
        from: IsoDate;
        /** The last day from now on. */
        to: IsoDate;
        /** Why, as a code. */
        reasonCode: string;
        /** Who extended it. */
        by: PersonId;
      },
      /** Why, in words. */
      'reason'
    >
  /** A case was drawn in place of an audit that was withdrawn: the next of its stratum in the order of the draw. */
  | EventOf<
      'ReplacementDrawn',
      {
        /** The audit that was withdrawn. */
        replaces: AuditId;
        /** Of both cases. */
        stratum: string;
        /** The case, as its index in the frame. */
        drawIndex: number;
        /** Of being drawn, as it was for the stratum's sample; 0 to 1. */
        probability: number;
        /** The day of this draw: the child is not drawn again for some months from here. */
        drawnOn: IsoDate;
        /** Cases before it in draw order that could not be drawn any more, and why. */
        exclusions: readonly SampleExclusion[];
      }
    >
  /** The cycle was closed. The audits that it names count as having no grade, whatever happens in them afterwards. */
  | EventOf<
      'CycleClosed',
      {
        /** Who closed the cycle. */
        closedBy: PersonId;
        /** The day, in England; nothing that is said to follow it lies before it. */
        closedOn: IsoDate;
        /** Audits that were neither finalised nor withdrawn. */
        withoutGrade: readonly AuditId[];
        /** Why the cycle closed without them, as a code; null where none was left or none was given. */
        reasonCode: string | null;
        /** The secret whose digest was published when the cycle opened: with it anybody can repeat the random choice. */
        moderationSecret: Secret;
      },
      /** Why the cycle closed without them, in words. */
      'reason'
    >
  /** What the closed cycle found was published. */
  | EventOf<
      'FindingsPublished',
      {
        /** Who published it. */
        by: PersonId;
        /** The day. */
        on: IsoDate;
      },
      /** What was found, in short. */
      'summary'
    >
  /** What was learnt from the cycle was passed on to people who can use it. */
  | EventOf<
      'LearningShared',
      {
        /** Who shared it. */
        by: PersonId;
        /** The audience, as a code. */
        with: string;
        /** The way, as a code: a briefing, a workshop. */
        how: string;
      },
      /** What was shared. */
      'text'
    >
  /** Audits of the cycle are to be done again: some that a seed chose, and every inadequate one. No audit stands in the lists of two draws. */
  | EventOf<'ReAuditsDrawn', ReAuditDraw>;

export type PopulationImported = Extract<CycleEvent, { type: 'PopulationImported' }>;
export type ReAuditsDrawn = Extract<CycleEvent, { type: 'ReAuditsDrawn' }>;
export type ReplacementDrawn = Extract<CycleEvent, { type: 'ReplacementDrawn' }>;
