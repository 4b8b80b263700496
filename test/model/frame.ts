import type { Frame } from '#audit-cycle';
import { canonicalBytes, sha256Hex } from '#event-log';

/** A small population that anybody may import in the model; it is put where frames are kept. */
const FRAME: Frame = {
  asAt: '2026-01-31',
  entries: Array.from({ length: 6 }, (_, n) => ({
    ...{ child: `C-040${n}`, cohort: 'child-in-need', team: 'South', worker: null, family: null },
  })),
};
export const FRAME_BYTES = canonicalBytes(FRAME);
export const FRAME_DIGEST = sha256Hex(FRAME_BYTES);
