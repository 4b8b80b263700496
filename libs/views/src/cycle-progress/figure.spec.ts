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
  moderatedFacts,
  PERSON,
} from '../testing.js';
import { plannedFacts, longHistory, selectedFacts, withdrawnFacts } from '../testing.js';
import { progressAudits } from './audit-row.js';
import { progressCycles } from './cycle-row.js';
import { progressFigure } from './figure.js';

const cycle = idOf('cycle', 1);
const audit = idOf('case-audit', 1);
const allocatedFacts = {
  auditor: PERSON,
  due: '2021-04-22',
  allocatedBy: PERSON,
  how: 'by-hand',
} as const;

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

  describe('of an audit that does not go straight', () => {
    const begun = (): History =>
      new History()
        .add('case-audit', audit, 'CaseSelected', selectedFacts(1))
        .add('case-audit', audit, 'AuditorAllocated', allocatedFacts)
        .add('case-audit', audit, 'AuditStarted', { auditor: PERSON });
    const moderated = (): History =>
      begun()
        .add('case-audit', audit, 'CaseGraded', gradedFacts('good'))
        .add('case-audit', audit, 'ModerationRequired', { rule: 'random' })
        .add('case-audit', audit, 'ModeratorAllocated', {
          moderator: ANOTHER_PERSON,
          due: '2021-04-29',
          manner: 'blind',
        })
        .add('case-audit', audit, 'GradeModerated', moderatedFacts('good', 'inadequate'));
    const row = ({ events }: History): object | undefined => foldAll(progressAudits, events)[0];

    it('goes back to its auditor, and waits for a moderator again once it is graded again', () => {
      const history = moderated().add('case-audit', audit, 'AuditReturned', {
        by: ANOTHER_PERSON,
        reasonCode: 'evidence-thin',
        grade: 'inadequate',
        attempt: 1,
      });
      expect(row(history)).toMatchObject({ status: 'in-progress', auditor: PERSON, moderator: null });
      history.add('case-audit', audit, 'CaseGraded', { ...gradedFacts('good'), attempt: 2 });
      expect(row(history)).toMatchObject({ status: 'moderation-required', moderationDue: null });
    });

    it('is disputed, and settled', () => {
      const history = moderated().add('case-audit', audit, 'GradeDisputed', {
        by: PERSON,
        wanted: 'good',
        due: '2021-05-04',
      });
      expect(row(history)).toMatchObject({ status: 'disputed' });
      history.add('case-audit', audit, 'GradeSettled', {
        panel: [ANOTHER_PERSON, ANOTHER_PERSON],
        from: 'inadequate',
        grade: 'good',
        reasonCode: 'evidence-weighed',
      });
      expect(row(history)).toMatchObject({ status: 'settled' });
    });

    it('is without an auditor after a conflict: selected again when nothing is answered, in progress when something is', () => {
      const conflict = { person: PERSON, as: 'auditor', relationship: 'personal' } as const;
      const answered = begun()
        .add('case-audit', audit, 'SectionGraded', {
          section: 'plan',
          answer: { kind: 'choice', choice: 'yes' },
        })
        .add('case-audit', audit, 'ConflictDeclared', conflict);
      expect(row(begun().add('case-audit', audit, 'ConflictDeclared', conflict))).toMatchObject({
        status: 'selected',
        auditor: null,
        auditDue: null,
      });
      expect(row(answered)).toMatchObject({ status: 'in-progress', auditor: null });
      answered.add('case-audit', audit, 'AuditorReplaced', {
        from: null,
        to: ANOTHER_PERSON,
        due: '2021-05-20',
        reasonCode: 'conflict',
      });
      expect(row(answered)).toMatchObject({ auditor: ANOTHER_PERSON, auditDue: '2021-05-20' });
    });

    it('waits for another moderator after a conflict of the one it had', () => {
      const history = begun()
        .add('case-audit', audit, 'CaseGraded', gradedFacts('good'))
        .add('case-audit', audit, 'ModerationRequired', { rule: 'random' })
        .add('case-audit', audit, 'ModeratorAllocated', {
          moderator: ANOTHER_PERSON,
          due: '2021-04-29',
          manner: 'blind',
        })
        .add('case-audit', audit, 'ConflictDeclared', {
          person: ANOTHER_PERSON,
          as: 'moderator',
          relationship: 'personal',
        });
      expect(row(history)).toMatchObject({ status: 'moderation-required', moderator: null });
    });

    it('has more time when it is given, and belongs where a correction puts it', () => {
      const history = begun()
        .add('case-audit', audit, 'AuditDeadlineExtended', {
          from: '2021-04-22',
          to: '2021-04-29',
          reasonCode: 'record-late',
          by: PERSON,
        })
        .add('case-audit', audit, 'CorrectionMade', {
          field: 'team',
          from: 'North',
          to: 'South',
          reasonCode: 'misread',
          by: PERSON,
          tied: [],
        });
      expect(row(history)).toMatchObject({ auditDue: '2021-04-29', team: 'South' });
    });
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
    history.add('case-audit', audit, 'WithdrawalDeclined', {
      requestedBy: PERSON,
      declinedBy: PERSON,
      reasonCode: 'two-children',
    });
    expect(foldAll(progressAudits, history.events)).toMatchObject([{ status: 'allocated' }]);
    history.add('case-audit', audit, 'AuditWithdrawn', withdrawnFacts());
    expect(foldAll(progressAudits, history.events)).toMatchObject([{ status: 'withdrawn' }]);
  });

  it('counts every audit in one status, for whatever happens', () => {
    fc.assert(
      fc.property(longHistory, (events) => {
        const audits = foldAll(progressAudits, events);
        const { selected, byStatus } = progressFigure(audits);
        expect(selected).toBe(audits.length);
        expect(byStatus.reduce((sum, { n }) => sum + n, 0)).toBe(selected);
      }),
      { seed: 20210403, numRuns: 200 },
    );
  });
});
