import { EXIT } from './exit-code.js';
import type { Surroundings, Touchstone } from './touchstone.js';

/** Opens Touchstone for one verb and closes it whatever happens, also when somebody stops the verb on its way. */
export async function opened(
  around: Surroundings,
  verb: (touchstone: Touchstone) => Promise<number>,
): Promise<number> {
  // Listened for before anything is started, which would otherwise be left running.
  const interrupted = around.interruption().then(() => {
    around.err('Interrupted. What was recorded stays; the same words go on from there.\n');
    return EXIT.interrupted;
  });
  const touchstone = await around.open();
  try {
    return await Promise.race([verb(touchstone), interrupted]);
  } finally {
    await touchstone.close();
  }
}
