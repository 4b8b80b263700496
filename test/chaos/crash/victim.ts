import { writeSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import pg from 'pg';
import type { CommandGateway } from '#audit-cycle';
import { EmbeddedServer, isConnectionLoss } from '#postgres';
import { cycleFromLog, roundFromLog, simulate } from '#simulation';
import { openUnderTest } from './installation-under-test.js';
import { AUTHORITY, programme } from './simulated-programme.js';

/**
 * The process that is killed. It works through a simulated programme and says, for every command that was answered, what the answer was,
 * before anything else happens. Started again, and after each loss of the database, it first looks whether everything that was
 * acknowledged so far is there, for the programme would do it again and heal the loss. It ends when the programme is done.
 */
const [dataFolder = '', seed, cases, acknowledgements = ''] = process.argv.slice(2);

const say = (line: string): void => void writeSync(1, `${line}\n`);

const installation = await openUnderTest(dataFolder, (line) => say(`note ${line}`));
await tellPostmaster();
const { gateway, blobs, characteristics, log } = installation;
const acknowledged = (await readFile(acknowledgements, 'utf8')).split('\n').filter((line) => line !== '');
await lookForLosses();

const acknowledging: Pick<CommandGateway, 'execute'> = {
  execute: async (envelope) => {
    const answer = await gateway.execute(envelope);
    if (answer.ok) {
      const line = `${envelope.commandId} ${answer.stream} ${answer.revision}`;
      say(`ack ${line} ${answer.repeated ? 'repeated' : 'new'}`);
      acknowledged.push(line);
    }
    return answer;
  },
};

for (;;) {
  try {
    await simulate(programme(Number(seed), Number(cases)), {
      gateway: { ...acknowledging, carriedOn: (...args) => gateway.carriedOn(...args) },
      blobs,
      characteristics,
      cycle: cycleFromLog(log),
      round: roundFromLog(log),
      settle: (authority, position) => gateway.carriedOn(authority, position, 30_000),
    });
    break;
  } catch (error) {
    if (!isConnectionLoss(error) && !/did not get to position/.test(String(error))) throw error;
    say(`note the database went away: ${String(error)}`);
    await tellPostmaster();
    await lookForLosses();
  }
}
say('done');
await installation.close();

/** The database may be killed while it is asked: then it is asked again, and the killer is told of the new one. */
async function lookForLosses(): Promise<void> {
  for (;;) {
    try {
      const found = await Promise.all(acknowledged.map(isInTheRecord));
      found.forEach((there, n) => there || say(`lost ${acknowledged[n]}`));
      return;
    } catch (error) {
      if (!isConnectionLoss(error)) throw error;
      await tellPostmaster();
    }
  }
}

async function isInTheRecord(line: string): Promise<boolean> {
  const [commandId, stream, revision] = line.split(' ') as [string, string, string];
  const done = await log.findCommand(AUTHORITY, commandId);
  return done?.stream === stream && String(done.lastRevision) === revision;
}

/** The server that is to be killed is the parent of any of its sessions. Told again whenever there is a new one. */
async function tellPostmaster(): Promise<void> {
  for (;;) {
    try {
      return await tryToTellPostmaster();
    } catch (error) {
      if (!isConnectionLoss(error)) throw error;
    }
  }
}

async function tryToTellPostmaster(): Promise<void> {
  const server = await EmbeddedServer.open({ dataFolder, log: () => undefined });
  const client = new pg.Client(server.connection);
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
    const status = await readFile(`/proc/${rows[0]!.pid}/stat`, 'utf8');
    say(`postmaster ${status.slice(status.lastIndexOf(')') + 2).split(' ')[1]}`);
    await client.end();
  } finally {
    await server.close();
  }
}
