import { londonDate, type Instant, type IsoDate } from '#audit-cycle';
import { IsoDay } from '#platform';
import type { WorkMoment } from '#views';
import { AsOf, endOfLondonDay, momentAskedFor } from '../reading/as-of.js';
import { PageAskedFor } from '../reading/page-asked-for.js';

/** What may be asked of every list of what waits. */
export class WorkAskedFor extends PageAskedFor {
  @IsoDay({
    optional: true,
    about:
      'The day by which due soon and overdue are judged, past or to come; today or that of `asOf` unless given.',
  })
  on?: string;
  @AsOf() asOf?: string;
}

/**
 * The day and the moment of it by which things are judged: the moment that is asked for, or now; of another day, its end.
 * @throws Problem 400 for an `asOf` that has not come yet
 */
export function workMoment(
  asked: { readonly on?: IsoDate | undefined; readonly asOf?: string | undefined },
  now: Instant,
): Pick<WorkMoment, 'on' | 'at' | 'asOf'> {
  const asOf = momentAskedFor(asked.asOf, now);
  const known = asOf === undefined || asOf > now ? now : asOf;
  const on = asked.on ?? londonDate(known);
  return { on, at: on === londonDate(known) ? known : endOfLondonDay(on), asOf };
}
