import { join } from 'node:path';
import { checkout } from './checkout.mjs';
import { ensureBuilt } from './compile.mjs';
import { ensureInstalled } from './install.mjs';
import { launcher } from './progress.mjs';
import { runProgram } from './program.mjs';

/** `npm run catalogue`: writes docs/events and docs/refusals.md from the source; with `--check` it writes nothing and says what differs. */
await launcher(async () => {
  await ensureInstalled();
  await ensureBuilt();
  return runProgram([join(checkout, 'dist/test/event-catalogue/main.js'), ...process.argv.slice(2)]);
});
