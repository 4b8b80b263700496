import type { Programme } from './programme.js';
import { following } from './programmes/following.js';
import { interruptedViews } from './programmes/interrupted-views.js';
import { oneByOne } from './programmes/one-by-one.js';
import { oneEffect } from './programmes/one-effect.js';
import { oneWinner } from './programmes/one-winner.js';
import { underFire } from './programmes/under-fire.js';

/** Every programme for the log and the views of one installation. */
export const PROGRAMMES: readonly Programme[] = [
  oneWinner,
  oneEffect,
  oneByOne,
  following,
  underFire,
  interruptedViews,
];
