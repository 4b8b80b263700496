import { describe } from '@jest/globals';
import type { EventLog } from '../event-log.js';
import { appendContract } from './append-contract.js';
import { concurrencyContract } from './concurrency-contract.js';
import { readContract } from './read-contract.js';

export interface LogUnderTest {
  readonly log: EventLog;
  /** A second door to the same log, as another process would have one; the same object where there can be only one. */
  readonly other: EventLog;
}

/** What every adapter of the log must do. Each test works in authorities of its own, so one log serves all of them. */
export function eventLogContract(name: string, underTest: () => LogUnderTest): void {
  describe(`the event log contract: ${name}`, () => {
    appendContract(underTest);
    readContract(underTest);
    concurrencyContract(underTest);
  });
}
