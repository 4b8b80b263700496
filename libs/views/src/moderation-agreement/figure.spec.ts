import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { GRADES, type Grade } from '#audit-cycle';
import { gradedAudits, type FirstModeration, type GradedAudit } from '../grading-distribution/rows.js';
import { ANOTHER_PERSON, foldAll, gradedAudit, PERSON, longHistory } from '../testing.js';
import { moderationAgreement } from './figure.js';

const sha256Hex = (text: string): string => createHash('sha256').update(text).digest('hex');
const settings = { fewest: 30, seed: 'agreement', sha256Hex };

/** An audit that chance chose, moderated at once. */
const paired = (
  n: number,
  ours: Grade,
  theirs: Grade,
  { manner = 'blind', ...changes }: Partial<GradedAudit> & { manner?: FirstModeration['manner'] } = {},
): GradedAudit =>
  gradedAudit(n, {
    ...{ auditor: PERSON, submittedGrade: ours, rules: ['random'] },
    firstModeration: {
      ...{ moderator: ANOTHER_PERSON, manner, grade: theirs },
      ...{ at: '2021-05-04T09:00:00.000Z', sections: {} },
    },
    ...changes,
  });

/** Our grades in rows, theirs in columns: a published table of 52 pairs, of which kappa is known. */
const TABLE = [
  [2, 1, 0, 0],
  [3, 18, 4, 0],
  [0, 5, 12, 2],
  [0, 0, 1, 4],
];
const OF_TABLE = TABLE.flatMap((row, ours) =>
  row.flatMap((count, theirs) =>
    Array.from({ length: count }, (_, nth) =>
      paired(ours * 1000 + theirs * 100 + nth, GRADES[ours]!, GRADES[theirs]!),
    ),
  ),
);

