/** By code units; what has no name comes last. */
export const inOrder = <Name extends string | null>(names: Iterable<Name>): readonly Name[] =>
  [...new Set(names)].sort((a, b) => {
    if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
    return a < b ? -1 : a > b ? 1 : 0;
  });

/** How often each name occurs, in their order. */
export const tally = <Name extends string>(
  names: readonly Name[],
): readonly { readonly reason: Name; readonly n: number }[] =>
  inOrder(names).map((reason) => ({ reason, n: names.filter((one) => one === reason).length }));
