import type { EventOf } from '../decider.js';
import type { IsoDate, Period } from '../vocabulary/dates.js';
import type { Grade, GradeScale } from '../vocabulary/grade.js';
import type {
  AuditId,
  ChildId,
  PersonId,
  ReviewRoundId,
  Sha256,
  TeamName,
  ToolId,
} from '../vocabulary/identifiers.js';
import type { AuditQuality, RoundOpinion } from './judgement.js';

/** A review round: people from outside grade a sample of finished audits blind, so that we learn how far our grades hold. */
export type ReviewRoundEvent =
  /** The audits of six months were frozen as what is drawn from, and how many are to be drawn was settled. */
  | EventOf<
      'RoundOpened',
      {
        /** Audits that became final in it. */
        halfYear: Period;
        /** Who reviews: whom the authority asked. */
        panel: readonly {
          /** Stands for the body that the reviewer comes from. */
          readonly from: string;
          /** Who of the people directory; null while nobody is named. */
          readonly person: PersonId | null;
        }[];
        /** The audits that could be drawn. */
        frame: {
          /** Digest of the list, which is kept beside the log. */
          readonly digest: Sha256;
          /** How many audits. */
          readonly audits: number;
          /** Day on which it was frozen. */
          readonly asAt: IsoDate;
        };
        /** How many audits are to be drawn. */
        sampleSize: number;
        /** What that many buy. It counts sampling error only. */
        precision: {
          /** How far off a share may be, each way, in points of percentage, 95 times in 100. */
          readonly halfWidthPoints: number;
          /** The share at which that holds, percent. */
          readonly atPercent: number;
        };
        /** Why so many. */
        whyCode: string;
        /** Whether reviewers are shown what child, family and practitioner said. */
        voicesShown: boolean;
        /** What the rule will say of the share of our grades that reviewers give as well: settled before anybody grades. */
        rule: {
          /** Reliable where the share lies above this 95 times in 100, percent. */
          readonly reliableFromPercent: number;
          /** Reliable with limits where it lies above this, percent; below it not reliable. */
          readonly limitsFromPercent: number;
        };
        /** The round of the same months that this one stands in for; null where there is none. */
        replaces: {
          /** That round; it stays on the record. */
          readonly round: ReviewRoundId;
          /** Why, as a code. */
          readonly reasonCode: string;
        } | null;
        /** Who opened the round. */
        openedBy: PersonId;
      },
      /** Why so many, in words. */
      'why'
    >
  /** Audits were drawn from the frozen list. */
  | EventOf<
      'AuditsSampled',
      {
        /** The order of the draw follows from it. */
        seed: string;
        /** Who made the seed. */
        seedSource: 'server' | 'supplied';
        /** Day of the draw. */
        drawnOn: IsoDate;
        /** Digest of the list that was drawn from. */
        frameDigest: Sha256;
        /** By name. */
        strata: readonly {
          /** Grade and auditor, `good/<auditor>`. */
          readonly stratum: string;
          /** How many of the list. */
          readonly size: number;
          /** How many of them were drawn. */
          readonly taken: number;
        }[];
        /** Stratum after stratum, in the order of the draw. */
        chosen: readonly {
          readonly audit: AuditId;
          /** Its place in the list, from 0. */
          readonly index: number;
          /** Grade and auditor. */
          readonly stratum: string;
        }[];
      }
    >
  /** Somebody from outside may review between two days. Admitted again, the later days and declarations count. */
  | EventOf<
      'ReviewerAdmitted',
      {
        reviewer: PersonId;
        /** First day. */
        from: IsoDate;
        /** Last day; access ends by itself. */
        until: IsoDate;
        /** Whether they said that they have worked for the authority. */
        pastEmployment: boolean;
        /** The teams that they said they worked in. */
        pastTeams: readonly TeamName[];
        /** Children whom they said they know. */
        personalKnowledge: readonly ChildId[];
        /** Checks that were made before, as codes. */
        checks: readonly string[];
        /** Who admitted them. */
        admittedBy: PersonId;
      }
    >
  /** A reviewer's access was ended early. What they have not graded is open for somebody else. */
  | EventOf<
      'ReviewerWithdrawn',
      {
        reviewer: PersonId;
        /** Why, as a code. */
        reasonCode: string;
      },
      /** Why, in words. */
      'reason'
    >
  /** A sampled audit was given to a reviewer, with everything of it that they may know before their own grade. */
  | EventOf<
      'ReviewAllocated',
      {
        audit: AuditId;
        reviewer: PersonId;
        child: ChildId;
        /** The work that is graded: the record is read up to its last day. */
        reviewed: Period;
        /** What is asked. */
        tool: {
          readonly id: ToolId;
          /** Published version of the tool. */
          readonly version: number;
        };
      }
    >
  /** A reviewer graded the case without knowing anything of ours. It never changes. */
  | EventOf<
      'BlindGradeCommitted',
      {
        audit: AuditId;
        reviewer: PersonId;
        grade: Grade;
        scale: GradeScale;
        /** Grades of the sections that they graded. */
        sections: readonly {
          /** Code of the section. */
          readonly section: string;
          readonly grade: Grade;
        }[];
      },
      /** Why the case has this grade for them. */
      'rationale'
    >
  /** The reviewer's grade was put beside ours. */
  | EventOf<
      'GradesCompared',
      {
        audit: AuditId;
        reviewer: PersonId;
        /** The final grade of the audit. */
        ours: Grade;
        /** The grade that was committed blind. */
        theirs: Grade;
        scale: GradeScale;
      }
    >
  /** Apart from the grade of the case: how well the audit was done. */
  | EventOf<
      'AuditQualityJudged',
      {
        audit: AuditId;
        reviewer: PersonId;
        quality: AuditQuality;
        /** What the judgement is about, as codes. */
        aspects: readonly string[];
      },
      /** What was seen. */
      'notes'
    >
  /** The round has an opinion, and the figures that it rests on. */
  | EventOf<
      'RoundConcluded',
      {
        opinion: RoundOpinion;
        /** Audits with two grades. */
        n: number;
        /** Of those, with the same grade twice. */
        agreed: number;
        /** Exact lower limit (Clopper and Pearson) of the share agreed, percent: it lies above this 95 times in 100. */
        lowerBoundPercent: number;
        /** Sampled audits without two grades. */
        notReviewed: number;
        /** Audits with two grades whose quality nobody has judged yet; that may still come. */
        notJudged: number;
        /** Why those of the two were left; null when there are none. */
        notReviewedCode: string | null;
        /** The reviewer whose opinion it is. */
        givenBy: PersonId;
        /** Who recorded the opinion. */
        concludedBy: PersonId;
      },
      /** The opinion in words. */
      'opinion'
    >;

export type RoundOpened = Extract<ReviewRoundEvent, { type: 'RoundOpened' }>;
export type AuditsSampled = Extract<ReviewRoundEvent, { type: 'AuditsSampled' }>;
export type ReviewerAdmitted = Extract<ReviewRoundEvent, { type: 'ReviewerAdmitted' }>;
export type BlindGradeCommitted = Extract<ReviewRoundEvent, { type: 'BlindGradeCommitted' }>;
