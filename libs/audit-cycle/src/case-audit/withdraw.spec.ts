import { describe, it } from '@jest/globals';
import { given } from '../testing.js';
import {
  ALLOCATED,
  ANSWERED,
  CHILD_HEARD,
  FINALISED,
  IN_PROGRESS,
  MODERATED,
  SELECTED,
  TO_MODERATE,
  REASON,
  WITHDRAWAL_DECLINED,
  WITHDRAWAL_REQUESTED,
  WITHDRAWN,
  by,
} from '../testing/an-audit.js';
import type { RequestWithdrawal } from './commands.js';
import { caseAudit } from './decider.js';

const request = (reasonCode = 'duplicate-record', replace = false): RequestWithdrawal => ({
  type: 'RequestWithdrawal',
  reasonCode,
  replace,
});
const approve = { type: 'ApproveWithdrawal' } as const;
const decline = { type: 'DeclineWithdrawal', ...REASON } as const;
const lead = by('lead');
const REQUESTED = [...MODERATED, WITHDRAWAL_REQUESTED];
const DECLINED = [...REQUESTED, WITHDRAWAL_DECLINED];

describe('Asking to withdraw an audit', () => {
  it.each([
    ['selected', [SELECTED]],
    ['allocated', [SELECTED, ALLOCATED]],
    ['begun, with a voice but no section', [...IN_PROGRESS, CHILD_HEARD]],
  ])('is enough while the case is %s', (_, history) => {
    given(caseAudit, history).when(request(), lead).then(WITHDRAWN);
  });

  it('keeps whether a replacement is wanted, and the words apart from the facts', () => {
    given(caseAudit, [SELECTED])
      .when({ ...request('selected-in-error', true), reason: 'Another child of this name.' }, lead)
      .then({
        ...WITHDRAWN,
        facts: { ...WITHDRAWN.facts, reasonCode: 'selected-in-error', replace: true },
        narrative: { reason: 'Another child of this name.' },
      });
  });

  it('waits for approval once any section is graded', () => {
    given(caseAudit, ANSWERED.slice(0, 4))
      .when(request('duplicate-record', true), lead)
      .then(WITHDRAWAL_REQUESTED);
  });

  it('waits for one approval at a time', () => {
    given(caseAudit, REQUESTED).when(request(), lead).thenRefused('withdrawal-already-requested');
  });

  it.each(['case-closed', 'transferred', 'moved-authority'])(
    'is refused for "%s": the work until then is audited',
    (code) => {
      given(caseAudit, [SELECTED]).when(request(code), lead).thenRefused('not-a-reason-to-withdraw');
      given(caseAudit, MODERATED).when(request(code), lead).thenRefused('not-a-reason-to-withdraw');
    },
  );

  it.each(['too-much-work', '', 'constructor'])('is refused for "%s", which is no reason at all', (code) => {
    given(caseAudit, [SELECTED]).when(request(code), lead).thenRefused('unknown-reason');
  });

  it('is for a QA lead', () => {
    given(caseAudit, [SELECTED]).when(request(), by('auditor')).thenRefused('not-permitted');
  });
});

describe("A child's death", () => {
  const died = (afterGrading: boolean) =>
    [
      {
        ...WITHDRAWN,
        facts: { ...WITHDRAWN.facts, reasonCode: 'child-died', afterGrading, replace: false },
      },
      { type: 'LegalHoldSet', facts: { reasonCode: 'child-died', by: 'lead' }, narrative: null },
    ] as const;

  it('stops the audit at once and holds the record, and nobody is drawn in their place', () => {
    given(caseAudit, [SELECTED])
      .when(request('child-died', true), lead)
      .then(...died(false));
  });

  it('waits for nobody, also once sections are graded, and says so', () => {
    given(caseAudit, MODERATED)
      .when(request('child-died', true), lead)
      .then(...died(true));
  });

  it('stops the audit also while another withdrawal waits for approval', () => {
    given(caseAudit, REQUESTED)
      .when(request('child-died'), lead)
      .then(...died(true));
  });
});

