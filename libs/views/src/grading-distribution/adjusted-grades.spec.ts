import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Grade, ModerationRule } from '#audit-cycle';
import {
  finalisedFacts,
  foldAll,
  gradedAudit,
  gradedFacts,
  History,
  idOf,
  moderatedFacts,
  PERSON,
  plannedFacts,
  longHistory,
  selectedFacts,
} from '../testing.js';
import { SECRET } from '../testing/history.js';
import { readerOf } from '../testing/reader-of.js';
import { adjustedGrades, type AdjustedGrades } from './adjusted-grades.js';
import { askedSections } from './asked-sections.js';
import type { GradesAskedFor } from './grades-asked-for.js';
import { gradesOfCycles, type GradesOfCycles } from './grades-of-cycles.js';
import { gradedAudits, gradedCycles, type GradedAudit } from './rows.js';

const sha256Hex = (text: string): string => createHash('sha256').update(text).digest('hex');
const NO_LIMIT = { basis: 'no-limit', listed: null } as const;

const planned = (cycles: number): History =>
  Array.from({ length: cycles }, (_, n) => n + 1).reduce(
    (history, n) => history.add('cycle', idOf('cycle', n), 'CyclePlanned', plannedFacts()),
    new History(),
  );

const gradesOf = (events: History['events'], audits: readonly GradedAudit[]): GradesAskedFor => ({
  cycles: foldAll(gradedCycles, events).map((cycle) => ({ ...cycle, status: 'closed' })),
  audits,
  asked: askedSections([], []),
});

const adjusted = (audits: readonly GradedAudit[], section?: string): AdjustedGrades =>
  adjustedGrades(gradesOf(planned(1).events, audits), { section }, NO_LIMIT, { seed: 'seed', sha256Hex });

const moderated = (n: number, rules: readonly ModerationRule[], ours: Grade, theirs: Grade): GradedAudit =>
  gradedAudit(n, {
    ...{ submittedGrade: ours, rules, finalGrade: theirs },
    firstModeration: {
      ...{ moderator: PERSON, manner: 'blind', grade: theirs },
      ...{ at: '2021-05-04T09:00:00.000Z', sections: {} },
    },
  });

