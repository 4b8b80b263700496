import type { Generation } from '../view-store.js';
import type { Stop } from './stop.js';

/**
 * What makes somebody try again where a generation stopped. `retry`: whoever follows the view has it in hand, which is the live one,
 * and one that is being built because this program's version is newer. `rebuild`: it was begun by a rebuild that somebody asked for and
 * that has ended there; the next one goes on from it.
 */
export const triedAgainBy = (
  stop: Pick<Stop, 'generation' | 'version'>,
  live: Generation | null,
): 'retry' | 'rebuild' =>
  live === null || stop.generation === live.number || stop.version > live.version ? 'retry' : 'rebuild';
