import { checkWorkedValue, type Checked, type WorkedValue } from '#assurance-statistics';
import { sha256Hex } from '#event-log';
import { EXIT, type ExitCode } from '../../exit-code.js';
import { print, printRefusal } from '../../report.js';
import type { Surroundings } from '../../touchstone.js';
import { checkedInWords } from './checked-in-words.js';
import { workedValuesFile } from './worked-values-file.js';

interface Counts {
  readonly total: number;
  readonly passed: number;
  readonly failed: number;
  readonly unknown: number;
  readonly notUnderstood: number;
}

/**
 * `statistics check FILE`: computes every worked value of a file and says which come out. It opens nothing but the file.
 * Ends with 1 when a value does not come out; with 2 when the file, a statistic or its input is not understood, which
 * goes before a failure, because then not all was checked.
 */
export async function checkStatistics(
  around: Surroundings,
  path: string,
  { json }: { readonly json: boolean },
): Promise<ExitCode> {
  const file = await workedValuesFile(around, path);
  if ('code' in file) {
    printRefusal(around, json, file);
    return EXIT.usage;
  }
  const checked = file.map((asked) => ({ asked, became: checkWorkedValue(asked, sha256Hex) }));
  const counts = counted(checked.map(({ became }) => became));
  print(around, json, { ...counts, values: checked.map(({ asked, became }) => asDocument(asked, became)) }, [
    ...checked.flatMap(({ asked, became }) => checkedInWords(asked, became)),
    inWords(counts),
  ]);
  if (counts.unknown + counts.notUnderstood > 0) return EXIT.usage;
  return counts.failed > 0 ? EXIT.refused : EXIT.done;
}

function counted(all: readonly Checked[]): Counts {
  const of = (outcome: Checked['outcome']): number => all.filter((one) => one.outcome === outcome).length;
  return {
    total: all.length,
    passed: of('pass'),
    failed: of('fail'),
    unknown: of('unknown-statistic'),
    notUnderstood: of('not-understood'),
  };
}

const asDocument = ({ id, statistic, expected, tolerance }: WorkedValue, became: Checked): object => ({
  ...{ id, statistic, expected, tolerance },
  ...became,
});

const inWords = ({ total, passed, failed, unknown, notUnderstood }: Counts): string =>
  [
    `${passed} of ${total} passed`,
    ...(failed > 0 ? [`${failed} failed`] : []),
    ...(unknown > 0 ? [`${unknown} of a statistic that is not known`] : []),
    ...(notUnderstood > 0 ? [`${notUnderstood} not understood`] : []),
  ].join(', ');
