import { describe } from '@jest/globals';
import { appendContract } from './append-contract.js';
import { concurrencyContract } from './concurrency-contract.js';
import type { LogUnderTest } from './log-under-test.js';
import { readContract } from './read-contract.js';

/** What every adapter of the log must do. Each test works in authorities of its own, so one log serves all of them. */
export function eventLogContract(name: string, underTest: () => LogUnderTest): void {
  describe(`the event log contract: ${name}`, () => {
    appendContract(underTest);
    readContract(underTest);
    concurrencyContract(underTest);
  });
}
