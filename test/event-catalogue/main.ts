import { bringUpToDate, catalogue, CATALOGUE, differences } from './catalogue.js';

/** `npm run catalogue`, in the checkout: writes the event catalogue, or with `--check` says where it differs. */
const [option, ...more] = process.argv.slice(2);

if ((option !== undefined && option !== '--check') || more.length > 0) {
  console.error('Use: npm run catalogue, or npm run catalogue -- --check');
  process.exitCode = 2;
} else {
  process.exitCode = await run(option === '--check');
}

async function run(checkOnly: boolean): Promise<number> {
  const root = process.cwd();
  try {
    const files = await catalogue(root);
    const different = await (checkOnly ? differences(root, files) : bringUpToDate(root, files));
    for (const path of different) console.log(path);
    if (different.length === 0) console.log(`${CATALOGUE} is what the source says.`);
    if (!checkOnly || different.length === 0) return 0;
    console.error(`${CATALOGUE} differs from the source in the files above: run npm run catalogue.`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
  }
  return 1;
}
