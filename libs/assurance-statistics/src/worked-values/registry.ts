import type { Adapter } from './adapter.js';
import { largestRemainderPercent } from './largest-remainder-percent.js';
import { wilson } from './wilson.js';

/** Every statistic that a file of worked values may ask for, by its name there. */
export const REGISTRY: ReadonlyMap<string, Adapter> = new Map<string, Adapter>([
  ['largest_remainder_percent', largestRemainderPercent],
  ['wilson', wilson],
]);
