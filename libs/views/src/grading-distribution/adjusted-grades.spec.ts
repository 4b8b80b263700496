import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Grade, ModerationRule } from '#audit-cycle';
import { foldAll, gradedAudit, History, idOf, PERSON, plannedFacts, longHistory } from '../testing.js';
import { addGradedCases } from '../testing/graded-cases.js';
import { SECRET } from '../testing/history.js';
import { readerOf } from '../testing/reader-of.js';
import type { AdjustedGrades } from './adjusted-grades.js';
import { askedSections } from './asked-sections.js';
import type { GradesAsked } from './cases-asked.js';
import type { GradesAskedFor } from './grades-asked-for.js';
import { gradesFigure } from './grades-figure.js';
import { gradesOfCycles, type GradesOfCycles } from './grades-of-cycles.js';
import { trusted } from './how-far-trusted.js';
import { gradedAudits, gradedCycles, type GradedAudit } from './rows.js';
import { unmoderatedCycles } from './unmoderated-cycles.js';

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

/** As the whole figure has them that the grades are part of. */
const adjustedOf = (
  grades: GradesAskedFor,
  asked: Pick<GradesAsked, 'section'> = {},
  fewest: number | null = null,
): AdjustedGrades => {
  const figure = gradesFigure(grades, { ...asked, stage: 'final' });
  const adjusting = { list: NO_LIMIT, seed: 'seed', sha256Hex, fewest };
  const unmoderated = unmoderatedCycles(grades, asked);
  return trusted(figure, grades, { ...asked, stage: 'final' }, { ...adjusting, unmoderated }).figure
    .moderationAdjusted;
};
const adjusted = (audits: readonly GradedAudit[]): AdjustedGrades =>
  adjustedOf(gradesOf(planned(1).events, audits));

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
    const happened = (
      cycle: number,
      times: number,
      rule: ModerationRule | null,
      ours: Grade,
      theirs: Grade,
    ): void => addGradedCases(history, times, { cycle: idOf('cycle', cycle) }, [ours, theirs], rule);
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
      difference: -10.4,
      basis: 'finite-population',
      made: {
        n: 1000,
        certain: 90,
        awaited: 0,
        byChance: 182,
        notModerated: 728,
        missing: [],
        replicates: 400,
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
    expect(figure).toMatchObject({ difference: 0, final: { n: 2, weights: { needed: true } } });
    expect(figure.final.goodOrBetter).toMatchObject({ n: 1, percent: 20 });
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

  it('of a section are its grades, upheld where a moderator saw them and gave no other', () => {
    const inadequate = (n: number, manner: 'blind' | 'seen', plan?: Grade): GradedAudit => {
      const one = moderated(n, ['grade'], 'inadequate', 'inadequate');
      const sections: Record<string, Grade> = plan === undefined ? {} : { plan };
      return {
        ...one,
        ...{ submittedSections: { plan: 'good' }, sections: { plan: 'good' } },
        firstModeration: { ...one.firstModeration!, manner, sections },
      };
    };
    const seen = [inadequate(1, 'seen'), inadequate(2, 'seen', 'inadequate')];
    // Whoever did not see the grades names what they grade otherwise, and nobody knows what they think of the rest.
    const blind = [inadequate(3, 'blind'), inadequate(4, 'blind'), inadequate(5, 'blind', 'inadequate')];
    const asked = { ...askedSections([], []), isAsked: () => true };
    const ofSection = (audits: readonly GradedAudit[]): AdjustedGrades =>
      adjustedOf({ ...gradesOf(planned(1).events, audits), asked }, { section: 'plan' });
    const figure = ofSection([...seen, ...blind]);
    expect(figure.adjusted?.grades.map(({ percent }) => percent)).toEqual([0, 50, 0, 50]);
    expect(figure.made).toMatchObject({
      ...{ n: 5, certain: 2, awaited: 3 },
      missing: [
        { reason: 'not-judged-here', n: 2 },
        { reason: 'otherwise-alone', n: 1 },
      ],
    });
    expect(ofSection(blind)).toMatchObject({ adjusted: null, reason: 'none-moderated-for-certain' });
  });

  it('of several cycles do not let others speak for one whose audits nobody moderated, and name it', () => {
    const cycle = (n: number, audits: readonly GradedAudit[]): readonly GradedAudit[] =>
      audits.map((audit) => ({ ...audit, cycle: idOf('cycle', n) }));
    const [good, extreme] = [
      moderated(1, ['random'], 'good', 'good'),
      moderated(2, ['grade'], 'outstanding', 'outstanding'),
    ];
    const left = (n: number): GradedAudit => gradedAudit(n, { submittedGrade: 'good', finalGrade: 'good' });
    const both = (...second: readonly GradedAudit[]): AdjustedGrades =>
      adjustedOf(gradesOf(planned(2).events, [...cycle(1, [good, extreme, left(3)]), ...cycle(2, second)]));
    const refused = {
      ...{ adjusted: null, difference: null, reason: 'cycle-not-moderated' },
      because: [{ id: idOf('cycle', 2) }],
    };
    expect(both(left(4), left(5))).toMatchObject(refused);
    // Those that chance chose wait; who looked at the extremes alone knows nothing of the rest.
    const waits = gradedAudit(6, { submittedGrade: 'good', rules: ['random'] });
    expect(both({ ...extreme, id: idOf('case-audit', 7) }, waits)).toMatchObject(refused);
    expect(both({ ...good, id: idOf('case-audit', 8) }, waits).adjusted).not.toBeNull();
    // Chance chose none of one: the others were moderated as this one would have been.
    expect(both({ ...extreme, id: idOf('case-audit', 9) }, left(10)).adjusted).not.toBeNull();
    expect(both().adjusted).not.toBeNull();
  });

  it('of a part of the cases do not rest on fewer moderated audits than is said beside them', () => {
    const audits = Array.from({ length: 10 }, (_, n) => moderated(n, ['random'], 'good', 'good'));
    const grades = (n: number): GradesAskedFor =>
      gradesOf(planned(1).events, [...audits.slice(0, n), gradedAudit(11, { submittedGrade: 'good' })]);
    expect(adjustedOf(grades(9), {}, 10)).toMatchObject({
      ...{ adjusted: null, difference: null, reason: 'too-few', made: { byChance: 9, fewest: 10 } },
    });
    expect(adjustedOf(grades(10), {}, 10).adjusted?.goodOrBetter.percent).toBe(100);
    expect(adjustedOf(grades(9)).made).toMatchObject({ fewest: null });
    expect(adjustedOf(gradesOf(planned(1).events, []), {}, 10).reason).toBe('n=0');
  });

  it('have wider intervals where those moderated are brothers and sisters', () => {
    const pairs = (family: (n: number) => string | null): readonly GradedAudit[] =>
      Array.from({ length: 80 }, (_, n) => {
        const grade = n % 4 < 2 ? 'good' : 'inadequate';
        const one = moderated(n, ['random'], grade, grade);
        return { ...(n < 40 ? one : { ...one, rules: [], firstModeration: null }), family: family(n) };
      });
    const width = (figure: AdjustedGrades): number => {
      const [lower, upper] = figure.adjusted!.goodOrBetter.interval95;
      return upper - lower;
    };
    const related = adjusted(pairs((n) => `family-${Math.floor(n / 2)}`));
    expect(related.final.families).toMatchObject({ known: 80, withSeveral: 40, designEffect: 2.05 });
    expect(width(related) / width(adjusted(pairs(() => null)))).toBeGreaterThan(1.25);
  });

  it('stand beside no difference while their cycle is open: what is final by then is not what is moderated', () => {
    const audits = Array.from({ length: 10 }, (_, n) => moderated(n, ['random'], 'good', 'good'));
    const open = { ...gradesOf([], audits), cycles: foldAll(gradedCycles, planned(1).events) };
    const figure = adjustedOf(open);
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
    const none = gradesOf(planned(1).events, [{ ...elsewhere, cycle: idOf('cycle', 1) }]);
    const cycles = none.cycles.map((cycle) => ({ ...cycle, randomSharePercent: 0 }));
    expect(adjustedOf({ ...none, cycles })).toMatchObject({
      ...{ reason: 'no-chance-of-moderation', because: [{ id: idOf('cycle', 1) }] },
    });
  });

  it('add up for whatever happens', () => {
    const settings = { seed: 20210401, numRuns: 60 } as const;
    const seen = { adjusted: 0, missing: 0 };
    fc.assert(
      fc.property(longHistory, (events) => {
        const audits = foldAll(gradedAudits, events);
        const figure = adjustedOf(gradesOf(events, audits));
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
