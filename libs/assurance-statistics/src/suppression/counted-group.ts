/** How many things of each kind a group holds, and the groups that it is made of, whose counts add up to its own. */
export interface CountedGroup {
  /** One whole number, 0 or more, for each kind, in one order for all groups. */
  readonly counts: readonly number[];
  /** Empty for a group that is not divided further. Where several kinds are counted, every part holds something. */
  readonly parts: readonly CountedGroup[];
}

/** Which figures of a group are not published. */
export interface WithheldGroup {
  /** For each kind, whether its count is withheld. */
  readonly counts: readonly boolean[];
  /** Whether the sum of the counts is withheld. Of a single kind it is the count itself. */
  readonly sum: boolean;
  readonly parts: readonly WithheldGroup[];
}

export const sumOf = ({ counts }: CountedGroup): number => counts.reduce((sum, count) => sum + count, 0);

/** @throws Error for counts that are not whole numbers, or that do not add up to those of the group that they are parts of */
export function requireThatPartsAddUp(group: CountedGroup): void {
  if (!group.counts.every((count) => Number.isSafeInteger(count) && count >= 0))
    throw new RangeError('Counts are whole numbers, 0 or more.');
  if (group.parts.length === 0) return;
  const kinds = group.counts.length;
  for (const part of group.parts) {
    if (part.counts.length !== kinds || (kinds > 1 && sumOf(part) === 0))
      throw new RangeError('Parts count the same kinds as the group, and hold something of them.');
    requireThatPartsAddUp(part);
  }
  group.counts.forEach((count, kind) => {
    if (group.parts.reduce((sum, { counts }) => sum + counts[kind]!, 0) !== count)
      throw new RangeError('Parts add up to the group that they are parts of.');
  });
}
