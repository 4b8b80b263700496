import { Uuid } from '#platform';
import { OneThing } from './one-thing.js';

/** The round and the audit in the address of one review. */
export class OneReview extends OneThing {
  @Uuid({ about: 'The audit that is reviewed.' }) audit!: string;
}
