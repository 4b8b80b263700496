import type { EventOf } from '../decider.js';
import type { IsoDate } from '../vocabulary/dates.js';
import type { ActionId, PersonId, TeamName } from '../vocabulary/identifiers.js';
import type { ActionImpact, ActionKind, ActionPriority, ActionVerdict } from './priority.js';
import type { ActionSource } from './source.js';

/** An improvement action, from the audit or the surgery that asked for it to somebody else's verdict on it. */
export type ImprovementActionEvent =
  /** An audit, or a surgery on a measure, asked for something to be done. */
  | EventOf<
      'ActionSet',
      {
        /** What asked for it, with all that only an action from there has. */
        source: ActionSource;
        /** Who is to do it. */
        owner: PersonId;
        /** The team that is to act; null for none. */
        team: TeamName | null;
        priority: ActionPriority;
        kind: ActionKind;
        /** The day by which it is to be done. */
        due: IsoDate;
      },
      /** What is to be done. */
      'text'
    >
  /** The action asks for what an earlier one, of the same child or of the same measure, asked for already. */
  | EventOf<
      'ActionLinked',
      {
        /** The earlier action. */
        repeats: ActionId;
      }
    >
  /** The owner took the action on. */
  | EventOf<
      'ActionAccepted',
      {
        /** Who owns it. */
        owner: PersonId;
      }
    >
  /** Another person is to do it; they have not accepted yet. */
  | EventOf<
      'ActionReassigned',
      {
        /** Who owned it until now. */
        from: PersonId;
        /** Who owns it now. */
        to: PersonId;
        /** The team that is to act from now on; null for none. */
        team: TeamName | null;
        /** Why, as a code. */
        reasonCode: string;
      },
      /** Why, in words. */
      'reason'
    >
  /** Somebody other than the owner let the action be done by another day. */
  | EventOf<
      'DueDateMoved',
      {
        /** The day until now. */
        from: IsoDate;
        /** The day from now on. */
        to: IsoDate;
        /** Why, as a code. */
        reasonCode: string;
        /** Who approved it. */
        approvedBy: PersonId;
      },
      /** Why, in words. */
      'reason'
    >
  /** What is to be done was written on the child's own record, without the grade. */
  | EventOf<
      'ActionRecordedOnChildRecord',
      {
        /** Who wrote it there. */
        by: PersonId;
        /** The day since which it is there. */
        on: IsoDate;
      }
    >
  /** The action was talked about in supervision. */
  | EventOf<
      'DiscussedInSupervision',
      {
        /** Who recorded it. */
        by: PersonId;
        /** The day of the supervision. */
        on: IsoDate;
      },
      /** What came of it. */
      'notes'
    >
  /** Somebody wrote down how far it has come. */
  | EventOf<
      'ProgressNoted',
      {
        /** Who noted it. */
        by: PersonId;
        /** The day that the note is about. */
        on: IsoDate;
      },
      /** How far it has come. */
      'note'
    >
  /** The owner says that it is done. That is a claim: somebody else verifies it. */
  | EventOf<
      'ActionReportedDone',
      {
        /** Who reports it. */
        by: PersonId;
        /** The day on which it was done, as they say. */
        doneOn: IsoDate;
        /** The day of the report, in England; what waits for the report counts from here. */
        reportedOn: IsoDate;
      },
      /** What shows that it was done. */
      'evidence'
    >
  /** An action that was reported done, or found wanting, is to be worked on again. */
  | EventOf<
      'ActionReopened',
      {
        /** Who opened it again. */
        by: PersonId;
        /** Why, as a code. */
        reasonCode: string;
      },
      /** Why, in words. */
      'reason'
    >
  /** Somebody who never owned the action judged whether it was done. */
  | EventOf<
      'ActionVerified',
      {
        /** Who judged it. */
        by: PersonId;
        verdict: ActionVerdict;
        method: VerificationMethod;
      },
      /** What the verdict rests on. */
      'evidence'
    >
  /** Some time after the verdict, somebody who never owned the action judged whether it made a difference to the child, or to children. */
  | EventOf<
      'ImpactJudged',
      {
        /** Who judged it. */
        by: PersonId;
        impact: ActionImpact;
        /** The day of the judgement. */
        on: IsoDate;
      },
      /** What the judgement rests on. */
      'evidence'
    >
  /** The action is not to be done any more. */
  | EventOf<
      'ActionCancelled',
      {
        /** Why, as a code. */
        reasonCode: string;
        /** Who approved it. */
        approvedBy: PersonId;
      },
      /** Why, in words. */
      'reason'
    >;

/** How the verifier came to the verdict. */
export const VERIFICATION_METHODS = [
  'record-checked',
  'practitioner-asked',
  'family-asked',
  're-audit',
] as const;
/** How the verdict was come to. */
export type VerificationMethod = (typeof VERIFICATION_METHODS)[number];
