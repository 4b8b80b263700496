/** The numbers of the assurance cycle: pure functions of plain data. A figure that does not exist is null with a reason. */
export type { AgreementOfMany } from './agreement/agreement-of-many.js';
export { cohenKappa } from './agreement/cohen-kappa.js';
export type { CohenKappa } from './agreement/cohen-kappa.js';
export { crossTabulate } from './agreement/cross-table.js';
export type { CrossTable, CrossTabulated } from './agreement/cross-table.js';
export { fleissKappaGeneralised } from './agreement/fleiss-kappa-generalised.js';
export { fleissKappa } from './agreement/fleiss-kappa.js';
export type { FleissKappa } from './agreement/fleiss-kappa.js';
export { gwetAc } from './agreement/gwet-ac.js';
export { krippendorffAlphaInterval } from './agreement/krippendorff-alpha-interval.js';
export { krippendorffAlpha } from './agreement/krippendorff-alpha.js';
export type { KrippendorffAlpha, Metric } from './agreement/krippendorff-alpha.js';
export { percentAgreementOfMany } from './agreement/percent-agreement-of-many.js';
export type { PercentAgreementOfMany } from './agreement/percent-agreement-of-many.js';
export { percentAgreement } from './agreement/percent-agreement.js';
export type { PercentAgreement } from './agreement/percent-agreement.js';
export { GRADE_CODES } from './agreement/scale.js';
export type { Ratings } from './agreement/tally-ratings.js';
export type { Weights } from './agreement/weights.js';
export { allocateNeyman } from './allocate-neyman.js';
export type { ScatteredStratum } from './allocate-neyman.js';
export { allocateProportionally } from './allocate-proportionally.js';
export type { Allocation, AllocationReason } from './allocation.js';
export { bootstrapInterval } from './bootstrap/bootstrap-interval.js';
export type { BootstrapInterval, BootstrapRequest } from './bootstrap/bootstrap-interval.js';
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
export { sampleInterval } from './sample-interval.js';
export type { SampledCase } from './parts-sampled.js';
export type { SampleInterval } from './sample-interval.js';
export { sampleSize } from './sample-size.js';
export type { PrecisionWanted, SampleSize } from './sample-size.js';
export { raterSeverity } from './severity/rater-severity.js';
export type { RaterSeverities, RaterSeverity, RaterSeverityReason } from './severity/rater-severity.js';
export { wilsonInterval } from './wilson-interval.js';
export type { WilsonInterval } from './wilson-interval.js';
export { checkWorkedValue } from './worked-values/check-worked-value.js';
export type { Checked } from './worked-values/check-worked-value.js';
export type { Difference } from './worked-values/differences.js';
export { readWorkedValues } from './worked-values/read-worked-values.js';
export type { ReadWorkedValues } from './worked-values/read-worked-values.js';
export type { WorkedValue } from './worked-values/worked-value.js';
export { runChart } from './chart/run-chart.js';
export type { Run, RunChart } from './chart/run-chart.js';
export type { MarkedPoints, PointMark } from './chart/mark-points.js';
export { xmrChart } from './chart/xmr-chart.js';
export type { XmrChart, XmrOptions } from './chart/xmr-chart.js';
export type { XmrLimits } from './chart/xmr-limits.js';
export { goodmanIntervals } from './distribution/goodman-intervals.js';
export type { Interval } from './distribution/goodman-intervals.js';
export { sisonGlazIntervals } from './distribution/sison-glaz-intervals.js';
export type { SisonGlaz } from './distribution/sison-glaz-intervals.js';
export { exactUpperBound } from './exact-upper-bound.js';
export { finiteInterval } from './finite-interval.js';
export { cochranQ } from './leniency/cochran-q.js';
export type { CochranQ } from './leniency/cochran-q.js';
export { leniency } from './leniency/leniency.js';
export type { Leniency } from './leniency/leniency.js';
export { marginalHomogeneity } from './leniency/marginal-homogeneity.js';
export type { MarginalHomogeneity } from './leniency/marginal-homogeneity.js';
export type { AdjustableAudit } from './moderation/adjustable-audit.js';
export { moderationAdjusted } from './moderation/moderation-adjusted.js';
export type {
  AdjustedShare,
  ModerationAdjusted,
  ModerationAdjustedReason,
  ModerationAdjustmentRequest,
} from './moderation/moderation-adjusted.js';
export { attributeSampleSize } from './plan/attribute-sample-size.js';
export type { AttributePlan } from './plan/attribute-sample-size.js';
export { moduloDraw } from './plan/modulo-draw.js';
export { sequentialLines, sequentialVerdict } from './plan/sequential-test.js';
export type { SequentialLines, SequentialPlan } from './plan/sequential-test.js';
export { shrunkMeans } from './leniency/shrunk-means.js';
export type { ShrunkMean, ShrunkMeans } from './leniency/shrunk-means.js';
export { differenceOfMeans } from './leniency/difference-of-means.js';
export type { DifferenceOfMeans } from './leniency/difference-of-means.js';
export { withholdSmallCounts } from './suppression/withhold-small-counts.js';
export type { CountedGroup, WithheldGroup } from './suppression/counted-group.js';