describe('agreement between auditors and moderators', () => {
  it('of a known table is what is known of it', () => {
    const { blind, seen, ...whole } = moderationAgreement(OF_TABLE, settings);
    expect(whole).toEqual({ chosen: 52, paired: 52, missing: [], chosenOtherwise: 0, fewestPairs: 30 });
    expect(seen.n).toBe(0);
    expect(blind.matrix.map(({ beside }) => beside.map(({ n }) => n))).toEqual(TABLE);
    expect(blind).toMatchObject({
      n: 52,
      exact: { n: 36, of: 52, percent: 69.2 },
      withinOne: { n: 52, of: 52, percent: 100 },
      kappa: { value: 0.75, interval95: [0.627, 0.873] },
      bias: { kinder: 7, stricter: 9, meanShift: -0.04 },
    });
    expect(blind.alpha).toMatchObject({ seed: 'agreement|blind', replicates: 1000 });
    const [lower, upper] = blind.alpha.interval95!;
    expect(lower).toBeLessThan(blind.alpha.value!);
    expect(upper).toBeGreaterThan(blind.alpha.value!);
  });

  it('is drawn alike whenever it is asked for', () => {
    expect(moderationAgreement(OF_TABLE, settings)).toEqual(moderationAgreement(OF_TABLE, settings));
  });

  it('counts no audit that another rule alone chose: those are the extremes', () => {
    const targeted = paired(1, 'outstanding', 'inadequate', { rules: ['grade', 'unapproved-auditor'] });
    const both = paired(2, 'good', 'good', { rules: ['random', 'above-limit'] });
    expect(moderationAgreement([targeted, both], settings)).toMatchObject({
      ...{ chosen: 1, paired: 1, chosenOtherwise: 1, missing: [] },
      blind: { n: 1, exact: { n: 1 } },
    });
  });

  it('keeps blind and seen moderation apart', () => {
    const audits = [paired(1, 'good', 'good'), paired(2, 'good', 'inadequate', { manner: 'seen' })];
    expect(moderationAgreement(audits, settings)).toMatchObject({
      blind: { n: 1, exact: { n: 1 } },
      seen: { n: 1, exact: { n: 0 }, bias: { kinder: 1, meanShift: 2 } },
    });
  });

  it('has no headline of fewer pairs than the policy asks for, and counts them all the same', () => {
    const few = OF_TABLE.slice(0, 29);
    const { blind } = moderationAgreement(few, settings);
    expect(blind).toMatchObject({ n: 29, kappa: { value: null, reason: 'too-few' } });
    expect(blind).toMatchObject({
      ac2: { reason: 'too-few' },
      alpha: { reason: 'too-few' },
      margins: { reason: 'too-few' },
    });
    expect(moderationAgreement(OF_TABLE.slice(0, 30), settings).blind.kappa.value).not.toBeNull();
  });

  it('has no kappa where everybody gives one grade, and says why', () => {
    const all = Array.from({ length: 40 }, (_, n) => paired(n, 'good', 'good'));
    const { blind } = moderationAgreement(all, settings);
    expect(blind.kappa).toEqual({ value: null, reason: 'no-variation', interval95: null });
    expect(blind.ac2.value).toBe(1);
    expect(blind.margins).toEqual({ chiSquared: 0, df: 0, p: 1 });
  });

  it('says why a chosen audit has no pair', () => {
    const none = { firstModeration: null };
    const audits = [
      paired(1, 'good', 'good', { withdrawn: 'child-died' }),
      paired(2, 'good', 'good', { ...none, returned: true }),
      paired(3, 'good', 'good', { ...none, moderationMissed: true }),
      paired(4, 'good', 'good', none),
      gradedAudit(5),
    ];
    const { chosen, missing } = moderationAgreement(audits, settings);
    expect({ chosen, missing }).toEqual({
      chosen: 4,
      missing: ['missed', 'not-moderated-yet', 'returned-before', 'withdrawn'].map((reason) => ({
        reason,
        n: 1,
      })),
    });
  });

  it('of a section compares what each gave there who saw its grade: the others name those alone that they grade otherwise', () => {
    const sections = { plan: 'good', visits: 'not-applicable' } as const;
    const changed = (n: number, manner: FirstModeration['manner']): GradedAudit => {
      const audit = paired(n, 'good', 'good', { submittedSections: sections, manner });
      return { ...audit, firstModeration: { ...audit.firstModeration!, sections: { plan: 'inadequate' } } };
    };
    const upheld = paired(2, 'good', 'good', { submittedSections: { plan: 'inadequate' }, manner: 'seen' });
    const silent = paired(3, 'good', 'good', { submittedSections: { plan: 'inadequate' } });
    const audits = [changed(1, 'blind'), upheld, silent, changed(4, 'seen')];
    expect(moderationAgreement(audits, settings, 'plan')).toMatchObject({
      blind: { n: 0, exact: { percent: null, reason: 'n=0' } },
      seen: { n: 2, exact: { n: 1 } },
      missing: [
        { reason: 'not-judged-here', n: 1 },
        { reason: 'otherwise-alone', n: 1 },
      ],
    });
    expect(moderationAgreement(audits, settings, 'visits').missing).toEqual([
      { reason: 'not-graded-here', n: 4 },
    ]);
  });

  it('adds up for whatever happens', () => {
    fc.assert(
      fc.property(longHistory, (events) => {
        const agreement = moderationAgreement(foldAll(gradedAudits, events), { ...settings, fewest: 2 });
        const { chosen, paired: n, missing, blind, seen } = agreement;
        expect(n + missing.reduce((sum, one) => sum + one.n, 0)).toBe(chosen);
        expect(blind.n + seen.n).toBe(n);
        for (const one of [blind, seen]) {
          const inMatrix = one.matrix.flatMap(({ beside }) => beside).reduce((sum, cell) => sum + cell.n, 0);
          expect(inMatrix).toBe(one.n);
          expect(one.exact.n + one.bias.kinder + one.bias.stricter).toBe(one.n);
          expect(JSON.stringify(one)).not.toMatch(/NaN|Infinity/);
        }
      }),
      { seed: 20261122, numRuns: 100 },
    );
  });
});
