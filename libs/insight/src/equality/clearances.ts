import { Inject, Injectable } from '@nestjs/common';
import { isCleared, londonDate, type Clearance, type IsoDate } from '#audit-cycle';
import type { ActingPerson } from '#identity';
import { Problem } from '#platform';
import { RecordedStreams } from '../reading/recorded-streams.js';
import { CLOCK } from '../reading/sources.js';

/** Asks the record, not a view, who is cleared: what was withdrawn a moment ago opens nothing. */
@Injectable()
export class Clearances {
  constructor(
    private readonly streams: RecordedStreams,
    @Inject(CLOCK) private readonly clock: () => Date,
  ) {}

  /** The day in London for which the clearance holds. @throws Problem 403 `clearance-needed` */
  async demand({ authority, person }: ActingPerson, clearance: Clearance): Promise<IsoDate> {
    const today = londonDate(this.clock().toISOString());
    const known = await this.streams.one(authority, 'person', person);
    if (known !== null && isCleared(known.state, clearance, today)) return today;
    throw new Problem(
      403,
      'clearance-needed',
      'Whoever reads figures by ethnicity, age or disability is cleared for it, whatever their roles. Ask the Caldicott Guardian.',
    );
  }
}
