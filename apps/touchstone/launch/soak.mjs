import { join } from 'node:path';
import { checkout } from './checkout.mjs';
import { ensureBuilt } from './compile.mjs';
import { ensureInstalled } from './install.mjs';
import { launcher } from './progress.mjs';
import { runProgram } from './program.mjs';

/** `npm run soak`: the long seeded programmes; further arguments are Jest's. */
await launcher(async () => {
  await ensureInstalled();
  await ensureBuilt();
  return runProgram([
    '--experimental-vm-modules',
    '--no-warnings',
    join(checkout, 'node_modules/jest/bin/jest.js'),
    '--config',
    join(checkout, 'jest.soak.config.mjs'),
    ...process.argv.slice(2),
  ]);
});
