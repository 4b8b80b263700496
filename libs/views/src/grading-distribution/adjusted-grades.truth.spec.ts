import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { GRADES, type ModerationRule } from '#audit-cycle';
import { foldAll, gradedAudit, History, idOf, PERSON, plannedFacts } from '../testing.js';
import { askedSections } from './asked-sections.js';
import { gradesFigure } from './grades-figure.js';
import { isGoodOrBetter } from './grade-intervals.js';
import { trusted } from './how-far-trusted.js';
import { listBehind } from './list-behind.js';
import { gradedCycles, type GradedAudit } from './rows.js';

const sha256Hex = (text: string): string => createHash('sha256').update(text).digest('hex');
const CYCLES = 1000;
const SEED = 20211122;

/** Two strata, drawn with different chances, in which grades and the kindness of auditors differ. */
const STRATA = [
  { name: 'in-care', listed: 200, drawn: 80, given: [0.06, 0.6, 0.28, 0.06], tooKind: [0, 0.35, 0.1, 0] },
  {
    name: 'child-in-need',
    listed: 600,
    drawn: 90,
    given: [0.04, 0.7, 0.22, 0.04],
    tooKind: [0, 0.25, 0.08, 0],
  },
] as const;
const RANDOM_SHARE = 0.2;
/** Of the grades that are too kind and that chance passed over, so many are moderated as somebody asks for it; of others fewer. */
const ASKED_FOR = { tooKind: 0.3, right: 0.05 };
/** Of the moderations that are due, so many never happen. */
const MISSED = 0.05;

interface CaseOfList {
  readonly given: number;
  /** As a moderator grades it. */
  readonly right: number;
}

const { imul } = Math;

/** Uniform numbers from a seed (Mulberry32). */
function uniform(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A list of cases, a sample of it that was audited and moderated as policy says, and what is true of the list. */
function simulatedCycle(chance: () => number): {
  readonly audits: readonly GradedAudit[];
  readonly truth: number;
} {
  const lists = STRATA.map((stratum) => ({
    ...stratum,
    cases: Array.from({ length: stratum.listed }, (): CaseOfList => {
      let left = chance();
      const given = Math.max(
        0,
        stratum.given.findIndex((share) => (left -= share) < 0),
      );
      return { given, right: given + (chance() < (stratum.tooKind[given] ?? 0) ? 1 : 0) };
    }),
  }));
  const all = lists.flatMap(({ cases }) => cases);
  const audits = lists.flatMap(({ name, listed, drawn, cases }) =>
    shuffled(cases, chance)
      .slice(0, drawn)
      .map((one, n) => audited(one, { n, stratum: name, cohort: name, probability: drawn / listed }, chance)),
  );
  return { audits, truth: all.filter(({ right }) => isGoodOrBetter(GRADES[right]!)).length / all.length };
}

function shuffled<One>(list: readonly One[], chance: () => number): readonly One[] {
  return list
    .map((one) => ({ one, at: chance() }))
    .sort((a, b) => a.at - b.at)
    .map(({ one }) => one);
}

function audited(
  { given, right }: CaseOfList,
  { n, ...drawn }: { readonly n: number } & Pick<GradedAudit, 'stratum' | 'cohort' | 'probability'>,
  chance: () => number,
): GradedAudit {
  const rules: ModerationRule[] = chance() < RANDOM_SHARE ? ['random'] : [];
  if (given === 0 || given === 3) rules.push('grade');
  if (rules.length === 0 && chance() < (right > given ? ASKED_FOR.tooKind : ASKED_FOR.right))
    rules.push('requested');
  const moderated = rules.length > 0 && chance() >= MISSED;
  const at = '2021-05-04T09:00:00.000Z';
  return gradedAudit(n, {
    ...drawn,
    ...{ submittedGrade: GRADES[given]!, rules, finalGrade: GRADES[moderated ? right : given]! },
    firstModeration: moderated
      ? { moderator: PERSON, manner: 'blind', grade: GRADES[right]!, at, sections: {} }
      : null,
  });
}

describe(`over ${CYCLES} simulated cycles whose moderated grades are all known (seed ${SEED})`, () => {
  const history = new History().add('cycle', idOf('cycle', 1), 'CyclePlanned', plannedFacts());
  const cycles = foldAll(gradedCycles, history.events);
  const chance = uniform(SEED);
  const found = Array.from({ length: CYCLES }, (_, number) => {
    const { audits, truth } = simulatedCycle(chance);
    const grades = { cycles, audits, asked: askedSections([], []) };
    const asked = { stage: 'final' } as const;
    const adjusting = { list: listBehind(audits, {}), unmoderated: [], fewest: null, sha256Hex };
    const figure = trusted(gradesFigure(grades, asked), grades, asked, {
      ...{ ...adjusting, seed: `cycle ${number}` },
    }).figure.moderationAdjusted;
    const { percent = NaN, interval95: [lower, upper] = [NaN, NaN] } = figure.adjusted?.goodOrBetter ?? {};
    const points = truth * 100;
    return {
      error: percent - points,
      ofFinal: (figure.final.goodOrBetter.percent ?? NaN) - points,
      holds: lower <= points && points <= upper,
    };
  });
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / CYCLES;
  const errors = found.map(({ error }) => error);
  const bias = mean(errors);
  const monteCarlo = Math.sqrt(mean(errors.map((error) => (error - bias) ** 2)) / CYCLES);
  const ofFinal = mean(found.map(({ ofFinal: error }) => error));
  const held = mean(found.map(({ holds }) => (holds ? 1 : 0)));
  it('grades as if all were moderated are right on average, where final ones, weighted alike, are 10.6 points too kind', () => {
    expect(Math.abs(bias)).toBeLessThan(3 * monteCarlo);
    expect(monteCarlo).toBeLessThan(0.35);
    expect(ofFinal).toBeCloseTo(10.6, 0);
  });

  it('their interval holds the truth in 93 to 97 of a hundred', () => {
    expect(held).toBeGreaterThanOrEqual(0.93);
    expect(held).toBeLessThanOrEqual(0.97);
  });
});
