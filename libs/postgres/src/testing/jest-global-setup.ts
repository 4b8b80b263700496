import { spawn } from 'node:child_process';
import { chmod, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Waits until Jest lets go of its input, by the global teardown or by being killed; then stops the server that the
 * tests may have started and removes everything.
 */
const CLEAN_UP = `
cat >/dev/null
file="$1/data/postgres/postmaster.pid"
[ -s "$file" ] && kill -INT "$(head -n 1 "$file")"
tries=0
while [ -e "$file" ] && [ "$tries" -lt 200 ]; do sleep 0.05; tries=$((tries + 1)); done
rm -rf "$1"
`;

/** Makes the folder in which the first caller of testDatabase starts the server of this run. */
export default async function globalSetup(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'touchstone-test-'));
  // The server's account must be able to pass through when we are root.
  await chmod(folder, 0o711);
  process.env['TOUCHSTONE_TEST_SERVER'] = folder;
  const cleaner = spawn('/bin/sh', ['-c', CLEAN_UP, 'sh', folder], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  const gone = new Promise((resolve) => cleaner.once('exit', resolve));
  globalThis.removeTestServer = async () => {
    cleaner.stdin.end();
    await gone;
  };
}

declare global {
  var removeTestServer: (() => Promise<void>) | undefined;
}
