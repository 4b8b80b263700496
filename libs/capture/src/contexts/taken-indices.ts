import type { Cycle } from '#audit-cycle';

/** Every index that a cycle drew, replacements included. */
export const takenIndices = ({ sample, replacements }: Cycle): readonly number[] => [
  ...(sample?.strata.flatMap(({ chosen }) => chosen) ?? []),
  ...replacements.map(({ drawIndex }) => drawIndex),
];
