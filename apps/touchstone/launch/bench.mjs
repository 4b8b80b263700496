import { join } from 'node:path';
import { checkout } from './checkout.mjs';
import { ensureBuilt } from './compile.mjs';
import { ensureInstalled } from './install.mjs';
import { launcher } from './progress.mjs';
import { runProgram } from './program.mjs';

/** `npm run bench`: measures the log and its views beside others; `-- --help` says what can be chosen. */
await launcher(async () => {
  await ensureInstalled();
  await ensureBuilt();
  return runProgram([
    '--enable-source-maps',
    join(checkout, 'dist/test/bench/main.js'),
    ...process.argv.slice(2),
  ]);
});
