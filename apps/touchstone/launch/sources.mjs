import { createHash } from 'node:crypto';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { checkout } from './checkout.mjs';

const FOLDERS = ['apps', 'libs', 'test'];
/** Settings that change what a build makes. */
const SETTINGS = ['package.json', 'package-lock.json', 'tsconfig.json'];

/** All files below a folder of the checkout, as paths from the checkout; none when there is no such folder. */
export async function filesBelow(folder) {
  const entries = await readdir(join(checkout, folder), { withFileTypes: true }).catch((error) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  const paths = entries.map((entry) =>
    entry.isDirectory() ? filesBelow(join(folder, entry.name)) : [join(folder, entry.name)],
  );
  return (await Promise.all(paths)).flat();
}

/** The sources of the product and of its tests. */
export async function sources() {
  return (await Promise.all(FOLDERS.map(filesBelow))).flat();
}

/** A digest that changes when a source is added, changed or removed. */
export async function sourcesDigest() {
  const digest = createHash('sha256');
  for (const path of [...SETTINGS, ...(await sources())].sort()) {
    const { mtimeMs, size } = await stat(join(checkout, path));
    digest.update(`${path} ${mtimeMs} ${size}\n`);
  }
  return digest.digest('hex');
}
