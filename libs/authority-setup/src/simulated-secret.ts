import type { CycleId, Secret } from '#audit-cycle';
import { sha256Hex } from '#event-log';

/** The moderation secret of a cycle in an authority with a simulated clock: it follows from the cycle's id, so that a simulation repeats itself. */
export const simulatedSecret = (cycle: CycleId): Secret => sha256Hex(`simulated|${cycle}`);
