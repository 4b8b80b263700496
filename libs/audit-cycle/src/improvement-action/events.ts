import type { EventOf } from '../decider.js';
import type { IsoDate } from '../vocabulary/dates.js';
import type { ActionId, AuditId, ChildId, CycleId, PersonId, TeamName } from '../vocabulary/identifiers.js';
import type { ActionKind, ActionPriority, ActionVerdict } from './priority.js';

export type ImprovementActionEvent =
  | EventOf<
      'ActionSet',
      {
        audit: AuditId;
        cycle: CycleId;
        child: ChildId;
        owner: PersonId;
        team: TeamName | null;
        priority: ActionPriority;
        kind: ActionKind;
        due: IsoDate;
        theme: string | null;
        lineOfEnquiry: string | null;
      },
      'text'
    >
  | EventOf<'ActionLinked', { repeats: ActionId }>
  | EventOf<'ActionAccepted', { owner: PersonId }>
  | EventOf<
      'ActionReassigned',
      { from: PersonId; to: PersonId; team: TeamName | null; reasonCode: string },
      'reason'
    >
  | EventOf<
      'DueDateMoved',
      { from: IsoDate; to: IsoDate; reasonCode: string; approvedBy: PersonId },
      'reason'
    >
  | EventOf<'ActionReportedDone', { by: PersonId; doneOn: IsoDate }, 'evidence'>
  | EventOf<'ActionReopened', { by: PersonId; reasonCode: string }, 'reason'>
  | EventOf<
      'ActionVerified',
      { by: PersonId; verdict: ActionVerdict; method: VerificationMethod },
      'evidence'
    >
  | EventOf<'ActionCancelled', { reasonCode: string; approvedBy: PersonId }, 'reason'>;

/** How the verifier came to the verdict. */
export const VERIFICATION_METHODS = [
  'record-checked',
  'practitioner-asked',
  'family-asked',
  're-audit',
] as const;
export type VerificationMethod = (typeof VERIFICATION_METHODS)[number];
