import { describe, it } from '@jest/globals';
import { given } from '../testing.js';
import {
  ALLOCATED,
  GRADED,
  IN_PROGRESS,
  MODERATION_REQUIRED,
  MODERATOR_ALLOCATED,
  SELECTED,
  TO_MODERATE,
  by,
} from '../testing/an-audit.js';
import type { CaseAuditCommand } from './commands.js';
import { caseAudit } from './decider.js';

const auditor = (id: string): CaseAuditCommand => ({ type: 'AllocateAuditor', auditor: id });
const moderator = (id: string): CaseAuditCommand => ({ type: 'AllocateModerator', moderator: id });
const lead = by('lead');
const REQUIRED = [...GRADED, MODERATION_REQUIRED];

const TIES = [
  ['somebody of the team of the child', 'colleague', 'own-team'],
  ['somebody who came to the team after the population was listed', 'newcomer', 'own-team'],
  ['the worker of the child', 'worker', 'own-case'],
  ['the manager of the worker', 'manager', 'supervises-worker'],
  ['the manager of the manager', 'head', 'supervises-worker'],
  ['somebody with a registered conflict', 'aunt', 'registered-conflict'],
  ['somebody who has left', 'leaver', 'person-not-here'],
  ['somebody who never joined', 'stranger', 'person-not-here'],
] as const;

describe('Allocating an auditor', () => {
  it('gives the case to an independent auditor, with the working days of the policy', () => {
    given(caseAudit, [SELECTED]).when(auditor('auditor'), lead).then(ALLOCATED);
  });

  it('counts from the day in England, which is a day ahead of UTC in the last hour of a summer night', () => {
    given(caseAudit, [SELECTED])
      .when(auditor('auditor'), { ...lead, now: '2026-04-12T23:00:00.000Z' })
      .then(ALLOCATED);
  });

  it('takes somebody who left the team before the population was listed', () => {
    given(caseAudit, [SELECTED])
      .when(auditor('former-colleague'), lead)
      .then({ ...ALLOCATED, facts: { ...ALLOCATED.facts, auditor: 'former-colleague' } });
  });

  it.each(TIES)('refuses %s', (_, id, code) => {
    given(caseAudit, [SELECTED]).when(auditor(id), lead).thenRefused(code, { person: id });
  });

  it('refuses somebody who does not hold the role', () => {
    given(caseAudit, [SELECTED])
      .when(auditor('moderator'), lead)
      .thenRefused('role-missing', { person: 'moderator', role: 'auditor' });
  });

  it('is for a QA lead', () => {
    given(caseAudit, [SELECTED])
      .when(auditor('auditor'), by('auditor'))
      .thenRefused('not-permitted', { roles: ['qa-lead'] });
  });

  it('refuses while the bank holidays of the coming weeks are not published', () => {
    const calendar = { covers: { from: '2026-01-01', to: '2026-04-30' }, holidays: new Set<string>() };
    given(caseAudit, [SELECTED])
      .when(auditor('auditor'), { ...lead, calendar })
      .thenRefused('calendar-too-short', { days: 15 });
  });
});

describe('Allocating a moderator', () => {
  it('gives a case that is to be moderated to an independent moderator, with the working days of the policy', () => {
    given(caseAudit, REQUIRED).when(moderator('moderator'), lead).then(MODERATOR_ALLOCATED);
  });

  it('refuses the auditor of the case', () => {
    const bySecond = IN_PROGRESS.concat(REQUIRED.slice(3)).map((event) =>
      event.type === 'AuditorAllocated'
        ? { ...event, facts: { ...event.facts, auditor: 'second-auditor' } }
        : event,
    );
    given(caseAudit, bySecond).when(moderator('second-auditor'), lead).thenRefused('own-audit');
  });

  it.each(TIES)('refuses %s', (_, id, code) => {
    given(caseAudit, REQUIRED).when(moderator(id), lead).thenRefused(code, { person: id });
  });

  it('refuses somebody who does not hold the role', () => {
    given(caseAudit, REQUIRED)
      .when(moderator('leader'), lead)
      .thenRefused('role-missing', { person: 'leader', role: 'moderator' });
  });

  it('is for a QA lead', () => {
    given(caseAudit, REQUIRED).when(moderator('moderator'), by('moderator')).thenRefused('not-permitted');
  });

  it('waits until moderation is required', () => {
    given(caseAudit, GRADED).when(moderator('moderator'), lead).thenRefused('moderation-not-required');
  });

  it('is done once', () => {
    given(caseAudit, TO_MODERATE).when(moderator('second-auditor'), lead).thenRefused('already-allocated');
  });
});
