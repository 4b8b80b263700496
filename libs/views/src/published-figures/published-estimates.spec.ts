import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { GRADES, type Grade } from '#audit-cycle';
import type { GradedAudit } from '../grading-distribution/rows.js';
import { gradedAudit } from '../testing/graded-audit.js';
import { PERSON } from '../testing/history.js';
import { publishedCases } from '../testing/published-cases.js';
import { publishedFigures, type PublishedCases } from './figure.js';
import type { PublishedEstimates } from './published-estimates.js';
import { isWithheld } from './published-table.js';

const sha256Hex = (text: string): string => createHash('sha256').update(text).digest('hex');
const estimatesOf = (cases: PublishedCases): PublishedEstimates =>
  publishedFigures(cases, sha256Hex).estimates;
/** How many of a cohort have each grade: sometimes a few. */
const STRATUM_COUNTS = fc.array(fc.constantFrom(0, 6, 9, 20, 3), { minLength: 4, maxLength: 4 });
const WITHHELD = { suppressed: true, reason: 'small-numbers' };

/** So many audits alike, numbered from where others end. */
let number = 0;
const audits = (times: number, final: Grade, changes: Partial<GradedAudit> = {}): readonly GradedAudit[] =>
  Array.from({ length: times }, () =>
    gradedAudit((number += 1), { submittedGrade: final, finalGrade: final, ...changes }),
  );
const moderated = (times: number, ours: Grade, theirs: Grade): readonly GradedAudit[] =>
  audits(times, theirs, {
    ...{ submittedGrade: ours, rules: ['random'] },
    firstModeration: {
      ...{ moderator: PERSON, manner: 'seen', grade: theirs, sections: {} },
      at: '2021-05-04T09:00:00.000Z',
    },
  });

describe('What is published beside the grades of the whole authority', () => {
  const inCare = { cohort: 'in-care', probability: 0.5 } as const;
  const inNeed = { cohort: 'child-in-need', probability: 0.1 } as const;
  const strata = [
    ...[audits(20, 'good', inCare), audits(20, 'inadequate', inCare)],
    ...[audits(30, 'good', inNeed), audits(10, 'inadequate', inNeed)],
  ].flat();

  it('are weighted percentages where strata were drawn with different chances', () => {
    expect(estimatesOf(publishedCases(strata))).toMatchObject({
      basis: 'no-limit',
      // 20 x 2 and 30 x 10 of 40 x 2 and 40 x 10: 340 of 480; counted they are 50 of 80.
      weighted: {
        ...{ needed: true, chances: [10, 50] },
        goodOrBetter: { percent: 70.8, interval95: [57.8, 81.1] },
      },
    });
    expect(estimatesOf(publishedCases(audits(9, 'good'))).weighted).toEqual({ needed: false });
  });

  it('are none where the weights would tell of a cohort what its table withholds, or of strata that have no table', () => {
    const few = [...strata, ...audits(2, 'outstanding', inNeed)];
    expect(estimatesOf(publishedCases(few)).weighted).toMatchObject({ goodOrBetter: WITHHELD });
    const inPart = [...strata, ...audits(10, 'good', { ...inNeed, probability: 0.2 })];
    expect(estimatesOf(publishedCases(inPart)).weighted).toMatchObject({ goodOrBetter: WITHHELD });
  });

  it('is what the share would be if all had been moderated, with its seed and without a count', () => {
    const cases = [
      ...[moderated(20, 'good', 'good'), moderated(10, 'good', 'inadequate')],
      ...[moderated(10, 'inadequate', 'inadequate'), audits(120, 'good'), audits(40, 'inadequate')],
    ].flat();
    const set = publishedCases(cases);
    // Of 40 that chance chose 20 are good; everything else is left to it. Final grades say 140 of 200.
    const { moderationAdjusted } = estimatesOf(set);
    expect(moderationAdjusted).toMatchObject({
      goodOrBetter: { percent: 50 },
      ...{ fewestModerated: 30, seed: `moderation-adjusted|${set.cycle.id}`, replicates: 400 },
      generator: expect.stringContaining('sha256(seed)'),
    });
    expect(Object.keys(moderationAdjusted.goodOrBetter!)).toEqual(['percent', 'interval95']);
    expect(estimatesOf(set)).toEqual(estimatesOf(set));
  });

  it('is none of too few moderated audits, nor where a few were moderated otherwise than the others', () => {
    const rest = [...audits(120, 'good'), ...audits(40, 'inadequate')];
    const few = estimatesOf(publishedCases([...moderated(29, 'good', 'good'), ...rest]));
    expect(few.moderationAdjusted).toMatchObject({
      goodOrBetter: null,
      reason: 'too-few',
      fewestModerated: 30,
    });
    const none = estimatesOf(publishedCases(rest)).moderationAdjusted;
    expect(none).toMatchObject({ goodOrBetter: null, reason: 'too-few', generator: null });
    // 4 of 40 that chance chose were lowered: from the share that would be known.
    const lowered = [...moderated(36, 'good', 'good'), ...moderated(4, 'good', 'inadequate'), ...rest];
    expect(estimatesOf(publishedCases(lowered)).moderationAdjusted).toMatchObject({ goodOrBetter: WITHHELD });
    // Nor beside grades that are not published: of the whole, two are outstanding.
    const guarded = [
      ...[moderated(20, 'good', 'good'), moderated(10, 'good', 'inadequate'), rest].flat(),
      ...audits(2, 'outstanding'),
    ];
    const shown = (totalsPublished: boolean) =>
      estimatesOf(publishedCases(guarded, [], { totalsPublished })).moderationAdjusted.goodOrBetter;
    expect([isWithheld(shown(true)), isWithheld(shown(false))]).toEqual([false, true]);
  });

  it('never tells more of the strata than the table of cohorts does, whatever the cycle is', () => {
    const seen = { published: 0, withheld: 0 };
    fc.assert(
      fc.property(fc.array(STRATUM_COUNTS, { minLength: 2, maxLength: 3 }), (counts) => {
        const cohorts = ['in-care', 'child-in-need', 'child-protection'] as const;
        const drawn = counts.flatMap((ofCohort, at) =>
          GRADES.flatMap((grade, nth) =>
            audits(ofCohort[nth]!, grade, { cohort: cohorts[at]!, probability: 0.1 * (at + 1) }),
          ),
        );
        const set = publishedFigures(publishedCases(drawn), sha256Hex);
        const { weighted } = set.estimates;
        if (!weighted.needed) return;
        if (isWithheld(weighted.goodOrBetter)) return void (seen.withheld += 1);
        seen.published += 1;
        const table = set.tables.find((one) => one.table === 'grades-by-cohort');
        expect(JSON.stringify(table)).not.toContain('suppressed');
      }),
      { seed: 20261122, numRuns: 300 },
    );
    expect(Math.min(seen.published, seen.withheld)).toBeGreaterThan(0);
  });
});
