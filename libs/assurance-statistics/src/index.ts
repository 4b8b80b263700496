/** The numbers of the assurance cycle: pure functions of plain data. A figure that does not exist is null with a reason. */
export { allocateNeyman } from './allocate-neyman.js';
export type { ScatteredStratum } from './allocate-neyman.js';
export { allocateProportionally } from './allocate-proportionally.js';
export type { Allocation, AllocationReason } from './allocation.js';
export { boundsWithMissing } from './bounds-with-missing.js';
export { drawOrder } from './draw-order.js';
export type { Drawable, Sha256Hex } from './draw-order.js';
export { drawStratifiedSample } from './draw-stratified-sample.js';
export type {
  DrawnStratum,
  FrameEntry,
  SampleReason,
  SampleRequest,
  StratifiedSample,
} from './draw-stratified-sample.js';
export { exactLowerBound } from './exact-lower-bound.js';
export type { Figure } from './figure.js';
export { kaplanMeier } from './kaplan-meier.js';
export type { Observation, SurvivalCurve, SurvivalStep } from './kaplan-meier.js';
export { largestRemainderPercentages } from './largest-remainder-percentages.js';
export { marginOfError } from './margin-of-error.js';
export { median } from './median.js';
export { nextInStratum } from './next-in-stratum.js';
export { sampleSize } from './sample-size.js';
export type { PrecisionWanted, SampleSize } from './sample-size.js';
export { wilsonInterval } from './wilson-interval.js';
export type { WilsonInterval } from './wilson-interval.js';
