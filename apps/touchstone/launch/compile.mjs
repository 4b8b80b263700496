import { copyFile, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { checkout } from './checkout.mjs';
import { pinnedNode } from './install.mjs';
import { LaunchError, withProgress } from './progress.mjs';
import { quietly } from './quietly.mjs';
import { filesBelow, sources, sourcesDigest } from './sources.mjs';
import { inTurn } from './turn.mjs';

const STAMP = join(checkout, 'dist/.built');
/** TypeScript's own record of what it has compiled. */
const RECORD = join(checkout, 'dist/.tsbuildinfo');

/** Builds unless nothing has changed since the last build that succeeded. */
export async function ensureBuilt() {
  if (await isBuilt()) return;
  await inTurn(async () => {
    if (!(await isBuilt())) await withProgress('Building', compile);
  });
}

/** Builds, whatever is there. */
export async function build() {
  await inTurn(compile);
}

async function isBuilt() {
  return (await readFile(STAMP, 'utf8').catch(() => '')) === (await sourcesDigest());
}

/** Checks and compiles everything, puts the assets beside the compiled files, removes what has no source any more. */
async function compile() {
  await rm(STAMP, { force: true });
  // Taken first: a file that changes meanwhile makes the next build run again.
  const digest = await sourcesDigest();
  const outputs = new Map((await sources()).flatMap(outputsOf));
  const present = new Set(
    (await Promise.all(['dist/apps', 'dist/libs', 'dist/test'].map(filesBelow))).flat(),
  );
  const isMissing = [...outputs].some(([output, asset]) => asset === undefined && !present.has(output));
  // The compiler trusts its record, and would not write again what somebody removed from dist.
  if (isMissing) await rm(RECORD, { force: true });
  await check();
  for (const output of present) if (!outputs.has(output)) await rm(join(checkout, output));
  for (const [output, asset] of outputs) if (asset !== undefined) await copy(asset, output);
  await writeFile(STAMP, digest);
}

/** What a source becomes in dist: [path, the asset that is copied there or undefined for the compiler's work]. */
function outputsOf(source) {
  const output = join('dist', source);
  if (source.endsWith('.d.ts')) return [];
  if (source.startsWith('test/architecture/fixtures/')) return [];
  if (source.endsWith('.ts')) {
    const script = output.replace(/\.ts$/, '.js');
    return [
      [script, undefined],
      [`${script}.map`, undefined],
    ];
  }
  return source.startsWith('test/') || /\.(mjs|md)$/.test(source) ? [] : [[output, source]];
}

async function copy(asset, output) {
  const [from, to] = await Promise.all([
    stat(join(checkout, asset)),
    stat(join(checkout, output)).catch(() => undefined),
  ]);
  if (to && to.size === from.size && to.mtimeMs >= from.mtimeMs) return;
  await mkdir(dirname(join(checkout, output)), { recursive: true });
  await copyFile(join(checkout, asset), join(checkout, output));
}

async function check() {
  const compiler = join(checkout, 'node_modules/typescript-native/bin/tsc');
  const args = [compiler, '-p', 'tsconfig.json', ...(process.stderr.isTTY ? ['--pretty'] : [])];
  const { succeeded, output } = await quietly(await pinnedNode(), args);
  if (!succeeded) throw new LaunchError(`${output}The build failed; the errors are above.`);
}
