import type { Envelope } from '#audit-cycle';
import { canonicalJson, sha256Hex } from '#event-log';

/** Tells whether a command sent again is the same: same authority, same person or process, same order. */
export const commandDigest = ({ authority, actor, order }: Envelope): string =>
  sha256Hex(canonicalJson({ authority, person: actor.person, process: actor.process, order }));
