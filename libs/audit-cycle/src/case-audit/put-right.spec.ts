import { describe, expect, it } from '@jest/globals';
import { given } from '../testing.js';
import {
  AFTER_SETTLING,
  ANSWERED,
  FINALISED,
  GRADED,
  IN_DISPUTE,
  LEGAL_HOLD,
  MODERATED,
  REASON,
  SELECTED,
  TO_MODERATE,
  WITHDRAWN,
  auditAfter,
  by,
  graded,
} from '../testing/an-audit.js';
import type { CorrectSelection } from './commands.js';
import { caseAudit } from './decider.js';
import type { CaseAuditEvent } from './events.js';

const lead = by('lead');
const correct = (field: CorrectSelection['field'], to: string | null): CorrectSelection => ({
  type: 'CorrectSelection',
  field,
  to,
  ...REASON,
});

describe('A correction', () => {
  it.each([
    ['cohort', 'in-care', 'child-protection'],
    ['team', 'north', 'south'],
    ['team', 'north', null],
    ['worker', 'worker', 'colleague'],
    ['worker', 'worker', null],
  ] as const)(
    'of the %s from %s to %s is on record with both, and counts from then on',
    (field, from, to) => {
      const correction = {
        type: 'CorrectionMade',
        facts: { field, from, to, reasonCode: 'a-reason', by: 'lead', tied: [] },
        narrative: { reason: 'In words.' },
      } as const;
      given(caseAudit, [SELECTED]).when(correct(field, to), lead).then(correction);
      expect(auditAfter(SELECTED, correction)).toMatchObject({ selected: { [field]: to } });
    },
  );

  it('writes a team as it is recorded', () => {
    given(caseAudit, [SELECTED])
      .when(correct('team', '  south   west '), lead)
      .then({
        type: 'CorrectionMade',
        facts: {
          field: 'team',
          from: 'north',
          to: 'south west',
          reasonCode: 'a-reason',
          by: 'lead',
          tied: [],
        },
        narrative: { reason: 'In words.' },
      });
  });

  it.each([
    ['cohort', 'adopted', 'unknown-cohort'],
    ['cohort', null, 'unknown-cohort'],
    ['team', ' ', 'team-missing'],
    ['worker', 'stranger', 'unknown-worker'],
    ['team', 'north', 'nothing-to-correct'],
  ] as const)('of the %s to %s is refused: %s', (field, to, code) => {
    given(caseAudit, [SELECTED]).when(correct(field, to), lead).thenRefused(code);
  });

  it('does not tie the case to who judged it, once it is judged', () => {
    given(caseAudit, GRADED)
      .when(correct('worker', 'auditor'), lead)
      .thenRefused('judged-by-tied', { tied: ['auditor'] });
    given(caseAudit, MODERATED)
      .when(correct('worker', 'moderator'), lead)
      .thenRefused('judged-by-tied', { tied: ['moderator'] });
  });

  it.each([
    ['disputed', IN_DISPUTE, 'moderator'],
    ['settled', AFTER_SETTLING, 'second-auditor'],
    ['finalised', [...MODERATED, FINALISED], 'moderator'],
  ] as const)('says who judged the case and is tied to it once it is %s', (_, history, judge) => {
    given(caseAudit, history)
      .when(correct('worker', judge), lead)
      .then({
        type: 'CorrectionMade',
        facts: {
          field: 'worker',
          from: 'worker',
          to: judge,
          reasonCode: 'a-reason',
          by: 'lead',
          tied: [judge],
        },
        narrative: { reason: 'In words.' },
      });
  });

  it('that ties a settled case to its panel has it returned, graded anew and only then final', () => {
    const tiedToPanel: CaseAuditEvent = {
      type: 'CorrectionMade',
      facts: {
        ...{ field: 'worker', from: 'worker', to: 'second-auditor', reasonCode: 'a-reason', by: 'lead' },
        tied: ['second-auditor'],
      },
      narrative: { reason: 'In words.' },
    };
    const returning = { type: 'ReturnAudit', ...REASON } as const;
    const finalise = { type: 'FinaliseAudit' } as const;
    const settledByTied = [...AFTER_SETTLING, tiedToPanel];
    given(caseAudit, AFTER_SETTLING).when(returning, lead).thenRefused('already-settled');
    given(caseAudit, settledByTied)
      .when(finalise, lead)
      .thenRefused('judged-by-tied', { tied: ['second-auditor'] });
    const returned: CaseAuditEvent = {
      type: 'AuditReturned',
      facts: { by: 'lead', reasonCode: 'a-reason', grade: 'requires-improvement', attempt: 1 },
      narrative: { reason: 'In words.' },
    };
    given(caseAudit, settledByTied).when(returning, lead).then(returned);
    expect(auditAfter(...settledByTied, returned, graded('good', 2))).toMatchObject({
      settlers: ['second-auditor', 'leader'],
      judgedBy: ['auditor'],
    });
  });

  it('that ties the case to its auditor before the grade stops that grade', () => {
    const history = [
      ...ANSWERED,
      {
        type: 'CorrectionMade',
        facts: {
          field: 'worker',
          from: 'worker',
          to: 'auditor',
          reasonCode: 'a-reason',
          by: 'lead',
          tied: [],
        },
        narrative: null,
      } as const,
    ];
    given(caseAudit, ANSWERED)
      .when(correct('worker', 'auditor'), lead)
      .then({
        ...history.at(-1)!,
        narrative: { reason: 'In words.' },
      } as (typeof history)[number]);
    given(caseAudit, history)
      .when(
        { type: 'GradeCase', grade: 'good', rationale: 'As seen.', strengths: [], development: [] },
        by('auditor'),
      )
      .thenRefused('own-case');
  });

  it('needs a reason and a qa-lead', () => {
    given(caseAudit, [SELECTED])
      .when({ ...correct('team', 'south'), reason: '' }, lead)
      .thenRefused('reason-missing');
    given(caseAudit, [SELECTED]).when(correct('team', 'south'), by('auditor')).thenRefused('not-permitted');
  });
});

