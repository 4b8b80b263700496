import { clearInterval, setInterval } from 'node:timers';

/**
 * Says on stderr what is being done while `work` runs: one line, with the seconds when a person is watching, so that
 * stdout stays clean for what the command itself prints.
 */
export async function withProgress(title, work) {
  const { stderr } = process;
  const started = Date.now();
  const seconds = () => Math.round((Date.now() - started) / 1000);
  if (!stderr.isTTY) {
    stderr.write(`${title} ...\n`);
    return work();
  }
  const show = () => stderr.write(`\r${title} ... ${seconds()} s`);
  show();
  const timer = setInterval(show, 1000);
  try {
    return await work();
  } finally {
    clearInterval(timer);
    stderr.write(`\r${title} ... ${seconds()} s\n`);
  }
}

/** A reason to stop that is told to the person as it is, without a stack trace. */
export class LaunchError extends Error {}

/** Runs a launcher and ends the process with the code that it returns. */
export async function launcher(main) {
  try {
    process.exitCode = await main();
  } catch (error) {
    if (!(error instanceof LaunchError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}
