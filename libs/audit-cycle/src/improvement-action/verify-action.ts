import { gradeOf, type Audit, type AuditStatus } from '../case-audit/state.js';
import { accept, refuse, type Decision } from '../decider.js';
import { wasOfTeam } from '../person/independence.js';
import { lookedUp } from '../person/people.js';
import { londonDate } from '../vocabulary/london-date.js';
import { narrative } from '../vocabulary/narrative.js';
import type { VerifyAction } from './commands.js';
import type { ImprovementActionContext } from './context.js';
import { isOverdue } from './due-state.js';
import type { ImprovementActionEvent } from './events.js';
import { isOrWasOwner, type ImprovementAction } from './state.js';
import { notAVerifier } from './verifier.js';

/**
 * The grade of the audit that set it says who of those who never owned it may verify it; a surgery gives no grade, and leaves it to all
 * of them. Refusals: own-action, not-permitted, not-reported-done, audit-not-graded, verify-outside-team, moderation-outstanding,
 * dispute-outstanding.
 */
export const verifyAction = (
  { verdict, method, evidence }: VerifyAction,
  state: ImprovementAction,
  context: ImprovementActionContext,
): Decision<ImprovementActionEvent> => {
  const { actor, now } = context;
  if (isOrWasOwner(state, actor.person)) {
    return refuse('own-action', 'This action is or was yours, so somebody else must verify it.');
  }
  const notPermitted = notAVerifier(actor);
  if (notPermitted !== null) return notPermitted;
  const givenUp = verdict === 'not-done' && isOverdue(state.due, londonDate(now));
  if (state.status === 'open' && !givenUp) {
    return refuse(
      'not-reported-done',
      'The owner has not reported it done. Only an overdue action can be found not done before that.',
    );
  }
  const heldBack = state.source.kind === 'audit' ? heldBackByGrade(state, context) : null;
  if (heldBack !== null) return heldBack;
  return accept({
    type: 'ActionVerified',
    facts: { by: actor.person, verdict, method },
    narrative: narrative({ evidence }),
  });
};

const heldBackByGrade = (
  state: ImprovementAction,
  context: ImprovementActionContext,
): Decision<never> | null => {
  if (waitsForGrade(context)) {
    return refuse('audit-not-graded', 'The audit decides who may verify this. Wait until it is graded.');
  }
  return isInsideTeam(state, context) ? cannotVerifyInside(context) : null;
};

/** Whether the grade is still to come: an audit that was withdrawn, or whose cycle is closed, gets none any more. */
const waitsForGrade = (context: ImprovementActionContext): boolean =>
  outsideOnly(context) &&
  context.cycle.status === 'open' &&
  UNGRADED.includes(context.audit.status as AuditStatus);

/** An audit whose auditor was taken from it has none again, and its actions stay. */
const UNGRADED: readonly AuditStatus[] = ['selected', 'allocated', 'in-progress'];

/** Whether the policy of the cycle keeps the team from verifying after an inadequate audit. */
const outsideOnly = ({ cycle }: ImprovementActionContext): boolean =>
  cycle.status === 'not-planned' || cycle.policy.verification.outsideTeamForInadequate;

/** Whether somebody is of the action's team or of the child's, at the as-at date or since. */
const isInsideTeam = (
  { team }: ImprovementAction,
  { actor, audit, people, now }: ImprovementActionContext,
): boolean => {
  if (audit.status === 'not-selected') return false;
  const { memberships } = lookedUp(people, actor.person);
  return [team, audit.selected.team].some(
    (inside) => inside !== null && wasOfTeam(memberships, inside, audit.selected.asAt, londonDate(now)),
  );
};

/** The team does not verify after an inadequate audit, by the grade that stands, nor while that grade may still become inadequate. */
const cannotVerifyInside = (context: ImprovementActionContext): Decision<never> | null => {
  const { audit, cycle } = context;
  if (!outsideOnly(context) || audit.status === 'not-selected' || audit.grading === null) return null;
  if (gradeOf(audit.grading.lineage) === 'inadequate') {
    return refuse(
      'verify-outside-team',
      'The audit was inadequate, so somebody from outside the team must verify what was done.',
    );
  }
  return cycle.status === 'open' ? gradeOutstanding(audit) : null;
};

const gradeOutstanding = ({ status, moderationRequired }: Audit): Decision<never> | null => {
  if (status === 'disputed') {
    return refuse(
      'dispute-outstanding',
      'The grade of the audit is disputed. Wait until it is settled, or have somebody from outside the team verify it.',
    );
  }
  return status === 'graded' && moderationRequired
    ? refuse(
        'moderation-outstanding',
        'The audit is still to be moderated. Wait for that, or have somebody from outside the team verify it.',
      )
    : null;
};
