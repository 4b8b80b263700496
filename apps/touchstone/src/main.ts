import { runCommandLine } from '#command-line';
import { surroundings } from './surroundings.js';

process.exitCode = Math.max(
  Number(process.exitCode ?? 0),
  await runCommandLine(process.argv.slice(2), surroundings(process.env)),
);
// The launcher's channel would keep the process alive.
if (process.connected) process.disconnect();