describe('Declining a withdrawal after grading', () => {
  it.each(['leader', 'guardian'])('is done by a %s outside the service', (declinedBy) => {
    given(caseAudit, REQUESTED)
      .when(decline, by(declinedBy))
      .then({ ...WITHDRAWAL_DECLINED, facts: { ...WITHDRAWAL_DECLINED.facts, declinedBy } });
  });

  it.each([
    ['without a word', { reason: ' ' }, 'reason-missing'],
    ['with words for a code', { reasonCode: 'Not a code' }, 'code-malformed'],
  ])('is refused %s', (_, change, code) => {
    given(caseAudit, REQUESTED)
      .when({ ...decline, ...change }, by('leader'))
      .thenRefused(code);
  });

  it('leaves nothing to decide', () => {
    given(caseAudit, DECLINED).when(decline, by('leader')).thenRefused('withdrawal-not-requested');
    given(caseAudit, DECLINED).when(approve, by('leader')).thenRefused('withdrawal-not-requested');
  });

  it('lets it be asked for again, for the same reason in words alone', () => {
    given(caseAudit, DECLINED).when(request('duplicate-record', true), lead).thenRefused('reason-missing');
    given(caseAudit, DECLINED)
      .when({ ...request('duplicate-record', true), reason: 'Both numbers are of one child.' }, lead)
      .then({ ...WITHDRAWAL_REQUESTED, narrative: { reason: 'Both numbers are of one child.' } });
    given(caseAudit, DECLINED)
      .when(request('selected-in-error', true), lead)
      .then({
        ...WITHDRAWAL_REQUESTED,
        facts: { ...WITHDRAWAL_REQUESTED.facts, reasonCode: 'selected-in-error' },
      });
  });

  it('leaves the audit where it was', () => {
    given(caseAudit, DECLINED)
      .when({ type: 'FinaliseAudit' }, lead)
      .then({
        ...FINALISED,
        facts: { ...FINALISED.facts, lineage: { ...FINALISED.facts.lineage, moderated: 'good' } },
      });
  });
});

describe('Approving a withdrawal after grading', () => {
  it.each(['leader', 'guardian'])('is done by a %s outside the service', (approvedBy) => {
    given(caseAudit, REQUESTED)
      .when(approve, by(approvedBy))
      .then({
        ...WITHDRAWN,
        facts: { ...WITHDRAWN.facts, approvedBy, afterGrading: true, replace: true },
      });
  });
});

describe.each([
  ['Approving', approve],
  ['Declining', decline],
])('%s a withdrawal after grading', (_, decision) => {
  it.each([
    ['colleague', 'own-team'],
    ['newcomer', 'own-team'],
    ['worker', 'own-case'],
    ['manager', 'supervises-worker'],
    ['head', 'supervises-worker'],
    ['aunt', 'registered-conflict'],
    ['leaver', 'person-not-here'],
    ['lead', 'not-permitted'],
    ['second-auditor', 'not-permitted'],
  ])('is refused to the %s: %s', (person, code) => {
    given(caseAudit, REQUESTED).when(decision, by(person)).thenRefused(code);
  });

  it('is refused to who asked for it', () => {
    const byLeader = {
      ...WITHDRAWAL_REQUESTED,
      facts: { ...WITHDRAWAL_REQUESTED.facts, requestedBy: 'leader' },
    };
    given(caseAudit, [...MODERATED, byLeader])
      .when(decision, by('leader'))
      .thenRefused('own-request');
  });

  it('is refused to the auditor and the moderator of the case, whatever roles they hold', () => {
    for (const person of ['auditor', 'moderator']) {
      const actor = { person, roles: ['service-leader' as const] };
      given(caseAudit, [...TO_MODERATE, WITHDRAWAL_REQUESTED])
        .when(decision, by(person, { actor }))
        .thenRefused('own-audit');
    }
  });

  it('is refused when nobody asked', () => {
    given(caseAudit, MODERATED).when(decision, by('leader')).thenRefused('withdrawal-not-requested');
    given(caseAudit, [SELECTED]).when(decision, by('leader')).thenRefused('withdrawal-not-requested');
  });
});
