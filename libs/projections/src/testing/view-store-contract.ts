import { describe } from '@jest/globals';
import { foldingContract } from './folding-contract.js';
import { generationsContract } from './generations-contract.js';
import { readingContract } from './reading-contract.js';
import { stopsContract } from './stops-contract.js';
import type { ViewStoreUnderTest } from './view-store-under-test.js';

/**
 * What every adapter of the view store must do. Each test works in authorities of its own, so one store serves all of
 * them. `numRuns`: how many random histories each property is tried with.
 */
export function viewStoreContract(name: string, numRuns: number, underTest: () => ViewStoreUnderTest): void {
  describe(`the view store contract: ${name}`, () => {
    generationsContract(underTest);
    stopsContract(underTest);
    foldingContract(underTest, numRuns);
    readingContract(underTest, numRuns);
  });
}
