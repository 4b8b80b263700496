import { CORE_PRACTICE_AUDIT } from '#audit-cycle';
import { PEOPLE } from './authority-at-work.js';

const REASON = { reasonCode: 'a-reason', reason: 'In words.' };
const DAY = '2026-03-02';
const PERSON = PEOPLE.lead;

/** For every command at an address with an id, a body that fits. */
export const BODIES: Readonly<Record<string, object | undefined>> = {
  'post /v1/cycles/{id}/open': undefined,
  'post /v1/cycles/{id}/close': {},
  'post /v1/cycles/{id}/population': undefined,
  'post /v1/cycles/{id}/sample': { size: 1 },
  'post /v1/audits/{id}/allocation': { auditor: PERSON },
  'post /v1/audits/{id}/start': undefined,
  'post /v1/audits/{id}/sections/{section}': { grade: 'good' },
  'post /v1/audits/{id}/voices': { voice: 'child', obtained: true, text: 'x' },
  'post /v1/audits/{id}/practice-discussion': { held: false, reasonCode: 'on-leave' },
  'post /v1/audits/{id}/grade': { grade: 'good', rationale: 'x' },
  'post /v1/audits/{id}/moderation-request': {},
  'post /v1/audits/{id}/moderator': { moderator: PERSON },
  'post /v1/audits/{id}/moderation': { grade: 'good', manner: 'seen' },
  'post /v1/audits/{id}/finalisation': undefined,
  'post /v1/audits/{id}/withdrawal': { reasonCode: 'duplicate-record' },
  'post /v1/audits/{id}/withdrawal-approval': undefined,
  'post /v1/audits/{id}/actions': {
    owner: PEOPLE.tim,
    priority: 'high',
    kind: 'compliance',
    text: 'Write the plan.',
    openActionsSeen: [],
  },
  'post /v1/actions/{id}/acceptance': undefined,
  'post /v1/actions/{id}/owner': { to: PERSON, ...REASON },
  'post /v1/actions/{id}/due-date': { to: DAY, ...REASON },
  'post /v1/actions/{id}/done': { doneOn: DAY, evidence: 'x' },
  'post /v1/actions/{id}/verification': { verdict: 'done', method: 'record-checked' },
  'post /v1/actions/{id}/reopening': REASON,
  'post /v1/actions/{id}/cancellation': REASON,
  'post /v1/re-audits/{id}/allocation': { reAuditor: PERSON },
  'post /v1/re-audits/{id}/checks': { action: PERSON, verdict: 'done' },
  'post /v1/re-audits/{id}/grade': { grade: 'good', rationale: 'x' },
  'post /v1/people/{id}/return': { on: DAY },
  'post /v1/people/{id}/roles': { roles: [] },
  'post /v1/people/{id}/memberships': { team: 'North', from: DAY },
  'post /v1/people/{id}/line-managers': { manager: PERSON, from: DAY },
  'post /v1/people/{id}/conflicts': { child: 'C-0001', relationship: 'worker' },
  'post /v1/people/{id}/approval': undefined,
  'post /v1/people/{id}/departure': { on: DAY },
  'put /v1/people/{id}/name': { name: 'Nobody' },
  'delete /v1/people/{id}/name': undefined,
  'post /v1/audit-tools/{id}/drafts': CORE_PRACTICE_AUDIT,
  'post /v1/audit-tools/{id}/publication': { version: 1 },
  'post /v1/audit-tools/{id}/retirement': { version: 1, reasonCode: 'replaced' },
};
