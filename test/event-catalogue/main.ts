import 'reflect-metadata';
import { REFUSALS, refusalsPage } from '../refusals/refusals-page.js';
import { bringUpToDate, catalogue, CATALOGUE, differences } from './catalogue.js';

const MADE = `${CATALOGUE} and ${REFUSALS}`;

/** `npm run catalogue`, in the checkout: writes event catalogue and refusals, or with `--check` says where they differ. */
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
    const files = new Map([...(await catalogue(root)), [REFUSALS, await refusalsPage(root)]]);
    const different = await (checkOnly ? differences(root, files) : bringUpToDate(root, files));
    for (const path of different) console.log(path);
    if (different.length === 0) console.log(`In ${MADE} stands what the source says.`);
    if (!checkOnly || different.length === 0) return 0;
    console.error(`${MADE}: the files above differ from the source. Run npm run catalogue.`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
  }
  return 1;
}
