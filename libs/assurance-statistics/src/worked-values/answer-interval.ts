import type { Figure } from '../figure.js';

/** An interval as `ci95`, with `ciReason` beside it where it is null. */
export const answerInterval = (
  interval: Figure<readonly [lower: number, upper: number], string>,
): { readonly ci95: readonly [number, number] | null; readonly ciReason?: string } =>
  interval.value === null ? { ci95: null, ciReason: interval.reason } : { ci95: interval.value };
