import { isInstant, isIsoDate, londonDate, type Instant, type IsoDate } from '#audit-cycle';
import { field, invalidInput, rule } from '#platform';

/** Asks for things as they were known: a day means the whole of it in London, a moment itself. */
export const AsOf = (): PropertyDecorator =>
  field(
    {
      optional: true,
      about: 'As known at the end of this day in London, or at this moment; now unless given.',
    },
    { type: 'string', example: '2026-06-16' },
    rule(
      'asOf',
      'must be a day as 2026-06-16, or a moment in UTC with milliseconds as 2026-06-16T09:30:00.000Z',
      isDayOrMoment,
    ),
  );

/**
 * The last moment that counts; undefined for now. What will be known on a later day nobody can say.
 * @throws Problem 400 for a day that has not come yet
 */
export function momentAskedFor(asOf: string | undefined, now: Instant): Instant | undefined {
  if (asOf === undefined) return undefined;
  const moment = isIsoDate(asOf) ? endOfLondonDay(asOf) : asOf;
  if (londonDate(moment) > londonDate(now))
    throw invalidInput([
      {
        path: 'asOf',
        message: 'must not be a day that has not come yet: what will be known then cannot be said',
      },
    ]);
  return moment;
}

const isDayOrMoment = (value: unknown): boolean =>
  typeof value === 'string' && (isIsoDate(value) || isInstant(value));

/** The last millisecond of a day in London; in summer time it comes an hour earlier in UTC. */
export function endOfLondonDay(day: IsoDate): Instant {
  const inWinter = `${day}T23:59:59.999Z`;
  return londonDate(inWinter) === day ? inWinter : `${day}T22:59:59.999Z`;
}
