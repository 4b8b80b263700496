import type { Projections } from '#projections';
import { VIEWS } from '#views';
import { untilThere } from '../until-there.js';

const UNLIKE = 'not what a rebuild makes';

/** Views that were struck, and what they are compared with. */
export interface Look {
  readonly runner: Projections;
  /** Views of the same log that hold nothing yet. */
  readonly anew: () => Projections;
  readonly authority: string;
  readonly patience: number;
}

/**
 * Waits until every view tells of the log up to a position, and compares it with one that is made anew.
 * A session that the last strike ended may still be handed out: then it is asked again.
 */
export async function lookAtViews(
  { runner, anew, authority, patience }: Look,
  head: bigint,
): Promise<readonly string[]> {
  const looks = VIEWS.map(async ({ name }) => {
    const level = await untilThere(patience, () => runner.waitForPosition(name, authority, head, patience));
    if (!level) return [`${name} is ${UNLIKE}: it does not get to the end of the log`];
    const kept = await untilThere(patience, () => runner.digest(name, authority));
    const other = anew();
    await other.rebuild(name, { authority });
    const made = await other.digest(name, authority);
    if (kept.digest === made.digest) return [];
    return [`${name} is ${UNLIKE}: ${kept.rows} rows against ${made.rows}, at position ${head}`];
  });
  return (await Promise.all(looks)).flat();
}

/** Makes each view anew in its place; nothing of it may change. */
export async function lookAtRebuilds({ runner, authority, patience }: Look): Promise<readonly string[]> {
  const findings: string[] = [];
  for (const { name } of VIEWS) {
    const kept = await untilThere(patience, () => runner.digest(name, authority));
    await untilThere(patience, () => runner.rebuild(name, { authority }));
    const rebuilt = await untilThere(patience, () => runner.digest(name, authority));
    if (kept.digest !== rebuilt.digest)
      findings.push(`${name} is ${UNLIKE} in its place: ${kept.rows} rows against ${rebuilt.rows}`);
  }
  return findings;
}
