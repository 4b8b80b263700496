import { createHash } from 'node:crypto';
import { access, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { checkout } from './checkout.mjs';
import { LaunchError, withProgress } from './progress.mjs';
import { quietly } from './quietly.mjs';
import { inTurn } from './turn.mjs';

const STAMP = join(checkout, 'node_modules/.touchstone-installed');

/** Makes node_modules what package-lock.json says; does nothing when it already is. */
export async function ensureInstalled() {
  if (await isInstalled()) return;
  await inTurn(async () => {
    if (await isInstalled()) return;
    await withProgress('Installing packages (only the first time)', install);
    await writeStamp();
  });
}

/** The Node that runs the product: the one that package-lock.json pins, else ours when it is new enough. */
export async function pinnedNode() {
  const pinned = join(checkout, 'node_modules/.bin/node');
  if (
    await access(pinned).then(
      () => true,
      () => false,
    )
  )
    return pinned;
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  throw new LaunchError(
    `There is no Node 24 for ${process.platform}-${process.arch} in node_modules. On linux-x64 and linux-arm64 its ` +
      'download has failed: remove node_modules and start again. Elsewhere, install Node 24 yourself.',
  );
}

async function isInstalled() {
  const lock = await readFile(join(checkout, 'package-lock.json'));
  if ((await readFile(STAMP, 'utf8').catch(() => '')) === hash(lock)) return true;
  if (!(await matches(JSON.parse(lock)))) return false;
  await writeStamp();
  return true;
}

/** Whether npm, run by hand, has already installed just what the lockfile says (optional packages may be absent). */
async function matches(lock) {
  const listed = await readFile(join(checkout, 'node_modules/.package-lock.json'), 'utf8').catch(() => '{}');
  const { packages: installed = {} } = JSON.parse(listed);
  return Object.entries(lock.packages).every(([path, wanted]) => {
    if (path === '') return true;
    const found = installed[path];
    return found
      ? found.version === wanted.version && found.integrity === wanted.integrity
      : wanted.optional === true;
  });
}

async function writeStamp() {
  await writeFile(STAMP, hash(await readFile(join(checkout, 'package-lock.json'))));
}

function hash(bytes) {
  return createHash('sha256').update(bytes).update(`${process.platform}-${process.arch}`).digest('hex');
}

/** Development packages are wanted whatever NODE_ENV says: the product is built from its source. */
async function install() {
  const npm = process.env.npm_execpath ? [process.execPath, process.env.npm_execpath] : ['npm'];
  const args = [...npm.slice(1), 'ci', '--include=dev', '--include=optional', '--loglevel=error'];
  const { succeeded, output } = await quietly(npm[0], args);
  if (!succeeded) throw new LaunchError(`${output}\nnpm ci failed; what it printed is above.`);
}
