import { mkdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { checkout } from './checkout.mjs';
import { ensureBuilt } from './compile.mjs';
import { ensureInstalled } from './install.mjs';
import { launcher } from './progress.mjs';
import { runProgram } from './program.mjs';

const REPORT = join(checkout, 'reports/jest.json');

/** `npm test`: installs what is missing, checks the types of everything, runs the tests; further arguments are Jest's. */
await launcher(async () => {
  await rm(REPORT, { force: true });
  await mkdir(dirname(REPORT), { recursive: true });
  await ensureInstalled();
  await ensureBuilt();
  return runProgram([
    '--experimental-vm-modules',
    '--no-warnings',
    join(checkout, 'node_modules/jest/bin/jest.js'),
    '--json',
    `--outputFile=${REPORT}`,
    ...process.argv.slice(2),
  ]);
});
