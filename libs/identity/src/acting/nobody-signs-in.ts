import { Problem } from '#platform';
import type { ActingPersonSource } from './acting-person.js';

/** Where no way of signing in is set up: every request that needs a person is turned away. */
export class NobodySignsIn implements ActingPersonSource {
  async identify(): Promise<Problem> {
    return new Problem(401, 'sign-in-not-set-up', 'No way of signing in is set up on this server.');
  }
}
