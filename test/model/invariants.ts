import { Actions } from './invariants/actions.js';
import { figureFindings } from './invariants/figures.js';
import { foldingFindings } from './invariants/folding.js';
import { Grades } from './invariants/grades.js';
import { happened } from './invariants/history.js';
import { Measures } from './invariants/measures.js';
import { Ties } from './invariants/ties.js';
import type { AtWork } from './at-work.js';

/** What must never be, looked for in the log alone, by rules that are written down here a second time. */
export async function brokenIn(work: AtWork): Promise<readonly string[]> {
  const events = await work.events();
  const history = events.map(happened);
  const ties = new Ties();
  const grades = new Grades(ties);
  const actions = new Actions(ties, grades);
  const measures = new Measures();
  for (const event of history) for (const watcher of [ties, grades, actions, measures]) watcher.see(event);
  return [
    ...grades.findings,
    ...actions.findings,
    ...measures.findings,
    ...figureFindings(events, history, grades, work.today),
    ...(await foldingFindings(work, history)),
  ];
}
