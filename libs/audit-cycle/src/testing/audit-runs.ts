import fc from 'fast-check';
import type { CaseAuditCommand } from '../case-audit/commands.js';
import type { CaseAuditState } from '../case-audit/state.js';
import { WITHDRAWAL_REASONS } from '../case-audit/withdrawal.js';
import type { Actor } from '../vocabulary/acting.js';
import { GRADES } from '../vocabulary/grade.js';
import { DIRECTORY, PROCESS, SELECTED, actorOf } from './an-audit.js';

/** One step of a made-up course of events: somebody gives a command, somebody joins the child's team, time passes, or the cycle closes. */
export type Step =
  | { readonly joinsTeam: string }
  | { readonly daysPass: number }
  | { readonly cycleCloses: true }
  | {
      readonly command: CaseAuditCommand;
      /** `fitting`: whoever should give it. */
      readonly by: string;
      readonly actionsSet: number;
      /** Whether the cycle's secret draws the case for moderation. */
      readonly isDrawn: boolean;
    };

/** Mostly the few who matter most, `all-roles` among them: so that it is the rules that stop somebody, and not a role. */
const anybody = fc.oneof(
  fc.constantFrom('auditor', 'moderator', 'all-roles', 'all-roles'),
  fc.constantFrom(...DIRECTORY.keys()),
);
const grade = fc.constantFrom(...GRADES);
const code = fc.constantFrom('a-reason', 'Not a code');
const text = fc.constantFrom('Some words.', ' ');

const type = <T extends CaseAuditCommand['type']>(of: T): { type: fc.Arbitrary<T> } => ({
  type: fc.constant(of),
});

const onTheWay: fc.Arbitrary<CaseAuditCommand> = fc.oneof(
  fc.constant<CaseAuditCommand>({ type: 'SelectCase', facts: SELECTED.facts }),
  fc.record({
    ...type('AllocateAuditor'),
    auditor: fc.oneof(fc.constantFrom('auditor', 'all-roles'), anybody),
  }),
  fc.record(type('StartAudit')),
  fc.record({
    ...type('GradeSection'),
    section: fc.constantFrom('plan', 'visits', 'health', 'unheard-of'),
    answer: fc.oneof(
      fc.record({ kind: fc.constant('grade' as const), grade }),
      fc.record({ kind: fc.constant('choice' as const), choice: fc.constantFrom('late', 'never') }),
      fc.record({ kind: fc.constant('not-applicable' as const), reasonCode: code }),
    ),
  }),
  fc.record(
    { ...type('RecordVoice'), voice: fc.constantFrom('child', 'family'), obtained: fc.constant(true), text },
    { requiredKeys: ['type', 'voice', 'obtained'] },
  ),
  fc.record(
    {
      ...type('RecordPracticeDiscussion'),
      held: fc.constant(false),
      with: fc.constant([]),
      reasonCode: code,
    },
    { requiredKeys: ['type', 'held', 'with'] },
  ),
  fc.record(
    {
      ...type('GradeCase'),
      grade,
      rationale: text,
      strengths: fc.subarray(['planning']),
      development: fc.subarray(['recording', 'luck'], { maxLength: 1 }),
      noActionReason: code,
    },
    { requiredKeys: ['type', 'grade', 'rationale', 'strengths', 'development'] },
  ),
  fc.record({
    ...type('GradeCase'),
    grade,
    rationale: fc.constant('As seen.'),
    strengths: fc.constant([]),
    development: fc.constant([]),
    limitReasonCode: code,
    limitReason: text,
  }),
  fc.record(type('RequireModeration')),
  fc.record({
    ...type('AllocateModerator'),
    moderator: fc.oneof(fc.constantFrom('moderator', 'all-roles'), anybody),
  }),
  fc.record(
    {
      ...type('ModerateGrade'),
      grade,
      manner: fc.constantFrom('blind', 'seen'),
      reasonCode: code,
      reason: text,
    },
    { requiredKeys: ['type', 'grade', 'manner'] },
  ),
);

const person = (...mostly: readonly string[]): fc.Arbitrary<string> =>
  fc.oneof(fc.constantFrom('all-roles', ...mostly), anybody);
const reason = { reasonCode: fc.constantFrom('a-reason', 'a-reason', 'Not a code'), reason: text };

