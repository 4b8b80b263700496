import type { EventLog } from '../event-log.js';

export interface LogUnderTest {
  readonly log: EventLog;
  /** A second door to the same log, as another process would have one; the same object where there can be only one. */
  readonly other: EventLog;
}
