import { VIEWS } from '#views';
import { EXIT, type ExitCode } from '../../exit-code.js';
import type { Surroundings } from '../../touchstone.js';

/** The views that are meant: one by its name, or all; null where there is none of that name. */
export const whichViews = (wanted: string | undefined): readonly string[] | null => {
  const names = VIEWS.map(({ name }) => name);
  if (wanted === undefined) return names;
  return names.includes(wanted) ? [wanted] : null;
};

export function unknownView({ err }: Surroundings, wanted: string | undefined): ExitCode {
  err(`There is no view "${wanted}". Choose one of ${VIEWS.map(({ name }) => name).join(', ')}.\n`);
  return EXIT.usage;
}
