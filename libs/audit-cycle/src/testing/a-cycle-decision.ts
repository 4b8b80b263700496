import type { CycleContext } from '../cycle/context.js';
import { FRAME_DIGEST, POLICY, SAMPLE, SECRET, SECRET_DIGEST, TOOL } from './a-cycle.js';
import { actorOf } from './an-audit.js';

/** What a decision about the small cycle is told when this person asks for it, on the day of its draw. */
export const inAuthority = (person: string, told: Partial<CycleContext> = {}): CycleContext => ({
  now: '2026-04-01T09:00:00.000Z',
  actor: actorOf(person),
  policy: { current: POLICY },
  tool: TOOL,
  addition: {
    to: FRAME_DIGEST,
    frame: 'a'.repeat(64),
    report: 'b'.repeat(64),
    alreadyIn: 0,
    unknownWorkers: [],
  },
  draw: { ok: true, sample: SAMPLE },
  next: { drawIndex: 1, probability: 2 / 3, exclusions: [] },
  drawnElsewhere: 0,
  secretDigest: SECRET_DIGEST,
  secret: SECRET,
  unfinished: [],
  selecting: 0,
  reAuditDraw: null,
  ...told,
});
