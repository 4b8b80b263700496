import type { Sample } from '#audit-cycle';
import { listOf, number, object, text, wholeNumber, type Check } from './published-shapes.js';

const sample = object({
  method: (value) => value === 'sha256-order-1',
  ...{ frame: text, drawnOn: text, seed: text, seedSource: text },
  ...{ size: wholeNumber, minimumPerStratum: wholeNumber },
  strata: listOf(
    object({
      ...{ stratum: text, inFrame: wholeNumber, eligible: wholeNumber, probability: number },
      chosen: listOf(wholeNumber),
    }),
  ),
  exclusions: listOf(object({ reasonCode: text, indices: listOf(wholeNumber) })),
});

const frame = object({ asAt: text, entries: listOf(object({ child: text, cohort: text })) });

/** Whether it has all that drawing again asks of a sample; a sample made by another method has not. */
export const isPublishedSample = (value: unknown): value is Sample => sample(value);

/** Whether it has all that drawing asks of a frame. */
export const isPublishedFrame: Check = frame;