describe('A legal hold', () => {
  const set = { type: 'SetLegalHold', reasonCode: 'serious-case-review' } as const;
  const release = { type: 'ReleaseLegalHold', ...REASON } as const;
  const guardian = by('guardian');

  it('is set at any time, also on what has ended', () => {
    for (const history of [[SELECTED], TO_MODERATE, [...GRADED, FINALISED], [SELECTED, WITHDRAWN]]) {
      given(caseAudit, history).when(set, guardian).then(LEGAL_HOLD);
    }
    given(caseAudit, GRADED)
      .when(set, lead)
      .then({ ...LEGAL_HOLD, facts: { ...LEGAL_HOLD.facts, by: 'lead' } });
    given(caseAudit, GRADED).when(set, by('leader')).thenRefused('not-permitted');
    given(caseAudit, [SELECTED, LEGAL_HOLD]).when(set, guardian).thenRefused('already-held');
    given(caseAudit, GRADED)
      .when({ ...set, reasonCode: 'A review' }, guardian)
      .thenRefused('code-malformed');
  });

  it('is released by the guardian alone, with a reason', () => {
    given(caseAudit, [SELECTED, WITHDRAWN, LEGAL_HOLD])
      .when(release, guardian)
      .then({
        type: 'LegalHoldReleased',
        facts: { reasonCode: 'a-reason', by: 'guardian' },
        narrative: { reason: 'In words.' },
      });
    given(caseAudit, [SELECTED, LEGAL_HOLD]).when(release, lead).thenRefused('not-permitted');
    given(caseAudit, [SELECTED, LEGAL_HOLD])
      .when({ ...release, reason: ' ' }, guardian)
      .thenRefused('reason-missing');
    given(caseAudit, [SELECTED]).when(release, guardian).thenRefused('not-held');
  });
});
