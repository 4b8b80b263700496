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
      'must be a day as 2026-06-16, or a moment in UTC with milliseconds as 2026-06-16T09:30:00.000Z, from 1900 to 2199',
      isDayOrMoment,
    ),
  );

/**
 * The last moment that counts; undefined for now. Of today that is the end of it, although only what is known by now can count.
 * @throws Problem 400 for a day or a moment that has not come yet: what will be known then nobody can say
 */
export function momentAskedFor(asOf: string | undefined, now: Instant): Instant | undefined {
  if (asOf === undefined) return undefined;
  const isDay = isIsoDate(asOf);
  if (isDay ? asOf > londonDate(now) : asOf > now) {
    const what = isDay ? 'a day' : 'a moment';
    const message = `must not be ${what} that has not come yet: what will be known then cannot be said`;
    throw invalidInput([{ path: 'asOf', message }]);
  }
  return isDay ? endOfLondonDay(asOf) : asOf;
}

const isDayOrMoment = (value: unknown): boolean =>
  typeof value === 'string' && (isIsoDate(value) || isInstant(value));

/** The last millisecond of a day in London; in summer time it comes an hour earlier in UTC. */
export function endOfLondonDay(day: IsoDate): Instant {
  const inWinter = `${day}T23:59:59.999Z`;
  return londonDate(inWinter) === day ? inWinter : `${day}T22:59:59.999Z`;
}
