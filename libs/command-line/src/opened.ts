import { EXIT } from './exit-code.js';
import type { Surroundings, Touchstone } from './touchstone.js';

/**
 * Opens Touchstone for one verb and closes it whatever happens. A verb that takes long looks at the signal: once somebody wants it to
 * stop, it finishes what is under way and throws the signal's reason.
 */
export async function opened(
  around: Surroundings,
  verb: (touchstone: Touchstone, stop: AbortSignal) => Promise<number>,
): Promise<number> {
  // Listened for before anything is started, which would otherwise be left running.
  const stop = around.interruption();
  const touchstone = await around.open();
  try {
    stop.throwIfAborted();
    return await verb(touchstone, stop);
  } catch (error) {
    if (error !== stop.reason) throw error;
    around.err('Interrupted. What was recorded stays; the same words go on from there.\n');
    return EXIT.interrupted;
  } finally {
    await touchstone.close();
  }
}
