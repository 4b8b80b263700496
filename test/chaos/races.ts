import type { AggregateTypes, Order, PersonId, StreamKind } from '#audit-cycle';
import { PEOPLE } from '../model/people.js';

/** Something that one of two people asks for, at the same instant as the other. */
export interface Wish {
  readonly by: PersonId;
  readonly order: Order;
  /** The event that shows that it was granted. */
  readonly shows: string;
}

/** Two wishes that contradict each other, about one audit that somebody has brought so far. */
export interface Race {
  readonly name: string;
  readonly about: StreamKind;
  /** How far the audit is before. */
  readonly from: 'graded' | 'to-moderate' | 'moderated' | 'reported';
  /** Each alone would be granted after the other: only who says which state they saw is told that it moved on. */
  readonly onlyWhenSeen: boolean;
  readonly wishes: (audit: string, action: string) => readonly [Wish, Wish];
}

const { lea, lou, anna, mo, max, ada } = PEOPLE;

const ofAudit = (
  by: PersonId,
  id: string,
  shows: string,
  command: AggregateTypes['case-audit']['command'],
): Wish => ({ by, shows, order: { kind: 'case-audit', id, command } });
const ofAction = (
  by: PersonId,
  id: string,
  shows: string,
  command: AggregateTypes['improvement-action']['command'],
): Wish => ({ by, shows, order: { kind: 'improvement-action', id, command } });

export const RACES: readonly Race[] = [
  {
    name: 'moderate and withdraw',
    ...{ about: 'case-audit', from: 'to-moderate', onlyWhenSeen: true },
    wishes: (audit) => [
      ofAudit(mo, audit, 'GradeModerated', { type: 'ModerateGrade', grade: 'outstanding', manner: 'seen' }),
      ofAudit(lea, audit, 'AuditWithdrawn', {
        ...{ type: 'RequestWithdrawal', reasonCode: 'child-died', replace: false },
      }),
    ],
  },
  {
    name: 'two moderators',
    ...{ about: 'case-audit', from: 'graded', onlyWhenSeen: false },
    wishes: (audit) => [
      ofAudit(lea, audit, 'ModeratorAllocated', { type: 'AllocateModerator', moderator: mo }),
      ofAudit(lou, audit, 'ModeratorAllocated', { type: 'AllocateModerator', moderator: max }),
    ],
  },
  {
    name: 'verify and reopen',
    ...{ about: 'improvement-action', from: 'reported', onlyWhenSeen: false },
    wishes: (_audit, action) => [
      ofAction(lea, action, 'ActionVerified', {
        ...{ type: 'VerifyAction', verdict: 'done', method: 'record-checked' },
      }),
      ofAction(ada, action, 'ActionReopened', {
        ...{ type: 'ReopenAction', reasonCode: 'not-so', reason: 'Nothing was done.' },
      }),
    ],
  },
  {
    name: 'dispute and finalise',
    ...{ about: 'case-audit', from: 'moderated', onlyWhenSeen: false },
    wishes: (audit) => [
      ofAudit(anna, audit, 'GradeDisputed', { type: 'DisputeGrade', grade: 'good', reason: 'Not so.' }),
      ofAudit(lea, audit, 'AuditFinalised', { type: 'FinaliseAudit' }),
    ],
  },
];
