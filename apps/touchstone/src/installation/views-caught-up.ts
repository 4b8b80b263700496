import type { Projections } from '#projections';
import { VIEWS } from '#views';

/** Lets a request wait until every view tells of what it did. */
export const viewsCaughtUp = (
  projections: Projections,
): { waitForPosition(authority: string, position: bigint, timeoutMs: number): Promise<boolean> } => ({
  waitForPosition: async (authority, position, timeoutMs) => {
    const reached = await Promise.all(
      VIEWS.map(({ name }) => projections.waitForPosition(name, authority, position, timeoutMs)),
    );
    return reached.every(Boolean);
  },
});
