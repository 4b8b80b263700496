import { v7 as uuidv7 } from 'uuid';
import { derivedId } from '#event-log';
import { isUuid, Problem } from '#platform';

const LONGEST_KEY = 200;
/** The version that ids derived by the product have: a sender who used one could take a command id from a process. */
const DERIVED = /^.{14}8/;

/**
 * The id of the command that a request sends. A UUID is its own id, other text is turned into one, and without a key the command
 * is new each time. @throws Problem 400 `idempotency-key-malformed`
 */
export function commandIdFrom(key: string | readonly string[] | undefined): string {
  if (key === undefined) return uuidv7();
  if (
    typeof key !== 'string' ||
    key.length > LONGEST_KEY ||
    !/^[\x21-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?$/.test(key)
  ) {
    throw new Problem(
      400,
      'idempotency-key-malformed',
      `Send one Idempotency-Key of 1 to ${LONGEST_KEY} printable ASCII characters, for example a UUID.`,
    );
  }
  const id = key.toLowerCase();
  return isUuid(id) && !DERIVED.test(id) ? id : derivedId('idempotency-key', key);
}
