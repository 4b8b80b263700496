import { demonstrationAuthority, trialPeople } from '#simulation';
import { allowedHosts, createHttpApp, type Configuration, type Log } from '#platform';
import { ProgressBar, type Surroundings } from '#command-line';
import { openInstallation } from '../installation/open-installation.js';
import type { Installation } from '../installation/installation.js';
import { simulationPorts } from '../installation/simulation-ports.js';
import { TouchstoneModule } from '../touchstone.module.js';
import { announce } from './announce.js';
import { listen } from './listen.js';
import { startNotifying } from './start-notifying.js';
import { toldToStop } from './told-to-stop.js';

type Speaks = Pick<Surroundings, 'out' | 'err' | 'terminal' | 'today'>;

/** Runs the product until it is told to stop; then finishes what is under way and stops all that it started. */
export async function serve(configuration: Configuration, log: Log, around: Speaks): Promise<number> {
  const stop = toldToStop();
  const installation = await openInstallation(configuration, log, (line) => around.err(`${line}\n`));
  try {
    await installation.server?.claim('web server');
    installation.server?.on('abandoned', (reason) => stop.because(reason.message));
    const notifying = startNotifying(installation, configuration, log);
    const app = await createHttpApp(TouchstoneModule.on(installation, configuration, log), {
      log,
      hosts: allowedHosts(configuration),
      readiness: [
        { name: 'database', check: () => installation.log.authorities() },
        { name: 'views', needed: false, check: async () => installation.projections.assertMoving() },
      ],
    });
    try {
      const address = await listen(app, configuration);
      const people = configuration.demonstration
        ? await loadDemonstration(installation, around, stop.signal)
        : [];
      if (!stop.signal.aborted) announce(around, configuration, address, people);
      await stop.told;
      around.err('Stopping.\n');
    } finally {
      await app.close();
      await notifying.stop();
    }
  } finally {
    await installation.close();
  }
  return 0;
}

/** The first start loads it, a later one goes on where a crash interrupted it; once complete this is one look. */
async function loadDemonstration(
  installation: Installation,
  around: Speaks,
  signal: AbortSignal,
): Promise<ReturnType<typeof trialPeople>> {
  const bar = new ProgressBar(around, 'Loading the demonstration authority');
  await demonstrationAuthority(
    { today: around.today(), signal },
    { ...simulationPorts(installation), progress: ({ step, done, known }) => bar.at(done, known, step) },
  );
  bar.end();
  return trialPeople(around.today());
}
