import { join } from 'node:path';
import { checkout } from './checkout.mjs';
import { ensureBuilt } from './compile.mjs';
import { ensureInstalled } from './install.mjs';
import { launcher } from './progress.mjs';
import { runProgram } from './program.mjs';

/** `npm run chaos`: attacks the log and the views and says what it finds; `-- --help` says what can be chosen. `npm run soak`: for longer. */
await launcher(async () => {
  await ensureInstalled();
  await ensureBuilt();
  return runProgram([
    '--enable-source-maps',
    join(checkout, 'dist/test/chaos/chaos.js'),
    ...process.argv.slice(2),
  ]);
});
