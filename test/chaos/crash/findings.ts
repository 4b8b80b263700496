import { sha256Hex, type EventLog } from '#event-log';
import { VIEWS } from '#views';
import { openUnderTest } from './installation-under-test.js';
import { attack, type Attack, type Run } from './killer.js';
import { withDataFolder } from '../ground/with-data-folder.js';
import { recordOf } from '../record/look-at-record.js';
import { simulatedLog } from './simulated-log.js';
import { AUTHORITY, programme } from './simulated-programme.js';

export interface Findings {
  readonly run: Run;
  /** Commands that were acknowledged and were not in the record afterwards: after a kill, or at the end. */
  readonly lost: readonly string[];
  /** Digest of every header in every stream: nothing lost, nothing doubled, nothing else. */
  readonly record: string;
  /** By view: digest of the rows as they came to be under attack, and made anew from the log. */
  readonly views: readonly { readonly view: string; readonly attacked: string; readonly rebuilt: string }[];
}

/** Attacks an installation in a folder of its own and then looks at what is left. */
export async function attackAndLook(request: Omit<Attack, 'dataFolder'>): Promise<Findings> {
  return withDataFolder(async (dataFolder) => look(dataFolder, await attack({ ...request, dataFolder })));
}

async function look(dataFolder: string, run: Run): Promise<Findings> {
  const installation = await openUnderTest(dataFolder, () => undefined);
  const { log, projections } = installation;
  try {
    const lost = [...run.lost];
    for (const { commandId, stream, revision } of run.acknowledged) {
      const done = await log.findCommand(AUTHORITY, commandId);
      if (done?.stream !== stream || done.lastRevision !== revision) lost.push(commandId);
    }
    const head = await log.head(AUTHORITY);
    const views = [];
    for (const { name } of VIEWS) {
      if (!(await projections.waitForPosition(name, AUTHORITY, head, 60_000)))
        throw new Error(`${name} is not level`);
      const attacked = await projections.digest(name, AUTHORITY);
      await projections.rebuild(name);
      const rebuilt = await projections.digest(name, AUTHORITY);
      views.push({ view: name, attacked: attacked.digest, rebuilt: rebuilt.digest });
    }
    return { run, lost, record: await digestOfRecord(log), views };
  } finally {
    await installation.close();
  }
}

/** The same programme with nobody disturbing it, in memory. */
export const undisturbed = async (seed: number, cases: number): Promise<string> =>
  digestOfRecord(await simulatedLog(programme(seed, cases)));

/** Streams may have been worked on in another order, so their events are compared by stream and revision. */
async function digestOfRecord(log: EventLog): Promise<string> {
  const lines = (await recordOf(log, AUTHORITY)).map(
    ({ header, revision, headerBytes }) =>
      `${header.stream} ${String(revision).padStart(9, '0')} ${sha256Hex(headerBytes)}`,
  );
  return sha256Hex(lines.sort().join('\n'));
}
