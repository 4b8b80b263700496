import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { londonDate } from '#audit-cycle';
import type { Surroundings, Touchstone } from '#command-line';
import { openLog, readConfiguration, type Configuration, type Environment, type Log } from '#platform';
import { examine } from './examining/examine.js';
import { openCommandApi } from './installation/command-api.js';
import type { Installation } from './installation/installation.js';
import { makeDataFolder } from './installation/make-data-folder.js';
import { openInstallation } from './installation/open-installation.js';
import { simulationPorts } from './installation/simulation-ports.js';
import { logFile } from './log-file.js';
import { serve } from './serving/serve.js';
import { toldToStop } from './serving/told-to-stop.js';

/** The real world around the verbs: this process, its environment, its terminal and its files. */
export function surroundings(environment: Environment): Surroundings {
  const out = (text: string): void => void process.stdout.write(text);
  const err = (text: string): void => void process.stderr.write(text);
  const today = (): string => londonDate(new Date().toISOString());
  const terminal = process.stderr.isTTY;
  return {
    out,
    err,
    today,
    terminal,
    open: async () => {
      const configuration = readConfiguration(environment);
      const log = await logOf(configuration);
      return touchstoneOf(await openInstallation(configuration, log, () => undefined), configuration, log);
    },
    interruption: () => toldToStop().signal,
    serve: async () => {
      const configuration = readConfiguration(environment);
      return serve(configuration, await logOf(configuration), { out, err, today, terminal });
    },
    readFile,
    readInput: () => buffer(process.stdin),
    writeFile: async (path, bytes) => {
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, bytes);
    },
  };
}

/** In the embedded profile lines go to a file of the data folder, so that a terminal stays readable; else to standard output. */
async function logOf({ profile, dataFolder, logLevel }: Configuration): Promise<Log> {
  if (profile === 'server') return openLog(logLevel);
  await makeDataFolder(dataFolder);
  return openLog(logLevel, logFile(join(dataFolder, 'touchstone.log')));
}

const touchstoneOf = (installation: Installation, configuration: Configuration, log: Log): Touchstone => ({
  log: installation.log,
  blobs: installation.blobs,
  characteristics: installation.characteristics,
  gateway: installation.gateway,
  projections: installation.projections,
  simulation: simulationPorts(installation),
  actor: async (authority, person) => {
    const entry = await installation.directory.find(authority, person);
    return entry === null ? null : { person, roles: entry.roles };
  },
  caseSystemNames: (authority) => installation.names.caseSystemNames(authority),
  openApi: () => openCommandApi(installation, log),
  examine: () => examine(installation, configuration),
  close: () => installation.close(),
});
