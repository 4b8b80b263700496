import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  ANOTHER_PERSON,
  drawnFacts,
  foldAll,
  gradedFacts,
  History,
  idOf,
  importedFacts,
  PERSON,
} from '../testing.js';
import { plannedFacts, randomHistory, selectedFacts, withdrawnFacts } from '../testing.js';
import { progressAudits } from './audit-row.js';
import { progressCycles } from './cycle-row.js';
import { progressFigure } from './figure.js';

const cycle = idOf('cycle', 1);
const audit = idOf('case-audit', 1);

describe('the progress of a cycle', () => {
  it('tells what was planned, imported and drawn, without the children who were chosen', () => {
    const { events } = new History()
      .add('cycle', cycle, 'CyclePlanned', plannedFacts())
      .add('cycle', cycle, 'PopulationImported', importedFacts())
      .add('cycle', cycle, 'SampleDrawn', drawnFacts());
    expect(foldAll(progressCycles, events)).toMatchObject([
      {
        id: cycle,
        status: 'drawn',
        periodFrom: '2021-04-01',
        children: 300,
        childrenByCohort: { 'child-in-need': 200, 'in-care': 100 },
        draws: 1,
        sample: {
          size: 3,
          chosen: 3,
          seedSource: 'server',
          strata: [
            { stratum: 'child-in-need', inFrame: 200, eligible: 190, chosen: 2, probability: 2 / 190 },
            { stratum: 'in-care', inFrame: 100, eligible: 100, chosen: 1, probability: 0.01 },
          ],
          exclusions: [{ reasonCode: 'sampled-recently', n: 3 }],
        },
        openedAt: null,
      },
    ]);
  });

  it('follows an audit through the work', () => {
    const history = new History()
      .add('case-audit', audit, 'CaseSelected', selectedFacts(1))
      .add('case-audit', audit, 'AuditorAllocated', {
        auditor: PERSON,
        due: '2021-04-22',
        allocatedBy: PERSON,
        how: 'by-hand',
      })
      .add('case-audit', audit, 'AuditStarted', { auditor: PERSON });
    const status = (): string | undefined => foldAll(progressAudits, history.events)[0]?.status;
    expect(status()).toBe('in-progress');
    history.add('case-audit', audit, 'CaseGraded', gradedFacts('good'));
    expect(status()).toBe('graded');
    history.add('case-audit', audit, 'ModerationRequired', { rule: 'requested' });
    expect(status()).toBe('moderation-required');
    history.add('case-audit', audit, 'ModeratorAllocated', {
      moderator: ANOTHER_PERSON,
      due: '2021-04-29',
      manner: 'seen',
    });
    expect(status()).toBe('moderator-allocated');
  });

  it('shows a request to withdraw until it is decided, whatever is done meanwhile', () => {
    const history = new History()
      .add('case-audit', audit, 'CaseSelected', selectedFacts(1))
      .add('case-audit', audit, 'WithdrawalRequested', {
        requestedBy: PERSON,
        reasonCode: 'duplicate-record',
        replace: true,
      })
      .add('case-audit', audit, 'AuditorAllocated', {
        auditor: PERSON,
        due: '2021-04-22',
        allocatedBy: PERSON,
        how: 'by-hand',
      });
    expect(foldAll(progressAudits, history.events)).toMatchObject([
      { status: 'withdrawal-requested', auditor: PERSON },
    ]);
    history.add('case-audit', audit, 'AuditWithdrawn', withdrawnFacts());
    expect(foldAll(progressAudits, history.events)).toMatchObject([{ status: 'withdrawn' }]);
  });

  it('counts every audit in one status, for whatever happens', () => {
    fc.assert(
      fc.property(randomHistory, (events) => {
        const audits = foldAll(progressAudits, events);
        const { selected, byStatus } = progressFigure(audits);
        expect(selected).toBe(audits.length);
        expect(byStatus.reduce((sum, { n }) => sum + n, 0)).toBe(selected);
      }),
      { seed: 20210403, numRuns: 200 },
    );
  });
});
