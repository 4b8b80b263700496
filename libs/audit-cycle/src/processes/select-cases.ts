import type { SelectCase } from '../case-audit/commands.js';
import type { CaseSelected } from '../case-audit/events.js';
import type { ReplacementDrawn } from '../cycle/events.js';
import type { Frame } from '../cycle/frame.js';
import type { Cycle } from '../cycle/state.js';
import type { CycleId } from '../vocabulary/identifiers.js';

/** One case to select. The id of its audit is derived from `key`, so that carrying this out again changes nothing. */
export interface Selection {
  /** `{cycle}/{drawIndex}`: an index comes into a cycle once. */
  readonly key: string;
  readonly command: SelectCase;
}

/**
 * What follows from CycleOpened: every case of the last sample is selected. `frame` is the one whose digest the sample names;
 * an index that it does not hold throws, as it is then another frame.
 */
export const selectCases = (id: CycleId, cycle: Cycle, frame: Frame): readonly Selection[] =>
  (cycle.sample?.strata ?? []).flatMap(({ stratum, probability, chosen }) =>
    chosen.map((drawIndex) => selection(id, cycle, frame, { stratum, drawIndex, probability, by: 'draw' })),
  );

/** What follows from ReplacementDrawn. */
export const selectReplacement = (
  id: CycleId,
  cycle: Cycle,
  frame: Frame,
  { facts: { stratum, drawIndex, probability } }: ReplacementDrawn,
): Selection => selection(id, cycle, frame, { stratum, drawIndex, probability, by: 'replacement' });

function selection(
  id: CycleId,
  { reviewed, tool }: Cycle,
  frame: Frame,
  drawn: Pick<CaseSelected['facts'], 'stratum' | 'drawIndex' | 'probability' | 'by'>,
): Selection {
  const entry = frame.entries[drawn.drawIndex];
  if (entry === undefined) throw new RangeError(`The frame has no entry ${drawn.drawIndex}`);
  const { child, cohort, team, worker, family } = entry;
  const facts = {
    cycle: id,
    child,
    cohort,
    team,
    worker,
    family,
    asAt: frame.asAt,
    reviewed,
    tool,
    ...drawn,
  };
  return { key: `${id}/${drawn.drawIndex}`, command: { type: 'SelectCase', facts } };
}
