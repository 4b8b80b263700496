import {
  cohenKappa,
  crossTabulate,
  gwetAc,
  krippendorffAlpha,
  krippendorffAlphaInterval,
  leniency,
  marginalHomogeneity,
  type Sha256Hex,
} from '#assurance-statistics';
import { GRADES } from '#audit-cycle';
import { threeDecimals, twoDecimals } from '../decimals.js';
import { gradeMatrix, stepsWorse, type GradeMatrixRow, type GradePair } from '../grade-matrix.js';
import { shareOf, type Share } from '../share.js';
import { coefficient, TOO_FEW, type Coefficient } from './coefficient.js';

/** How far two grades of the same cases agree. */
export interface AgreementOfPairs {
  readonly n: number;
  /** A row for each first grade, beside the second; adds up to n. */
  readonly matrix: readonly GradeMatrixRow[];
  /** The same grade twice. */
  readonly exact: Share;
  /** The same grade or one beside it. */
  readonly withinOne: Share;
  /** Which way the first grader errs. */
  readonly bias: Bias;
  /** Agreement beyond chance, a slip of two grades counting four times one (Cohen, quadratic weights). */
  readonly kappa: Coefficient;
  /** The same for a scale on which nearly everything is one grade (Gwet's AC2, quadratic weights). */
  readonly ac2: Coefficient;
  /** The same by the order of the grades, with an interval that is drawn (Krippendorff, ordinal). */
  readonly alpha: Coefficient & { readonly seed: string; readonly replicates: number };
  /** Whether the two give each grade equally often (Stuart and Maxwell). */
  readonly margins: Margins;
}

export interface Bias {
  /** Pairs in which the first grade is the better one, and the worse one; with the pairs that agree they make n. */
  readonly kinder: number;
  readonly stricter: number;
  /** Second less first grade in steps of the scale, two decimals: above 0 the first grader is the kinder. */
  readonly meanShift: number | null;
  /** Exact sign test of kinder as often as stricter. */
  readonly p: number | null;
  readonly reason?: 'no-pairs';
}

export type Margins =
  | { readonly chiSquared: number; readonly df: number; readonly p: number }
  | {
      readonly chiSquared: null;
      readonly df: null;
      readonly p: null;
      readonly reason: 'no-pairs' | 'too-few';
    };

/** What the figures of pairs are worked out by. */
export interface AgreementSettings {
  /** Pairs below which no coefficient is given. */
  readonly fewest: number;
  /** Of the drawn interval; published with it. */
  readonly seed: string;
  readonly sha256Hex: Sha256Hex;
}

/** Draws of the interval of alpha: twice as many change its second decimal at most by chance. */
const REPLICATES = 1000;

export function agreementOfPairs(pairs: readonly GradePair[], settings: AgreementSettings): AgreementOfPairs {
  const { fewest, seed, sha256Hex } = settings;
  const steps = pairs.map(stepsWorse);
  const within = (apart: number): Share =>
    shareOf(steps.filter((step) => Math.abs(step) <= apart).length, pairs.length);
  const ratings = pairs.map((pair) => pair.map((grade) => GRADES.indexOf(grade) + 1) as [number, number]);
  const { table } = crossTabulate(ratings);
  const enough = pairs.length >= fewest;
  const drawn = { seed, replicates: REPLICATES };
  return {
    n: pairs.length,
    matrix: gradeMatrix(pairs),
    exact: within(0),
    withinOne: within(1),
    bias: biasOf(table),
    kappa: enough ? coefficient(cohenKappa(table, 'quadratic')) : TOO_FEW,
    ac2: enough ? coefficient(gwetAc(ratings, 'quadratic')) : TOO_FEW,
    alpha: {
      ...(enough
        ? coefficient({
            ...krippendorffAlpha(ratings, 'ordinal'),
            interval: krippendorffAlphaInterval(ratings, { ...drawn, sha256Hex }, 'ordinal'),
          })
        : TOO_FEW),
      ...drawn,
    },
    margins: enough ? marginsOf(table) : { chiSquared: null, df: null, p: null, reason: 'too-few' },
  };
}

type Table = readonly (readonly number[])[];

function biasOf(table: Table): Bias {
  const { value } = leniency(table);
  if (value === null) return { kinder: 0, stricter: 0, meanShift: null, p: null, reason: 'no-pairs' };
  const { rowBetter, rowWorse, meanShift, pExact } = value;
  return {
    kinder: rowBetter,
    stricter: rowWorse,
    meanShift: twoDecimals(meanShift),
    p: threeDecimals(pExact),
  };
}

function marginsOf(table: Table): Margins {
  const { value } = marginalHomogeneity(table);
  if (value === null) return { chiSquared: null, df: null, p: null, reason: 'no-pairs' };
  return { chiSquared: twoDecimals(value.statistic), df: value.df, p: threeDecimals(value.p) };
}
