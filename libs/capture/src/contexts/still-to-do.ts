import { auditId } from '#authority-setup';
import type { Acting, Cycle, CycleContext } from '#audit-cycle';
import type { Known } from './lookups.js';
import { nextCase } from './next-case.js';
import { takenIndices } from './taken-indices.js';

/** The audits that have not ended, and how many cases the processes have still to bring in. */
export async function stillToDo(
  known: Known,
  id: string,
  cycle: Cycle,
  acting: Acting,
): Promise<Pick<CycleContext, 'unfinished' | 'selecting'>> {
  const { authority, streams } = known;
  const audits = await Promise.all(
    takenIndices(cycle).map(async (index) => {
      const audit = auditId(id, index);
      return { audit, state: (await streams.load(authority, 'case-audit', audit)).state };
    }),
  );
  const unselected = audits.filter(({ state }) => state.status === 'not-selected').length;
  const unreplaced = audits.filter(
    ({ audit, state }) =>
      state.status === 'withdrawn' &&
      state.replace &&
      !cycle.replacements.some(({ replaces }) => replaces === audit),
  );
  const drawable = await Promise.all(
    unreplaced.map(async ({ state }) =>
      state.status === 'not-selected' ? null : nextCase(known, id, cycle, state.selected.stratum, acting),
    ),
  );
  return {
    unfinished: audits
      .filter(({ state }) => state.status !== 'finalised' && state.status !== 'withdrawn')
      .map(({ audit }) => audit),
    selecting: unselected + drawable.filter((next) => next !== null).length,
  };
}
