import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { AuditId, Grade } from '#audit-cycle';
import { gradedAudits, type GradedAudit } from '../grading-distribution/rows.js';
import { outsideGrades } from '../grading-distribution/outside-grades.js';
import { ANOTHER_PERSON, foldAll, gradedAudit, idOf, PERSON, randomHistory } from '../testing.js';
import { auditorConsistency } from './figure.js';
import { judgedGrades } from './judged-grade.js';

const [FIRST, SECOND] = [idOf('cycle', 1), idOf('cycle', 2)];
const CYCLES = [{ id: FIRST }, { id: SECOND }];

let next = 0;
const moderated = (
  auditor: string,
  ours: Grade,
  theirs: Grade,
  changes: Partial<GradedAudit> = {},
): GradedAudit =>
  gradedAudit((next += 1), {
    ...{ auditor, submittedGrade: ours, rules: ['random'] },
    firstModeration: {
      ...{ moderator: idOf('person', 9), manner: 'blind', grade: theirs },
      ...{ at: '2021-05-04T09:00:00.000Z', sections: {} },
    },
    ...changes,
  });

const many = (count: number, of: () => GradedAudit): readonly GradedAudit[] =>
  Array.from({ length: count }, of);

/** One auditor is kind in three cases of five, the other never. */
const KIND = [
  ...many(6, () => moderated(PERSON, 'good', 'requires-improvement')),
  ...many(4, () => moderated(PERSON, 'good', 'good')),
];
const EVEN = [
  ...many(2, () => moderated(ANOTHER_PERSON, 'good', 'outstanding')),
  ...many(2, () => moderated(ANOTHER_PERSON, 'good', 'requires-improvement')),
  ...many(16, () => moderated(ANOTHER_PERSON, 'good', 'good')),
];

const consistency = (audits: readonly GradedAudit[], theirs = new Map<AuditId, Grade>(), fewest = 10) =>
  auditorConsistency(audits, judgedGrades(audits, theirs), CYCLES, fewest);

describe('how lenient auditors are', () => {
  it('is their own mean, drawn towards that of all the more the fewer of their grades were judged', () => {
    const { auditors, all } = consistency([...KIND, ...EVEN]);
    const [kind, even] = auditors.map(({ judged }) => judged[0]!);
    expect(kind).toMatchObject({
      judge: 'blind-moderator',
      n: 10,
      kinder: 6,
      stricter: 0,
      own: 0.6,
      p: 0.031,
    });
    expect(even).toMatchObject({ n: 20, kinder: 2, stricter: 2, own: 0, p: 1 });
    expect(all[0]).toMatchObject({ judge: 'blind-moderator', n: 30 });
    expect(kind!.shrunk!).toBeLessThan(0.6);
    expect(all[0]).toMatchObject({ mean: null, reason: 'too-few-auditors' });
    expect(even!.reliability!).toBeGreaterThan(kind!.reliability!);
    expect(kind!.interval95![0]).toBeLessThan(kind!.shrunk!);
  });

  it('is not said of fewer grades than the policy asks for', () => {
    const { auditors } = consistency([...KIND.slice(0, 9), ...EVEN]);
    expect(auditors[0]!.judged[0]).toMatchObject({
      n: 9,
      own: null,
      shrunk: null,
      p: null,
      reason: 'too-few',
    });
  });

  it('has no interval where auditors differ no more than by chance: it would have no width', () => {
    const alike = [PERSON, ANOTHER_PERSON].flatMap((auditor) => [
      ...many(3, () => moderated(auditor, 'good', 'requires-improvement')),
      ...many(12, () => moderated(auditor, 'good', 'good')),
    ]);
    expect(consistency(alike).auditors[0]!.judged[0]).toMatchObject({
      ...{ own: 0.2, shrunk: 0.2, reliability: 0 },
      ...{ interval95: null, noIntervalReason: 'degenerate-se' },
    });
  });

  it('is judged from outside apart from moderators', () => {
    const reviewed = new Map<AuditId, Grade>(KIND.map(({ id }) => [id, 'inadequate']));
    const { auditors } = consistency([...KIND, ...EVEN], reviewed);
    expect(auditors[0]!.judged).toMatchObject([
      { judge: 'blind-moderator', n: 10, own: 0.6 },
      { judge: 'seeing-moderator', n: 0 },
      { judge: 'external-reviewer', n: 10, kinder: 10, own: 2, shrunk: null, reason: 'too-few-groups' },
    ]);
  });

  it('is judged by no case that was picked', () => {
    const picked = many(20, () => moderated(PERSON, 'outstanding', 'good', { rules: ['grade'] }));
    expect(consistency(picked).auditors[0]!.judged[0]).toMatchObject({ n: 0 });
  });

  it('says what all have in common where nobody can take themselves out of it', () => {
    const third = many(10, () => moderated(idOf('person', 3), 'good', 'outstanding'));
    const { all, auditors } = consistency([...KIND, ...EVEN, ...third]);
    expect(all[0]).toMatchObject({ judge: 'blind-moderator', n: 40 });
    const kind = auditors.find(({ auditor }) => auditor === PERSON)!.judged[0]!;
    expect(kind.shrunk!).toBeLessThan(0.6);
    expect(kind.shrunk!).toBeGreaterThan(all[0]!.mean!);
  });

  it('is not the same for a moderator who has seen the grade', () => {
    const seen = many(10, () => {
      const audit = moderated(PERSON, 'good', 'good');
      return { ...audit, firstModeration: { ...audit.firstModeration!, manner: 'seen' as const } };
    });
    expect(consistency([...KIND, ...seen]).auditors[0]!.judged).toMatchObject([
      { judge: 'blind-moderator', n: 10, own: 0.6 },
      { judge: 'seeing-moderator', n: 10, own: 0 },
      { judge: 'external-reviewer', n: 0 },
    ]);
  });

  it('drifts where the later half of the cycles is unlike the earlier', () => {
    const later = [
      ...many(10, () => moderated(PERSON, 'good', 'good', { cycle: SECOND })),
      ...many(2, () => moderated(PERSON, 'good', 'outstanding', { cycle: SECOND })),
    ];
    const { drift } = consistency([...KIND, ...later, ...EVEN]).auditors[0]!.judged[0]!;
    expect(drift).toMatchObject({
      cycles: [
        { cycle: FIRST, n: 10, mean: 0.6 },
        { cycle: SECOND, n: 12, mean: -0.17 },
      ],
      change: -0.77,
    });
    expect(drift.interval95![1]).toBeLessThan(0);
    expect(consistency([...KIND, ...EVEN]).auditors[0]!.judged[0]!.drift).toMatchObject({
      change: null,
      reason: 'too-few',
    });
  });

  it('adds up for whatever happens', () => {
    fc.assert(
      fc.property(randomHistory, (events) => {
        const audits = foldAll(gradedAudits, events);
        const rounds = foldAll(outsideGrades, events);
        const theirs = new Map(rounds.flatMap(({ grades }) => Object.entries(grades)));
        const { auditors, all } = consistency(audits, theirs, 2);
        for (const [at, { n }] of all.entries())
          expect(auditors.reduce((sum, { judged }) => sum + judged[at]!.n, 0)).toBe(n);
        expect(JSON.stringify({ auditors, all })).not.toMatch(/NaN|Infinity/);
      }),
      { seed: 20261122, numRuns: 100 },
    );
  });
});
