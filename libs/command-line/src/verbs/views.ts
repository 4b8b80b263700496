import { VIEWS } from '#views';
import { EXIT, type ExitCode } from '../exit-code.js';
import { ProgressBar } from '../progress-bar.js';
import { count, print } from '../report.js';
import type { Surroundings, Touchstone } from '../touchstone.js';

/** `views list`: where each view of each authority stands. Ends with 1 when one of them is held up by an error. */
export async function listViews(
  touchstone: Touchstone,
  around: Surroundings,
  json: boolean,
): Promise<ExitCode> {
  const views = (await touchstone.projections.list()).map(
    ({ view, version, authority, live, building, head, lag, error }) => ({
      ...{ view, version, authority, position: live?.position ?? 0n, head, lag },
      rebuilding: building !== null,
      error: error?.message ?? null,
    }),
  );
  print(
    around,
    json,
    { views },
    views.map(
      ({ view, version, authority, position, lag, rebuilding, error }) =>
        `${authority}  ${view} (version ${version})  at ${count(position)}, ` +
        `${lag === null ? 'lag unknown' : lag === 0n ? 'level' : `${count(lag)} behind`}` +
        `${rebuilding ? ', being rebuilt' : ''}${error === null ? '' : `, stopped: ${error}`}`,
    ),
  );
  return views.some(({ error }) => error !== null) ? EXIT.refused : EXIT.done;
}

/** `views rebuild [view]`: makes the rows anew from the log while readers go on with the old ones. */
export async function rebuildViews(
  touchstone: Touchstone,
  around: Surroundings,
  { json, wanted }: { readonly json: boolean; readonly wanted: string | undefined },
  stop: AbortSignal,
): Promise<ExitCode> {
  const names = namesOf(wanted);
  if (names === null) return unknownView(around, wanted);
  const started = performance.now();
  for (const name of names) {
    const bar = new ProgressBar(around, `Rebuilding ${name}`);
    await touchstone.projections.rebuild(name, {
      onProgress: ({ authority, position, head }) => bar.at(Number(position), Number(head), authority),
      signal: stop,
    });
    bar.end();
    stop.throwIfAborted();
  }
  const seconds = Number(((performance.now() - started) / 1000).toFixed(1));
  print(around, json, { rebuilt: names, seconds }, [`Rebuilt ${names.join(', ')} in ${seconds} s`]);
  return EXIT.done;
}

/** `views digest [view]`: one digest per view and authority; equal rows have equal digests on every machine. */
export async function digestViews(
  touchstone: Touchstone,
  around: Surroundings,
  json: boolean,
  wanted: string | undefined,
): Promise<ExitCode> {
  const names = namesOf(wanted);
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

const LEVEL_WITHIN_MS = 60_000;

const namesOf = (wanted: string | undefined): readonly string[] | null => {
  const names = VIEWS.map(({ name }) => name);
  if (wanted === undefined) return names;
  return names.includes(wanted) ? [wanted] : null;
};

function unknownView({ err }: Surroundings, wanted: string | undefined): ExitCode {
  err(`There is no view "${wanted}". Choose one of ${VIEWS.map(({ name }) => name).join(', ')}.\n`);
  return EXIT.usage;
}