/** What takes a case off the straight way, and what is said about it. */
const besides: fc.Arbitrary<CaseAuditCommand> = fc.oneof(
  fc.record({ ...type('ReplaceAuditor'), auditor: person('second-auditor'), ...reason }),
  fc.record({
    ...type('ExtendAuditDeadline'),
    to: fc.constantFrom('2026-05-12', '2026-05-19', '2026-04-01'),
    ...reason,
  }),
  fc.record({ ...type('DeclareConflict'), relationship: fc.constant('personal' as const) }),
  fc.record(
    {
      ...type('RaiseImmediateRisk'),
      risk: code,
      escalateTo: person('leader'),
      referredOnly: fc.boolean(),
      concern: text,
    },
    { requiredKeys: ['type', 'risk', 'escalateTo', 'referredOnly'] },
  ),
  fc.record({ ...type('ReplaceModerator'), moderator: person('second-auditor'), ...reason }),
  fc.record({
    ...type('RecordModerationDiscussion'),
    on: fc.constant('2026-04-13'),
    with: fc.subarray(['auditor', 'moderator']),
  }),
  fc.record({ ...type('RecordMissedModeration'), ...reason }),
  fc.record({ ...type('ReturnAudit'), ...reason }),
  fc.record({
    ...type('CommentOnAccuracy'),
    role: fc.constantFrom('practitioner' as const, 'manager' as const),
    accurate: fc.constantFrom('yes' as const, 'partly' as const, 'no' as const),
  }),
  fc.record({
    ...type('CorrectSelection'),
    field: fc.constant('cohort' as const),
    to: fc.constantFrom('in-care', 'child-protection', null),
    ...reason,
  }),
  fc.record({ ...type('SetLegalHold'), reasonCode: code }),
  fc.record({ ...type('ReleaseLegalHold'), ...reason }),
);

const disputing: fc.Arbitrary<CaseAuditCommand> = fc.oneof(
  fc.record({ ...type('DisputeGrade'), grade, reason: text }),
  fc.record({
    ...type('SettleGrade'),
    panel: fc.oneof(
      fc.constant(['leader', 'second-auditor']),
      fc.uniqueArray(anybody, { minLength: 1, maxLength: 3 }),
    ),
    grade,
    ...reason,
  }),
);

const ending: fc.Arbitrary<CaseAuditCommand> = fc.oneof(
  fc.record(type('FinaliseAudit')),
  fc.record({ ...type('GiveFeedback'), to: fc.constant(['worker']), on: fc.constant('2026-04-13') }),
  fc.record({
    ...type('RequestWithdrawal'),
    reasonCode: fc.constantFrom(...WITHDRAWAL_REASONS, 'case-closed'),
    replace: fc.boolean(),
  }),
  fc.record(type('ApproveWithdrawal')),
  fc.record({ ...type('DeclineWithdrawal'), ...reason }),
);

const command = fc.oneof(
  { weight: 8, arbitrary: onTheWay },
  { weight: 3, arbitrary: besides },
  { weight: 2, arbitrary: disputing },
  { weight: 1, arbitrary: ending },
);

const commandStep = fc.record({
  command,
  by: fc.oneof({ weight: 2, arbitrary: fc.constant('fitting') }, { weight: 1, arbitrary: anybody }),
  actionsSet: fc.constantFrom(0, 1),
  isDrawn: fc.boolean(),
});

export const STEP: fc.Arbitrary<Step> = fc.oneof(
  { weight: 120, arbitrary: commandStep },
  { weight: 4, arbitrary: fc.record({ joinsTeam: anybody }) },
  { weight: 4, arbitrary: fc.record({ daysPass: fc.constantFrom(1, 4, 8) }) },
  { weight: 1, arbitrary: fc.constant({ cycleCloses: true as const }) },
);

/** Who should give a command, as far as the audit knows. */
export function fitting({ type }: CaseAuditCommand, state: CaseAuditState): Actor {
  if (type === 'SelectCase') return PROCESS;
  if (type === 'ApproveWithdrawal') return actorOf('leader');
  const judging = state.status === 'not-selected' ? null : state;
  if (type === 'ModerateGrade') return actorOf(judging?.moderator ?? 'moderator');
  if (type === 'CommentOnAccuracy') return actorOf('worker');
  if (type === 'ReleaseLegalHold') return actorOf('guardian');
  return actorOf(FOR_A_LEAD.includes(type) ? 'lead' : (judging?.auditor ?? 'auditor'));
}

const FOR_A_LEAD: readonly CaseAuditCommand['type'][] = [
  'AllocateAuditor',
  'RequireModeration',
  'AllocateModerator',
  'FinaliseAudit',
  'RequestWithdrawal',
  'ReplaceAuditor',
  'ExtendAuditDeadline',
  'RaiseImmediateRisk',
  'ReplaceModerator',
  'RecordMissedModeration',
  'ReturnAudit',
  'SettleGrade',
  'CorrectSelection',
  'SetLegalHold',
];
