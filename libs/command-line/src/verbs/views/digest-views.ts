import { EXIT, type ExitCode } from '../../exit-code.js';
import { count, print } from '../../report.js';
import type { Surroundings, Touchstone } from '../../touchstone.js';
import { unknownView, whichViews } from './which-views.js';

const LEVEL_WITHIN_MS = 60_000;

/** `views digest [view]`: one digest per view and authority; equal rows have equal digests on every machine. */
export async function digestViews(
  touchstone: Touchstone,
  around: Surroundings,
  json: boolean,
  wanted: string | undefined,
): Promise<ExitCode> {
  const names = whichViews(wanted);
  if (names === null) return unknownView(around, wanted);
  const digests = [];
  for (const authority of await touchstone.log.authorities()) {
    const head = await touchstone.log.head(authority);
    for (const view of names) {
      if (!(await touchstone.projections.waitForPosition(view, authority, head, LEVEL_WITHIN_MS))) {
        around.err(`The view ${view} of ${authority} is not level with the log; "views list" says why\n`);
        return EXIT.refused;
      }
      digests.push({ authority, view, ...(await touchstone.projections.digest(view, authority)) });
    }
  }
  print(
    around,
    json,
    { digests },
    digests.map(
      ({ authority, view, digest, position }) => `${digest}  ${authority}  ${view}  at ${count(position)}`,
    ),
  );
  return EXIT.done;
}
