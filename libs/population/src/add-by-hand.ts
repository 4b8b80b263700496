import { tidyLine, type AddedChild, type Frame, type PopulationImported } from '#audit-cycle';
import { canonicalBytes } from '#event-log';

/** What became of a population when children were added to it by hand. Of a child it holds id and cohort and nothing else. */
export interface AdditionReport {
  /** ISO date: the day at which the lists stood. */
  readonly asAt: string;
  /** Digests of the frame that they were added to, and of the report on how that one came to be. */
  readonly to: { readonly frame: string; readonly report: string };
  readonly reasonCode: string;
  /** In the order of the frame. */
  readonly added: readonly Pick<AddedChild, 'child' | 'cohort'>[];
  readonly totals: {
    readonly rowsRead: number;
    readonly rowsUsed: number;
    readonly rowsExcluded: number;
    readonly warnings: number;
    /** Children who are in the lists. Always children - addedByHand. */
    readonly childrenOfLists: number;
    /** With those of earlier additions. */
    readonly addedByHand: number;
    readonly children: number;
  };
  /** The sums above as a sentence. */
  readonly reconciliation: string;
}

export interface FrameWithAdded {
  /** Canonical JSON: what is hashed, published and drawn from. */
  readonly frame: Uint8Array;
  readonly report: AdditionReport;
  /** How many of the children the frame has already. */
  readonly alreadyIn: number;
}

/**
 * Puts children, as `addedChildren` has them, into a frozen frame, which gives another one. A child who is in it already is counted and would stand there twice: what
 * was made then is not to be used.
 */
export function addByHand(
  { asAt, entries }: Frame,
  population: PopulationImported['facts'],
  children: readonly AddedChild[],
  reasonCode: string,
): FrameWithAdded {
  const known = new Set(entries.map(({ child }) => tidyLine(child)));
  const frame: Frame = { asAt, entries: [...entries, ...children].sort(byChild) };
  return {
    frame: canonicalBytes(frame),
    report: reportOn(population, [...children].sort(byChild), reasonCode),
    alreadyIn: children.filter(({ child }) => known.has(child)).length,
  };
}

function reportOn(
  { asAt, frame, report, rows, children: before, addedByHand: earlier }: PopulationImported['facts'],
  children: readonly AddedChild[],
  reasonCode: string,
): AdditionReport {
  const addedByHand = earlier + children.length;
  const totals = {
    ...{ rowsRead: rows.read, rowsUsed: rows.used, rowsExcluded: rows.excluded, warnings: rows.warned },
    ...{ childrenOfLists: before - earlier, addedByHand, children: before + children.length },
  };
  return {
    asAt,
    to: { frame, report },
    reasonCode,
    added: children.map(({ child, cohort }) => ({ child, cohort })),
    totals,
    reconciliation:
      `${totals.rowsRead} rows read = ${totals.rowsUsed} used + ${totals.rowsExcluded} excluded. ` +
      `${totals.childrenOfLists} children of the lists + ${addedByHand} added by hand = ${totals.children} children.`,
  };
}

const byChild = (one: { readonly child: string }, other: { readonly child: string }): number =>
  one.child < other.child ? -1 : one.child > other.child ? 1 : 0;
