import { EXIT, type ExitCode } from '../../exit-code.js';
import { print } from '../../report.js';
import type { Surroundings, Touchstone } from '../../touchstone.js';
import { stopInWords } from './list-views.js';
import { unknownView, whichViews } from './which-views.js';

/** How long it is waited for what comes of an attempt. */
const TRIED_WITHIN_MS = 10_000;

/**
 * `views retry <view>`: asks the process that follows the view to take the event at which it stopped, now that something was put
 * right. Ends with 1 unless it goes on.
 */
export async function retryView(
  { projections }: Touchstone,
  around: Surroundings,
  view: string,
  { authority, json }: { readonly authority?: string; readonly json: boolean },
): Promise<ExitCode> {
  if (whichViews(view) === null) return unknownView(around, view);
  const retried = await projections.retry(view, {
    ...(authority === undefined ? {} : { authority }),
    timeout: TRIED_WITHIN_MS,
  });
  const lines = retried.map(({ authority: of, outcome, stop }) => {
    if (outcome === 'taken') return `${of}  ${view} goes on: it has taken the event ${stop.id}`;
    if (outcome === 'stopped') return `${of}  ${view} was tried again and ${stopInWords(stop)}`;
    if (outcome === 'rebuild')
      return `${of}  ${view} itself does not stand still: ${stopInWords(stop, true)}. To try that again: "views rebuild ${view}"`;
    return `${of}  ${view} was asked to try again; nobody has yet. Start Touchstone, which follows the view and tries it.`;
  });
  print(around, json, { retried }, lines.length === 0 ? [`${view} stands still nowhere`] : lines);
  return retried.every(({ outcome }) => outcome === 'taken') ? EXIT.done : EXIT.refused;
}
