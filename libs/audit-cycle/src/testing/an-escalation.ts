import type { EscalationContext } from '../escalation/context.js';
import type { EscalationEvent } from '../escalation/events.js';
import type { Role } from '../vocabulary/role.js';
import { CYCLE } from './a-cycle.js';
import { GRADED, auditAfter, by as auditBy } from './an-audit.js';

/** What a decision about an escalation is told: a graded audit of child c2, of team north, in an open cycle. */
export const by = (person: string, told: Partial<EscalationContext> = {}): EscalationContext => {
  const { now, actor, cycle, people, calendar } = auditBy(person);
  return { now, actor, cycle, people, calendar, audit: auditAfter(...GRADED), ...told };
};

/** The same for somebody who holds exactly these roles. */
export const byHolderOf = (person: string, ...roles: readonly Role[]): EscalationContext =>
  by(person, { actor: { person, roles } });

/** An immediate risk that the auditor raised an hour ago and put before the leader. */
export const ESCALATED = {
  type: 'EscalationOpened',
  facts: {
    audit: 'audit-1',
    cycle: CYCLE,
    child: 'c2',
    reason: 'immediate-risk',
    risk: 'unsafe-home',
    raisedBy: 'auditor',
    raisedAt: '2026-04-13T08:00:00.000Z',
    to: 'leader',
    dueAt: '2026-04-14T08:00:00.000Z',
    restricted: false,
  },
  narrative: { concern: 'Nobody has seen her since March.' },
} as const satisfies EscalationEvent;

/** The same about staff. */
export const REFERRED = {
  ...ESCALATED,
  facts: { ...ESCALATED.facts, risk: 'allegation', restricted: true },
  narrative: null,
} as const satisfies EscalationEvent;

export const ACKNOWLEDGED = {
  type: 'EscalationAcknowledged',
  facts: { by: 'leader', at: '2026-04-13T09:00:00.000Z' },
  narrative: null,
} as const satisfies EscalationEvent;

export const HANDED_ON = {
  type: 'EscalationReassigned',
  facts: { from: 'leader', to: 'lead', reasonCode: 'on-leave' },
  narrative: null,
} as const satisfies EscalationEvent;

export const RESOLVED = {
  type: 'EscalationResolved',
  facts: {
    by: 'leader',
    whatCode: 'child-seen',
    doneOn: '2026-04-13',
    onChildRecordSince: '2026-04-13',
  },
  narrative: { whatWasDone: 'She was seen at home and is well.' },
} as const satisfies EscalationEvent;