describe('grades as they would be if everything had been moderated', () => {
  it('are 57.0 % Good or better where final grades say 67.4 %: five cycles of 10/130/52/8, one Good in five lowered', async () => {
    const history = planned(5);
    let audit = 0;
    const happened = (
      cycle: number,
      times: number,
      rule: ModerationRule | null,
      ours: Grade,
      theirs: Grade,
    ) => {
      for (let nth = 0; nth < times; nth += 1) {
        const id = idOf('case-audit', (audit += 1));
        history
          .add('case-audit', id, 'CaseSelected', selectedFacts(audit, { cycle: idOf('cycle', cycle) }), 1)
          .add('case-audit', id, 'CaseGraded', gradedFacts(ours), 1);
        if (rule !== null)
          history
            .add('case-audit', id, 'ModerationRequired', { rule }, 1)
            .add('case-audit', id, 'GradeModerated', moderatedFacts(ours, theirs), 1);
        history.add('case-audit', id, 'AuditFinalised', finalisedFacts(theirs, ours), 1);
      }
    };
    // Of 26 Good that chance meets, a fifth is 5.2: 26 are lowered in five cycles; of 52 it meets 10.4: also 52 in five.
    for (const [at, lowered, others] of [5, 5, 5, 5, 6].map(
      (n, at) => [at + 1, n, at < 3 ? 10 : 11] as const,
    )) {
      happened(at, 10, 'grade', 'outstanding', 'outstanding');
      happened(at, 8, 'grade', 'inadequate', 'inadequate');
      happened(at, lowered, 'random', 'good', 'requires-improvement');
      happened(at, 26 - lowered, 'random', 'good', 'good');
      happened(at, 104, null, 'good', 'good');
      happened(at, others, 'random', 'requires-improvement', 'requires-improvement');
      happened(at, 52 - others, null, 'requires-improvement', 'requires-improvement');
      history.add('cycle', idOf('cycle', at), 'CycleClosed', {
        ...{ closedBy: PERSON, closedOn: '2021-06-30', withoutGrade: [], reasonCode: null },
        moderationSecret: SECRET,
      });
    }
    const figure = (await gradesOfCycles(
      readerOf(history.events),
      { authority: 'a', stage: 'final' },
      sha256Hex,
    )) as GradesOfCycles;
    expect(figure).toMatchObject({ total: 1000, graded: 1000, goodOrBetter: { n: 674, percent: 67.4 } });
    expect(figure.moderationAdjusted).toMatchObject({
      final: { n: 1000, goodOrBetter: { n: 674, percent: 67.4 } },
      adjusted: {
        grades: [{ percent: 5 }, { percent: 52 }, { percent: 39 }, { percent: 4 }],
        goodOrBetter: { percent: 57 },
      },
      finalWeightedPercent: 67.4,
      difference: -10.4,
      basis: 'finite-population',
      made: {
        n: 1000,
        certain: 90,
        awaited: 0,
        byChance: 182,
        notModerated: 728,
        missing: [],
        replicates: 1000,
      },
    });
    const [lower, upper] = figure.moderationAdjusted.adjusted!.goodOrBetter.interval95;
    expect(lower).toBeGreaterThan(48);
    expect(upper).toBeLessThan(66);
  });

  it('leave out an audit that was moderated because somebody asked for it alone', () => {
    const drawn = [
      moderated(1, ['random'], 'good', 'good'),
      moderated(2, ['random', 'requested'], 'good', 'inadequate'),
    ];
    const asked = [
      moderated(3, ['requested'], 'good', 'inadequate'),
      gradedAudit(4, { submittedGrade: 'good' }),
    ];
    const figure = adjusted([...drawn, ...asked]);
    expect(figure.adjusted?.goodOrBetter.percent).toBe(50);
    expect(figure.made).toMatchObject({
      ...{ n: 4, certain: 0, awaited: 0, byChance: 2, notModerated: 2 },
      missing: [{ reason: 'requested-only', n: 1 }],
    });
  });

  it('say what is missing of the audits that were chosen, and why', () => {
    const chosen = (n: number, rules: readonly ModerationRule[], changes: Partial<GradedAudit> = {}) =>
      gradedAudit(n, { submittedGrade: 'outstanding', rules, ...changes });
    const { made } = adjusted([
      ...[moderated(1, ['random'], 'good', 'good'), moderated(2, ['grade'], 'outstanding', 'good')],
      ...[chosen(3, ['grade'], { returned: true }), chosen(4, ['random'], { moderationMissed: true })],
      ...[chosen(5, ['above-limit']), chosen(6, ['random'], { withdrawn: 'child-died' })],
      ...[gradedAudit(7), gradedAudit(8, { rules: ['requested'] })],
    ]);
    expect(made).toMatchObject({ n: 5, certain: 1, awaited: 2, byChance: 1, notModerated: 1 });
    expect(made.missing).toEqual(
      ['missed', 'not-moderated-yet', 'returned-before', 'withdrawn'].map((reason) => ({ reason, n: 1 })),
    );
  });

  it('weigh strata by what their cases stand for', () => {
    const figure = adjusted([
      { ...moderated(1, ['grade'], 'outstanding', 'outstanding'), probability: 0.5 },
      { ...moderated(2, ['grade'], 'inadequate', 'inadequate'), probability: 0.125 },
    ]);
    expect(figure.adjusted?.goodOrBetter.percent).toBe(20);
    // Moderators changed nothing: 20 % is what the list would show, and 50 % what the sample does.
    expect(figure).toMatchObject({ finalWeightedPercent: 20, difference: 0 });
    expect(figure.final.goodOrBetter.percent).toBe(50);
  });

  it('are as a panel settled them, where the moderated grade was disputed and never returned', () => {
    const lowered = moderated(1, ['grade'], 'good', 'inadequate');
    const settled = { ...lowered, settledGrade: 'good', finalGrade: 'good' } as const;
    expect(adjusted([settled])).toMatchObject({
      adjusted: { goodOrBetter: { percent: 100 } },
      difference: 0,
    });
    expect(adjusted([{ ...settled, returned: true }]).adjusted?.goodOrBetter.percent).toBe(0);
  });

  it('of a section are its grades, upheld where the moderator did not grade it otherwise', () => {
    const inadequate = (n: number): GradedAudit => ({
      ...moderated(n, ['grade'], 'inadequate', 'inadequate'),
      ...{ submittedSections: { plan: 'good' }, sections: { plan: 'good' } },
    });
    const [first, second] = [inadequate(1), inadequate(2)];
    const changed = {
      ...second,
      firstModeration: { ...second.firstModeration!, sections: { plan: 'inadequate' } as const },
    };
    const cycles = planned(1).events;
    const asked = { ...askedSections([], []), isAsked: () => true };
    const grades = { ...gradesOf(cycles, [first, changed]), asked };
    const figure = adjustedGrades(grades, { section: 'plan' }, NO_LIMIT, { seed: 's', sha256Hex });
    expect(figure.adjusted?.grades.map(({ percent }) => percent)).toEqual([0, 50, 0, 50]);
  });

  it('stand beside no difference while their cycle is open: what is final by then is not what is moderated', () => {
    const audits = Array.from({ length: 10 }, (_, n) => moderated(n, ['random'], 'good', 'good'));
    const open = { ...gradesOf([], audits), cycles: foldAll(gradedCycles, planned(1).events) };
    const figure = adjustedGrades(open, {}, NO_LIMIT, { seed: 's', sha256Hex });
    expect(figure.adjusted?.goodOrBetter.percent).toBe(100);
    expect(figure).toMatchObject({ difference: null, noDifferenceReason: 'cycle-open' });
  });

  it('do not exist, and say why', () => {
    expect(adjusted([])).toMatchObject({ adjusted: null, difference: null, reason: 'n=0' });
    expect(adjusted([gradedAudit(1, { submittedGrade: 'good' })])).toMatchObject({
      ...{ adjusted: null, reason: 'none-moderated-by-chance', made: { n: 1, notModerated: 1 } },
    });
    const elsewhere = { ...moderated(1, ['random'], 'good', 'good'), cycle: idOf('cycle', 2) };
    expect(adjusted([elsewhere])).toMatchObject({ adjusted: null, reason: 'no-chance-of-moderation' });
  });

  it('add up for whatever happens', () => {
    const settings = { seed: 20210401, numRuns: 60 } as const;
    const seen = { adjusted: 0, missing: 0 };
    fc.assert(
      fc.property(longHistory, (events) => {
        const audits = foldAll(gradedAudits, events);
        const figure = adjustedGrades(gradesOf(events, audits), {}, NO_LIMIT, { seed: 's', sha256Hex });
        const { n, certain, awaited, byChance, notModerated, missing } = figure.made;
        expect(certain + awaited + byChance + notModerated).toBe(n);
        expect(n).toBe(audits.filter((one) => one.withdrawn === null && one.submittedGrade !== null).length);
        const asked = audits.filter(
          ({ rules, submittedGrade, withdrawn }) =>
            rules.length > 0 && (withdrawn !== null || submittedGrade !== null),
        );
        expect(certain + byChance + missing.reduce((sum, one) => sum + one.n, 0)).toBe(asked.length);
        seen.adjusted += figure.adjusted === null ? 0 : 1;
        seen.missing += missing.length;
        if (figure.adjusted === null) expect(figure.reason).toBeDefined();
        else
          expect(figure.adjusted.grades.reduce((sum, { percent }) => sum + percent, 0)).toBeCloseTo(100, 0);
      }),
      settings,
    );
    expect(Math.min(seen.adjusted, seen.missing)).toBeGreaterThan(0);
  });
});
