import type { SetAction, SetActionFromSurgery } from '../improvement-action/commands.js';
import type { ImprovementActionContext } from '../improvement-action/context.js';
import type { ImprovementActionEvent } from '../improvement-action/events.js';
import type { ActionVerdict } from '../improvement-action/priority.js';
import type { Role } from '../vocabulary/role.js';
import { CYCLE, POLICY } from './a-cycle.js';
import { MEASURE } from './a-measure.js';
import { by as auditBy, GRADED, auditAfter } from './an-audit.js';

/**
 * What a decision about an action is told: a graded audit of child c2, of team north, in an open cycle, and a measure that one surgery
 * looked into; the child and the measure had one action before.
 */
export const by = (
  person: string,
  told: Partial<ImprovementActionContext> = {},
): ImprovementActionContext => {
  const { now, actor, cycle, tool, people, calendar } = auditBy(person);
  const others = { openActionsOfChild: [], earlierActions: ['earlier'], measure: MEASURE, policy: POLICY };
  return { now, actor, cycle, tool, people, calendar, audit: auditAfter(...GRADED), ...others, ...told };
};

/** The same for somebody who holds exactly these roles. */
export const byHolderOf = (person: string, ...roles: readonly Role[]): ImprovementActionContext =>
  by(person, { actor: { person, roles } });

export const SET_ACTION: SetAction = {
  type: 'SetAction',
  audit: 'audit-1',
  owner: 'worker',
  team: null,
  priority: 'medium',
  kind: 'compliance',
  text: 'Visit the child and write up what they say.',
  theme: 'planning',
  lineOfEnquiry: null,
  openActionsSeen: [],
};

export const ACTION_SET = {
  type: 'ActionSet',
  facts: {
    source: {
      kind: 'audit',
      audit: 'audit-1',
      cycle: CYCLE,
      child: 'c2',
      theme: 'planning',
      lineOfEnquiry: null,
      openActionsShown: [],
    },
    owner: 'worker',
    team: 'north',
    priority: 'medium',
    kind: 'compliance',
    due: '2026-05-12',
  },
  narrative: { text: 'Visit the child and write up what they say.' },
} as const satisfies ImprovementActionEvent;

export const SET_FROM_SURGERY: SetActionFromSurgery = {
  type: 'SetActionFromSurgery',
  measure: 'measure-1',
  surgery: 1,
  owner: 'worker',
  team: null,
  priority: 'medium',
  kind: 'compliance',
  text: 'Have every visit written up within two days.',
};

export const SET_BY_SURGERY = {
  type: 'ActionSet',
  facts: {
    source: { kind: 'measure', measure: 'measure-1', surgery: 1 },
    owner: 'worker',
    team: null,
    priority: 'medium',
    kind: 'compliance',
    due: '2026-05-12',
  },
  narrative: { text: 'Have every visit written up within two days.' },
} as const satisfies ImprovementActionEvent;

export const ACCEPTED = {
  type: 'ActionAccepted',
  facts: { owner: 'worker' },
  narrative: null,
} as const satisfies ImprovementActionEvent;

export const REASSIGNED = {
  type: 'ActionReassigned',
  facts: { from: 'worker', to: 'colleague', team: 'north', reasonCode: 'owner-left' },
  narrative: null,
} as const satisfies ImprovementActionEvent;

export const REPORTED_DONE = {
  type: 'ActionReportedDone',
  facts: { by: 'worker', doneOn: '2026-04-13', reportedOn: '2026-04-13' },
  narrative: { evidence: 'Visit of 13 April on the record.' },
} as const satisfies ImprovementActionEvent;

export const REOPENED = {
  type: 'ActionReopened',
  facts: { by: 'second-auditor', reasonCode: 'not-on-record' },
  narrative: { reason: 'The visit is not on the record.' },
} as const satisfies ImprovementActionEvent;

export const verified = (
  verdict: ActionVerdict,
): Extract<ImprovementActionEvent, { readonly type: 'ActionVerified' }> => ({
  type: 'ActionVerified',
  facts: { by: 'second-auditor', verdict, method: 'record-checked' },
  narrative: null,
});

export const CANCELLED = {
  type: 'ActionCancelled',
  facts: { reasonCode: 'overtaken', approvedBy: 'leader' },
  narrative: { reason: 'The child lives with her aunt now.' },
} as const satisfies ImprovementActionEvent;
