import type { EventOf } from '../../decider.js';
import type { Relationship } from '../../person/events.js';
import type { Cohort } from '../../vocabulary/cohort.js';
import type { IsoDate, Period } from '../../vocabulary/dates.js';
import type { ChildId, CycleId, FamilyId, PersonId, TeamName, ToolId } from '../../vocabulary/identifiers.js';

/** Whose case it is to audit, and until when. */
export type SelectionEvent =
  /** The draw of a cycle brought this case into it. */
  | EventOf<
      'CaseSelected',
      {
        cycle: CycleId;
        child: ChildId;
        cohort: Cohort;
        /** The team that was responsible; null where the list names none. */
        team: TeamName | null;
        /** The child's worker; null where nobody of the directory was matched. */
        worker: PersonId | null;
        /** The child's family; null where the list names none. */
        family: FamilyId | null;
        /** Date that the population stood at: independence is judged from here on. */
        asAt: IsoDate;
        /** The work that is graded. */
        reviewed: Period;
        /** What the audit is done with. */
        tool: {
          readonly id: ToolId;
          /** Published version of the tool. */
          readonly version: number;
        };
        /** The part of the frame that the case was drawn from. */
        stratum: string;
        /** The case, as its index in the frame. */
        drawIndex: number;
        /** Of being drawn; 0 to 1. */
        probability: number;
        /** `replacement`: drawn after another case of the stratum was withdrawn. */
        by: 'draw' | 'replacement';
      }
    >
  /** Somebody is to audit the case. */
  | EventOf<
      'AuditorAllocated',
      {
        /** Who audits. */
        auditor: PersonId;
        /** The day by which the case is to be graded. */
        due: IsoDate;
        /** Who allocated. */
        allocatedBy: PersonId;
        /** `suggested`: somebody took up what the product proposed. */
        how: 'by-hand' | 'suggested';
      }
    >
  /** The auditor or the moderator is tied to the case after all, which takes it from them. What was answered stays. */
  | EventOf<
      'ConflictDeclared',
      {
        /** Who is tied to it. */
        person: PersonId;
        /** What the person was to the case. */
        as: 'auditor' | 'moderator';
        relationship: Relationship;
      },
      /** The tie in words. */
      'explanation'
    >
  /** Somebody else is to audit the case; what was answered so far stays. */
  | EventOf<
      'AuditorReplaced',
      {
        /** Who had it; null where a conflict had taken it from them already. */
        from: PersonId | null;
        /** Who audits from now on. */
        to: PersonId;
        /** The day by which the case is to be graded now. */
        due: IsoDate;
        /** Why, as a code; `conflict-declared` where the case was allocated anew after a conflict. */
        reasonCode: string;
      },
      /** Why, in words. */
      'reason'
    >
  /** The auditor has longer. */
  | EventOf<
      'AuditDeadlineExtended',
      {
        /** The day by which the case was to be graded. */
        from: IsoDate;
        /** The day by which it is to be graded now. */
        to: IsoDate;
        /** Why, as a code. */
        reasonCode: string;
        /** Who allowed it. */
        by: PersonId;
      },
      /** Why, in words. */
      'reason'
    >;

export type CaseSelected = Extract<SelectionEvent, { type: 'CaseSelected' }>;
