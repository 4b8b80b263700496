import { readWorkedValues, type WorkedValue } from '#assurance-statistics';
import type { Refusal } from '#audit-cycle';
import type { Surroundings } from '../../touchstone.js';
import { readNamed } from '../reading.js';

/** So many sentences are read by nobody. */
const SHOWN = 20;

/** The worked values of a file that somebody wrote, or all that is wrong with it. */
export async function workedValuesFile(
  around: Surroundings,
  path: string,
): Promise<readonly WorkedValue[] | Refusal> {
  const bytes = await readNamed(around, path);
  if (!(bytes instanceof Uint8Array)) return bytes;
  let document: unknown;
  try {
    // Editors on Windows begin a text with a mark that JSON does not know.
    document = JSON.parse(
      Buffer.from(bytes)
        .toString('utf8')
        .replace(/^\uFEFF/, ''),
    );
  } catch (error) {
    const where = error instanceof Error ? error.message : String(error);
    return { code: 'not-json', message: `${path} is not JSON: ${where}. Put it right and check it again.` };
  }
  const read = readWorkedValues(document);
  return 'values' in read
    ? read.values
    : {
        code: 'not-worked-values',
        message: `${path} is not a file of worked values.\n${listed(read.problems)}`,
      };
}

function listed(problems: readonly string[]): string {
  const rest = problems.length - SHOWN;
  return [...problems.slice(0, SHOWN), ...(rest > 0 ? [`and ${rest} more like these`] : [])]
    .map((problem) => `  ${problem}.`)
    .join('\n');
}
