import type { Programme } from './programmes/programme.js';
import { anyCommand } from './programmes/any-command.js';
import { canary } from './programmes/canary.js';
import { contradictions } from './programmes/contradictions.js';
import { crash } from './programmes/crash.js';
import { endInSight } from './programmes/end-in-sight.js';
import { following } from './programmes/following.js';
import { fullQueue } from './programmes/full-queue.js';
import { interruptedViews } from './programmes/interrupted-views.js';
import { oneByOne } from './programmes/one-by-one.js';
import { oneEffect } from './programmes/one-effect.js';
import { oneWinner } from './programmes/one-winner.js';
import { secondLine } from './programmes/second-line.js';
import { underFire } from './programmes/under-fire.js';

/** Every programme, the quick ones first. */
export const PROGRAMMES: readonly Programme[] = [
  secondLine,
  anyCommand,
  contradictions,
  oneWinner,
  oneEffect,
  oneByOne,
  endInSight,
  fullQueue,
  following,
  underFire,
  interruptedViews,
  crash,
  canary,
];
