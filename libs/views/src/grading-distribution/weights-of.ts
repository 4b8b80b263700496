import type { CountedGrade } from './counted-grades.js';

/**
 * Whether cases were drawn with different chances. Counted alone they then speak of the sample, in which some part of the list is
 * seen too often; so each counts by 1 over its chance.
 */
export type Weights =
  | { readonly needed: false }
  | {
      readonly needed: true;
      /** The least and the greatest chance with which a graded case was drawn, percent with two decimals. */
      readonly chances: readonly [least: number, greatest: number];
    };

export function weightsOf(cases: readonly CountedGrade[]): Weights {
  const chances = [...new Set(cases.map(({ audit }) => audit.probability))].sort((a, b) => a - b);
  const [least, greatest] = [chances.at(0), chances.at(-1)];
  if (least === undefined || greatest === undefined || least === greatest) return { needed: false };
  return { needed: true, chances: [inPercent(least), inPercent(greatest)] };
}

/** With two decimals. */
const inPercent = (chance: number): number => Math.round(chance * 10_000) / 100;
