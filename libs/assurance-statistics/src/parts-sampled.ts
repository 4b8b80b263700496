/** One case of a sample. */
export interface SampledCase {
  /** Whether it has the property whose share is asked for. */
  readonly has: boolean;
  /** How many cases of the list it stands for, above 0: 1 / its chance of being drawn. */
  readonly weight: number;
  /** Its family; a case without one is named as a family of its own. */
  readonly cluster: string;
}

/** The cases of a sample that were drawn with one chance. */
export interface PartSampled {
  readonly n: number;
  /** How many of those have the property. */
  readonly x: number;
  /** The share of the list for which they stand, of 1. */
  readonly part: number;
  /** How long that part of the list is; Infinity without a limit. */
  readonly listed: number;
  /** The share of that part which was not looked at. */
  readonly unseen: number;
}

/** Parts a sample by chance; they share the list in the proportion of the cases that they stand for. */
export function partsSampled(cases: readonly SampledCase[], populationSize: number): readonly PartSampled[] {
  const stands = cases.reduce((sum, { weight }) => sum + weight, 0);
  const alike = [...Map.groupBy(cases, ({ weight }) => weight)].sort(([a], [b]) => a - b);
  return alike.map(([weight, drawn]) => {
    const n = drawn.length;
    const part = alike.length === 1 ? 1 : (n * weight) / stands;
    const listed = Math.max(n, populationSize * part);
    const x = drawn.filter(({ has }) => has).length;
    return { n, x, part, listed, unseen: 1 - n / listed };
  });
}
