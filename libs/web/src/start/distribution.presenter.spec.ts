import { describe, expect, it } from '@jest/globals';
import { gradingFigure, type GradedAudit } from '#views';
import { gradedAudit } from '#views/testing';
import { presentDistribution, type DistributionTable } from './distribution.presenter.js';

const audit = (about: Partial<GradedAudit>): GradedAudit => gradedAudit(1, about);
const GOOD = audit({ submittedGrade: 'good', finalGrade: 'good' });

const presented = (audits: readonly GradedAudit[], closed = false): DistributionTable =>
  presentDistribution({
    ...gradingFigure(audits, () => closed, 'final'),
    cycle: { id: 'c', title: 'June 2026', kind: 'core', status: closed ? 'closed' : 'open' },
    position: '1',
    asOf: null,
  });

describe('the grading distribution on the page', () => {
  it('says what is missing and why, and what was withdrawn and why', () => {
    const table = presented([
      GOOD,
      audit({ submittedGrade: 'inadequate' }),
      audit({}),
      audit({}),
      audit({ withdrawn: 'duplicate-record' }),
      audit({ withdrawn: 'child-died', withdrawnAfterGrading: true }),
    ]);
    expect(table.rows.find(({ label }) => label === 'In progress')?.cells).toEqual(['3', '75', '–']);
    expect(table.missing).toEqual([
      '3 of 4 audits have no grade: 1 because the auditor gave a grade, and the audit was not finalised; ' +
        '2 because the auditor gave no grade.',
      '2 audits were withdrawn and are not in the total, 1 of them after grading had begun: ' +
        '1 the child died; 1 duplicate record.',
    ]);
    expect(table.goodOrBetter.at(-1)).toBe(
      'Of all 4, between 25.0% and 100.0%, whatever the missing grades would have been.',
    );
  });

  it('says so when nothing is missing', () => {
    const table = presented([GOOD, audit({ submittedGrade: 'inadequate', finalGrade: 'inadequate' })], true);
    expect(table.missing).toEqual(['No grade is missing.', 'No audit was withdrawn.']);
    expect(table.goodOrBetter.at(-1)).toBe('No grade is missing, so it is 50.0% of all 2 as well.');
  });

  it('says one audit as one', () => {
    expect(presented([audit({}), audit({ withdrawn: 'selected-in-error' })]).missing).toEqual([
      '1 of 1 audit has no grade: 1 because the auditor gave no grade.',
      '1 audit was withdrawn and is not in the total, 0 of them after grading had begun: 1 selected in error.',
    ]);
  });
});
