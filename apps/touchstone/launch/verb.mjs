import { ensureBuilt } from './compile.mjs';
import { ensureInstalled } from './install.mjs';
import { nodeArguments, PRODUCT } from './product.mjs';
import { runProgram } from './program.mjs';

/** Installs and builds what is missing, then runs the product with these arguments; returns its exit code. */
export async function runVerb(args) {
  await ensureInstalled();
  await ensureBuilt();
  return runProgram([...nodeArguments(args), PRODUCT, ...args]);
}
