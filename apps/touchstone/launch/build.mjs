import { build } from './compile.mjs';
import { ensureInstalled } from './install.mjs';
import { launcher } from './progress.mjs';

/** `npm run build`. */
await launcher(async () => {
  await ensureInstalled();
  await build();
  return 0;
});
